/** Lines after lines with cells too many or too few: what separates the columns stands inside the cells too, or the last ones were cut off. */
import type { Problema } from '../problema.ts';
import { type CercaCausa, countTrovati, type Indizi, MINIMO_ALLINEATI, tellCausa } from './causa.ts';

export const CELLE_IN_PIU = 'celle-in-piu';
export const CELLE_IN_MENO = 'celle-in-meno';

export const findCelleSpostate: CercaCausa = (indizi) => {
  const lunghe = indizi.problemi.filter(({ regola }) => regola === 'riga-lunga');
  const corte = indizi.problemi.filter(({ regola }) => regola === 'riga-corta');
  const [quali, tell] = lunghe.length >= corte.length ? [lunghe, tellInPiu] : [corte, tellInMeno];
  const [prima] = quali;
  return prima && quali.length >= MINIMO_ALLINEATI ? tell(prima, quali.length, indizi) : null;
};

function tellInPiu(prima: Problema, quante: number, indizi: Indizi): Problema {
  const rimedio = indizi.separatore.includes(',')
    ? 'La virgola separa le colonne e sta anche dentro i numeri o i testi: salva di nuovo il file con il punto e virgola tra le colonne (in Excel: «CSV delimitato dal separatore di elenco»), o come foglio XLSX.'
    : `Il segno che separa le colonne, ${indizi.separatore}, sta anche dentro qualche testo: quei testi vanno messi tra virgolette, oppure il file va salvato come foglio XLSX.`;
  return tellCausa(
    CELLE_IN_PIU,
    `In ${countTrovati(quante, indizi, 'righe')} ci sono più celle che colonne, dalla riga ${prima.riga}. ${rimedio}`,
    prima.valore,
  );
}

function tellInMeno(prima: Problema, quante: number, indizi: Indizi): Problema {
  return tellCausa(
    CELLE_IN_MENO,
    `In ${countTrovati(quante, indizi, 'righe')} ci sono meno celle che colonne, dalla riga ${prima.riga}: il programma da cui viene il file toglie forse le celle vuote in fondo, o un testo va a capo dentro una cella. Salvalo di nuovo con una cella per ogni colonna, oppure come foglio XLSX.`,
    prima.valore,
  );
}
