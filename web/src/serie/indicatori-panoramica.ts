/** Apart from the page that shows them: they are asked for while its code is still on its way. */

/** What the page reads in one request. */
export const INDICATORI_PANORAMICA = [
  'popolazione',
  'popolazione-fascia',
  'quota-fascia',
  'densita',
  'indice-vecchiaia',
  'variazione-popolazione',
  'variazione-popolazione-pct',
  'famiglie',
  'componenti-medi',
  'saldo-migratorio',
  'tasso-migratorio',
  'spesa-storica-media',
  'spesa-storica-procapite',
  'avanzamento-impegni',
  'residuo',
  'cofinanziamento-minimo',
  'cofinanziamento-programmato',
  'cofinanziamento-versato',
  'scarto-minimo',
  'scarto-spesa-storica',
  'interventi-previsti',
  'interventi-finanziati',
] as const;
export type IndicatorePanoramica = (typeof INDICATORI_PANORAMICA)[number];
