/** What a quantity is divided by, to be compared between a large comune and a small one: its residents, its km². */
import type { AmbitoDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import type { Denominatore, Divisore } from './confronto.ts';
import { describeDimensione } from './parole.ts';
import { segnaliDi } from './segnali.ts';
import { toNumero } from './valore.ts';

/** What was read to divide by. */
export type Ingredienti =
  /** `popolazione`, in every year and rilevazione. */
  | { readonly forma: 'abitante'; readonly residenti: readonly OsservazioneDto[] }
  /** The surfaces, and `densita`, whose walk back leads to their rows. */
  | { readonly forma: 'km2'; readonly territorio: TabellaDto; readonly densita: readonly OsservazioneDto[] };

const UNITA: Readonly<Record<Ingredienti['forma'], Readonly<Record<string, string>>>> = {
  abitante: { '€': '€/ab', '€/anno': '€/ab' },
  km2: { '€': '€/km²', '€/anno': '€/km²', persone: 'persone/km²', famiglie: 'famiglie/km²' },
};

export function divideUnita(unita: string, forma: Ingredienti['forma']): string {
  return UNITA[forma][unita] ?? unita;
}

interface Dove {
  readonly ambito: Pick<AmbitoDto, 'comuni'>;
  readonly periodi: readonly string[];
}

/** Of each period, the denominator of each comune and of the ambito that has one. */
export function listDenominatori(ingredienti: Ingredienti, { ambito, periodi }: Dove): Divisore['perPeriodo'] {
  const codici = [...ambito.comuni.map(({ codiceIstat }) => codiceIstat), null];
  return Object.fromEntries(
    periodi.map((periodo) => {
      const find =
        ingredienti.forma === 'abitante'
          ? listResidenti(ingredienti.residenti, periodo)
          : listSuperfici(ingredienti, ambito);
      const voci = codici.flatMap((codice) => {
        const denominatore = find(codice);
        return denominatore ? [[codice ?? 'ambito', denominatore] as const] : [];
      });
      return [periodo, Object.fromEntries(voci)];
    }),
  );
}

function listResidenti(
  residenti: readonly OsservazioneDto[],
  periodo: string,
): (codice: string | null) => Denominatore | null {
  const scelti = chooseResidenti(residenti, periodo);
  return (codice) => {
    const osservazione = scelti.find((o) => o.comune === codice);
    if (!osservazione) return null;
    const { rilevazione } = osservazione.dimensioni;
    const chi = rilevazione ? `, ${describeDimensione('rilevazione', rilevazione)}` : '';
    return {
      valore: toNumero(osservazione.valore),
      nota: `Diviso per i residenti al 31 dicembre ${osservazione.periodo}${chi}.`,
      osservazioni: [osservazione],
      segnalazioni: segnaliDi(osservazione),
      origine: osservazione.origine,
    };
  };
}

/**
 * Residents to divide by: of the last year of the period, else of the nearest year there is; one rilevazione for all, the registry first.
 */
function chooseResidenti(residenti: readonly OsservazioneDto[], periodo: string): readonly OsservazioneDto[] {
  const anno = Number(periodo.slice(-4));
  const conValori = residenti.filter((o) => o.comune !== null && o.valore !== null && /^\d{4}$/.test(o.periodo));
  const distanza = (o: OsservazioneDto) => Math.abs(Number(o.periodo) - anno);
  const rango = (o: OsservazioneDto) => (o.dimensioni.rilevazione === 'anagrafe' ? 0 : 1);
  const [migliore] = conValori.toSorted(
    (a, b) => distanza(a) - distanza(b) || Number(b.periodo) - Number(a.periodo) || rango(a) - rango(b),
  );
  if (!migliore) return [];
  return residenti.filter(
    (o) => o.periodo === migliore.periodo && o.dimensioni.rilevazione === migliore.dimensioni.rilevazione,
  );
}

/** The comuni's own surfaces, as the density takes them; the ambito's is their sum, missing if one is. */
function listSuperfici(
  { territorio, densita }: Extract<Ingredienti, { forma: 'km2' }>,
  { comuni }: Pick<AmbitoDto, 'comuni'>,
): (codice: string | null) => Denominatore | null {
  const righe = comuni.flatMap(({ codiceIstat }) => {
    const riga = territorio.righe.find(({ valori }) => valori.comune === codiceIstat);
    return riga && typeof riga.valori.superficie_km2 === 'number'
      ? [{ codice: codiceIstat, parte: riga.parte, km2: riga.valori.superficie_km2 }]
      : [];
  });
  const ultima = densita.map(({ periodo }) => periodo).reduce((a, b) => (b > a ? b : a), '');
  return (codice) => {
    const sue = codice === null ? righe : righe.filter((riga) => riga.codice === codice);
    if (sue.length < (codice === null ? comuni.length : 1)) return null;
    const cammino = densita.find((o) => o.comune === codice && o.periodo === ultima);
    return {
      valore: sue.reduce((somma, { km2 }) => somma + km2, 0),
      nota: 'Diviso per la superficie in km²; per l’ambito, la somma dei comuni.',
      osservazioni: cammino ? [cammino] : [],
      segnalazioni: [],
      origine: sue.map(({ parte }) => ({ tipo: 'territorio', versione: territorio.versione ?? 0, parte })),
    };
  };
}
