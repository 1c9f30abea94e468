/** The second indicator of a chart that has two, as it stands in an address: `quota-fascia,periodo:2021,fascia:65+`. */
import { DIMENSIONI, type Dimensione, type Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';

export interface Seconda {
  readonly indicatore: string;
  readonly periodo?: string | undefined;
  readonly dimensioni: Dimensioni;
}

const SEPARATORI = /[%,:]/g;
const quote = (testo: string) => testo.replace(SEPARATORI, encodeURIComponent);

export function writeSeconda({ indicatore, periodo, dimensioni }: Seconda): string {
  const voci = [
    ...(periodo ? [`periodo:${periodo}`] : []),
    ...DIMENSIONI.flatMap((d) => (dimensioni[d] === undefined ? [] : [`${d}:${quote(dimensioni[d])}`])),
  ];
  return [indicatore, ...voci].join(',');
}

const unquote = (testo: string) => testo.replace(/%(25|2C|3A)/g, decodeURIComponent);

export function readSeconda(testo: string): Seconda | undefined {
  const [indicatore, ...voci] = testo.split(',');
  if (!indicatore) return undefined;
  const valori = new Map(
    voci.map((voce) => {
      const a = voce.indexOf(':');
      return [voce.slice(0, a), unquote(voce.slice(a + 1))] as const;
    }),
  );
  const dimensioni = DIMENSIONI.flatMap((d): [Dimensione, string][] => {
    const valore = valori.get(d);
    return valore ? [[d, valore]] : [];
  });
  return { indicatore, periodo: valori.get('periodo') || undefined, dimensioni: Object.fromEntries(dimensioni) };
}
