/** The step of each comune from the money last paid to the minimum it is asked. */
import { roundCent } from '../../../functions/core/denaro.ts';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { Cofinanziamento } from './cofinanziamento.ts';
import { type Figura, figuraOf } from './figura.ts';
import { type Dato, isPresente } from './raccolta.ts';
import { joinPassi } from './risposta-cofinanziamento.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import { formatScarto, formatValore, toNumero } from './valore.ts';

const EURO = { unita: '€', decimali: 2 } as const;

/** The finding of the chart of the steps: `La quota in denaro sale in tre comuni e scende in quattro: in tutto 982,16 € in più`. */
export function tellAumenti({ comuni, ambito }: Cofinanziamento): string {
  const passi = comuni.flatMap(({ aumento }) => (isPresente(aumento) ? [aumento.valore] : []));
  const su = passi.filter((passo) => passo > 0).length;
  const giu = passi.filter((passo) => passo < 0).length;
  const testa = `La quota in denaro ${joinPassi(su, giu, passi.length - su - giu)}`;
  const tutto = ambito.aumento;
  if (!isPresente(tutto) || tutto.valore === 0) return testa;
  return `${testa}: in tutto ${formatValore(Math.abs(tutto.valore), EURO)} in ${tutto.valore < 0 ? 'meno' : 'più'}`;
}

/** One comune on its way from the money last paid to the minimum it is asked. */
export interface Passo {
  readonly codice: string;
  readonly nome: string;
  /** Cents, or cents per head; null when missing. */
  readonly da: number | null;
  readonly a: number | null;
  /** The step: `+6.915,74 €`. */
  readonly testo: string;
  /** `da 6,14 a 6,49 €`. */
  readonly dettaglio: string;
  readonly motivo: string | null;
  readonly segnalazioni: readonly Segnale[];
  readonly figure: readonly Figura[];
}

/** @param residenti persons by ISTAT code, to read the two ends per head; null: in euro */
export function buildPassi({ comuni }: Cofinanziamento, residenti: ReadonlyMap<string, number> | null): Passo[] {
  return comuni.map(({ codice, nome, versato, minimo, aumento }) => {
    const persone = residenti === null ? 1 : (residenti.get(codice ?? '') ?? null);
    const perTesta = (dato: Dato | null) =>
      isPresente(dato) && persone !== null && persone > 0 ? roundCent(dato.valore / persone) : null;
    const [da, a] = [perTesta(versato), perTesta(minimo.denaro)];
    return {
      codice: codice ?? '',
      nome,
      da,
      a,
      testo: isPresente(aumento) ? formatScarto(aumento.valore, EURO) : 'dato mancante',
      dettaglio: da !== null && a !== null ? tellEstremi(da, a, residenti !== null) : '',
      motivo: aumento?.motivo ?? null,
      segnalazioni: aumento ? segnaliDi(aumento.osservazione) : [],
      figure: aumento ? [figuraOf(aumento.osservazione)] : [],
    };
  });
}

/** Per head to the cent; in euro whole: the cents are in the table. */
function tellEstremi(da: number, a: number, perTesta: boolean): string {
  const [inizio, fine] = [da, a].map((cent) => formatNumero(cent / 100, perTesta ? 2 : 0));
  return `da ${inizio} a ${fine}\u202f€`;
}

/** Residents of one count, by ISTAT code: those by which the payments per head are divided. */
export function findResidenti(
  dati: Cofinanziamento,
  osservazioni: readonly OsservazioneDto[],
): ReadonlyMap<string, number> | null {
  const rilevazione = dati.comuni.find(({ versatoProcapite }) => isPresente(versatoProcapite))?.versatoProcapite
    ?.osservazione.dimensioni.rilevazione;
  if (rilevazione === undefined || dati.annoVersato === null) return null;
  const coppie = osservazioni.flatMap((o): [string, number][] => {
    const persone = toNumero(o.valore);
    const adatta =
      o.indicatore === 'popolazione' && o.periodo === dati.annoVersato && o.dimensioni.rilevazione === rilevazione;
    return adatta && o.comune !== null && persone !== null ? [[o.comune, persone]] : [];
  });
  return coppie.length > 0 ? new Map(coppie) : null;
}
