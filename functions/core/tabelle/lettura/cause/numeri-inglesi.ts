/** A whole column writes its figures the other way round: commas for thousands, a dot for decimals. */
import { type CercaCausa, countTrovati, describeEsempio, pickColonna, tellCausa } from './causa.ts';

export const NUMERI_INGLESI = 'numeri-inglesi';

const INGLESE = /^(?:€\s*)?[-+−]?\s*\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\s*€)?$/;

export const findNumeriInglesi: CercaCausa = (indizi) => {
  const inglesi = pickColonna(
    indizi.problemi.filter(({ regola, valore }) => regola.startsWith('numero-') && INGLESE.test(valore?.trim() ?? '')),
  );
  const prima = inglesi?.[0];
  if (!prima || prima.colonna === null) return null;
  const cosa = `Nella colonna ${prima.colonna} i numeri sono scritti all’inglese, con la virgola per le migliaia e il punto per i decimali: ${countTrovati(inglesi.length, indizi)}, la prima ${describeEsempio(prima)}.`;
  const rimedio = indizi.correzioni.numeri.has(prima.colonna)
    ? 'Nell’anteprima è stato indicato un altro modo di scriverli: va cambiato.'
    : 'Nell’anteprima, accanto alla colonna, scegli «Numeri scritti 1,234.56»; oppure riscrivili con la virgola prima dei decimali.';
  return tellCausa(NUMERI_INGLESI, `${cosa} ${rimedio}`, prima.valore);
};
