/** The parts of a workbook around its sheets: which sheets there are and where, what its styles mean, the texts they share. */
import { type Archivio, TIPI_DI_CONTENUTO } from './xlsx-archivio.ts';
import { createDanneggiato, XlsxError } from './xlsx-errore.ts';
import { describeArchivio } from './xlsx-estranei.ts';
import { type FormaNumero, getFormaPredefinita, parseFormaNumero } from './xlsx-formato.ts';
import { addTesto, decodeTesto } from './xlsx-testo.ts';
import { type GestoriXml, LettoreXml } from './xlsx-xml.ts';

export interface FoglioElencato {
  readonly nome: string;
  readonly nascosto: boolean;
  /** Its part in the archive. */
  readonly parte: string;
}

export interface Cartella {
  /** The sheets with cells, in the order of their tabs. */
  readonly fogli: readonly FoglioElencato[];
  readonly da1904: boolean;
  /** The program that wrote it left the sums to whoever opens it: their saved results may be no more than a zero in their place. */
  readonly daCalcolare: boolean;
  /** By the number that a cell gives as its style. */
  readonly forme: readonly FormaNumero[];
  readonly condivisi: readonly string[];
}

interface Relazione {
  readonly tipo: string;
  readonly parte: string;
}

/** Streams a part through the handlers. */
export function readParte(archivio: Archivio, parte: string, gestori: GestoriXml): void {
  const lettore = new LettoreXml(parte, gestori);
  archivio.read(parte, (pezzo) => lettore.push(pezzo));
  lettore.end();
}

/** @throws XlsxError */
export function readCartella(archivio: Archivio): Cartella {
  if (!archivio.has(TIPI_DI_CONTENUTO)) throw createEstraneo(archivio);
  const principale = [...readRelazioni(archivio, '').values()].find(({ tipo }) => tipo === 'officeDocument');
  if (!principale || !archivio.has(principale.parte)) throw createEstraneo(archivio);
  assertTipo(archivio, principale.parte);
  const relazioni = readRelazioni(archivio, principale.parte);
  const programmi = [...relazioni.values()].some(({ tipo }) => tipo === 'vbaProject' || tipo === 'xlMacrosheet');
  if (programmi || archivio.has('xl/vbaProject.bin')) throw createConMacro();
  const { elencati, da1904, daCalcolare } = readElenco(archivio, principale.parte);
  const fogli = elencati.flatMap(({ nome, nascosto, relazione }) => {
    const trovata = relazioni.get(relazione);
    return trovata?.tipo === 'worksheet' ? [{ nome, nascosto, parte: trovata.parte }] : [];
  });
  const findParte = (tipo: string): string | undefined =>
    [...relazioni.values()].find((relazione) => relazione.tipo === tipo)?.parte;
  return {
    fogli,
    da1904,
    daCalcolare,
    forme: readForme(archivio, findParte('styles')),
    condivisi: readCondivisi(archivio, findParte('sharedStrings')),
  };
}

function createEstraneo(archivio: Archivio): XlsxError {
  return new XlsxError('formato-non-supportato', describeArchivio(archivio));
}

function createConMacro(): XlsxError {
  return new XlsxError(
    'xlsx-con-macro',
    'Il file contiene macro, cioè programmi: per sicurezza non si accetta. Nel foglio di calcolo: Salva con nome, «Cartella di lavoro di Excel (.xlsx)» o CSV.',
  );
}

/**
 * What the workbook says it is. Only the type of that very part counts: some programs declare in every file the types of others that
 * are not in it.
 */
function assertTipo(archivio: Archivio, principale: string): void {
  const perParte = new Map<string, string>();
  const perEstensione = new Map<string, string>();
  readParte(archivio, TIPI_DI_CONTENUTO, {
    onApri: (nome, { PartName = '', Extension = '', ContentType = '' }) => {
      if (nome === 'Override') perParte.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      if (nome === 'Default') perEstensione.set(Extension.toLowerCase(), ContentType);
    },
  });
  const parte = principale.toLowerCase();
  const tipo = perParte.get(parte) ?? perEstensione.get(parte.slice(parte.lastIndexOf('.') + 1)) ?? '';
  if (/sheet\.binary/i.test(tipo)) {
    throw new XlsxError(
      'formato-non-supportato',
      'Il file è un foglio di calcolo binario (XLSB): nel foglio di calcolo, Salva con nome, XLSX o CSV.',
    );
  }
  if (/macroEnabled/i.test(tipo)) throw createConMacro();
  if (!/spreadsheetml\.(?:sheet|template)\.main\+xml$/i.test(tipo)) throw createEstraneo(archivio);
}

/** @param parte whose relations are meant, empty for those of the whole file */
function readRelazioni(archivio: Archivio, parte: string): Map<string, Relazione> {
  const taglio = parte.lastIndexOf('/') + 1;
  const cartella = parte.slice(0, taglio);
  const relazioni = new Map<string, Relazione>();
  const elenco = `${cartella}_rels/${parte.slice(taglio)}.rels`;
  if (!archivio.has(elenco)) return relazioni;
  readParte(archivio, elenco, {
    onApri: (nome, { Id, Type = '', Target, TargetMode }) => {
      if (nome !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      relazioni.set(Id, { tipo: Type.slice(Type.lastIndexOf('/') + 1), parte: resolveParte(cartella, Target) });
    },
  });
  return relazioni;
}

/** `../styles.xml` from `xl/worksheets/` is `xl/styles.xml`; nothing leads above the root of the archive. */
function resolveParte(cartella: string, bersaglio: string): string {
  const segmenti: string[] = [];
  for (const segmento of (bersaglio.startsWith('/') ? bersaglio : cartella + bersaglio).split('/')) {
    if (segmento === '..') segmenti.pop();
    else if (segmento !== '' && segmento !== '.') segmenti.push(segmento);
  }
  return segmenti.join('/');
}

interface Elencato {
  readonly nome: string;
  readonly nascosto: boolean;
  readonly relazione: string;
}

function readElenco(
  archivio: Archivio,
  parte: string,
): { elencati: Elencato[] } & Pick<Cartella, 'da1904' | 'daCalcolare'> {
  const elencati: Elencato[] = [];
  let da1904 = false;
  let daCalcolare = false;
  readParte(archivio, parte, {
    onApri: (nome, attributi, genitore) => {
      if (nome === 'workbookPr' && genitore === 'workbook') da1904 = isVero(attributi.date1904);
      if (nome === 'calcPr' && genitore === 'workbook') daCalcolare = isVero(attributi.fullCalcOnLoad);
      if (nome !== 'sheet' || genitore !== 'sheets') return;
      const relazione = Object.entries(attributi).find(([chiave]) => /:id$/.test(chiave))?.[1];
      if (attributi.name === undefined || relazione === undefined)
        throw createDanneggiato(`l’elenco dei fogli in «${parte}»`);
      elencati.push({
        nome: decodeTesto(attributi.name),
        nascosto: attributi.state === 'hidden' || attributi.state === 'veryHidden',
        relazione,
      });
    },
  });
  return { elencati, da1904, daCalcolare };
}

/** @param valore of an attribute that says yes or no */
export function isVero(valore: string | undefined): boolean {
  return valore === '1' || valore === 'true' || valore === 'on';
}

function readForme(archivio: Archivio, parte: string | undefined): FormaNumero[] {
  const codici = new Map<number, FormaNumero>();
  const forme: FormaNumero[] = [];
  if (parte === undefined) return forme;
  readParte(archivio, parte, {
    onApri: (nome, attributi, genitore) => {
      const id = Number(attributi.numFmtId);
      if (nome === 'numFmt' && genitore === 'numFmts') codici.set(id, parseFormaNumero(attributi.formatCode ?? ''));
      if (nome === 'xf' && genitore === 'cellXfs') forme.push(codici.get(id) ?? getFormaPredefinita(id));
    },
  });
  return forme;
}

function readCondivisi(archivio: Archivio, parte: string | undefined): string[] {
  const condivisi: string[] = [];
  if (parte === undefined) return condivisi;
  let testo = '';
  readParte(archivio, parte, {
    onApri: (nome) => {
      if (nome === 'si') testo = '';
    },
    onTesto: (pezzo, genitore, nonno) => {
      if (genitore === 't' && (nonno === 'si' || nonno === 'r'))
        testo = addTesto(testo, pezzo, () => `testo ${condivisi.length + 1}`);
    },
    onChiudi: (nome) => {
      if (nome === 'si') condivisi.push(decodeTesto(testo));
    },
  });
  return condivisi;
}
