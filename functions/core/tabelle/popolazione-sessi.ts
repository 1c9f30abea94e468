/** Layouts of the population with males and females as columns, below bands of age or years. */
import { COMUNE, listIntestazioni } from './colonne.ts';
import { matchEta } from './lettura/eta.ts';
import type { Impliciti, LayoutTabella } from './lettura/layout.ts';

export const TOTALE = { eta: 'totale' };

/** A band of age as a heading says it, normalised; one group. */
export const BANDA = String.raw`(?:fasc[ei] d(?:i)? eta |eta |anni )?(\d{1,3} \d{1,3}(?: anni)?|\d{1,3}(?: anni)?(?:\+| \+| (?:ed? )?(?:piu|oltre)(?: anni)?))`;

const SESSO = '(m|maschi|uomini|f|femmine|donne)';
const TUTTI_E_DUE = String.raw`(?:t|tot|totale|totali|m ?\+ ?f)`;

/**
 * Males and females as columns, below what all their heading says, or with it below them.
 * @param forma of that, with one group
 */
function createSessi(
  resto: Pick<LayoutTabella, 'id' | 'titolo' | 'esempio'>,
  forma: string,
  toAltro: (scritto: string) => Impliciti,
): LayoutTabella {
  const residenti = { colonna: 'residenti' };
  return {
    ...resto,
    forma: 'tabella',
    colonne: [
      { testo: listIntestazioni(COMUNE), colonna: 'comune' },
      {
        ...residenti,
        testo: new RegExp(`^${forma} ${SESSO}$|^${SESSO} ${forma}$`),
        implica: ([, primo = '', sesso, prima, altro]) => ({
          ...toAltro(altro ?? primo),
          sesso: /^[fd]/.test(sesso ?? prima ?? '') ? 'F' : 'M',
        }),
      },
      {
        ...residenti,
        testo: new RegExp(`^${forma} ${TUTTI_E_DUE}$|^${TUTTI_E_DUE} ${forma}$`),
        obbligatoria: false,
        implica: ([, primo = '', altro]) => ({ ...toAltro(altro ?? primo), sesso: null }),
        ruolo: 'somma-riga',
      },
    ],
  };
}

export const FASCE_SESSI = createSessi(
  {
    id: 'fasce-sessi',
    titolo: 'Fasce d’età in colonna, maschi e femmine',
    esempio: 'Comune;0-3;;4-14;\n;M;F;M;F\nCasarano;1;2;3;4',
  },
  BANDA,
  (fascia) => ({ eta: matchEta(fascia) }),
);

export const ANNI_SESSI = createSessi(
  {
    id: 'anni-sessi',
    titolo: 'Residenti in tutto, anni in colonna, maschi e femmine',
    esempio: 'Comune;2020;;2021;\n;M;F;M;F\nCasarano;1;2;3;4',
  },
  String.raw`(?:anno )?(\d{4})`,
  (anno) => ({ ...TOTALE, anno: Number(anno) }),
);
