/** What people send in the place of a table: each is told what it is and what to do, whatever it is called. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from './prove.ts';

const toByte = (testo: string) => Uint8Array.from(testo, (lettera) => lettera.charCodeAt(0));
const zip = (...nomi: string[]) => zipSync(Object.fromEntries(nomi.map((nome) => [nome, toByte('x')])));
const toVecchio = (parte: string) =>
  toByte(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(1200)}${[...parte].map((lettera) => `${lettera}\0`).join('')}`);

const casi: [caso: string, byte: Uint8Array, detto: RegExp][] = [
  ['a PDF', toByte('%PDF-1.7'), /^Il file è un PDF: serve/],
  [
    'a photo of a telephone',
    toByte('\xff\xd8\xff\xe0\0\x10JFIF'),
    /^Il file è un’immagine: serve la tabella in un file CSV o XLSX/,
  ],
  ['a photo of an iPhone', toByte('\0\0\0\x24ftypheic\0\0'), /^Il file è un’immagine/],
  ['a screenshot', toByte('\x89PNG\r\n\x1a\n\0\0'), /^Il file è un’immagine/],
  ['a scan', toByte('II*\0\x08\0'), /^Il file è un’immagine/],
  ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), /^Il file è un documento di testo.*copiata/],
  ['an old Word document', toVecchio('WordDocument'), /^Il file è un documento di testo/],
  [
    'the HTML that some programs call XLS',
    toByte('<html><table><tr><td>Comune'),
    /^Il file è una pagina web.*va salvata da lì/,
  ],
  ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), /^Il file è una presentazione/],
  ['old slides', toVecchio('PowerPoint Document'), /^Il file è una presentazione/],
  ['an old workbook', toVecchio('Workbook'), /vecchio formato XLS: nel foglio di calcolo, Salva con nome/],
  ['a workbook with a password', toVecchio('EncryptedPackage'), /protetto da una password: va tolta/],
  ['a message', toVecchio('__substg1.0_001A001F'), /^Il file è un messaggio di posta: va caricato l’allegato/],
  ['a sheet of Numbers', zip('Index/Document.iwa'), /^Il file è di Pages, Numbers o Keynote: .*Esporta/],
  ['an archive of tables', zip('dati.csv'), /archivio ZIP .*va estratta/],
  ['an archive in RAR', toByte('Rar!\x1a\x07\0'), /^Il file è un archivio compresso, da estrarre: serve/],
  ['an archive in 7z', toByte('7z\xbc\xaf\x27\x1c'), /^Il file è un archivio compresso, da estrarre: serve/],
  [
    'a signed file',
    toByte('0\x82\x10\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0'),
    /^Il file è firmato \(P7M\), da estrarre: serve/,
  ],
  [
    'a signed file of unknown length',
    toByte('0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0'),
    /^Il file è firmato \(P7M\)/,
  ],
];

describe('a file that is no table is told by what it is', () => {
  it.each(casi)('%s', (_caso, testo, detto) => {
    expect(read({ testo }).problemi.map(({ messaggio }) => messaggio)).toEqual([expect.stringMatching(detto)]);
  });
});

it('takes no table for one of them', () => {
  const tabella = 'comune;anno;emigrazioni;immigrazioni\nCasarano;2021;1;2\nMatino;2021;1;2\nSant’Angelo;2021;1;2\n';
  expect(read({ testo: tabella }).problemi).toEqual([]);
  expect(read({ testo: `0\r\n${tabella}` }).problemi).toEqual([]);
});
