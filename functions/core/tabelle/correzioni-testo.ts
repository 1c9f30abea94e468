/** Corrections as text: the one line that travels with an upload, and the sentences that people read. */
import {
  type CodificaIndicata,
  type Correzioni,
  IGNORA,
  type RuoloRiga,
  type SeparatoreIndicato,
} from './correzioni.ts';
import type { Colonna } from './tipo.ts';

/** @returns one way of writing them, whatever the order in which they were given: the same corrections are the same reading */
export function writeCorrezioni({
  codifica,
  separatore,
  intestazione,
  colonne,
  numeri,
  valori,
  righe,
}: Correzioni): string {
  return [
    ...(codifica ? [`codifica=${codifica}`] : []),
    ...(separatore ? [`separatore=${separatore}`] : []),
    ...(intestazione ? [`intestazione=${writeSpan(intestazione)}`] : []),
    ...sortNumeri(colonne).map(([colonna, significato]) => `colonna ${colonna}=${significato}`),
    ...sortNumeri(numeri).map(([colonna, scrittura]) => `numeri ${colonna}=${scrittura}`),
    ...sortNomi(valori).map(([id, valore]) => `valore ${id}=${valore}`),
    ...groupRighe(righe).map(([span, ruolo]) => `${span.length > 1 ? 'righe' : 'riga'} ${writeSpan(span)}=${ruolo}`),
  ].join('; ');
}

const NOMI_CODIFICA: Readonly<Record<CodificaIndicata, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  mac: 'Mac OS Roman',
};

const NOMI_SEPARATORE: Readonly<Record<SeparatoreIndicato, string>> = {
  'punto-e-virgola': 'il punto e virgola',
  virgola: 'la virgola',
  tabulazione: 'la tabulazione',
  barra: 'la barra verticale',
};

const FRASI_RIGA: Readonly<Record<RuoloRiga, readonly [una: string, tante: string]>> = {
  nota: ['è una nota, fuori dai dati', 'sono note, fuori dai dati'],
  dato: ['è una riga di dati', 'sono righe di dati'],
  totale: ['è un totale dichiarato', 'sono totali dichiarati'],
};

/** All that a sentence takes of a type: the browser has it from the API. */
interface ConColonne {
  readonly colonne: readonly Pick<Colonna, 'id' | 'titolo'>[];
}

/** What was corrected, one Italian sentence each: in the preview, in the report, beside a published figure. */
export function describeCorrezioni(correzioni: Correzioni, tipo: ConColonne): string[] {
  const { codifica, separatore, intestazione, colonne, numeri, valori, righe } = correzioni;
  const name = (significato: string) => tipo.colonne.find(({ id }) => id === significato)?.titolo ?? significato;
  return [
    ...(codifica ? [`I caratteri si leggono come ${NOMI_CODIFICA[codifica]}.`] : []),
    ...(separatore ? [`Tra una cella e l’altra c’è ${NOMI_SEPARATORE[separatore]}.`] : []),
    ...(intestazione ? [`L’intestazione è alla riga ${writeSpan(intestazione)}.`] : []),
    ...sortNumeri(colonne).map(([colonna, significato]) =>
      significato === IGNORA
        ? `La colonna ${colonna} non si usa.`
        : `La colonna ${colonna} si legge come «${name(significato)}».`,
    ),
    ...sortNumeri(numeri).map(([colonna, scrittura]) =>
      scrittura === 'italiani'
        ? `Nella colonna ${colonna} il punto separa le migliaia e la virgola i decimali.`
        : `Nella colonna ${colonna} la virgola separa le migliaia e il punto i decimali.`,
    ),
    ...sortNomi(valori).map(([id, valore]) => `In tutte le righe «${name(id)}» è «${valore}».`),
    ...groupRighe(righe).map(([span, ruolo]) => {
      const [una, tante] = FRASI_RIGA[ruolo];
      return span.length > 1 ? `Le righe ${writeSpan(span)} ${tante}.` : `La riga ${writeSpan(span)} ${una}.`;
    }),
  ];
}

function writeSpan(righe: readonly number[]): string {
  return righe.length > 1 ? `${righe[0]}-${righe.at(-1)}` : `${righe[0]}`;
}

function sortNumeri<T>(mappa: ReadonlyMap<number, T>): (readonly [number, T])[] {
  return [...mappa].sort(([a], [b]) => a - b);
}

function sortNomi(mappa: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...mappa].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Lines that follow one another and are the same thing, together. */
function groupRighe(righe: ReadonlyMap<number, RuoloRiga>): (readonly [number[], RuoloRiga])[] {
  const gruppi: (readonly [number[], RuoloRiga])[] = [];
  for (const [riga, ruolo] of sortNumeri(righe)) {
    const ultimo = gruppi.at(-1);
    if (ultimo && ultimo[1] === ruolo && ultimo[0].at(-1) === riga - 1) ultimo[0].push(riga);
    else gruppi.push([[riga], ruolo]);
  }
  return gruppi;
}
