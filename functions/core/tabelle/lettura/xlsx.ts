/**
 * A spreadsheet in the form that the reader of tables takes: rows of texts, as a CSV file of the same sheet would give them. What cannot
 * be read safely is refused whole. The reasons: docs/adr/0010-leggere-xlsx.md.
 */
import type { LettoreUnite } from './celle-unite.ts';
import { FIRMA_OLE, FIRMA_ZIP, hasFirma } from './firma.ts';
import type { Piano } from './piano.ts';
import { joinElenco } from './testo.ts';
import { describeAltriFogli } from './xlsx-altri.ts';
import { type Archivio, openArchivio } from './xlsx-archivio.ts';
import { composeAvvisi } from './xlsx-avvisi.ts';
import { type Cartella, type FoglioElencato, readCartella } from './xlsx-cartella.ts';
import { CelleUnite, listUnite } from './xlsx-celle-unite.ts';
import { createProtetto, XlsxError } from './xlsx-errore.ts';
import { describeVecchio } from './xlsx-estranei.ts';
import { type FoglioLetto, readFoglio } from './xlsx-foglio.ts';
import { clearCoperte } from './xlsx-unite.ts';

export interface Grigliato {
  /** The sheet that was read. */
  readonly foglio: string;
  /** All sheets with cells, hidden ones included, in the order of their tabs. */
  readonly fogli: readonly string[];
  /** The others, in a sentence for who does not find the table in this one; empty where there are none. */
  readonly altriFogli: string;
  /** The rows that say something, with their number in the sheet (1-based) and their cells from column A. */
  readonly righe: readonly { readonly riga: number; readonly celle: readonly string[] }[];
  /** Shows what merged cells say of the lines of a table. */
  readonly openUnite: (piano: Piano, sotto: number) => LettoreUnite;
  /** Italian sentences for the preview: hidden rows, merged cells, the choice of the sheet… */
  readonly avvisi: readonly string[];
}

/**
 * Numbers come as exact plain digits (`1435449.13`; with a comma where a point would look like thousands: `1,234`), percentages as
 * `95%`, days as `2026-06-22`, times as `09:30`, yes and no as `SI` and `NO`, formulas as their saved result, errors as their text.
 * @param foglio name of the sheet, compared without case; the first visible one with cells where it is not given
 * @throws XlsxError with the rule and the Italian sentence, where the file cannot be read, or not safely
 */
export function readXlsx({ byte, foglio }: { readonly byte: Uint8Array; readonly foglio?: string }): Grigliato {
  assertZip(byte);
  const archivio = openArchivio(byte);
  const cartella = readCartella(archivio);
  const primo = pickFoglio(cartella.fogli, foglio);
  const { letto, contenuto } =
    (foglio === undefined && findPieno(archivio, cartella)) || readScelto(archivio, primo, cartella);
  const nomi = cartella.fogli.map(({ nome }) => nome);
  const coperte = clearCoperte(contenuto.righe, contenuto.unite);
  return {
    foglio: letto.nome,
    fogli: nomi,
    altriFogli: describeAltriFogli(letto.nome, nomi),
    righe: contenuto.righe.filter(({ celle }) => celle.length > 0),
    openUnite: (piano, sotto) => new CelleUnite(listUnite(contenuto.righe, contenuto.unite), piano, sotto),
    avvisi: composeAvvisi({
      fogli: cartella.fogli,
      letto,
      chiesto: foglio !== undefined,
      saltati: letto !== primo,
      contenuto,
      coperte,
    }),
  };
}

function pickFoglio(fogli: readonly FoglioElencato[], chiesto: string | undefined): FoglioElencato {
  const trovato =
    chiesto === undefined
      ? (fogli.find(({ nascosto }) => !nascosto) ?? fogli[0])
      : (fogli.find(({ nome }) => nome === chiesto) ?? fogli.find(({ nome }) => fold(nome) === fold(chiesto)));
  if (trovato) return trovato;
  if (fogli.length === 0) {
    throw new XlsxError('senza-fogli', 'Il file non contiene fogli con celle: serve un foglio con la tabella.');
  }
  const nomi = joinElenco(fogli.map(({ nome }) => `«${nome}»`));
  throw new XlsxError(
    'foglio-sconosciuto',
    fogli.length === 1
      ? `Il foglio «${chiesto}» non c’è: il file ha il solo foglio ${nomi}.`
      : `Il foglio «${chiesto}» non c’è: il file ha i fogli ${nomi}.`,
  );
}

interface Scelto {
  readonly letto: FoglioElencato;
  readonly contenuto: FoglioLetto;
}

function readScelto(archivio: Archivio, letto: FoglioElencato, cartella: Cartella): Scelto {
  return { letto, contenuto: readFoglio(archivio, letto.parte, cartella) };
}

/** The first sheet that people see and that is not empty, as «Foglio1» is in many a file; undefined where all of them are. */
function findPieno(archivio: Archivio, cartella: Cartella): Scelto | undefined {
  for (const foglio of cartella.fogli) {
    if (foglio.nascosto) continue;
    const scelto = readScelto(archivio, foglio, cartella);
    if (scelto.contenuto.righe.length > 0) return scelto;
  }
  return undefined;
}

function fold(nome: string): string {
  return nome.trim().toLowerCase();
}

function assertZip(byte: Uint8Array): void {
  if (hasFirma(byte, FIRMA_ZIP)) return;
  if (!hasFirma(byte, FIRMA_OLE)) {
    throw new XlsxError(
      'xlsx-non-riconosciuto',
      'Il file non è un foglio di calcolo XLSX: serve la tabella in un file XLSX o CSV.',
    );
  }
  // A workbook with a password is an older container around the encrypted archive.
  if (hasTestoLargo(byte, 'EncryptedPackage')) throw createProtetto();
  throw new XlsxError(
    'formato-non-supportato',
    describeVecchio((nome) => hasTestoLargo(byte, nome)),
  );
}

/** Names inside the older container are in UTF-16. */
function hasTestoLargo(byte: Uint8Array, testo: string): boolean {
  const cercato = [...testo].flatMap((lettera) => [lettera.charCodeAt(0), 0]);
  const prima = cercato[0] ?? 0;
  for (let dove = byte.indexOf(prima); dove >= 0; dove = byte.indexOf(prima, dove + 1)) {
    if (cercato.every((valore, indice) => byte[dove + indice] === valore)) return true;
  }
  return false;
}
