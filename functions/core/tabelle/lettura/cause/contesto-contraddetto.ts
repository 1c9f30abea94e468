/** The upload states what a whole column of the file denies: one year where the file has another. */
import { type CercaCausa, countTrovati, describeEsempio, pickColonna, tellCausa } from './causa.ts';

export const CONTESTO_CONTRADDETTO = 'contesto-contraddetto-ovunque';

export const findContestoContraddetto: CercaCausa = (indizi) => {
  const contraddette = pickColonna(
    indizi.problemi.filter(({ regola, colonna }) => regola === 'contesto-contraddetto' && colonna !== null),
  );
  const prima = contraddette?.[0];
  if (!prima) return null;
  const cosa = `Ciò che è indicato al caricamento non è ciò che il file dice: ${countTrovati(contraddette.length, indizi)}, la prima ${describeEsempio(prima)}.`;
  const rimedio = 'Se ha ragione il file, caricalo di nuovo lasciando vuoto quel dato: lo dice già la sua colonna.';
  return tellCausa(CONTESTO_CONTRADDETTO, `${cosa} ${rimedio}`, prima.valore);
};
