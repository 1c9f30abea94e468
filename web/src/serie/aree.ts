/**
 * The macro-attività of a Piano di Zona, as readers are told them: `B` is `Misure per il sostegno e l’inclusione sociale`.
 * @source Piano Sociale di Zona 2022-2024 di Casarano, schede di dettaglio, «Riferimento alla programmazione» (A, B, C, E; F.8 says
 *   «Altro»); Piano nazionale degli interventi e dei servizi sociali 2021-2023, macro-attività (D)
 */
const AREE: Readonly<Record<string, { readonly titolo: string; readonly breve: string }>> = {
  A: { titolo: 'Accesso, valutazione e progettazione', breve: 'Accesso' },
  B: { titolo: 'Misure per il sostegno e l’inclusione sociale', breve: 'Sostegno e inclusione' },
  C: { titolo: 'Assistenza domiciliare', breve: 'Assistenza a casa' },
  D: { titolo: 'Centri servizi, diurni e semiresidenziali', breve: 'Centri' },
  E: { titolo: 'Strutture comunitarie e residenziali', breve: 'Strutture' },
  F: { titolo: 'Altri interventi', breve: 'Altri interventi' },
  T: { titolo: 'Ufficio di Piano', breve: 'Ufficio di Piano' },
};

/** In full; the letter itself where a plan has one that is not known here. */
export function nameArea(area: string): string {
  return AREE[area]?.titolo ?? `Area ${area}`;
}

/** For a narrow column. */
export function nameAreaInBreve(area: string): string {
  return AREE[area]?.breve ?? `Area ${area}`;
}
