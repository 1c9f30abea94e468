/** Prepared pages, kept in memory as they are sent. What is on the disk is what they are read from again at the next start. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buildCspSito, INTESTAZIONI_SITO } from '../core/http/intestazioni.ts';
import { CARTELLA_EDIZIONI, isPaginaDi, toCartella, toNomePagina, toPuntatore } from '../core/http/istantanee.ts';
import type { DepositoPagine, Registro } from '../sito/deposito-pagine.ts';
import { hashStile } from '../sito/documento.ts';
import { createFile, type FileServito } from './file-servito.ts';
import { openPagineDisco } from './pagine-disco.ts';

export interface PagineServite extends DepositoPagine {
  /**
   * @param indirizzo path of a page, or of what a publication left beside it
   * @param edizione that the query of the address names: a page of another is not there
   */
  find(indirizzo: string, edizione?: string | null): FileServito | undefined;
}

type PerIndirizzo = ReadonlyMap<string, FileServito>;

interface Servita {
  readonly numero: number;
  readonly pagine: PerIndirizzo;
  /** What a publication left beside them: it never changes, but for the one that says which is current. */
  readonly accanto: PerIndirizzo;
}

const PER_SEMPRE = 'public, max-age=31536000, immutable';

/** @param cartella of the data */
export async function openPagineServite(cartella: string): Promise<PagineServite> {
  const disco = openPagineDisco(cartella);
  /** One map for each set: replaced whole, so that nobody is served half of a publication. */
  const servite = new Map<string, Servita>();
  const serve = async (insieme: string, registro: Registro): Promise<void> => {
    const file = new Map<string, FileServito>();
    const { impronta, sostituite } = registro;
    for (const una of [impronta, ...sostituite.map((sostituita) => sostituita.impronta)]) {
      const radice = toCartella(insieme, una);
      for (const [nome, byte] of await readCartella(join(cartella, radice))) {
        if (nome.endsWith('.json')) file.set(`${radice}${nome}`, createFile(byte, toHeaders('json', PER_SEMPRE), una));
        else if (una === impronta)
          file.set(nome, createFile(byte, toHeaders('html', 'no-cache', hashStile(byte.toString())), una));
      }
    }
    const puntatore = Buffer.from(JSON.stringify(registro));
    const pagine = registro.pagine.flatMap((percorso) => {
      const trovata = file.get(`${toNomePagina(percorso)}.html`);
      return trovata ? [[percorso, trovata] as const] : [];
    });
    if (pagine.length < registro.pagine.length) throw new Error(`${insieme}: mancano pagine in ${impronta}`);
    servite.set(insieme, {
      numero: registro.numero,
      pagine: new Map(pagine),
      accanto: new Map([
        ...[...file].filter(([nome]) => !nome.endsWith('.html')),
        [toPuntatore(insieme), createFile(puntatore, toHeaders('json', 'no-cache'))],
      ]),
    });
  };
  for (const insieme of await listInsiemi(cartella)) {
    const registro = await disco.readRegistro(insieme);
    // What a crash or a hand has spoilt is prepared again; until then, the shell stands in its place.
    if (registro) await serve(insieme, registro).catch(() => disco.removeCartella(insieme, registro.impronta));
  }
  return {
    ...disco,
    readRegistro: async (insieme) => (servite.has(insieme) ? disco.readRegistro(insieme) : null),
    publish: async (insieme, registro) => {
      const pubblicato = await disco.publish(insieme, registro);
      if (pubblicato) await serve(insieme, registro);
      return pubblicato;
    },
    find: (indirizzo, edizione = null) => {
      for (const [insieme, { numero, pagine, accanto }] of servite) {
        const pagina = isPaginaDi({ insieme, numero }, edizione) ? pagine.get(indirizzo) : undefined;
        const trovato = pagina ?? accanto.get(indirizzo);
        if (trovato) return trovato;
      }
      return undefined;
    },
  };
}

async function listInsiemi(cartella: string): Promise<string[]> {
  const voci = await readdir(join(cartella, CARTELLA_EDIZIONI)).catch(() => []);
  return voci.filter((nome) => nome.endsWith('.json')).map((nome) => nome.slice(0, -'.json'.length));
}

async function readCartella(radice: string): Promise<[string, Buffer][]> {
  const voci = await readdir(radice, { recursive: true, withFileTypes: true }).catch(() => []);
  return Promise.all(
    voci
      .filter((voce) => voce.isFile())
      .map(async (voce): Promise<[string, Buffer]> => {
        const percorso = join(voce.parentPath, voce.name);
        return [`/${relative(radice, percorso).split(sep).join('/')}`, await readFile(percorso)];
      }),
  );
}

function toHeaders(tipo: 'html' | 'json', durata: string, stile?: string): Record<string, string> {
  return {
    ...INTESTAZIONI_SITO,
    ...(stile ? { 'content-security-policy': buildCspSito({ stile }) } : {}),
    'content-type': tipo === 'html' ? 'text/html; charset=utf-8' : 'application/json',
    'cache-control': durata,
  };
}
