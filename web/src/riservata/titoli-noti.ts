/** Headings that a table is known to come with: offered to who says that a column is to be read as if it had another. */
import type { TipoDto } from '../../../functions/core/http/schemi.ts';
import { splitLinee } from './linee.ts';

/** @param riconosciuto title of the form that was recognised; where it is none of them, the headings are those of all */
export function listTitoli({ layout }: Pick<TipoDto, 'layout'>, riconosciuto: string | null): string[] {
  const sue = layout.filter(({ titolo }) => titolo === riconosciuto);
  const titoli = (sue.length > 0 ? sue : layout).flatMap(({ esempio }) =>
    // The last line of an example is a row; a line with one cell is a title.
    splitLinee(esempio, ';')
      .slice(0, -1)
      .map(({ celle }) => celle.map((cella) => cella.trim()).filter((cella) => cella !== ''))
      .filter((celle) => celle.length > 1)
      .flat(),
  );
  return [...new Set(titoli)].filter((titolo) => !titolo.includes('€'));
}
