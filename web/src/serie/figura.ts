/** The address of one figure, as it stands in a URL: `popolazione,075016,2021,rilevazione:anagrafe`. */
import type { OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI, type Dimensione, type Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';

export interface Figura {
  readonly indicatore: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  readonly periodo: string;
  readonly dimensioni: Dimensioni;
}

/** How several figures make the value that they explain: added up, divided, taken one from the other, or told in one sentence. */
export type Conto = 'somma' | 'rapporto' | 'differenza' | 'frase';

export const AMBITO = 'ambito';

export function figuraOf({ indicatore, comune, periodo, dimensioni }: OsservazioneDto): Figura {
  return { indicatore, comune, periodo, dimensioni: pickDimensioni(dimensioni) };
}

export function pickDimensioni(dizionario: Readonly<Record<string, string>>): Dimensioni {
  const voci = DIMENSIONI.flatMap((d): [Dimensione, string][] => {
    const valore = dizionario[d];
    return valore === undefined ? [] : [[d, valore]];
  });
  return Object.fromEntries(voci);
}

/** Several figures (a ratio made here of two of them) are joined by `;`. */
export function writeFigure(figure: readonly Figura[]): string {
  return figure.map(writeFigura).join(';');
}

export function uniqueFigure(figure: readonly Figura[]): Figura[] {
  return [...new Map(figure.map((figura) => [writeFigura(figura), figura])).values()];
}

function writeFigura({ indicatore, comune, periodo, dimensioni }: Figura): string {
  const voci = DIMENSIONI.filter((d) => dimensioni[d] !== undefined).map((d) => `${d}:${quote(dimensioni[d])}`);
  return [indicatore, comune ?? AMBITO, periodo, ...voci].join(',');
}

/** What parts figures and their dimensions may stand in the name of a service too. */
function quote(valore = ''): string {
  return valore.replace(/[%,;]/g, encodeURIComponent);
}
