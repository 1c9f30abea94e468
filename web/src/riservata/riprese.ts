/** "This column is that one", said of a file, for the file that takes its place: what still holds of it, line by line. */

import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { type Correzioni, parseCorrezioni } from '../../../functions/core/tabelle/correzioni.ts';
import { writeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import type { ApiRiservata } from './api.ts';
import { RichiestaError } from './errore.ts';
import { MASSIMO_DIRETTO_BYTE, rereadFile } from './file-grande.ts';
import { decodeFile, type Linea, separatoreOf, splitLinee } from './linee.ts';

/** How much of what was corrected holds for the new file too. */
export type Riprese = 'tutte' | 'in-parte' | 'nessuna';

type Bozza = Pick<CaricamentoDto, 'id' | 'byte' | 'contesto' | 'interpretazione'>;

/** The header stands near the top. */
const RIGHE_DI_TESTA = 50;

/**
 * Columns hold where the header is the same, wherever it stands; a line holds where a line that says the same is there.
 * @param prima the file that was corrected, and the lines of its header
 * @returns null where the header is another
 */
export function carryCorrezioni(
  correzioni: Correzioni,
  prima: { readonly linee: readonly Linea[]; readonly intestazione: readonly number[] },
  dopo: readonly Linea[],
): Correzioni | null {
  const testata = prima.intestazione.flatMap((riga) => prima.linee.filter((linea) => linea.riga === riga));
  const [prima1] = testata;
  const inizio = prima1 ? dopo.slice(0, RIGHE_DI_TESTA).findIndex((_, posto) => isTestata(testata, dopo, posto)) : -1;
  const trovata = dopo[inizio];
  if (!prima1 || !trovata) return null;
  const scarto = trovata.riga - prima1.riga;
  const libere = new Set(dopo);
  const righe = new Map<number, 'nota' | 'dato' | 'totale'>();
  for (const [riga, ruolo] of correzioni.righe) {
    const linea = prima.linee.find((una) => una.riga === riga);
    const stessa = linea && findVicina([...libere].filter(isCome(linea)), riga + scarto);
    if (!stessa) continue;
    libere.delete(stessa);
    righe.set(stessa.riga, ruolo);
  }
  const { intestazione, ...altre } = correzioni;
  return {
    ...altre,
    righe,
    ...(intestazione && { intestazione: testata.map((_, indice) => dopo[inizio + indice]?.riga ?? trovata.riga) }),
  };
}

function isTestata(testata: readonly Linea[], dopo: readonly Linea[], posto: number): boolean {
  return testata.every(({ celle }, indice) => writeCelle(celle) === writeCelle(dopo[posto + indice]?.celle ?? []));
}

/** A total that was mended is still that total: figures do not tell a line that has words. */
function isCome({ celle }: Linea): (altra: Linea) => boolean {
  const testo = writeCelle(celle);
  const parole = /\p{L}{2}/u.test(testo);
  const nameOf = (uno: string) => (parole ? uno.replace(/[\d.,€%\s-]+/g, ' ') : uno);
  return (altra) => nameOf(writeCelle(altra.celle)) === nameOf(testo);
}

function findVicina(linee: readonly Linea[], riga: number): Linea | undefined {
  return linee.toSorted((a, b) => Math.abs(a.riga - riga) - Math.abs(b.riga - riga))[0];
}

function writeCelle(celle: readonly string[]): string {
  return celle
    .map((cella) => cella.trim())
    .join('\t')
    .trimEnd();
}

/** Of files whose lines are not at hand: the columns alone, where all headings are the same. */
export function carryColonne(correzioni: Correzioni, prima: Bozza, dopo: Bozza): Correzioni | null {
  const listNomi = ({ interpretazione }: Bozza) =>
    interpretazione.colonne.flatMap(({ colonna, intestazione }) =>
      intestazione ? [`${colonna} ${intestazione}`] : [],
    );
  const nomi = listNomi(prima);
  if (nomi.length === 0 || nomi.join('\n') !== listNomi(dopo).join('\n')) return null;
  const { intestazione: _, ...altre } = correzioni;
  return { ...altre, righe: new Map() };
}

type Api = Pick<ApiRiservata, 'readOriginale' | 'readRighe' | 'reread' | 'readArrivo'>;

/**
 * Reads the new file again with what still holds; as it was read by itself it is safe already.
 * @param prima the draft whose place it takes
 * @returns id of the draft to look at
 */
export async function resumeCorrezioni(
  api: Api,
  ambito: string,
  { prima, dopo }: { readonly prima: Bozza | null; readonly dopo: Bozza },
): Promise<{ readonly id: string; readonly riprese?: Riprese }> {
  const { correzioni } = prima?.contesto ?? {};
  if (!prima || correzioni === undefined || dopo.contesto.correzioni !== undefined || isCopia(dopo))
    return { id: dopo.id };
  const attese = parseCorrezioni(String(correzioni));
  const [vecchie, nuove] = await Promise.all([
    readLinee(api, ambito, { bozza: prima, come: prima.interpretazione }),
    readLinee(api, ambito, {
      bozza: dopo,
      come: {
        codifica: (attese.codifica ? prima : dopo).interpretazione.codifica,
        separatore: (attese.separatore ? prima : dopo).interpretazione.separatore,
      },
    }),
  ]);
  const valide =
    vecchie && nuove
      ? carryCorrezioni(attese, { linee: vecchie, intestazione: prima.interpretazione.intestazione }, nuove)
      : carryColonne(attese, prima, dopo);
  const testo = valide ? writeCorrezioni(valide) : '';
  if (!valide || testo === '') return { id: dopo.id, riprese: 'nessuna' };
  try {
    const id = await rereadFile(api, { ambito, id: dopo.id, come: { correzioni: testo } });
    return { id, riprese: valide.righe.size === attese.righe.size ? 'tutte' : 'in-parte' };
  } catch (errore) {
    // Refused by the service: the file has been read by itself, and nothing of it is lost.
    if (errore instanceof RichiestaError && [400, 409, 422].includes(errore.stato ?? 0)) {
      return { id: dopo.id, riprese: 'nessuna' };
    }
    throw errore;
  }
}

/** What was said of the file is in its copy already: the columns go by their names there, and the notes are left out. */
function isCopia({ interpretazione }: Bozza): boolean {
  return interpretazione.colonne.some(({ intestazione }) => intestazione === 'da_correggere');
}

interface DaLeggere {
  readonly bozza: Bozza;
  readonly come: Pick<CaricamentoDto['interpretazione'], 'codifica' | 'separatore'>;
}

/** @returns null where the file is too large for it, or is no table */
async function readLinee(api: Api, ambito: string, { bozza, come }: DaLeggere): Promise<readonly Linea[] | null> {
  if ((bozza.byte ?? 0) > MASSIMO_DIRETTO_BYTE) return null;
  if (bozza.interpretazione.foglio !== undefined) return api.readRighe(ambito, bozza.id);
  const testo = decodeFile(await api.readOriginale(ambito, bozza.id), come.codifica);
  return testo === null ? null : splitLinee(testo, separatoreOf(come.separatore));
}
