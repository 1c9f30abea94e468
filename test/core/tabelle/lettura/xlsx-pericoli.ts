/** Files that must be refused, each with the one answer that it gets. Bytes are made when asked for: some inflate to gigabytes. */
import { deflateSync, strToU8, zipSync } from 'fflate';
import type { RegolaXlsx } from '../../../../functions/core/tabelle/lettura/xlsx-errore.ts';
import { composeParti, type Parti, patchIntestazioni, writeCartella, writeFoglio, zipParti } from './xlsx-cartelle.ts';

export interface Pericolo {
  readonly cosa: string;
  readonly byte: () => Uint8Array;
  readonly foglio?: string;
  readonly regola: RegolaXlsx;
  readonly messaggio: string;
}

const MB = 1024 * 1024;
const FOGLIO = 'xl/worksheets/sheet1.xml';
const RISALVA = 'Va aperto nel foglio di calcolo e salvato di nuovo.';
const BUONA: Parti = composeParti({
  fogli: [{ nome: 'Foglio1', xml: '<sheetData><row r="1"><c r="A1"><v>6917</v></c></row></sheetData>' }],
});

/** @param scala how much larger than what already shows the hazard: 1 for the tests, more to measure time and memory */
export function composePericoli(scala: number): Pericolo[] {
  return [...composeEstranei(), ...composeArchivi(), ...composeBombe(scala), ...composeXml(scala), ...composeFogli()];
}

function composeEstranei(): Pericolo[] {
  const nonXlsx = 'Il file non è un foglio di calcolo XLSX: serve la tabella in un file XLSX o CSV.';
  const macro =
    'Il file contiene macro, cioè programmi: per sicurezza non si accetta. Nel foglio di calcolo: Salva con nome, «Cartella di lavoro di Excel (.xlsx)» o CSV.';
  const protetto =
    'Il file è protetto da una password: va tolta (File, Informazioni, Proteggi cartella di lavoro) e il file salvato di nuovo.';
  const senzaTipi =
    'Il file è un archivio ZIP ma non un foglio di calcolo XLSX: se la tabella è dentro, va estratta, e caricato il file XLSX o CSV.';
  const testo =
    'Il file è un documento di testo (Word o simile): la tabella va copiata in un foglio di calcolo e salvata in XLSX o CSV.';
  const principale = 'application/vnd.openxmlformats-officedocument';
  const ole = (nome: string): Uint8Array => {
    const byte = new Uint8Array(4096);
    byte.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    byte.set(
      [...nome].flatMap((lettera) => [lettera.charCodeAt(0), 0]),
      1152,
    );
    return byte;
  };
  return [
    { cosa: 'nothing', byte: () => new Uint8Array(), regola: 'xlsx-non-riconosciuto', messaggio: nonXlsx },
    { cosa: 'a text', byte: () => strToU8('Comune;2018'), regola: 'xlsx-non-riconosciuto', messaggio: nonXlsx },
    {
      cosa: 'an old XLS file',
      byte: () => ole('Workbook'),
      regola: 'formato-non-supportato',
      messaggio:
        'Il file è un foglio di calcolo nel vecchio formato XLS: nel foglio di calcolo, Salva con nome, XLSX o CSV.',
    },
    {
      cosa: 'a workbook with a password',
      byte: () => ole('EncryptedPackage'),
      regola: 'xlsx-protetto',
      messaggio: protetto,
    },
    {
      cosa: 'an archive with a password',
      byte: () =>
        patchIntestazioni(zipParti(BUONA), FOGLIO, (vista, { posizione, centrale }) =>
          vista.setUint16(posizione + (centrale ? 8 : 6), 1, true),
        ),
      regola: 'xlsx-protetto',
      messaggio: protetto,
    },
    {
      cosa: 'an XLSM file, by its type',
      byte: () =>
        writeCartella({
          fogli: [{ nome: 'Foglio1', xml: '<sheetData/>' }],
          tipo: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        }),
      regola: 'xlsx-con-macro',
      messaggio: macro,
    },
    {
      cosa: 'an XLSM file with the name of an XLSX',
      byte: () => zipParti({ ...BUONA, 'xl/vbaProject.bin': new Uint8Array(100) }),
      regola: 'xlsx-con-macro',
      messaggio: macro,
    },
    {
      cosa: 'a workbook that names its macros only in its relations',
      byte: () => writeCartella({ fogli: [{ nome: 'Programma', xml: '', tipo: 'vbaProject' }] }),
      regola: 'xlsx-con-macro',
      messaggio: macro,
    },
    {
      cosa: 'a sheet of old macros',
      byte: () => writeCartella({ fogli: [{ nome: 'Macro1', xml: '<sheetData/>', tipo: 'xlMacrosheet' }] }),
      regola: 'xlsx-con-macro',
      messaggio: macro,
    },
    {
      cosa: 'an XLSB file',
      byte: () =>
        writeCartella({
          fogli: [{ nome: 'Foglio1', xml: '<sheetData/>' }],
          tipo: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
        }),
      regola: 'formato-non-supportato',
      messaggio: 'Il file è un foglio di calcolo binario (XLSB): nel foglio di calcolo, Salva con nome, XLSX o CSV.',
    },
    {
      cosa: 'an ODS file',
      byte: () =>
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
          'content.xml': strToU8('<office:document-content/>'),
        }),
      regola: 'formato-non-supportato',
      messaggio: 'Il file è un documento OpenDocument (ODS): nel foglio di calcolo, Salva con nome, XLSX o CSV.',
    },
    {
      cosa: 'a Word document',
      byte: () =>
        zipParti({
          '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${principale}.wordprocessingml.document.main+xml"/></Types>`,
          '_rels/.rels':
            '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
          'word/document.xml': '<document><body/></document>',
        }),
      regola: 'formato-non-supportato',
      messaggio: testo,
    },
    {
      cosa: 'an archive of CSV files',
      byte: () => zipSync({ 'popolazione.csv': strToU8('Comune;2018') }),
      regola: 'formato-non-supportato',
      messaggio: senzaTipi,
    },
  ];
}

function composeArchivi(): Pericolo[] {
  const danneggiato = (dove: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'xlsx-danneggiato',
    messaggio: `Il foglio di calcolo è danneggiato (${dove}): va aperto e salvato di nuovo come XLSX, oppure come CSV.`,
  });
  const ingannevole = (motivo: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'archivio-ingannevole',
    messaggio: `Il file non si può leggere in sicurezza: ${motivo}. ${RISALVA}`,
  });
  const patch = (cambia: (vista: DataView, posizione: number) => void, dove: 'centrale' | 'locale'): Uint8Array =>
    patchIntestazioni(zipParti(BUONA), FOGLIO, (vista, { posizione, centrale }) => {
      if (centrale === (dove === 'centrale')) cambia(vista, posizione);
    });
  const rename = (nome: string): Uint8Array => zipParti({ ...BUONA, [nome]: '<a/>' });
  const fuori: Pick<Pericolo, 'regola' | 'messaggio'> = {
    regola: 'percorso-pericoloso',
    messaggio: `Il file non si può leggere in sicurezza: una delle sue parti ha un nome che porta fuori dal file. ${RISALVA}`,
  };
  const annidato = (nome: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'archivio-annidato',
    messaggio: `Il file contiene un altro archivio («${nome}»): vanno tolti gli oggetti incorporati, oppure la tabella va salvata come CSV.`,
  });
  return [
    {
      cosa: 'an archive cut in the middle',
      byte: () => zipParti(BUONA).slice(0, 900),
      ...danneggiato('l’archivio è tronco'),
    },
    {
      cosa: 'an archive that is its first four bytes',
      byte: () => new Uint8Array([0x50, 0x4b, 3, 4]),
      ...danneggiato('l’archivio è tronco'),
    },
    {
      cosa: 'a part that is not at the place declared',
      byte: () => patch((vista, dove) => vista.setUint32(dove + 42, 7, true), 'centrale'),
      ...ingannevole(`«${FOGLIO}» non è dove l’indice la dichiara`),
    },
    {
      cosa: 'a part past the end of the file',
      byte: () => patch((vista, dove) => vista.setUint32(dove + 42, 0x7fffffff, true), 'centrale'),
      ...danneggiato('l’archivio è tronco'),
    },
    {
      cosa: 'two sizes for one part',
      byte: () => patch((vista, dove) => vista.setUint32(dove + 22, 5, true), 'locale'),
      ...ingannevole(`«${FOGLIO}» è descritta in due modi diversi`),
    },
    {
      cosa: 'a part larger than declared',
      byte: () => setDimensione(BUONA, FOGLIO, 10),
      ...ingannevole(`«${FOGLIO}» è più grande di quanto dichiara`),
    },
    {
      cosa: 'a part smaller than declared',
      byte: () => setDimensione(BUONA, FOGLIO, 100_000),
      ...ingannevole(`«${FOGLIO}» è più piccola di quanto dichiara`),
    },
    {
      cosa: 'a part that fails its checksum',
      byte: () => patch((vista, dove) => vista.setUint32(dove + 16, 1, true), 'centrale'),
      ...danneggiato(`«${FOGLIO}» non supera il controllo di integrità`),
    },
    {
      cosa: 'a part compressed in an unknown way',
      byte: () => patch((vista, dove) => vista.setUint16(dove + 10, 12, true), 'centrale'),
      ...danneggiato(`«${FOGLIO}» è compressa in un modo sconosciuto`),
    },
    {
      cosa: 'two names for one part',
      byte: () => patch((vista, dove) => vista.setUint8(dove + 30, 0x58), 'locale'),
      ...ingannevole(`«${FOGLIO}» è descritta in due modi diversi`),
    },
    {
      cosa: 'more parts than declared',
      byte: () => {
        const byte = zipParti(BUONA);
        const quante = Object.keys(BUONA).length - 1;
        byte.set([quante, 0, quante, 0], byte.length - 14);
        return byte;
      },
      ...ingannevole('l’indice dell’archivio non corrisponde al contenuto'),
    },
    {
      cosa: 'bytes before the archive',
      byte: () => {
        const byte = zipParti(BUONA);
        const conTesta = new Uint8Array(byte.length + 4);
        conTesta.set([0x50, 0x4b, 3, 4]);
        conTesta.set(byte, 4);
        return conTesta;
      },
      ...ingannevole('l’indice dell’archivio non corrisponde al contenuto'),
    },
    {
      cosa: 'two parts with one name',
      byte: () => zipParti({ ...BUONA, 'XL/Workbook.XML': '<a/>' }),
      ...ingannevole('contiene due parti con lo stesso nome'),
    },
    { cosa: 'a name that climbs out', byte: () => rename('xl/../../etc/passwd.xml'), ...fuori },
    { cosa: 'an absolute name', byte: () => rename('/etc/passwd.xml'), ...fuori },
    { cosa: 'a name with a drive', byte: () => rename('C:/dati.xml'), ...fuori },
    { cosa: 'a name with backslashes', byte: () => rename('xl\\workbook2.xml'), ...fuori },
    {
      cosa: 'a workbook inside the workbook',
      byte: () => zipParti({ ...BUONA, 'xl/embeddings/Foglio.xlsx': zipParti(BUONA) }),
      ...annidato('xl/embeddings/Foglio.xlsx'),
    },
    {
      cosa: 'an archive under another name, stored',
      byte: () => zipParti({ ...BUONA, 'xl/dati.bin': zipParti(BUONA) }, { level: 0 }),
      ...annidato('xl/dati.bin'),
    },
    {
      cosa: 'an archive under another name, compressed',
      byte: () => zipParti({ ...BUONA, 'xl/dati.bin': zipParti(BUONA) }, { level: 9 }),
      ...annidato('xl/dati.bin'),
    },
    {
      cosa: 'a workbook without its list of sheets',
      byte: () => zipParti({ ...BUONA, 'xl/workbook.xml': '<workbook/>' }),
      regola: 'senza-fogli',
      messaggio: 'Il file non contiene fogli con celle: serve un foglio con la tabella.',
    },
    {
      cosa: 'a sheet that is not there',
      byte: () => {
        const { [FOGLIO]: _, ...senza } = BUONA;
        return zipParti(senza);
      },
      ...danneggiato(`manca la parte «${FOGLIO}»`),
    },
    {
      cosa: 'a sheet that leads outside the file',
      byte: () =>
        zipParti({
          ...BUONA,
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        }),
      regola: 'senza-fogli',
      messaggio: 'Il file non contiene fogli con celle: serve un foglio con la tabella.',
    },
  ];
}

function setDimensione(parti: Parti, nome: string, espansi: number): Uint8Array {
  return declareEspansi(zipParti(parti), nome, espansi);
}

/** Both headers say it: only what comes out can tell. */
function declareEspansi(byte: Uint8Array, nome: string, espansi: number): Uint8Array {
  return patchIntestazioni(byte, nome, (vista, { posizione, centrale }) =>
    vista.setUint32(posizione + (centrale ? 24 : 22), espansi, true),
  );
}

function composeBombe(scala: number): Pericolo[] {
  const eccessivo = (motivo: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'archivio-eccessivo',
    messaggio: `Il file non si può leggere in sicurezza: ${motivo}. Va tenuto il solo foglio con la tabella, oppure va salvato come CSV.`,
  });
  const zeri = (mega: number): Uint8Array => new Uint8Array(Math.round(mega * MB));
  return [
    {
      cosa: 'a sheet that inflates a thousand times',
      byte: () => zipParti({ ...BUONA, [FOGLIO]: zeri(6 * scala) }),
      ...eccessivo(`«${FOGLIO}» è compressa oltre 100 volte`),
    },
    {
      cosa: 'a sheet that says it is small and inflates to many megabytes',
      byte: () => setDimensione({ ...BUONA, [FOGLIO]: zeri(6 * scala) }, FOGLIO, 5_000),
      regola: 'archivio-ingannevole',
      messaggio: `Il file non si può leggere in sicurezza: «${FOGLIO}» è più grande di quanto dichiara. ${RISALVA}`,
    },
    {
      cosa: 'a part that says four gigabytes',
      byte: () => setDimensione(BUONA, FOGLIO, 0xfffffffe),
      ...eccessivo(`«${FOGLIO}» è compressa oltre 100 volte`),
    },
    {
      cosa: 'parts that are modest alone and 65 MB together',
      byte: () => {
        const nomi = Array.from({ length: 65 }, (_, i) => `xl/media/${i}.png`);
        const byte = zipParti({ ...BUONA, ...Object.fromEntries(nomi.map((nome) => [nome, zeri(0.01)])) });
        return nomi.reduce((patchata, nome) => declareEspansi(patchata, nome, MB), byte);
      },
      ...eccessivo('una volta aperto supera i 64 MB'),
    },
    {
      cosa: 'ten thousand parts',
      byte: () =>
        zipParti({ ...BUONA, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.xml`, ''])) }),
      ...eccessivo('contiene 10.006 parti, il massimo è 2.000'),
    },
    {
      cosa: 'a hundred parts that share the same bytes',
      byte: composeSovrapposte,
      regola: 'archivio-ingannevole',
      messaggio: `Il file non si può leggere in sicurezza: due delle sue parti occupano gli stessi byte. ${RISALVA}`,
    },
    {
      cosa: 'merged areas without end',
      byte: () =>
        writeFoglio(
          `<sheetData/><mergeCells>${Array.from({ length: 60_000 * scala }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join('')}</mergeCells>`,
        ),
      ...eccessivo('ha più di 50.000 gruppi di celle unite'),
    },
    {
      cosa: 'one long text that a hundred thousand cells share',
      byte: () =>
        writeFoglio(
          `<sheetData>${Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`).join('')}</sheetData>`,
          { condivisi: [`<si><t>${'x'.repeat(32_000)}</t></si>`] },
        ),
      ...eccessivo('i testi delle sue celle superano i 64 milioni di caratteri'),
    },
  ];
}

/** Every entry of the directory points into one stream of bytes: each says the truth about itself. */
function composeSovrapposte(): Uint8Array {
  const nomi = Array.from({ length: 100 }, (_, i) => `xl/${`${i}`.padStart(3, '0')}.xml`);
  const contenuto = deflateSync(new Uint8Array(60_000));
  const locale = composeIntestazione(0x04034b50, nomi[0] ?? '', contenuto.length);
  const centrali = nomi.map((nome) => composeIntestazione(0x02014b50, nome, contenuto.length));
  const direttorio = locale.length + contenuto.length;
  const lunghezza = centrali.reduce((somma, { length }) => somma + length, 0);
  const byte = new Uint8Array(direttorio + lunghezza + 22);
  byte.set(locale);
  byte.set(contenuto, locale.length);
  let dove = direttorio;
  for (const centrale of centrali) {
    // The names are as long as each other: the first local header is renamed by none, so only its own entry agrees with it.
    centrale.set(strToU8(nomi[0] ?? ''), 46);
    byte.set(centrale, dove);
    dove += centrale.length;
  }
  const vista = new DataView(byte.buffer);
  vista.setUint32(dove, 0x06054b50, true);
  vista.setUint16(dove + 8, nomi.length, true);
  vista.setUint16(dove + 10, nomi.length, true);
  vista.setUint32(dove + 12, lunghezza, true);
  vista.setUint32(dove + 16, direttorio, true);
  return byte;
}

function composeIntestazione(firma: number, nome: string, compressi: number): Uint8Array {
  const centrale = firma === 0x02014b50;
  const byte = new Uint8Array((centrale ? 46 : 30) + nome.length);
  const vista = new DataView(byte.buffer);
  vista.setUint32(0, firma, true);
  vista.setUint16(centrale ? 10 : 8, 8, true);
  vista.setUint32(centrale ? 20 : 18, compressi, true);
  vista.setUint32(centrale ? 24 : 22, 60_000, true);
  vista.setUint16(centrale ? 28 : 26, nome.length, true);
  byte.set(strToU8(nome), centrale ? 46 : 30);
  return byte;
}

function composeXml(scala: number): Pericolo[] {
  const conXml =
    (xml: string | Uint8Array): (() => Uint8Array) =>
    () =>
      zipParti({ ...BUONA, [FOGLIO]: xml });
  const dtd = {
    regola: 'xml-con-dtd',
    messaggio: `Il file non si può leggere in sicurezza: «${FOGLIO}» contiene definizioni (DTD) che un foglio di calcolo non scrive mai. Va aperto e salvato di nuovo.`,
  } as const;
  const danneggiato = (dove: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'xlsx-danneggiato',
    messaggio: `Il foglio di calcolo è danneggiato (${dove}): va aperto e salvato di nuovo come XLSX, oppure come CSV.`,
  });
  const risate = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  /** Numbers that no compressor shortens much: the archive has nothing to say against them. */
  const rumore = (quanti: number, cifra: (n: number) => string): string => {
    let seme = 1;
    return Array.from({ length: quanti }, () => {
      seme = (seme * 48_271) % 0x7fffffff;
      return cifra(seme);
    }).join('');
  };
  const illeggibile = danneggiato(`«${FOGLIO}» non si legge`);
  const lungo = danneggiato(`«${FOGLIO}» contiene un testo troppo lungo`);
  return [
    {
      cosa: 'a billion laughs',
      byte: conXml(`<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "ha">${risate}]><worksheet>&l9;</worksheet>`),
      ...dtd,
    },
    {
      cosa: 'an entity that reads a file',
      byte: conXml('<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'),
      ...dtd,
    },
    {
      cosa: 'definitions that never end',
      byte: conXml(`<!DOCTYPE worksheet [${rumore(100_000 * scala, (n) => `<!ENTITY e${n} "">`)}`),
      ...lungo,
    },
    {
      cosa: 'definitions after a long comment',
      byte: conXml(`<!--${rumore(8_000, (n) => `${n} `)}--><!DOCTYPE worksheet []><worksheet/>`),
      ...dtd,
    },
    { cosa: 'an entity of nobody', byte: conXml('<worksheet>&nbsp;</worksheet>'), ...illeggibile },
    { cosa: 'XML that does not close', byte: conXml('<worksheet><sheetData><row>'), ...illeggibile },
    { cosa: 'HTML in place of XML', byte: conXml('<html><br></html>'), ...illeggibile },
    {
      cosa: 'bytes that are not UTF-8',
      byte: conXml(new Uint8Array([60, 97, 62, 0xe0, 60, 47, 97, 62])),
      ...illeggibile,
    },
    {
      cosa: 'XML in another encoding',
      byte: conXml('<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>'),
      ...danneggiato(`«${FOGLIO}» non è in UTF-8`),
    },
    {
      cosa: 'elements nested without end',
      byte: conXml(`<worksheet>${rumore(100_000 * scala, (n) => `<a${n % 97}>`)}`),
      ...danneggiato(`«${FOGLIO}» ha troppi elementi uno nell’altro`),
    },
    {
      cosa: 'an element with very many attributes',
      byte: conXml(`<worksheet ${rumore(100_000 * scala, (n) => ` a${n}=""`)}/>`),
      ...danneggiato(`«${FOGLIO}» ha un elemento con troppi attributi`),
    },
    {
      cosa: 'a comment of megabytes',
      byte: conXml(`<worksheet><!--${rumore(200_000 * scala, (n) => `${n} `)}--></worksheet>`),
      ...lungo,
    },
    {
      cosa: 'an instruction of megabytes',
      byte: conXml(`<worksheet><?x ${rumore(200_000 * scala, (n) => `${n} `)}?></worksheet>`),
      ...lungo,
    },
    {
      cosa: 'an attribute of megabytes',
      byte: conXml(`<worksheet a="${rumore(200_000 * scala, (n) => `${n} `)}"/>`),
      ...lungo,
    },
    { cosa: 'a name of megabytes', byte: conXml(`<w${rumore(200_000 * scala, (n) => `${n}`)}/>`), ...lungo },
    {
      cosa: 'a text of megabytes',
      byte: () =>
        writeFoglio(
          `<sheetData><row r="1"><c r="A1" t="str"><v>${rumore(200_000 * scala, (n) => `${n} `)}</v></c></row></sheetData>`,
        ),
      ...lungo,
    },
    {
      cosa: 'a text of megabytes in many pieces',
      byte: () =>
        writeFoglio('<sheetData/>', {
          condivisi: [`<si>${rumore(100_000 * scala, (n) => `<r><t>${n}</t></r>`)}</si>`],
        }),
      regola: 'cella-troppo-lunga',
      messaggio:
        'Il foglio di calcolo contiene un testo troppo lungo (testo 1): una cella di una tabella ha poche parole.',
    },
  ];
}

function composeFogli(): Pericolo[] {
  const conRighe =
    (xml: string): (() => Uint8Array) =>
    () =>
      writeFoglio(`<sheetData>${xml}</sheetData>`);
  const danneggiato = (dove: string): Pick<Pericolo, 'regola' | 'messaggio'> => ({
    regola: 'xlsx-danneggiato',
    messaggio: `Il foglio di calcolo è danneggiato (${dove}): va aperto e salvato di nuovo come XLSX, oppure come CSV.`,
  });
  const tre = (): Uint8Array =>
    writeCartella({ fogli: ['Spesa', 'Fondi', 'Note'].map((nome) => ({ nome, xml: '<sheetData/>' })) });
  const disordine = danneggiato('le celle della riga 1 non sono in ordine');
  return [
    {
      cosa: 'a sheet that the file does not have',
      byte: tre,
      foglio: 'Spesa 2018',
      regola: 'foglio-sconosciuto',
      messaggio: 'Il foglio «Spesa 2018» non c’è: il file ha i fogli «Spesa», «Fondi» e «Note».',
    },
    {
      cosa: 'a sheet that is not the only one',
      byte: conRighe(''),
      foglio: 'Spesa',
      regola: 'foglio-sconosciuto',
      messaggio: 'Il foglio «Spesa» non c’è: il file ha il solo foglio «Foglio1».',
    },
    {
      cosa: 'charts only',
      byte: () => writeCartella({ fogli: [{ nome: 'Grafico', xml: '', tipo: 'chartsheet' }] }),
      regola: 'senza-fogli',
      messaggio: 'Il file non contiene fogli con celle: serve un foglio con la tabella.',
    },
    {
      cosa: 'a value in the 201st column',
      byte: conRighe('<row r="1"><c r="GS1"><v>1</v></c></row>'),
      regola: 'troppe-colonne',
      messaggio: 'Il foglio di calcolo ha più di 200 colonne (cella GS1): va tenuta la sola tabella.',
    },
    {
      cosa: 'a row that no spreadsheet has',
      byte: conRighe('<row r="2000001"><c r="A2000001"><v>1</v></c></row>'),
      regola: 'troppe-righe',
      messaggio:
        'Il foglio di calcolo va oltre la riga 1.048.576: nessun programma scrive tante righe. La tabella va salvata come CSV.',
    },
    {
      cosa: 'a row twice',
      byte: conRighe('<row r="1"/><row r="1"/>'),
      ...danneggiato('le righe dopo la 1 non sono in ordine'),
    },
    {
      cosa: 'a row numbered in letters',
      byte: conRighe('<row r="uno"/>'),
      ...danneggiato('le righe dopo la 0 non sono in ordine'),
    },
    { cosa: 'a cell twice', byte: conRighe('<row r="1"><c r="A1"/><c r="A1"/></row>'), ...disordine },
    { cosa: 'cells from right to left', byte: conRighe('<row r="1"><c r="B1"/><c r="A1"/></row>'), ...disordine },
    { cosa: 'a cell of another row', byte: conRighe('<row r="1"><c r="A2"/></row>'), ...disordine },
    {
      cosa: 'a shared text that is not there',
      byte: conRighe('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      ...danneggiato('la cella A1 rimanda a un testo che manca'),
    },
    {
      cosa: 'a style that is not there: a count or a day, nobody knows',
      byte: conRighe('<row r="1"><c r="A1" s="9"><v>46195</v></c></row>'),
      ...danneggiato('la cella A1 ha un formato che il file non definisce'),
    },
    {
      cosa: 'a cell of an unknown type',
      byte: conRighe('<row r="1"><c r="A1" t="x"><v>1</v></c></row>'),
      ...danneggiato('la cella A1 è di un tipo sconosciuto'),
    },
    {
      cosa: 'a merged area that is none',
      byte: () => writeFoglio('<sheetData/><mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
      ...danneggiato('l’area «B2:A1» non si legge'),
    },
    {
      cosa: 'merged areas over each other, by the thousand',
      byte: () =>
        writeFoglio(
          `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(3_000)}</mergeCells>`,
        ),
      ...danneggiato('le sue celle unite si sovrappongono'),
    },
  ];
}
