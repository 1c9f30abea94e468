/** Why a spreadsheet was not read. The codes are stable: tests, messages and the desk rely on them. */
export type RegolaXlsx =
  | 'xlsx-non-riconosciuto'
  | 'xlsx-danneggiato'
  | 'xlsx-protetto'
  | 'xlsx-con-macro'
  | 'formato-non-supportato'
  | 'archivio-ingannevole'
  | 'archivio-eccessivo'
  | 'archivio-annidato'
  | 'percorso-pericoloso'
  | 'xml-con-dtd'
  | 'senza-fogli'
  | 'foglio-sconosciuto'
  | 'troppe-colonne'
  | 'troppe-righe'
  | 'cella-troppo-lunga';

/** The file is refused as a whole: nothing of it has been read. The message is the Italian sentence that the person sees. */
export class XlsxError extends Error {
  override readonly name = 'XlsxError';
  readonly regola: RegolaXlsx;
  readonly messaggio: string;

  constructor(regola: RegolaXlsx, messaggio: string, opzioni?: { readonly cause: unknown }) {
    super(messaggio, opzioni);
    this.regola = regola;
    this.messaggio = messaggio;
  }
}

/** @param dove the part of the file, or the cell, as a person can find it */
export function createDanneggiato(dove: string, causa?: unknown): XlsxError {
  return new XlsxError(
    'xlsx-danneggiato',
    `Il foglio di calcolo è danneggiato (${dove}): va aperto e salvato di nuovo come XLSX, oppure come CSV.`,
    causa === undefined ? undefined : { cause: causa },
  );
}

export function createIngannevole(motivo: string): XlsxError {
  return new XlsxError(
    'archivio-ingannevole',
    `Il file non si può leggere in sicurezza: ${motivo}. Va aperto nel foglio di calcolo e salvato di nuovo.`,
  );
}

export function createEccessivo(motivo: string): XlsxError {
  return new XlsxError(
    'archivio-eccessivo',
    `Il file non si può leggere in sicurezza: ${motivo}. Va tenuto il solo foglio con la tabella, oppure va salvato come CSV.`,
  );
}

export function createProtetto(): XlsxError {
  return new XlsxError(
    'xlsx-protetto',
    'Il file è protetto da una password: va tolta (File, Informazioni, Proteggi cartella di lavoro) e il file salvato di nuovo.',
  );
}
