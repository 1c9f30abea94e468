/** Everything about one comune: its figures, and the place of each among the others. */
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { type Figura, figuraOf } from './figura.ts';
import { describeDimensione, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createDato, type Dato, isPresente } from './raccolta.ts';
import { chooseOsservazioni } from './scelta.ts';
import { type Ricetta, SEZIONI } from './sezioni-comune.ts';
import { isAdditiva, tellValore, toNumero } from './valore.ts';

export interface SezioneProfilo {
  readonly titolo: string;
  readonly voci: readonly VoceProfilo[];
}

/** Where a comune stands, counted from the highest value; equal as shown, equal in place. */
export interface Posto {
  readonly posto: number;
  readonly su: number;
  readonly pari: boolean;
}

/** The lowest or the highest value, and whose figure it is: of the first in the list, where some are equal. */
export interface Estremo {
  readonly testo: string;
  readonly valore: number;
  readonly figura: Figura;
}

export interface VoceProfilo {
  readonly chiave: string;
  readonly etichetta: string;
  readonly senso: string | null;
  /** `al 31 dicembre 2021, anagrafe dei comuni`. */
  readonly quando: string;
  readonly dato: Dato;
  /** The ambito's value, where it is a term of comparison. */
  readonly ambito: number | null;
  readonly ambitoTesto: string | null;
  readonly ambitoFigura: Figura | null;
  /** Values of all the comuni that have one, this one marked. */
  readonly punti: readonly { readonly codice: string; readonly valore: number }[];
  readonly minimo: Estremo | null;
  readonly massimo: Estremo | null;
  readonly posto: Posto | null;
}

export interface Materia {
  readonly ambito: Pick<AmbitoDto, 'comuni'>;
  readonly osservazioni: readonly OsservazioneDto[];
  readonly catalogo: readonly IndicatoreDto[];
}

/** @returns sections that hold at least one figure of this comune, present or missing with its reason */
export function buildProfilo(materia: Materia, codice: string): SezioneProfilo[] {
  return SEZIONI.map(({ titolo, ricette }) => ({
    titolo,
    voci: ricette.flatMap((ricetta) => buildVoce(materia, codice, ricetta) ?? []),
  })).filter(({ voci }) => voci.some(({ dato }) => dato.valore !== null));
}

/** Titles of the sections of which no table says anything: what would be here. */
export function listSezioniVuote(sezioni: readonly SezioneProfilo[]): string[] {
  const piene = new Set(sezioni.map(({ titolo }) => titolo));
  return SEZIONI.map(({ titolo }) => titolo).filter((titolo) => !piene.has(titolo));
}

function buildVoce({ ambito, osservazioni, catalogo }: Materia, codice: string, ricetta: Ricetta): VoceProfilo | null {
  const indicatore = catalogo.find(({ id }) => id === ricetta.id);
  if (!indicatore) return null;
  const dimensioni = ricetta.dimensioni ?? {};
  const sue = listPerIndicatore(osservazioni, ricetta.id).filter((o) =>
    Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
  );
  const altro = ricetta.nellAnnoDi ? listPerIndicatore(osservazioni, ricetta.nellAnnoDi) : [];
  const periodo = altro
    .filter((o) => o.valore !== null)
    .map((o) => o.periodo)
    .toSorted()
    .at(-1);
  const scelta = chooseOsservazioni(sue, { dimensioni, periodo });
  const trovata = scelta.osservazioni.find((o) => o.comune === codice);
  if (!trovata || scelta.periodo === null) return null;
  const dato = createDato(trovata, indicatore);
  const punti = ambito.comuni.flatMap(({ codiceIstat }) => {
    const osservazione = scelta.osservazioni.find((o) => o.comune === codiceIstat);
    const valore = osservazione ? toNumero(osservazione.valore) : null;
    return osservazione && valore !== null ? [{ codice: codiceIstat, valore, figura: figuraOf(osservazione) }] : [];
  });
  const perValore = punti.toSorted((a, b) => a.valore - b.valore);
  const toEstremo = (punto: (typeof punti)[number] | undefined): Estremo | null =>
    punto ? { testo: tellValore(punto.valore, indicatore), valore: punto.valore, figura: punto.figura } : null;
  const intero = scelta.osservazioni.find((o) => o.comune === null);
  const valoreAmbito = intero && !isAdditiva(indicatore.unita) ? toNumero(intero.valore) : null;
  const { rilevazione } = scelta.dimensioni;
  const quando = describePeriodo(scelta.periodo, indicatore.id);
  return {
    chiave: [ricetta.id, ...Object.values(dimensioni)].join(' '),
    etichetta: ricetta.etichetta,
    senso: ricetta.senso ?? null,
    quando: rilevazione ? `${quando}, ${describeDimensione('rilevazione', rilevazione)}` : quando,
    dato,
    ambito: valoreAmbito,
    ambitoTesto: valoreAmbito === null ? null : tellValore(valoreAmbito, indicatore),
    ambitoFigura: intero && valoreAmbito !== null ? figuraOf(intero) : null,
    punti,
    minimo: toEstremo(perValore[0]),
    massimo: toEstremo(perValore.at(-1)),
    posto: isPresente(dato) ? findPosto(punti, dato, indicatore) : null,
  };
}

function findPosto(
  punti: VoceProfilo['punti'],
  dato: Dato & { readonly valore: number },
  indicatore: IndicatoreDto,
): Posto | null {
  if (punti.length < 2) return null;
  const detti = punti.map(({ valore }) => ({ valore, pari: tellValore(valore, indicatore) === dato.testo }));
  const sopra = detti.filter(({ valore, pari }) => valore > dato.valore && !pari);
  return { posto: sopra.length + 1, su: punti.length, pari: detti.filter(({ pari }) => pari).length > 1 };
}

/** `3° su 7`, `3° su 7, a pari`: a comune is masculine. */
export function tellPosto({ posto, su, pari }: Posto): string {
  return `${posto}° su ${su}${pari ? ', a pari' : ''}`;
}
