/**
 * What the initials in the names of services and of funds stand for. Only those that the plan or a law spells out.
 * @source Piano Sociale di Zona 2022-2024 di Casarano, par. 2 (services) and 3.1 (funds); R.R. Puglia 4/2007; D.L. 4/2019 and L. 197/2022, art. 1, c. 318 (Rdc);
 *   L.R. Puglia 3/2016 (RED)
 */
export interface Sigla {
  readonly sigla: string;
  readonly significato: string;
}

export const SIGLE: readonly Sigla[] = [
  { sigla: 'PdZ', significato: 'Piano di Zona; come fonte di denaro, le sue risorse messe insieme' },
  { sigla: 'QFP', significato: 'quota servizi del Fondo povertà' },
  { sigla: 'FNPS', significato: 'fondo nazionale per le politiche sociali' },
  { sigla: 'FNA', significato: 'fondo nazionale per le non autosufficienze' },
  { sigla: 'FGSA', significato: 'fondo globale socio-assistenziale della Regione' },
  { sigla: 'PAIS', significato: 'patti per l’inclusione sociale, un avviso con denaro europeo' },
  { sigla: 'PON', significato: 'programma operativo nazionale, con denaro europeo' },
  { sigla: 'REACT-EU', significato: 'denaro europeo contro gli effetti del COVID-19' },
  { sigla: 'FSE', significato: 'fondo sociale europeo' },
  { sigla: 'ODS', significato: 'obiettivo di servizio: quanto la Regione chiede a ogni ambito di offrire' },
  { sigla: 'PUA', significato: 'porta unica di accesso, lo sportello che accoglie le domande sociali e sanitarie' },
  {
    sigla: 'UVM',
    significato: 'unità di valutazione multidimensionale, il gruppo che valuta i bisogni sociali e sanitari',
  },
  { sigla: 'LEPS', significato: 'livelli essenziali delle prestazioni sociali, quelle da garantire ovunque' },
  { sigla: 'SAD', significato: 'servizio di assistenza domiciliare, cioè aiuto a casa' },
  { sigla: 'ADI', significato: 'assistenza domiciliare integrata, cioè a casa con i servizi sanitari' },
  { sigla: 'ADE', significato: 'assistenza domiciliare educativa' },
  { sigla: 'CAV', significato: 'centro antiviolenza' },
  { sigla: 'CAM', significato: 'centro di ascolto per chi maltratta' },
  { sigla: 'PIS', significato: 'pronto intervento sociale' },
  { sigla: 'PIPPI', significato: 'programma che previene l’allontanamento dei minori dalla famiglia' },
  { sigla: 'RED', significato: 'reddito di dignità della Regione Puglia (L.R. 3/2016)' },
  {
    sigla: 'RdC',
    significato: 'reddito di cittadinanza, che dal 1° gennaio 2024 non c’è più (L. 197/2022, art. 1, c. 318)',
  },
  { sigla: 'PUC', significato: 'progetti utili alla collettività' },
  { sigla: 'PAC', significato: 'piano di azione per la coesione' },
  { sigla: 'FEAD', significato: 'fondo di aiuti europei agli indigenti' },
  { sigla: 'PNRR', significato: 'piano nazionale di ripresa e resilienza' },
  { sigla: 'ATS', significato: 'ambito territoriale sociale' },
  { sigla: 'ASL', significato: 'azienda sanitaria locale' },
  { sigla: 'RUP', significato: 'responsabile unico del procedimento' },
  { sigla: 'OOSS', significato: 'organizzazioni sindacali' },
  { sigla: 'CdA', significato: 'consiglio di amministrazione' },
];

/** Written alike in all documents, save the capitals of a few: `Rdc`, `RdC`, `RDC`; `PaIS`, `Pais`. */
const VARIANTI: Readonly<Record<string, string>> = { RdC: 'R[Dd][Cc]', PAIS: 'P[Aa][Ii][Ss]' };

/** What an Italian word is made of: the letters of all languages are thousands, and a phone takes long to tell them. */
const IN_PAROLA = '[A-Za-zÀ-ÖØ-öø-ÿ\\d]';

/** One for all of them: a search for each would hold a phone for a fifth of a second. */
const TROVATE = new RegExp(
  `(?<!${IN_PAROLA})(?:${SIGLE.map(({ sigla }) => VARIANTI[sigla] ?? sigla).join('|')})(?!${IN_PAROLA})`,
  'g',
);

/** The initials that stand in these texts, in the order of the list. */
export function findSigle(...testi: readonly (string | null)[]): Sigla[] {
  const testo = testi.filter((uno) => uno !== null).join(' ');
  const trovate = new Set(testo.match(TROVATE)?.map((una) => una.toUpperCase()));
  return SIGLE.filter(({ sigla }) => trovate.has(sigla.toUpperCase()));
}
