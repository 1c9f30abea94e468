/**
 * The fonti that plans name: how each is called here, whether it belongs to the budget ordinario of a Piano di Zona or stands
 * beside it, and the other ways in which offices write it.
 * @source Piano Sociale di Zona 2022-2024 di Casarano, cap. III par. 3.1 and the schede of par. 3.3; Piano regionale delle politiche
 *   sociali della Puglia 2022-2024
 */
import { computeDistanza, normalizeTesto } from './testo.ts';

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
  /** Other ways of writing it, compared without case, accents and punctuation. */
  readonly sinonimi: readonly string[];
}

export const PDZ = 'PdZ';
export const COFINANZIAMENTO_COMUNALE = 'Cofinanziamento comunale';

export const FONTI: readonly Fonte[] = [
  {
    nome: PDZ,
    titolo: 'Risorse del Piano di Zona: residui, FNPS, FNA, FGSA e cofinanziamento comunale insieme',
    specie: 'budget-ordinario',
    gruppo: PDZ,
    sinonimi: ['Piano di Zona', 'fondi PdZ', 'budget PdZ', 'fondo unico', 'fondo unico di ambito', 'residui PdZ'],
  },
  {
    nome: 'QFP',
    titolo: 'Quota servizi del Fondo povertà',
    specie: 'budget-ordinario',
    gruppo: 'QFP',
    sinonimi: [
      'fondo povertà',
      'fondo nazionale povertà',
      'quota fondo povertà',
      'quota servizi fondo povertà',
      'FPOV',
    ],
  },
  {
    nome: 'FNPS',
    titolo: 'Fondo nazionale per le politiche sociali',
    specie: 'budget-ordinario',
    gruppo: 'FNPS',
    sinonimi: ['fondo nazionale politiche sociali', 'fondo nazionale per le politiche sociali'],
  },
  {
    nome: 'FNA',
    titolo: 'Fondo nazionale per le non autosufficienze',
    specie: 'budget-ordinario',
    gruppo: 'FNA',
    sinonimi: [
      'fondo nazionale non autosufficienza',
      'fondo nazionale per la non autosufficienza',
      'fondo nazionale per le non autosufficienze',
    ],
  },
  {
    nome: 'FGSA',
    titolo: 'Fondo globale socio-assistenziale della Regione',
    specie: 'budget-ordinario',
    gruppo: 'FGSA',
    sinonimi: ['F.G.S.A.', 'fondo globale socio assistenziale'],
  },
  {
    nome: COFINANZIAMENTO_COMUNALE,
    titolo: 'Cofinanziamento comunale, in denaro e in servizi',
    specie: 'budget-ordinario',
    gruppo: COFINANZIAMENTO_COMUNALE,
    sinonimi: ['cofinanziamento', 'risorse comunali', 'risorse proprie comunali', 'quota comunale'],
  },
  {
    nome: 'PNRR',
    titolo: 'Piano nazionale di ripresa e resilienza',
    specie: 'altre',
    gruppo: 'PNRR',
    sinonimi: ['piano nazionale di ripresa e resilienza'],
  },
  {
    nome: 'PAIS',
    titolo: 'Avviso PaIS, Patti per l’inclusione sociale',
    specie: 'altre',
    gruppo: 'PAIS',
    sinonimi: ['avviso PaIS', 'patti per l’inclusione sociale'],
  },
  {
    nome: 'PON',
    titolo: 'Programma operativo nazionale, senza altra indicazione',
    specie: 'altre',
    gruppo: 'PON',
    sinonimi: ['programma operativo nazionale', 'fondi PON'],
  },
  {
    nome: 'PON Inclusione',
    titolo: 'Programma operativo nazionale Inclusione',
    specie: 'altre',
    gruppo: 'PON',
    sinonimi: ['programma operativo nazionale inclusione'],
  },
  {
    nome: 'REACT-EU PON FSE 2014-2020',
    titolo: 'REACT-EU, Avviso 1/2021, PON FSE 2014-2020',
    specie: 'altre',
    gruppo: 'PON',
    sinonimi: ['REACT-EU (Avviso 1/2021) PON FSE 2014-2020', 'PON FSE 2014-2020, REACT-EU', 'REACT-EU'],
  },
  {
    nome: 'PAC',
    titolo: 'Piano di azione e coesione, servizi di cura',
    specie: 'altre',
    gruppo: 'PAC',
    sinonimi: ['piano di azione e coesione', 'piano di azione nazionale'],
  },
  {
    nome: 'PAC Infanzia',
    titolo: 'Piano di azione e coesione, servizi di cura per l’infanzia',
    specie: 'altre',
    gruppo: 'PAC',
    sinonimi: [],
  },
  {
    nome: 'PAC Anziani',
    titolo: 'Piano di azione e coesione, servizi di cura per gli anziani',
    specie: 'altre',
    gruppo: 'PAC',
    sinonimi: [],
  },
  {
    nome: 'PAC Anziani II riparto',
    titolo: 'Piano di azione e coesione, servizi di cura per gli anziani, secondo riparto',
    specie: 'altre',
    gruppo: 'PAC',
    sinonimi: [],
  },
  {
    nome: 'Regione',
    titolo: 'Fondi della Regione, senza altra indicazione',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: ['fondi regionali', 'risorse regionali', 'Regione Puglia'],
  },
  {
    nome: 'DGR 220/2020 Regione',
    titolo: 'Regione, deliberazione della Giunta 220/2020 per le famiglie',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: ['DGR 220/2020'],
  },
  {
    nome: 'Intesa Famiglia - Regione',
    titolo: 'Regione, Intesa Famiglia',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: ['intesa famiglia'],
  },
  {
    nome: 'Buoni minori Regione',
    titolo: 'Regione, buoni servizio per minori',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: ['buoni servizio minori', 'buoni minori'],
  },
  {
    nome: 'Buoni anziani e disabili Regione',
    titolo: 'Regione, buoni servizio per anziani e disabili',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: ['buoni servizio anziani e disabili', 'buoni anziani e disabili'],
  },
  {
    nome: 'Fondo caregiver',
    titolo: 'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare, attraverso la Regione',
    specie: 'altre',
    gruppo: 'Regione',
    sinonimi: [
      'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare',
      'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare (DPCM 27 ottobre 2020) Regione',
    ],
  },
  {
    nome: 'Sistema integrato 0-6',
    titolo: 'Fondo nazionale per il sistema integrato 0-6 anni',
    specie: 'altre',
    gruppo: 'Sistema integrato 0-6',
    sinonimi: ['sistema 0-6', 'fondo 0-6'],
  },
  {
    nome: 'Fondo autonomia alunni con disabilità',
    titolo: 'Fondo per l’assistenza all’autonomia e alla comunicazione degli alunni con disabilità',
    specie: 'altre',
    gruppo: 'Fondo autonomia alunni con disabilità',
    sinonimi: ['Fondo per l’assistenza all’autonomia e alla comunicazione degli alunni con disabilità'],
  },
];

/** What a plan takes from `PdZ` comes from these funds together. @source contract: PdZ in the schede is a basket */
export const PANIERE_PDZ: readonly string[] = [PDZ, 'FNPS', 'FNA', 'FGSA', COFINANZIAMENTO_COMUNALE];

const PER_SCRITTURA: ReadonlyMap<string, Fonte> = new Map(
  FONTI.flatMap((fonte) => [fonte.nome, ...fonte.sinonimi].map((testo) => [toChiave(testo), fonte] as const)),
);

/** Edits within which a name is likely another one: of three letters every name is near. */
function getMassimaDistanza(chiave: string): number {
  if (chiave.length <= 3) return 0;
  return chiave.length <= 5 ? 1 : 2;
}

/** The fonte of a name written in one of its known ways; null for any other. */
export function findFonte(scritto: string): Fonte | null {
  return PER_SCRITTURA.get(toChiave(scritto)) ?? null;
}

/** The fonte that a misspelt name most likely means; null where none is near, or two are as near. */
export function findFonteVicina(scritto: string): Fonte | null {
  const chiave = toChiave(scritto);
  const massimo = getMassimaDistanza(chiave);
  let distanza = massimo + 1;
  let vicine = new Set<Fonte>();
  for (const [nota, fonte] of PER_SCRITTURA) {
    const sua = computeDistanza(chiave, nota, massimo);
    if (sua > massimo || sua > distanza) continue;
    vicine = sua < distanza ? new Set([fonte]) : vicine.add(fonte);
    distanza = sua;
  }
  const [sola, ...altre] = vicine;
  return sola && altre.length === 0 ? sola : null;
}

/** How a cell is kept: by the name of a known fonte, else as written, so that a misspelt one stays to be seen. */
export function normalizeFonte(scritto: string): string {
  return findFonte(scritto)?.nome ?? scritto.trim().replace(/\s+/g, ' ');
}

/** The fonte that money is counted under: the known one, the likely one, or the name as written among the others. */
export function resolveFonte(nome: string): Pick<Fonte, 'nome' | 'specie' | 'gruppo'> {
  return findFonte(nome) ?? findFonteVicina(nome) ?? { nome, specie: 'altre', gruppo: nome };
}

/** Names are compared without spaces, so that `QFP 2021` and `QFP2021` are one. */
function toChiave(testo: string): string {
  return normalizeTesto(testo).replaceAll(' ', '');
}
