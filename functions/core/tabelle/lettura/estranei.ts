/** What people send in the place of a table, known by its bytes whatever its name: each is told what it is, and what to do. */
import type { Archivio } from './xlsx-archivio.ts';

const FOTO = 'Il file è un’immagine: le cifre vanno scritte in una tabella, in un file CSV o XLSX.';
const COMPRESSO = 'Il file è compresso: va estratto, e caricato il file CSV o XLSX che contiene.';
const TESTO =
  'Il file è un documento di testo (Word o simile): la tabella va copiata in un foglio di calcolo e salvata in XLSX o CSV.';
const PRESENTAZIONE =
  'Il file è una presentazione: la tabella va copiata in un foglio di calcolo e salvata in XLSX o CSV.';

/** The first bytes, two digits each. */
const FIRME: readonly (readonly [firma: RegExp, motivo: string])[] = [
  // `%PDF`
  [/^25504446/, 'Il file è un PDF: serve la tabella in un file CSV o XLSX.'],
  // gzip, RAR, 7z
  [/^(?:1f8b|52617221|377abcaf)/, COMPRESSO],
  // JPEG, PNG, GIF, TIFF, HEIC
  [/^(?:ffd8ff|89504e47|47494638|49492a00|4d4d002a|.{8}66747970(?:686569|6d6966))/, FOTO],
  // `{\rtf`
  [/^7b5c727466/, TESTO],
  // PKCS #7, signed data
  [
    /^30.{2,10}06092a864886f70d010702/,
    'Il file è firmato (P7M): serve il file CSV o XLSX che contiene, estratto con il programma di firma.',
  ],
];
const TESTA = 24;

/** @returns null where the bytes are of nothing that is known */
export function describeEstraneo(byte: Uint8Array): string | null {
  const testa = Array.from(byte.subarray(0, TESTA), (valore) => valore.toString(16).padStart(2, '0')).join('');
  return FIRME.find(([firma]) => firma.test(testa))?.[1] ?? null;
}

/** An archive that is no workbook. */
export function describeArchivio(archivio: Archivio): string {
  if (archivio.has('word/document.xml')) return TESTO;
  if (archivio.has('ppt/presentation.xml')) return PRESENTAZIONE;
  if (archivio.has('content.xml') && archivio.has('mimetype')) {
    return 'Il file è un documento OpenDocument (ODS): nel foglio di calcolo, Salva con nome, XLSX o CSV.';
  }
  if (archivio.has('Index/Document.iwa')) {
    return 'Il file è di Pages, Numbers o Keynote: in Numbers, File, Esporta in, Excel o CSV.';
  }
  return 'Il file è un archivio ZIP ma non un foglio di calcolo XLSX: se la tabella è dentro, va estratta, e caricato il file XLSX o CSV.';
}

/** The older container of the same programs. @param hasParte whether it has a part of that name */
export function describeVecchio(hasParte: (nome: string) => boolean): string {
  if (hasParte('WordDocument')) return TESTO;
  if (hasParte('PowerPoint Document')) return PRESENTAZIONE;
  if (hasParte('__substg1.0_')) {
    return 'Il file è un messaggio di posta: va caricato l’allegato, se è un file XLSX o CSV.';
  }
  return 'Il file è un foglio di calcolo nel vecchio formato XLS: nel foglio di calcolo, Salva con nome, XLSX o CSV.';
}
