/** Figures as an address names them: read only where one is opened. */
import { AMBITO, type Conto, type Figura, pickDimensioni } from './figura.ts';

const CONTI: readonly Conto[] = ['somma', 'rapporto', 'differenza', 'frase'];

/** Where it is not said: figures of one indicator are added up, two of two indicators are divided. */
export function readConto(testo: string | undefined, figure: readonly Figura[]): Conto {
  const detto = CONTI.find((conto) => conto === testo);
  if (detto) return detto;
  return new Set(figure.map(({ indicatore }) => indicatore)).size === 1 ? 'somma' : 'rapporto';
}

function unquote(testo: string): string {
  return testo.replace(/%(25|2C|3B)/g, decodeURIComponent);
}

/** @returns [] where the text names no figure: an address typed by hand may hold anything */
export function readFigure(testo: string): Figura[] {
  return testo.split(';').flatMap((parte) => {
    const [indicatore, comune, periodo, ...voci] = parte.split(',');
    if (!indicatore || !comune || !periodo) return [];
    const coppie = voci.map((voce) => {
      const a = voce.indexOf(':');
      return [voce.slice(0, a), unquote(voce.slice(a + 1))] as const;
    });
    const dimensioni = pickDimensioni(Object.fromEntries(coppie));
    return [{ indicatore, comune: comune === AMBITO ? null : comune, periodo, dimensioni }];
  });
}

/** The filters with which the API finds exactly this figure. */
export function filtriOf({ comune, periodo, dimensioni }: Figura): Record<string, string> {
  return { comune: comune ?? AMBITO, periodo, ...dimensioni };
}
