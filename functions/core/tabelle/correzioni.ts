/**
 * How a person corrects the reading of a file without touching the file: which column is which, which line is a note. Written as
 * one line of text, because it travels with the upload, names the caricamento and stays in the published parte: whoever walks a figure
 * back reads it as it was given.
 *
 *     separatore=virgola; intestazione=3; colonna 2=famiglie; colonna 5=ignora; valore natura=versato; righe 9-10=nota
 */
/** How the bytes are letters, where the reader's own choice is wrong. */
export const CODIFICHE_INDICATE = ['utf-8', 'windows-1252', 'mac'] as const;
export type CodificaIndicata = (typeof CODIFICHE_INDICATE)[number];

/** What stands between two cells. */
export const SEPARATORI_INDICATI = ['punto-e-virgola', 'virgola', 'tabulazione', 'barra'] as const;
export type SeparatoreIndicato = (typeof SEPARATORI_INDICATI)[number];

/**
 * - `italiani`: the dot parts thousands, the comma decimals: `1.234,56`
 * - `inglesi`: the other way round: `1,234.56`
 */
export const SCRITTURE = ['italiani', 'inglesi'] as const;
export type Scrittura = (typeof SCRITTURE)[number];

/** What a line is: left out, a row whatever it looks like, or a total that the source declares. */
export const RUOLI_RIGA = ['nota', 'dato', 'totale'] as const;
export type RuoloRiga = (typeof RUOLI_RIGA)[number];

/** In place of a meaning: the column is not used. */
export const IGNORA = 'ignora';

export interface Correzioni {
  readonly codifica?: CodificaIndicata;
  readonly separatore?: SeparatoreIndicato;
  /** Physical lines of the header: one, or two. */
  readonly intestazione?: readonly number[];
  /** 1-based column -> canonical column, or the heading that it is read as if it had, or {@link IGNORA}. */
  readonly colonne: ReadonlyMap<number, string>;
  readonly numeri: ReadonlyMap<number, Scrittura>;
  /** Canonical column that the file lacks -> what it is on every line, as a cell would say it. */
  readonly valori: ReadonlyMap<string, string>;
  /** 1-based physical line -> what it is. */
  readonly righe: ReadonlyMap<number, RuoloRiga>;
}

export const NESSUNA_CORREZIONE: Correzioni = {
  colonne: new Map(),
  numeri: new Map(),
  valori: new Map(),
  righe: new Map(),
};

/** Beyond this a file is not misread: it is another file. */
export const MASSIME_RIGHE_CORRETTE = 500;
const MASSIMA_COLONNA = 200;
const MASSIMO_SIGNIFICATO = 200;

const FORMA =
  '«colonna 3=famiglie», «colonna 5=ignora», «numeri 4=inglesi», «valore natura=versato», «riga 7=nota», «righe 8-9=totale», «riga 12=dato», «intestazione=2», «separatore=virgola» o «codifica=windows-1252», divise da punto e virgola';

type Bozza = { -readonly [K in keyof Correzioni]: Correzioni[K] } & {
  readonly colonne: Map<number, string>;
  readonly numeri: Map<number, Scrittura>;
  readonly valori: Map<string, string>;
  readonly righe: Map<number, RuoloRiga>;
};

/** The corrections were not written as they should, or cannot all hold. */
export class CorrezioneError extends Error {
  override readonly name = 'CorrezioneError';
}

/**
 * @param testo as it comes with an upload
 * @throws CorrezioneError whose message says in Italian what is wrong and what was expected
 */
export function parseCorrezioni(testo: string): Correzioni {
  const bozza: Bozza = { colonne: new Map(), numeri: new Map(), valori: new Map(), righe: new Map() };
  for (const voce of testo.split(';')) {
    const scritta = voce.trim();
    if (scritta !== '') addVoce(bozza, scritta);
  }
  assertCoerenti(bozza);
  return bozza;
}

function addVoce(bozza: Bozza, voce: string): void {
  const indicato = /^valore\s+([a-z][a-z0-9_]*)\s*=\s*(.+)$/i.exec(voce);
  if (indicato) {
    putValore(bozza.valori, { id: (indicato[1] ?? '').toLowerCase(), valore: indicato[2] ?? '' }, voce);
    return;
  }
  const trovata = /^(\p{L}+)(?:\s+(\d{1,7})(?:-(\d{1,7}))?)?\s*=\s*(.+)$/u.exec(voce);
  if (!trovata) throw refuse(voce);
  const [, nome = '', da, a, valore = ''] = trovata;
  const numeri = da === undefined ? [] : listNumeri(Number(da), Number(a ?? da), voce);
  const una = (): number => {
    if (numeri.length !== 1) throw refuse(voce);
    return numeri[0] ?? 0;
  };
  switch (nome.toLowerCase()) {
    case 'codifica':
      assertNuova(bozza.codifica === undefined && numeri.length === 0, voce);
      bozza.codifica = pick(CODIFICHE_INDICATE, valore, voce);
      return;
    case 'separatore':
      assertNuova(bozza.separatore === undefined && numeri.length === 0, voce);
      bozza.separatore = pick(SEPARATORI_INDICATI, valore, voce);
      return;
    case 'intestazione':
      assertNuova(bozza.intestazione === undefined && numeri.length === 0, voce);
      bozza.intestazione = parseIntestazione(valore, voce);
      return;
    case 'colonna':
      putColonna(bozza.colonne, { colonna: una(), valore: parseSignificato(valore, voce) }, voce);
      return;
    case 'numeri':
      putColonna(bozza.numeri, { colonna: una(), valore: pick(SCRITTURE, valore, voce) }, voce);
      return;
    case 'riga':
    case 'righe':
      if (numeri.length === 0) throw refuse(voce);
      for (const riga of numeri) putRiga(bozza.righe, riga, pick(RUOLI_RIGA, valore, voce));
      return;
    default:
      throw refuse(voce);
  }
}

function listNumeri(da: number, a: number, voce: string): number[] {
  if (da < 1 || a < da) throw refuse(voce);
  if (a - da >= MASSIME_RIGHE_CORRETTE) throw tooMany();
  return Array.from({ length: a - da + 1 }, (_, indice) => da + indice);
}

function parseIntestazione(valore: string, voce: string): readonly number[] {
  const trovata = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(valore.trim());
  const righe = trovata ? listNumeri(Number(trovata[1]), Number(trovata[2] ?? trovata[1]), voce) : [];
  if (righe.length === 0 || righe.length > 2) throw refuse(voce);
  return righe;
}

function parseSignificato(valore: string, voce: string): string {
  const significato = valore.trim().replace(/\s+/g, ' ');
  if (significato === '' || significato.length > MASSIMO_SIGNIFICATO) throw refuse(voce);
  return significato;
}

function putColonna<T>(mappa: Map<number, T>, { colonna, valore }: { colonna: number; valore: T }, voce: string): void {
  if (colonna > MASSIMA_COLONNA) throw refuse(voce);
  if (mappa.has(colonna)) throw new CorrezioneError(`Della colonna ${colonna} si dice due volte che cos’è.`);
  mappa.set(colonna, valore);
}

function putValore(mappa: Map<string, string>, { id, valore }: { id: string; valore: string }, voce: string): void {
  if (mappa.has(id)) throw new CorrezioneError(`Di «${id}» si dice due volte quanto vale per tutte le righe.`);
  mappa.set(id, parseSignificato(valore, voce));
}

function putRiga(mappa: Map<number, RuoloRiga>, riga: number, ruolo: RuoloRiga): void {
  const gia = mappa.get(riga);
  if (gia !== undefined && gia !== ruolo) {
    throw new CorrezioneError(`Della riga ${riga} si dice insieme che è «${gia}» e che è «${ruolo}».`);
  }
  mappa.set(riga, ruolo);
  if (mappa.size > MASSIME_RIGHE_CORRETTE) throw tooMany();
}

function pick<T extends string>(ammessi: readonly T[], valore: string, voce: string): T {
  const scritto = valore.trim().toLowerCase();
  const trovato = ammessi.find((uno) => uno === scritto);
  if (trovato === undefined) {
    throw new CorrezioneError(`La correzione «${cut(voce)}» non va bene: serve uno di ${ammessi.join(', ')}.`);
  }
  return trovato;
}

function assertNuova(buona: boolean, voce: string): void {
  if (!buona) throw refuse(voce);
}

/** What no file could satisfy, whatever it holds. */
function assertCoerenti({ colonne, numeri, valori, righe, intestazione = [] }: Correzioni): void {
  const viste = new Map<string, number>();
  for (const [colonna, significato] of colonne) {
    if (significato === IGNORA) continue;
    const chiave = significato.toLowerCase();
    const prima = viste.get(chiave);
    if (prima !== undefined) {
      throw new CorrezioneError(
        `Le colonne ${prima} e ${colonna} non possono essere tutte e due «${significato}»: una sola lo è, l’altra si può ignorare.`,
      );
    }
    if (valori.has(chiave)) {
      throw new CorrezioneError(
        `La colonna ${colonna} è «${significato}»: non si può indicare anche un valore per tutte le righe.`,
      );
    }
    viste.set(chiave, colonna);
  }
  for (const colonna of numeri.keys()) {
    if (colonne.get(colonna) === IGNORA) {
      throw new CorrezioneError(`La colonna ${colonna} è da ignorare: i suoi numeri non si leggono.`);
    }
  }
  const doppia = intestazione.find((riga) => righe.has(riga));
  if (doppia !== undefined) {
    throw new CorrezioneError(
      `Della riga ${doppia} si dice insieme che è l’intestazione e che è «${righe.get(doppia)}».`,
    );
  }
}

function refuse(voce: string): CorrezioneError {
  return new CorrezioneError(`La correzione «${cut(voce)}» non si capisce. Si scrive come ${FORMA}.`);
}

function tooMany(): CorrezioneError {
  return new CorrezioneError(
    `Si correggono al più ${MASSIME_RIGHE_CORRETTE} righe: un file che ne chiede di più va corretto nel file.`,
  );
}

function cut(voce: string): string {
  return voce.length > 80 ? `${voce.slice(0, 80)}…` : voce;
}
