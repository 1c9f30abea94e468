/** Files in the containers of spreadsheets that hold something else: each is told what it is, and what to do. */
import type { Archivio } from './xlsx-archivio.ts';

const TESTO =
  'Il file è un documento di testo (Word o simile): la tabella va copiata in un foglio di calcolo e salvata in XLSX o CSV.';
const PRESENTAZIONE =
  'Il file è una presentazione: la tabella va copiata in un foglio di calcolo e salvata in XLSX o CSV.';

/** An archive that is no workbook. */
export function describeArchivio(archivio: Archivio): string {
  if (archivio.has('word/document.xml')) return TESTO;
  if (archivio.has('ppt/presentation.xml')) return PRESENTAZIONE;
  if (archivio.has('content.xml') && archivio.has('mimetype')) return describeOpenDocument(archivio);
  if (archivio.has('Index/Document.iwa')) {
    return 'Il file è di Pages, Numbers o Keynote: in Numbers, File, Esporta in, Excel o CSV.';
  }
  return 'Il file è un archivio ZIP ma non un foglio di calcolo XLSX: se la tabella è dentro, va estratta, e caricato il file XLSX o CSV.';
}

/** The programs of OpenDocument say in one word what a file is. */
function describeOpenDocument(archivio: Archivio): string {
  let tipo = '';
  archivio.read('mimetype', (pezzo) => {
    tipo += new TextDecoder().decode(pezzo);
  });
  if (/\.text\b/.test(tipo)) return TESTO;
  if (/\.presentation\b/.test(tipo)) return PRESENTAZIONE;
  return 'Il file è un documento OpenDocument (ODS): nel foglio di calcolo, Salva con nome, XLSX o CSV.';
}

/**
 * The older container of the same programs.
 * @param hasParte whether it has a part of that name
 */
export function describeVecchio(hasParte: (nome: string) => boolean): string {
  if (hasParte('WordDocument')) return TESTO;
  if (hasParte('PowerPoint Document')) return PRESENTAZIONE;
  if (hasParte('__substg1.0_')) {
    return 'Il file è un messaggio di posta: va caricato l’allegato, se è un file XLSX o CSV.';
  }
  return 'Il file è un foglio di calcolo nel vecchio formato XLS: nel foglio di calcolo, Salva con nome, XLSX o CSV.';
}
