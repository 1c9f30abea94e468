/** What a person says that holds for every line of a file, where the file does not say it: «everything here was paid». */
import type { Valore } from '../tabella.ts';
import type { Colonna } from '../tipo.ts';
import { describeAttesoConEsempio } from './cella-di-piano.ts';
import { createLettoreCella, isNumerico } from './celle.ts';
import type { Intestazione } from './intestazione.ts';
import type { Impliciti } from './layout.ts';
import { CORREZIONE_NON_APPLICABILE, type OpzioniRettifica } from './rettifica.ts';
import { Rifiuto } from './rifiuto.ts';
import { joinElenco } from './testo.ts';

/** @returns canonical columns with their value; what cannot hold is told, and left out */
export function readValoriIndicati(
  { colonne }: Pick<Intestazione, 'colonne'>,
  { tipo, correzioni, problemi }: OpzioniRettifica,
): Impliciti {
  const valori: Record<string, Valore> = {};
  for (const [id, scritto] of correzioni.valori) {
    const dichiarata = tipo.colonne.find((colonna) => colonna.id === id);
    const rifiuto = dichiarata ? findRifiuto(dichiarata, findNelFile(id, colonne)) : refuseIgnota(id, tipo.colonne);
    const letto = rifiuto ?? (dichiarata ? readValore(dichiarata, scritto) : null);
    if (letto instanceof Rifiuto) problemi.addFile(letto.regola, letto.motivo);
    else if (letto !== null) valori[id] = letto;
  }
  return valori;
}

/** Columns that may be said for the whole file: what names its facts, never a figure. */
export function isIndicabile({ id, formato }: Pick<Colonna, 'id' | 'formato'>): boolean {
  return id !== 'comune' && id !== 'codice_istat' && !isNumerico(formato);
}

/** @returns 0-based column that says it, or the first of the headings where all of those of a figure say it */
function findNelFile(id: string, colonne: Intestazione['colonne']): number | undefined {
  const propria = colonne.find(({ colonna }) => colonna?.colonna === id);
  if (propria) return propria.indice;
  const cifre = colonne.filter(
    ({ colonna, impliciti }) => colonna?.implica !== undefined && Object.keys(impliciti).length > 0,
  );
  return cifre.every(({ impliciti }) => Object.hasOwn(impliciti, id)) ? cifre[0]?.indice : undefined;
}

function findRifiuto(dichiarata: Colonna, nelFile: number | undefined): Rifiuto | null {
  const { id, titolo } = dichiarata;
  if (id === 'comune' || id === 'codice_istat') {
    return refuse('Il comune di cui parla tutto il file si indica al caricamento, non correggendo la lettura.');
  }
  if (isNumerico(dichiarata.formato)) {
    return refuse(`«${titolo}» è una cifra: ognuna sta nel file, e non si indica a mano per tutte le righe.`);
  }
  if (nelFile !== undefined) {
    return refuse(
      `«${titolo}» è già nel file, alla colonna ${nelFile + 1}: non si può indicare anche per tutte le righe.`,
    );
  }
  return null;
}

function refuseIgnota(id: string, colonne: readonly Colonna[]): Rifiuto {
  const ammesse = joinElenco(colonne.filter(isIndicabile).map((colonna) => colonna.id));
  return refuse(
    `Si è indicato un valore per «${id}», che non è una colonna della tabella. Le colonne sono ${ammesse}.`,
  );
}

function readValore(dichiarata: Colonna, scritto: string): Valore | Rifiuto {
  const { formato, valori, scritture, titolo } = dichiarata;
  // Who states it can write it anew: what is only likely is asked again.
  const certo = formato === 'livello' ? 'scelta' : formato;
  const read = createLettoreCella({ formato: certo, ...(valori && { valori }), ...(scritture && { scritture }) });
  const letto = read(scritto);
  if (letto !== null && !(letto instanceof Rifiuto)) return letto;
  const motivo = letto === null ? 'non dice nulla.' : letto.motivo;
  return refuse(
    `Il valore indicato per «${titolo}», «${scritto}»: ${motivo} Serve ${describeAttesoConEsempio(dichiarata, formato)}.`,
  );
}

function refuse(motivo: string): Rifiuto {
  return new Rifiuto(CORREZIONE_NON_APPLICABILE, motivo);
}
