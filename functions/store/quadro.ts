import type { Ambito } from '../core/ambito.ts';
import type { Quadro } from '../core/quadro.ts';
import type { Tabella } from '../core/tabelle/tabella.ts';
import { TIPI_ID, type TipoId } from '../core/tabelle/tipo.ts';
import { readRighe } from './contenuti.ts';
import type { Deposito, Edizione, VersioneRegistrata } from './deposito.ts';
import { NonTrovatoError } from './errori.ts';

/**
 * @returns the table of a tipo as that edizione has it
 * @throws NonTrovatoError where the edizione has no such table
 */
export async function readTabella(
  deposito: Deposito,
  edizione: Pick<Edizione, 'versioni'>,
  tipo: TipoId,
): Promise<Tabella> {
  const versione = edizione.versioni[tipo];
  if (!versione) throw new NonTrovatoError(`La tabella «${tipo}» non è stata ancora pubblicata.`);
  return fetchTabella(deposito, tipo, versione);
}

/** @returns all the tables of that edizione, of which there may be none */
export async function readQuadro(
  deposito: Deposito,
  ambito: Ambito,
  edizione: Pick<Edizione, 'versioni'> | null,
): Promise<Quadro> {
  const tabelle = await Promise.all(
    TIPI_ID.flatMap((tipo) => {
      const versione = edizione?.versioni[tipo];
      return versione ? [fetchTabella(deposito, tipo, versione)] : [];
    }),
  );
  return { ambito, tabelle: new Map(tabelle.map((tabella) => [tabella.tipo, tabella])) };
}

async function fetchTabella(deposito: Deposito, tipo: TipoId, versione: VersioneRegistrata): Promise<Tabella> {
  const contenuti = await Promise.all(versione.parti.map(({ contenuto }) => readRighe(deposito, contenuto)));
  return {
    tipo,
    versione: versione.versione,
    parti: versione.parti,
    righe: contenuti.flatMap(({ righe }) => righe),
    dichiarati: contenuti.flatMap(({ dichiarati }) => dichiarati),
  };
}
