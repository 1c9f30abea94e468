/** Places inside pages, by their `#`: apart from the questions that lead to them, which few pages bring. */

/** The place of every page that answers its title. */
export const RISPOSTA = 'risposta';
/** The place of the panoramica that tells the changes. */
export const CAMBIAMENTI = 'cambiamenti';
/** The place of the method that explains words and initials. */
export const PAROLE = 'parole';
/** The place of the data that lists the edizioni. */
export const EDIZIONI = 'edizioni';
/** The places of the cofinanziamento that tell how a quota is made, and let it be made otherwise. */
export const CHIAVE = 'chiave';
export const SIMULATORE = 'simulatore';
/** The places of the services that list those found, and tell where one asks and who holds them. */
export const ELENCO = 'elenco';
export const DOVE_CHIEDERE = 'dove-chiedere';
export const TITOLARI = 'titolari';
