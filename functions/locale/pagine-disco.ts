/** Prepared pages in a folder: what the bucket and the map of the edge are in the cloud. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CARTELLA_EDIZIONI, toCartella, toPuntatore } from '../core/http/istantanee.ts';
import type { DepositoPagine, Registro } from '../sito/deposito-pagine.ts';
import { isCodice } from './archivio/blocco.ts';

/** @param cartella of the data: the pages stand in a folder of their own */
export function openPagineDisco(cartella: string): DepositoPagine {
  const pathOf = (indirizzo: string): string => join(cartella, indirizzo);
  const readRegistro = async (insieme: string): Promise<Registro | null> => {
    const testo = await readFile(pathOf(toPuntatore(insieme)), 'utf8').catch((errore: unknown) => {
      if (isCodice(errore, 'ENOENT')) return null;
      throw errore;
    });
    return testo === null ? null : (JSON.parse(testo) as Registro);
  };
  return {
    readRegistro,
    putFile: async ({ indirizzo, testo }) => {
      await mkdir(dirname(pathOf(indirizzo)), { recursive: true });
      await writeFile(pathOf(indirizzo), testo);
    },
    publish: async (insieme, registro) => {
      const corrente = await readRegistro(insieme);
      if (corrente && corrente.numero > registro.numero) return false;
      const puntatore = pathOf(toPuntatore(insieme));
      await mkdir(join(cartella, CARTELLA_EDIZIONI), { recursive: true });
      // A name changes whole or not at all.
      await writeFile(`${puntatore}.nuovo`, JSON.stringify(registro), { flush: true });
      await rename(`${puntatore}.nuovo`, puntatore);
      return true;
    },
    removeCartella: (insieme, impronta) => rm(pathOf(toCartella(insieme, impronta)), { recursive: true, force: true }),
  };
}
