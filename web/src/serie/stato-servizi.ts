/** What a reader has chosen among the services, as the address keeps it. */

export interface StatoServizi {
  readonly testo: string;
  /** Ids of categories, empty for all. */
  readonly bisogno: string;
  readonly eta: string;
  readonly accesso: string;
  /** Id of one service, empty for all. */
  readonly servizio: string;
}

const NESSUNO: StatoServizi = { testo: '', bisogno: '', eta: '', accesso: '', servizio: '' };

export function readStatoServizi(ricerca: Readonly<Record<string, string>>): StatoServizi {
  return {
    testo: ricerca.q ?? '',
    bisogno: ricerca.bisogno ?? '',
    eta: ricerca.eta ?? '',
    accesso: ricerca.accesso ?? '',
    servizio: ricerca.servizio ?? '',
  };
}

/** What is empty is not written, so that the plain address means every service. */
export function writeStatoServizi(stato: Partial<StatoServizi>): Record<string, string> {
  const { testo, bisogno, eta, accesso, servizio } = { ...NESSUNO, ...stato };
  const voci = { q: testo, bisogno, eta, accesso, servizio };
  return Object.fromEntries(Object.entries(voci).filter(([, valore]) => valore !== ''));
}

export const isScelto = (stato: StatoServizi): boolean => Object.keys(writeStatoServizi(stato)).length > 0;
