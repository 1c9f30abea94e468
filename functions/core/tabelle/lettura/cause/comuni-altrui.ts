/** No line is of a comune of this ambito, or every code has lost its zero: one thing to mend, told once for each line. */
import { type CercaCausa, countTrovati, describeEsempio, MINIMO_ALLINEATI, tellCausa } from './causa.ts';

export const COMUNI_ALTRUI = 'comuni-altrui';
export const CODICI_SENZA_ZERO = 'codici-senza-zero';

export const findComuniAltrui: CercaCausa = (indizi) => {
  const estranei = indizi.problemi.filter(({ regola }) => regola === 'comune-estraneo');
  const [primo] = estranei;
  if (!primo || estranei.length < MINIMO_ALLINEATI || indizi.righe > 0) return null;
  return tellCausa(
    COMUNI_ALTRUI,
    `Nessuna riga è di un comune di questo ambito (la prima ${describeEsempio(primo)}): forse è il file di un altro ambito, o la colonna del comune non è quella. Nell’anteprima si può dire che cosa è ogni colonna.`,
    primo.valore,
  );
};

export const findCodiciSenzaZero: CercaCausa = (indizi) => {
  const senza = indizi.problemi.filter(({ regola }) => regola === 'codice-senza-zero');
  const [primo] = senza;
  if (!primo || senza.length < MINIMO_ALLINEATI) return null;
  return tellCausa(
    CODICI_SENZA_ZERO,
    `Il foglio di calcolo ha tolto lo zero iniziale ai codici ISTAT: ${countTrovati(senza.length, indizi)}, la prima ${describeEsempio(primo)}. Nel foglio la colonna va resa di tipo «Testo» e i codici riscritti con sei cifre; se c’è anche il nome del comune, basta dire nell’anteprima che la colonna dei codici è da ignorare.`,
    primo.valore,
  );
};
