/**
 * The fonti that plans name: how each is called here, and whether it belongs to the budget ordinario of a Piano di Zona or stands
 * beside it. The other ways in which offices write them are in `fonti-scritte.ts`.
 * @source Piano Sociale di Zona 2022-2024 di Casarano, cap. III par. 3.1 and the schede of par. 3.3; Piano regionale delle politiche
 *   sociali della Puglia 2022-2024
 */

/** The budget ordinario (Fondo Unico) of a Piano di Zona, or money that stands beside it. */
export const SPECIE_FONTE = {
  'budget-ordinario': 'Budget ordinario',
  altre: 'Altre fonti',
} as const;
export type SpecieFonte = keyof typeof SPECIE_FONTE;

export interface Fonte {
  /** As tables and dimensions carry it: `PdZ`. Without commas, which part the values of a filter. */
  readonly nome: string;
  /** In full, for readers. */
  readonly titolo: string;
  readonly specie: SpecieFonte;
  /** Under which name related fonti are shown together: `Regione`. */
  readonly gruppo: string;
}

export const PDZ = 'PdZ';
export const COFINANZIAMENTO_COMUNALE = 'Cofinanziamento comunale';

export const FONTI: readonly Fonte[] = [
  {
    nome: PDZ,
    titolo: 'Risorse del Piano di Zona: residui, FNPS, FNA, FGSA e cofinanziamento comunale insieme',
    specie: 'budget-ordinario',
    gruppo: PDZ,
  },
  {
    nome: 'QFP',
    titolo: 'Quota servizi del Fondo povertà',
    specie: 'budget-ordinario',
    gruppo: 'QFP',
  },
  {
    nome: 'FNPS',
    titolo: 'Fondo nazionale per le politiche sociali',
    specie: 'budget-ordinario',
    gruppo: 'FNPS',
  },
  {
    nome: 'FNA',
    titolo: 'Fondo nazionale per le non autosufficienze',
    specie: 'budget-ordinario',
    gruppo: 'FNA',
  },
  {
    nome: 'FGSA',
    titolo: 'Fondo globale socio-assistenziale della Regione',
    specie: 'budget-ordinario',
    gruppo: 'FGSA',
  },
  {
    nome: COFINANZIAMENTO_COMUNALE,
    titolo: 'Cofinanziamento comunale, in denaro e in servizi',
    specie: 'budget-ordinario',
    gruppo: COFINANZIAMENTO_COMUNALE,
  },
  {
    nome: 'PNRR',
    titolo: 'Piano nazionale di ripresa e resilienza',
    specie: 'altre',
    gruppo: 'PNRR',
  },
  {
    nome: 'PAIS',
    titolo: 'Avviso PaIS, Patti per l’inclusione sociale',
    specie: 'altre',
    gruppo: 'PAIS',
  },
  {
    nome: 'PON',
    titolo: 'Programma operativo nazionale, senza altra indicazione',
    specie: 'altre',
    gruppo: 'PON',
  },
  {
    nome: 'PON Inclusione',
    titolo: 'Programma operativo nazionale Inclusione',
    specie: 'altre',
    gruppo: 'PON',
  },
  {
    nome: 'REACT-EU PON FSE 2014-2020',
    titolo: 'REACT-EU, Avviso 1/2021, PON FSE 2014-2020',
    specie: 'altre',
    gruppo: 'PON',
  },
  {
    nome: 'PAC',
    titolo: 'Piano di azione e coesione, servizi di cura',
    specie: 'altre',
    gruppo: 'PAC',
  },
  {
    nome: 'PAC Infanzia',
    titolo: 'Piano di azione e coesione, servizi di cura per l’infanzia',
    specie: 'altre',
    gruppo: 'PAC',
  },
  {
    nome: 'PAC Anziani',
    titolo: 'Piano di azione e coesione, servizi di cura per gli anziani',
    specie: 'altre',
    gruppo: 'PAC',
  },
  {
    nome: 'PAC Anziani II riparto',
    titolo: 'Piano di azione e coesione, servizi di cura per gli anziani, secondo riparto',
    specie: 'altre',
    gruppo: 'PAC',
  },
  {
    nome: 'Regione',
    titolo: 'Fondi della Regione, senza altra indicazione',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'DGR 220/2020 Regione',
    titolo: 'Regione, deliberazione della Giunta 220/2020 per le famiglie',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'Intesa Famiglia - Regione',
    titolo: 'Regione, Intesa Famiglia',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'Buoni minori Regione',
    titolo: 'Regione, buoni servizio per minori',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'Buoni anziani e disabili Regione',
    titolo: 'Regione, buoni servizio per anziani e disabili',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'Fondo caregiver',
    titolo: 'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare, attraverso la Regione',
    specie: 'altre',
    gruppo: 'Regione',
  },
  {
    nome: 'Sistema integrato 0-6',
    titolo: 'Fondo nazionale per il sistema integrato 0-6 anni',
    specie: 'altre',
    gruppo: 'Sistema integrato 0-6',
  },
  {
    nome: 'Fondo autonomia alunni con disabilità',
    titolo: 'Fondo per l’assistenza all’autonomia e alla comunicazione degli alunni con disabilità',
    specie: 'altre',
    gruppo: 'Fondo autonomia alunni con disabilità',
  },
];

/** What a plan takes from `PdZ` comes from these funds together. @source contract: PdZ in the schede is a basket */
export const PANIERE_PDZ: readonly string[] = [PDZ, 'FNPS', 'FNA', 'FGSA', COFINANZIAMENTO_COMUNALE];

const PER_NOME: ReadonlyMap<string, Fonte> = new Map(FONTI.map((fonte) => [fonte.nome, fonte]));

/** @param nome as tables and dimensions carry it */
export function findFonte(nome: string): Fonte | null {
  return PER_NOME.get(nome) ?? null;
}

/** Where a fonte is shown: an unknown one by its own name, among the others. */
export function placeFonte(nome: string): Pick<Fonte, 'nome' | 'specie' | 'gruppo'> {
  return findFonte(nome) ?? { nome, specie: 'altre', gruppo: nome };
}
