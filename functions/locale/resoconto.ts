/** What was found out of a file, for a person at a terminal. */
import type { Gravita } from '../core/controlli/controllo.ts';
import type { CaricamentoDto } from '../core/http/schemi.ts';
import type { EsameDto } from '../ingest/presenta.ts';

/** What `--json` prints: the words of an upload, without what only a stored one has. */
export type Resoconto = Pick<
  CaricamentoDto,
  'tipo' | 'parte' | 'contesto' | 'fonte' | 'sha256' | 'interpretazione' | 'righe'
> &
  EsameDto & { readonly ambito: string; readonly file: string };

const GRAVITA: readonly (readonly [gravita: Gravita, uno: string, tanti: string])[] = [
  ['errore', 'errore', 'errori'],
  ['avviso', 'avviso', 'avvisi'],
  ['nota', 'nota', 'note'],
];

export function describeResoconto(resoconto: Resoconto): string {
  const { file, tipo, parte, ambito } = resoconto;
  const parti = [
    [`${file}: tabella «${tipo}» dell’ambito ${ambito}, parte «${parte}»`],
    describeLettura(resoconto),
    describeProblemi(resoconto),
    describeSegnalazioni(resoconto),
    describeCambiamenti(resoconto),
    [
      resoconto.pubblicabile
        ? 'Si può pubblicare.'
        : 'Non si può pubblicare finché non è corretta: non cambia nulla di ciò che è pubblicato.',
    ],
  ];
  return `${parti
    .filter((righe) => righe.length > 0)
    .map((righe) => righe.map(toRigaSola).join('\n'))
    .join('\n\n')}\n`;
}

/** What a file says is quoted without what would move the cursor or colour the terminal. */
function toRigaSola(riga: string): string {
  return riga.replace(/\p{Cc}+/gu, ' ');
}

function describeLettura({ interpretazione, righe }: Resoconto): string[] {
  const { codifica, separatore, layout, intestazione, foglio, avvisi, correzioni, mancanti, colonne, righeEscluse } =
    interpretazione;
  if (codifica === '') return [];
  return [
    `Letto come: ${[codifica, separatore, layout].filter(Boolean).join(', ')}`,
    ...(foglio === undefined ? [] : [`  foglio «${foglio}»`]),
    ...(correzioni ?? []).map((correzione) => `  con la correzione: ${correzione}`),
    ...(avvisi ?? []).map((avviso) => `  ${avviso}`),
    ...(intestazione.length > 0 ? [`  intestazione: ${countRighe('riga', 'righe', intestazione)}`] : []),
    ...colonne.map(({ colonna, intestazione: titolo, significato, formato, proposta }) => {
      const come = formato ? ` (${formato})` : '';
      const forse = proposta ? `; se è «${proposta}»: --correzioni "colonna ${colonna}=${proposta}"` : ', non usata';
      return `  colonna ${colonna} «${titolo}»: ${significato ?? `non riconosciuta${forse}`}${come}`;
    }),
    ...(mancanti ?? []).map(
      (id) => `  «${id}» non è nel file; se è uguale in tutte le righe: --correzioni "valore ${id}=…"`,
    ),
    ...righeEscluse.map(({ riga, testo, motivo }) => `  riga ${riga} fuori dai dati, ${motivo}: ${testo}`),
    `  ${count(righe, 'dato letto', 'dati letti')}`,
  ];
}

function describeProblemi({ problemi, problemiTotali }: Resoconto): string[] {
  if (problemiTotali === 0) return [];
  const taciuti = problemiTotali - problemi.length;
  return [
    `${count(problemiTotali, 'problema', 'problemi')}:`,
    ...problemi.map(({ riga, colonna, messaggio }) => `  ${describePosto(riga, colonna)}${messaggio}`),
    ...(taciuti > 0 ? [`  …e altri ${taciuti}.`] : []),
  ];
}

function describeSegnalazioni({ problemiTotali, segnalazioni }: Resoconto): string[] {
  if (segnalazioni.length === 0 || problemiTotali > 0) return [];
  return [
    'I controlli, sull’ambito come sarebbe con questa tabella:',
    ...GRAVITA.flatMap(([gravita, uno, tanti]) => {
      const trovate = segnalazioni.filter((una) => una.gravita === gravita);
      if (trovate.length === 0) return [];
      return [
        `  ${count(trovate.length, uno, tanti)}`,
        ...trovate.map(
          ({ tipo, parte, riga, colonna, messaggio }) =>
            `    ${tipo}, parte «${parte}», ${describePosto(riga, colonna)}${messaggio}`,
        ),
      ];
    }),
  ];
}

function describeCambiamenti({ problemiTotali, differenze, indicatoriTotali }: Resoconto): string[] {
  if (problemiTotali > 0) return [];
  const { aggiunte, modificate, tolte, esempi } = differenze;
  const cambiati = Object.values(indicatoriTotali).reduce((somma, quanti) => somma + quanti, 0);
  return [
    `Rispetto al pubblicato: ${count(aggiunte, 'dato aggiunto', 'dati aggiunti')}, ${count(modificate, 'modificato', 'modificati')}, ${count(tolte, 'tolto', 'tolti')}; ${count(cambiati, 'valore degli indicatori cambia', 'valori degli indicatori cambiano')}.`,
    ...esempi.map((esempio) => `  ${esempio}`),
  ];
}

function describePosto(riga: number | null, colonna: number | null): string {
  const parole = [...(riga === null ? [] : [`riga ${riga}`]), ...(colonna === null ? [] : [`colonna ${colonna}`])];
  return parole.length > 0 ? `${parole.join(', ')}: ` : '';
}

function countRighe(una: string, tante: string, numeri: readonly number[]): string {
  return `${numeri.length === 1 ? una : tante} ${numeri.join(', ')}`;
}

function count(quanti: number, uno: string, tanti: string): string {
  return `${quanti.toLocaleString('it-IT')} ${quanti === 1 ? uno : tanti}`;
}
