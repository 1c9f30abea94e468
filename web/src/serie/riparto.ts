/** How each minimum quota is made: the transfers split by residents, to the cent; and what it would be with other numbers. */
import { type Quota, splitImporto } from '../../../functions/core/denaro.ts';
import type { AmbitoDto, SpiegazioneDto } from '../../../functions/core/http/schemi.ts';
import { toNumero } from './valore.ts';

export interface Fondo {
  /** `FNPS`. */
  readonly id: string;
  readonly importoCent: number;
}

export interface PesoComune {
  readonly codice: string;
  readonly nome: string;
  readonly residenti: number;
}

/** What the quotas of a ciclo are split from. */
export interface BaseRiparto {
  readonly anno: string;
  readonly fondi: readonly Fondo[];
  readonly pesi: readonly PesoComune[];
  /** `residenti della tabella delle famiglie, 2021`. */
  readonly chiave: string;
}

/**
 * The transfers and the residents behind a published computation.
 * @param spiegazione walk back of `cofinanziamento-minimo-calcolato` of one comune
 * @returns null where an input is missing, or where splitting them does not give the very quota that it explains
 */
export function readBase(spiegazione: SpiegazioneDto, ambito: Pick<AmbitoDto, 'comuni'>): BaseRiparto | null {
  const { osservazione, ingressi } = spiegazione;
  const fondi = new Map<string, number>();
  const residenti = new Map<string, number>();
  let chiave = '';
  for (const { tipo, comune, ruolo, valore } of ingressi) {
    const numero = toNumero(valore);
    if (numero === null) return null;
    if (tipo === 'fondi') {
      const id = ruolo.replace(/\s+\d{4}.*$/, '');
      fondi.set(id, (fondi.get(id) ?? 0) + numero);
    } else if (comune !== null) {
      chiave = ruolo;
      residenti.set(comune, (residenti.get(comune) ?? 0) + numero);
    }
  }
  const pesi = ambito.comuni.flatMap(({ codiceIstat, nome }) => {
    const persone = residenti.get(codiceIstat);
    return persone === undefined ? [] : [{ codice: codiceIstat, nome, residenti: persone }];
  });
  if (fondi.size === 0 || pesi.length !== ambito.comuni.length) return null;
  const base = {
    anno: osservazione.periodo,
    fondi: [...fondi].map(([id, importoCent]) => ({ id, importoCent })),
    pesi,
    chiave,
  };
  const sua = computeQuote(base)?.find(({ id }) => id === osservazione.comune);
  return sua && sua.importoCent === toNumero(osservazione.valore) ? base : null;
}

export function sumFondi(fondi: readonly Fondo[]): number {
  return fondi.reduce((somma, { importoCent }) => somma + importoCent, 0);
}

/** @returns null where nobody lives anywhere: there is nothing to split by */
export function computeQuote({ fondi, pesi }: Pick<BaseRiparto, 'fondi' | 'pesi'>): Quota[] | null {
  if (pesi.every(({ residenti }) => residenti === 0)) return null;
  return splitImporto(
    sumFondi(fondi),
    pesi.map(({ codice, residenti }) => ({ id: codice, peso: residenti })),
  );
}

/** The numbers that a reader has changed, as the address keeps them: only those that differ from the published ones. */
export interface Ipotesi {
  /** Fund -> cents. */
  readonly fondi: Readonly<Record<string, number>>;
  /** ISTAT code -> persons. */
  readonly residenti: Readonly<Record<string, number>>;
}

export const NESSUNA_IPOTESI: Ipotesi = { fondi: {}, residenti: {} };

export function isModificata({ fondi, residenti }: Ipotesi): boolean {
  return Object.keys(fondi).length > 0 || Object.keys(residenti).length > 0;
}

export function applyIpotesi(base: BaseRiparto, ipotesi: Ipotesi): BaseRiparto {
  return {
    ...base,
    fondi: base.fondi.map((fondo) => ({ ...fondo, importoCent: ipotesi.fondi[fondo.id] ?? fondo.importoCent })),
    pesi: base.pesi.map((peso) => ({ ...peso, residenti: ipotesi.residenti[peso.codice] ?? peso.residenti })),
  };
}

/** @returns the hypothesis with one more number changed; a number set back to the published one is no hypothesis */
export function changeIpotesi(
  ipotesi: Ipotesi,
  { cosa, id, valore, pubblicato }: { cosa: 'fondi' | 'residenti'; id: string; valore: number; pubblicato: number },
): Ipotesi {
  const { [id]: _, ...altri } = ipotesi[cosa];
  return { ...ipotesi, [cosa]: valore === pubblicato ? altri : { ...altri, [id]: valore } };
}

/** `FNPS:500000,00;FNA:…` would need decoding by eye: euro with a dot, as the API writes them. */
export function writeIpotesi({ fondi, residenti }: Ipotesi): { fondi: string; residenti: string } {
  const join = (voci: Readonly<Record<string, number>>, tell: (n: number) => string) =>
    Object.entries(voci)
      .map(([id, n]) => `${id}:${tell(n)}`)
      .join(',');
  return { fondi: join(fondi, (cent) => (cent / 100).toFixed(2)), residenti: join(residenti, String) };
}

/** What an address says, as far as it can be: unknown funds and comuni, and numbers that are none, are left out. */
export function readIpotesi(ricerca: Readonly<Record<string, string>>, base: BaseRiparto): Ipotesi {
  const fondi = readVoci(ricerca.fondi, (testo) => readImporto(testo.replace('.', ',')));
  const residenti = readVoci(ricerca.residenti, readResidenti);
  const fondoOf = (id: string) => base.fondi.find((f) => f.id === id)?.importoCent;
  const pesoOf = (id: string) => base.pesi.find((p) => p.codice === id)?.residenti;
  const keep = (voci: readonly [string, number][], publishedOf: (id: string) => number | undefined) =>
    Object.fromEntries(voci.filter(([id, n]) => publishedOf(id) !== undefined && publishedOf(id) !== n));
  return { fondi: keep(fondi, fondoOf), residenti: keep(residenti, pesoOf) };
}

function readVoci(testo: string | undefined, read: (testo: string) => number | null): [string, number][] {
  return (testo ?? '').split(',').flatMap((voce): [string, number][] => {
    const [id, scritto] = voce.split(':');
    const valore = id && scritto !== undefined ? read(scritto) : null;
    return id && valore !== null ? [[id, valore]] : [];
  });
}

/** As much as a fund or a comune may hold here: beyond, a slip of the keyboard. */
const EURO_MASSIMI = 1_000_000_000;
const RESIDENTI_MASSIMI = 10_000_000;

/**
 * An amount as an Italian types it: `462.459,91`, `462459,9`, `462459`, `€ 1.000`.
 * @returns cents, or null where it can't be read as one amount
 */
export function readImporto(testo: string): number | null {
  const trovato = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(testo.replace(/[€\s]/g, ''));
  if (!trovato) return null;
  const euro = Number(trovato[1]?.replaceAll('.', ''));
  return euro > EURO_MASSIMI ? null : euro * 100 + Number((trovato[2] ?? '').padEnd(2, '0'));
}

/** `19.552` or `19552`; null where it is no count of persons. */
export function readResidenti(testo: string): number | null {
  const scritto = testo.trim();
  if (!/^(\d{1,3}(\.\d{3})+|\d+)$/.test(scritto)) return null;
  const persone = Number(scritto.replaceAll('.', ''));
  return persone > RESIDENTI_MASSIMI ? null : persone;
}
