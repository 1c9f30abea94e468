/** The path of the concertazione as a list of events, in the order of time; what has no date comes last. */
import type { Riga, Valore } from './tabelle/tabella.ts';

export interface Evento {
  /** Stable while what the event is stays the same, also when its day, its hours or its place change. */
  readonly uid: string;
  readonly ciclo: string;
  readonly tipo: 'incontro' | 'scadenza' | 'atto';
  readonly fase: string | null;
  readonly tavolo: string | null;
  /** ISO days; null where the document leaves them blank. */
  readonly data: string | null;
  readonly finoA: string | null;
  /** `09:30`, the time of Italy's clocks. */
  readonly dalle: string | null;
  readonly alle: string | null;
  readonly luogo: string | null;
  readonly organo: string | null;
  readonly area: string | null;
  readonly atto: string | null;
  readonly titolo: string;
  readonly parte: string;
  readonly riga: number;
}

/**
 * @param righe of the table `calendario`
 * @param ambito its id, so that the uid of two ambiti never meet
 */
export function listEventi(righe: readonly Riga[], ambito: string): Evento[] {
  const volte = new Map<string, number>();
  const eventi = righe.map((riga) => {
    const evento = toEvento(riga);
    const identita = [ambito, evento.ciclo, evento.tipo, evento.fase, evento.tavolo, evento.organo, evento.titolo];
    const chiave = JSON.stringify([...identita, evento.area]);
    const volta = (volte.get(chiave) ?? 0) + 1;
    volte.set(chiave, volta);
    return { ...evento, uid: `${hashTesto(`${chiave}#${volta}`)}@${ambito}.osservatorio-piano-di-zona` };
  });
  return eventi.toSorted(
    (a, b) =>
      a.ciclo.localeCompare(b.ciclo) ||
      compareConNulli(a.data, b.data) ||
      compareConNulli(a.dalle ?? a.alle, b.dalle ?? b.alle),
  );
}

/** Two things that are the same moment keep the order of the document: sorting is stable. */
function compareConNulli(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

function toEvento({ parte, riga, valori }: Riga): Omit<Evento, 'uid'> {
  const tipo = valori.tipo_evento;
  return {
    ciclo: toTesto(valori.ciclo) ?? '',
    tipo: tipo === 'scadenza' || tipo === 'atto' ? tipo : 'incontro',
    fase: toTesto(valori.fase),
    tavolo: toTesto(valori.tavolo),
    data: toTesto(valori.data),
    finoA: toTesto(valori.fino_a),
    dalle: toTesto(valori.dalle),
    alle: toTesto(valori.alle),
    luogo: toTesto(valori.luogo),
    organo: toTesto(valori.organo),
    area: toTesto(valori.area),
    atto: toTesto(valori.atto),
    titolo: toTesto(valori.titolo) ?? '',
    parte,
    riga,
  };
}

function toTesto(valore: Valore | undefined): string | null {
  return valore === undefined || valore === null || valore === '' ? null : String(valore);
}

const BASE = 0xcbf29ce484222325n;
const PRIMO = 0x100000001b3n;

/** Sixteen hexadecimal digits. @source FNV-1a, 64 bit, over UTF-8 */
function hashTesto(testo: string): string {
  let hash = BASE;
  for (const byte of new TextEncoder().encode(testo)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIMO);
  return hash.toString(16).padStart(16, '0');
}

/** `Tavolo 3`, `Sessione plenaria`: how a tavolo is called, which documents give as a number or in capitals. */
export function nameTavolo(tavolo: string): string {
  if (/^\d+$/.test(tavolo)) return `Tavolo ${tavolo}`;
  if (/^plenaria$/i.test(tavolo)) return 'Sessione plenaria';
  return tavolo;
}

/** What one reads in a list or in a diary: `Tavolo 3: Le politiche familiari`. */
export function nameEvento({ tavolo, area, titolo }: Pick<Evento, 'tavolo' | 'area' | 'titolo'>): string {
  if (tavolo === null) return titolo;
  const nome = nameTavolo(tavolo);
  if (titolo.toLowerCase().startsWith(nome.toLowerCase())) return titolo;
  const argomento = area ?? (titolo.toLowerCase().startsWith('tavolo tematico') ? null : titolo);
  return argomento === null ? nome : `${nome}: ${argomento}`;
}
