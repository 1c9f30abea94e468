/** Places inside pages, by their `#`: apart from the questions that lead to them, which few pages bring. */

/** The place of every page that answers its title. */
export const RISPOSTA = 'risposta';
/** The place of the panoramica that tells the changes. */
export const CAMBIAMENTI = 'cambiamenti';
/** The place of the method that explains words and initials. */
export const PAROLE = 'parole';
/** The place of the data that lists the edizioni. */
export const EDIZIONI = 'edizioni';
