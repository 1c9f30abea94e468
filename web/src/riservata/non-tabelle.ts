/** What the service would refuse after it has travelled: told before, each with what can be done with it. */
const NON_TABELLE: readonly (readonly [nome: RegExp, detto: string])[] = [
  [
    /\.(xls|xlsb|xlsm|ods|numbers)$/i,
    'Serve un CSV o un foglio di calcolo XLSX: apri questo file con il suo programma e salvalo così.',
  ],
  [
    /\.pdf$/i,
    'È un PDF: chiedi a chi l’ha scritto il foglio di calcolo da cui viene, o riporta le cifre nel modello da compilare.',
  ],
  [
    /\.(docx?|odt|rtf|pages|pptx?|odp)$/i,
    'È un documento, non una tabella: copia la tabella in un foglio di calcolo e salvalo come XLSX o CSV.',
  ],
  [/\.(jpe?g|png|gif|tiff?|heic|webp|bmp)$/i, 'È un’immagine: riporta le cifre nel modello da compilare.'],
  [/\.(zip|rar|7z|gz)$/i, 'È un archivio compresso: estrai il file CSV o XLSX che contiene, e scegli quello.'],
  [/\.p7m$/i, 'È un file firmato: estrai il file che contiene con il programma di firma, e scegli quello.'],
  [/\.(eml|msg)$/i, 'È un messaggio di posta: salva l’allegato, e scegli quello.'],
];

/** @returns null where a file of that name may be a table */
export function describeNonTabella(nome: string): string | null {
  return NON_TABELLE.find(([forma]) => forma.test(nome))?.[1] ?? null;
}
