/** What separates the cells, and which of the known forms a file has: told by its first lines. */
import type { Correzioni, SeparatoreIndicato } from '../correzioni.ts';
import type { Tipo } from '../tipo.ts';
import { MASSIMO_RECORD, readLinee } from './csv.ts';
import { findIntestazione, type Intestazione, isCompleta } from './intestazione.ts';
import type { Contesto, Layout, LayoutLibero, LayoutTabella, Linea } from './layout.ts';
import { deriveLayoutAnni } from './layout-anni.ts';
import { deriveLayoutCanonico, withCodice } from './layout-canonico.ts';
import { deriveLayoutCodice } from './layout-codice.ts';
import { isVuota } from './linee.ts';

/** In the order in which they win where the file can be read with more than one. */
const SEPARATORI: readonly (readonly [separatore: string, nome: string, indicato: SeparatoreIndicato])[] = [
  [';', 'punto e virgola (;)', 'punto-e-virgola'],
  ['\t', 'tabulazione', 'tabulazione'],
  ['|', 'barra verticale (|)', 'barra'],
  [',', 'virgola (,)', 'virgola'],
];

/** Physical lines, more than the records among which the header is looked for. */
const LINEE_DI_TESTA = 60;

/** Which of the known forms the first lines of a file have. */
export interface FormaTrovata {
  readonly linee: readonly Linea[];
  readonly libero: LayoutLibero | null;
  readonly intestazione: Intestazione | null;
}

export interface Scelta extends FormaTrovata {
  readonly separatore: string;
  readonly nome: string;
}

interface Attesa {
  readonly tipo: Tipo;
  readonly contesto: Contesto;
  readonly correzioni: Correzioni;
}

/**
 * Reads the beginning of a file with each separator: the one by which it is a known table wins, or the one that a person names.
 * @param testo the beginning, or the whole of a short file
 */
export function chooseSeparatore(testo: string, attesa: Attesa): Scelta {
  const testa = cutTesta(testo);
  const { separatore: solo } = attesa.correzioni;
  let migliore: Scelta | null = null;
  for (const [separatore, nome] of listDaProvare(testa, solo)) {
    const scelta = { separatore, nome, ...recognizeForma(readLinee(testa, separatore), attesa) };
    if (migliore === null || scoreScelta(scelta) > scoreScelta(migliore)) migliore = scelta;
    if (isSpiegata(migliore)) break;
  }
  if (!migliore) throw new RangeError('nessun separatore da provare');
  return migliore;
}

/** Of the separators that the text has not, each would leave the lines whole: the first stands for them all. */
function listDaProvare(testa: string, solo: SeparatoreIndicato | undefined): readonly (typeof SEPARATORI)[number][] {
  if (solo !== undefined) return SEPARATORI.filter(([, , indicato]) => indicato === solo);
  const assente = SEPARATORI.find(([separatore]) => !testa.includes(separatore));
  return SEPARATORI.filter((uno) => uno === assente || testa.includes(uno[0]));
}

/** @param righe records of the file, the first ones or all */
export function recognizeForma(righe: readonly Linea[], { tipo, contesto, correzioni }: Attesa): FormaTrovata {
  const linee = righe
    .slice(0, LINEE_DI_TESTA)
    .filter(({ celle, riga }) => !isVuota(celle) && correzioni.righe.get(riga) !== 'nota');
  const libero = isDettaTabella(correzioni)
    ? null
    : (tipo.layout.filter(isLibero).find((candidato) => candidato.recognize(linee)) ?? null);
  const indicazioni = { contesto, correzioni };
  return { linee, libero, intestazione: libero ? null : findIntestazione(linee, listTabelle(tipo), indicazioni) };
}

/** Who says which column is which says that the file has columns. */
function isDettaTabella({ colonne, numeri, valori, intestazione }: Correzioni): boolean {
  return colonne.size > 0 || valori.size > 0 || numeri.size > 0 || intestazione !== undefined;
}

/** The lines in which separator and header are looked for. */
function cutTesta(testo: string): string {
  const testa = testo.slice(0, MASSIMO_RECORD);
  let fine = -1;
  for (let linea = 0; linea < LINEE_DI_TESTA; linea++) {
    fine = testa.indexOf('\n', fine + 1);
    if (fine < 0) return testa;
  }
  return testa.slice(0, fine);
}

function isLibero(layout: Layout): layout is LayoutLibero {
  return layout.forma === 'libero';
}

function listTabelle(tipo: Tipo): LayoutTabella[] {
  const derivati = [deriveLayoutCanonico(tipo), ...deriveLayoutAnni(tipo)];
  return [
    ...tipo.layout.filter((layout): layout is LayoutTabella => layout.forma === 'tabella').map(withCodice),
    ...derivati.flatMap((layout) => deriveLayoutCodice(layout, tipo)),
    ...derivati,
  ];
}

/** Nothing lacks and no cell is left unexplained: another separator has nothing to add. Lines left whole explain nothing: `☐ 2022,,` is no year. */
function isSpiegata({ intestazione, linee }: FormaTrovata): boolean {
  if (!intestazione || !isCompleta(intestazione) || intestazione.riconosciute === 1) return false;
  return linee.every(({ celle }) => celle.length <= intestazione.riconosciute);
}

const COMPLETA = 1_000;

/** A layout that fits beats one that does not; then the columns recognised, then the cells that the separator makes. */
function scoreScelta({ libero, intestazione, linee }: FormaTrovata): number {
  if (libero) return 2 * COMPLETA;
  if (!intestazione) return Math.min(...[1, ...linee.slice(0, 5).map((linea) => linea.celle.length)]) / COMPLETA;
  return (isCompleta(intestazione) ? COMPLETA : 0) + intestazione.riconosciute;
}
