/** `Cod.` beside `Intervento`: two columns that name one thing, the second by its title. */
import { INTERVENTO, listIntestazioni, TITOLO_INTERVENTO } from '../colonne.ts';
import type { Tipo } from '../tipo.ts';
import type { LayoutTabella } from './layout.ts';

const NOME = 'intervento';
const TITOLI = [NOME, 'interventi', 'denominazione', 'descrizione', 'titolo', 'oggetto'];

/**
 * @param layout where either of the two is the code
 * @returns the same with both columns; none where the layout speaks of no intervento
 */
export function deriveLayoutCodice(layout: LayoutTabella, tipo: Tipo): LayoutTabella[] {
  const codice = layout.colonne.find(({ colonna }) => colonna === INTERVENTO.id);
  if (!codice || codice.testo instanceof RegExp) return [];
  const titolo = tipo.colonne.find(({ id }) => id === TITOLO_INTERVENTO.id);
  const altre = layout.colonne.filter((colonna) => colonna !== codice && colonna.colonna !== TITOLO_INTERVENTO.id);
  const codici = codice.testo.filter((testo) => testo.toLowerCase() !== NOME);
  const titoli = [...(titolo ? listIntestazioni(titolo) : []), ...TITOLI];
  return [
    {
      ...layout,
      id: `${layout.id}-codice`,
      titolo: `${layout.titolo}, codice e titolo in due colonne`,
      colonne: [
        { ...codice, testo: codici, obbligatoria: true },
        ...altre,
        { testo: titoli, colonna: titolo?.id ?? null },
      ],
    },
  ];
}
