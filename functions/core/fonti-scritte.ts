/** The ways in which offices write the fonti: other names, misspellings. */
import { COFINANZIAMENTO_COMUNALE, FONTI, type Fonte, PDZ, placeFonte } from './fonti.ts';
import { computeDistanza, normalizeTesto } from './testo.ts';

/** By the name that each is known by here. Compared without case, accents and punctuation. */
export const SINONIMI: Readonly<Record<string, readonly string[]>> = {
  [PDZ]: ['Piano di Zona', 'fondi PdZ', 'budget PdZ', 'fondo unico', 'fondo unico di ambito', 'residui PdZ'],
  QFP: ['fondo povertà', 'fondo nazionale povertà', 'quota fondo povertà', 'quota servizi fondo povertà', 'FPOV'],
  FNPS: ['fondo nazionale politiche sociali', 'fondo nazionale per le politiche sociali'],
  FNA: [
    'fondo nazionale non autosufficienza',
    'fondo nazionale per la non autosufficienza',
    'fondo nazionale per le non autosufficienze',
  ],
  FGSA: ['F.G.S.A.', 'fondo globale socio assistenziale'],
  [COFINANZIAMENTO_COMUNALE]: ['cofinanziamento', 'risorse comunali', 'risorse proprie comunali', 'quota comunale'],
  PNRR: ['piano nazionale di ripresa e resilienza'],
  PAIS: ['avviso PaIS', 'patti per l’inclusione sociale'],
  PON: ['programma operativo nazionale', 'fondi PON'],
  'PON Inclusione': ['programma operativo nazionale inclusione'],
  'REACT-EU PON FSE 2014-2020': [
    'REACT-EU (Avviso 1/2021) PON FSE 2014-2020',
    'PON FSE 2014-2020, REACT-EU',
    'REACT-EU',
  ],
  PAC: ['piano di azione e coesione', 'piano di azione nazionale'],
  Regione: ['fondi regionali', 'risorse regionali', 'Regione Puglia'],
  'DGR 220/2020 Regione': ['DGR 220/2020'],
  'Intesa Famiglia - Regione': ['intesa famiglia'],
  'Buoni minori Regione': ['buoni servizio minori', 'buoni minori'],
  'Buoni anziani e disabili Regione': ['buoni servizio anziani e disabili', 'buoni anziani e disabili'],
  'Fondo caregiver': [
    'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare',
    'Fondo per il sostegno del ruolo di cura e assistenza del caregiver familiare (DPCM 27 ottobre 2020) Regione',
  ],
  'Sistema integrato 0-6': ['sistema 0-6', 'fondo 0-6'],
  'Fondo autonomia alunni con disabilità': [
    'Fondo per l’assistenza all’autonomia e alla comunicazione degli alunni con disabilità',
  ],
};

const PER_SCRITTURA: ReadonlyMap<string, Fonte> = new Map(
  FONTI.flatMap((fonte) =>
    [fonte.nome, ...(SINONIMI[fonte.nome] ?? [])].map((testo) => [toChiave(testo), fonte] as const),
  ),
);

/** Edits within which a name is likely another one: of three letters every name is near. */
function getMassimaDistanza(chiave: string): number {
  if (chiave.length <= 3) return 0;
  return chiave.length <= 5 ? 1 : 2;
}

/** The fonte of a name written in one of its known ways; null for any other. */
export function recognizeFonte(scritto: string): Fonte | null {
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
  return recognizeFonte(scritto)?.nome ?? scritto.trim().replace(/\s+/g, ' ');
}

/** The fonte that money is counted under: the known one, the likely one, or the name as written among the others. */
export function resolveFonte(nome: string): Pick<Fonte, 'nome' | 'specie' | 'gruppo'> {
  return recognizeFonte(nome) ?? findFonteVicina(nome) ?? placeFonte(nome);
}

/** Names are compared without spaces, so that `QFP 2021` and `QFP2021` are one. */
function toChiave(testo: string): string {
  return normalizeTesto(testo).replaceAll(' ', '');
}
