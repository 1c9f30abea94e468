/** Writes the workbooks that the tests read: from the shapes of Excel and LibreOffice, down to single bytes of the archive. */
import { strToU8, type ZipOptions, zipSync } from 'fflate';

const PRINCIPALE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELAZIONI = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACCHETTO = 'http://schemas.openxmlformats.org/package/2006';
const TESTA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export interface FoglioScritto {
  readonly nome: string;
  /** What stands inside `<worksheet>`: `<sheetData>…</sheetData>`, and columns and merged cells around it. */
  readonly xml: string;
  readonly stato?: 'hidden' | 'veryHidden';
  /** Last part of the type of its relation. */
  readonly tipo?: string;
}

export interface CartellaScritta {
  readonly fogli: readonly FoglioScritto[];
  /** `<si>` elements, as written. */
  readonly condivisi?: readonly string[];
  /** Codes of number formats: cell style 1 has the first, and so on. */
  readonly formati?: readonly (string | number)[];
  readonly proprieta?: string;
  /** Content type of the workbook part. */
  readonly tipo?: string;
}

export type Parti = Record<string, string | Uint8Array>;

/** The parts of a workbook by name, for the tests that change one. */
export function composeParti({ fogli, condivisi, formati = [], proprieta = '', tipo }: CartellaScritta): Parti {
  const tipoCartella = tipo ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const elenco = fogli.map(
    ({ nome, stato }, i) =>
      `<sheet name="${escapeXml(nome)}" sheetId="${i + 1}"${stato ? ` state="${stato}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const relazioni = fogli.map(({ tipo: foglio = 'worksheet' }, i) =>
    composeRelazione(`rId${i + 1}`, foglio, `worksheets/sheet${i + 1}.xml`),
  );
  relazioni.push(composeRelazione('rId900', 'styles', 'styles.xml'));
  if (condivisi) relazioni.push(composeRelazione('rId901', 'sharedStrings', '/xl/sharedStrings.xml'));
  const parti: Parti = {
    '[Content_Types].xml': `${TESTA}<Types xmlns="${PACCHETTO}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${tipoCartella}"/></Types>`,
    '_rels/.rels': `${TESTA}<Relationships xmlns="${PACCHETTO}/relationships">${composeRelazione('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${TESTA}<workbook xmlns="${PRINCIPALE}" xmlns:r="${RELAZIONI}">${proprieta}<sheets>${elenco.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${TESTA}<Relationships xmlns="${PACCHETTO}/relationships">${relazioni.join('')}</Relationships>`,
    'xl/styles.xml': composeStili(formati),
  };
  for (const [i, { xml }] of fogli.entries()) {
    parti[`xl/worksheets/sheet${i + 1}.xml`] = `${TESTA}<worksheet xmlns="${PRINCIPALE}">${xml}</worksheet>`;
  }
  if (condivisi) parti['xl/sharedStrings.xml'] = `${TESTA}<sst xmlns="${PRINCIPALE}">${condivisi.join('')}</sst>`;
  return parti;
}

function composeRelazione(id: string, tipo: string, bersaglio: string): string {
  return `<Relationship Id="${id}" Type="${RELAZIONI}/${tipo}" Target="${bersaglio}"/>`;
}

function composeStili(formati: readonly (string | number)[]): string {
  const codici = formati.flatMap((formato, i) =>
    typeof formato === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(formato)}"/>`] : [],
  );
  const stili = formati.map((formato, i) => `<xf numFmtId="${typeof formato === 'string' ? 164 + i : formato}"/>`);
  return `${TESTA}<styleSheet xmlns="${PRINCIPALE}"><numFmts>${codici.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${stili.join('')}</cellXfs></styleSheet>`;
}

export function zipParti(parti: Parti, opzioni: ZipOptions = { level: 6 }): Uint8Array {
  const byte = Object.entries(parti).map(([nome, parte]) => [nome, typeof parte === 'string' ? strToU8(parte) : parte]);
  return zipSync(Object.fromEntries(byte) as Record<string, Uint8Array>, opzioni);
}

export function writeCartella(cartella: CartellaScritta): Uint8Array {
  return zipParti(composeParti(cartella));
}

/** A workbook of one sheet named `Foglio1`. */
export function writeFoglio(xml: string, resto: Omit<CartellaScritta, 'fogli'> = {}): Uint8Array {
  return writeCartella({ ...resto, fogli: [{ nome: 'Foglio1', xml }] });
}

export function escapeXml(testo: string): string {
  return testo.replace(/[&<>"]/g, (segno) => `&#${segno.charCodeAt(0)};`);
}

/** Changes every place where the 32-bit little-endian number stands in the headers of an entry. */
export function patchIntestazioni(
  byte: Uint8Array,
  nome: string,
  patch: (vista: DataView, intestazione: { posizione: number; centrale: boolean }) => void,
): Uint8Array {
  const copia = byte.slice();
  const vista = new DataView(copia.buffer);
  const cercato = strToU8(nome);
  for (let dove = 0; dove + 4 <= copia.length; dove++) {
    const firma = vista.getUint32(dove, true);
    const centrale = firma === 0x02014b50;
    if (!centrale && firma !== 0x04034b50) continue;
    const inizio = dove + (centrale ? 46 : 30);
    const lunghezza = vista.getUint16(dove + (centrale ? 28 : 26), true);
    if (lunghezza !== cercato.length || cercato.some((valore, i) => copia[inizio + i] !== valore)) continue;
    patch(vista, { posizione: dove, centrale });
  }
  return copia;
}
