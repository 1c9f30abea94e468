/** The yearly report of an ambito, chapter by chapter: plain sentences, one chart, its table; and what can't be told yet. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { OsservazioneDto, TabellaDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { buildCofinanziamento, tellCofinanziamento } from './cofinanziamento.ts';
import { buildConfronto, type Confronto } from './confronto.ts';
import { buildFasce, tellFasce } from './fasce.ts';
import { type Figura, figuraOf } from './figura.ts';
import { createLettore, type Lettore, type Materia } from './panoramica.ts';
import { capitalize, countOf, describeDimensione, describeFascia, describePeriodo, joinNomi } from './parole.ts';
import { createDato, createRaccolta, type Dato, isPresente } from './raccolta.ts';
import { chooseOsservazioni } from './scelta.ts';
import { buildRisposta, buildTitolo } from './titolo.ts';
import { describeUnita, formatInBreve, formatValore, joinParti } from './valore.ts';

export interface VoceGrafico {
  readonly chiave: string;
  readonly nome: string;
  readonly valore: number;
  readonly testo: string;
  readonly dettaglio?: string;
  readonly segnalazioni: readonly string[];
  readonly figure: readonly Figura[];
}

export type Grafico =
  | { readonly genere: 'comuni'; readonly titolo: string; readonly misura: string; readonly confronto: Confronto }
  | {
      readonly genere: 'voci';
      readonly titolo: string;
      readonly misura: string;
      readonly voci: readonly VoceGrafico[];
      readonly origine: OsservazioneDto['origine'];
    };

export interface ColonnaRelazione {
  readonly chiave: string;
  readonly titolo: string;
  readonly quando: string;
  /** ISTAT code (or null: the ambito) -> figure. */
  readonly celle: ReadonlyMap<string | null, Dato>;
}

/** A service of the past ciclo, as the plan lists it. */
export interface ServizioElencato {
  readonly riga: number;
  readonly nome: string;
  /** `sì`, `no`, `non indicato`. */
  readonly attivo: string;
  readonly titolare: string;
}

export interface Capitolo {
  readonly id: string;
  readonly numero: number;
  readonly titolo: string;
  readonly frasi: readonly string[];
  /** What must be known to read the table. */
  readonly note: readonly string[];
  readonly grafico: Grafico | null;
  readonly colonne: readonly ColonnaRelazione[];
  readonly servizi: readonly ServizioElencato[];
}

export interface CapitoloMancante {
  readonly titolo: string;
  /** Titles of the tables that would bring it. */
  readonly tabelle: readonly string[];
}

export interface Relazione {
  /** Year of the latest count of residents; null where none is published. */
  readonly anno: string | null;
  readonly capitoli: readonly Capitolo[];
  readonly mancanti: readonly CapitoloMancante[];
}

export interface MateriaRelazione extends Materia {
  /** Rows of the table `servizi`; [] where it isn't published. */
  readonly servizi: TabellaDto['righe'];
}

interface RicettaColonna {
  readonly id: string;
  readonly titolo: string;
  readonly dimensioni?: Dimensioni;
}

interface Ricetta {
  readonly id: string;
  readonly titolo: string;
  /** The tables without which there is nothing to tell. */
  readonly tabelle: readonly TipoDto['id'][];
  /** What the tables must also state, where they are there and that is not enough: `per fascia d’età`. */
  readonly dettaglio?: string;
  readonly tell: (materia: MateriaRelazione, lettore: Lettore) => readonly (string | null)[];
  readonly grafico: (materia: MateriaRelazione) => Grafico | null;
  readonly colonne: readonly RicettaColonna[];
}

const RICETTE: readonly Ricetta[] = [
  {
    id: 'popolazione',
    titolo: 'La popolazione',
    tabelle: ['popolazione'],
    tell: (materia, lettore) => [tellPopolazione(materia, lettore)],
    grafico: (materia) => compareComuni(materia, 'popolazione'),
    colonne: [
      { id: 'popolazione', titolo: 'Residenti' },
      { id: 'variazione-popolazione', titolo: 'Variazione' },
      { id: 'variazione-popolazione-pct', titolo: 'Variazione in %' },
      { id: 'densita', titolo: 'Abitanti per km²' },
    ],
  },
  {
    id: 'eta',
    titolo: 'Le età',
    tabelle: ['popolazione'],
    dettaglio: 'per fascia d’età',
    tell: (_, lettore) => [tellVecchiaia(lettore)],
    grafico: drawEta,
    colonne: [
      { id: 'quota-fascia', titolo: 'Fino a 14 anni', dimensioni: { fascia: '0-14' } },
      { id: 'quota-fascia', titolo: '65 anni e più', dimensioni: { fascia: '65+' } },
      { id: 'indice-vecchiaia', titolo: 'Indice di vecchiaia' },
      { id: 'dipendenza-strutturale', titolo: 'Dipendenza strutturale' },
    ],
  },
  {
    id: 'famiglie',
    titolo: 'Le famiglie',
    tabelle: ['famiglie'],
    tell: (_, lettore) => [tellFamiglie(lettore)],
    grafico: (materia) => compareComuni(materia, 'componenti-medi'),
    colonne: [
      { id: 'famiglie', titolo: 'Famiglie' },
      { id: 'componenti-medi', titolo: 'Persone per famiglia' },
    ],
  },
  {
    id: 'migrazioni',
    titolo: 'Chi arriva e chi parte',
    tabelle: ['migrazioni'],
    tell: (_, lettore) => [tellMigrazioni(lettore)],
    grafico: (materia) => compareComuni(materia, 'tasso-migratorio'),
    colonne: [
      { id: 'saldo-migratorio', titolo: 'Saldo migratorio' },
      { id: 'tasso-migratorio', titolo: 'Ogni 1.000 residenti' },
    ],
  },
  {
    id: 'servizi',
    titolo: 'L’offerta di servizi',
    tabelle: ['servizi'],
    tell: (materia) => [tellServizi(materia.servizi)],
    grafico: drawLivelli,
    colonne: [],
  },
  {
    id: 'spesa',
    titolo: 'La spesa',
    tabelle: ['rendiconto', 'spesa-storica'],
    tell: (_, lettore) => [tellSpesa(lettore)],
    grafico: (materia) => compareComuni(materia, 'spesa-storica-procapite'),
    colonne: [
      { id: 'spesa-storica-media', titolo: 'Spesa storica media annua' },
      { id: 'spesa-storica-procapite', titolo: 'Per abitante' },
    ],
  },
  {
    id: 'cofinanziamento',
    titolo: 'Il cofinanziamento dei comuni',
    tabelle: ['cofinanziamento'],
    tell: (materia) => [
      tellCofinanziamento(buildCofinanziamento(materia.ambito, createRaccolta(materia.osservazioni, materia.catalogo))),
    ],
    grafico: (materia) => compareComuni(materia, 'peso-quota'),
    colonne: [
      { id: 'cofinanziamento-minimo', titolo: 'Quota minima', dimensioni: { forma: 'totale' } },
      { id: 'cofinanziamento-minimo', titolo: 'di cui in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'cofinanziamento-versato', titolo: 'Versato in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'aumento-quota-denaro', titolo: 'Differenza' },
    ],
  },
];

/** @param tipi declarations of the tables, for their titles */
export function buildRelazione(materia: MateriaRelazione, tipi: readonly TipoDto[]): Relazione {
  const lettore = createLettore(materia);
  const capitoli: Capitolo[] = [];
  const mancanti: CapitoloMancante[] = [];
  for (const ricetta of RICETTE) {
    const { id, titolo } = ricetta;
    const grafico = ricetta.grafico(materia);
    const colonne = ricetta.colonne.flatMap((colonna) => buildColonna(materia, colonna) ?? []);
    const servizi = id === 'servizi' ? listServizi(materia.servizi) : [];
    const proprie = ricetta.tell(materia, lettore).filter((frase) => frase !== null);
    if (grafico === null && colonne.length === 0 && servizi.length === 0) {
      mancanti.push({ titolo, tabelle: nameTabelle(ricetta, materia, tipi) });
      continue;
    }
    const nota = mixesConti(colonne) ? [DUE_CONTI] : [];
    const risposta = grafico?.genere === 'comuni' ? [tellComuni(grafico.confronto)] : [];
    capitoli.push({
      id,
      numero: capitoli.length + 1,
      titolo,
      frasi: [...proprie, ...risposta],
      note: nota,
      grafico,
      colonne,
      servizi,
    });
  }
  return { anno: lettore.find('popolazione')?.periodo ?? null, capitoli, mancanti };
}

const DUE_CONTI =
  'L’anagrafe dei comuni e l’ISTAT contano le persone in modi diversi: ogni variazione è calcolata dentro uno solo dei due conti.';

function mixesConti(colonne: readonly ColonnaRelazione[]): boolean {
  const conti = colonne.flatMap(({ celle }) =>
    [...celle.values()].flatMap(({ osservazione }) => osservazione.dimensioni.rilevazione ?? []),
  );
  return new Set(conti).size > 1;
}

/** A table that is there but lacks the detail is named too: its absence is what the reader meets. */
function nameTabelle(
  { tabelle, dettaglio = 'comune per comune' }: Ricetta,
  { ambito }: Materia,
  tipi: readonly TipoDto[],
): string[] {
  const assenti = tabelle.filter((id) => ambito.versioni[id] === undefined);
  const titoloOf = (id: string) => (tipi.find((tipo) => tipo.id === id)?.titolo ?? id).toLocaleLowerCase('it');
  return assenti.length > 0 ? assenti.map(titoloOf) : tabelle.map((id) => `${titoloOf(id)} ${dettaglio}`);
}

function compareComuni({ ambito, catalogo, osservazioni }: Materia, id: string): Grafico | null {
  const indicatore = catalogo.find((uno) => uno.id === id);
  const scelta = chooseOsservazioni(
    osservazioni.filter((o) => o.indicatore === id),
    { dimensioni: {} },
  );
  if (!indicatore || !scelta.osservazioni.some((o) => o.comune !== null && o.valore !== null)) return null;
  const confronto = buildConfronto({ ambito, indicatore, scelta });
  const { rilevazione } = scelta.dimensioni;
  const misura = [
    capitalize(describeUnita(confronto.unita)),
    confronto.periodo && describePeriodo(confronto.periodo, id),
    rilevazione && describeDimensione('rilevazione', rilevazione),
  ];
  return { genere: 'comuni', titolo: buildTitolo(confronto), misura: misura.filter(Boolean).join(', '), confronto };
}

/** The answer of a comparison, opened by what is compared: the sentence before it has already told the year. */
function tellComuni(confronto: Confronto): string {
  const { indicatore, periodo } = confronto;
  const quando = periodo === null ? '' : capitalize(describePeriodo(periodo, indicatore.id));
  const cosa = indicatore.titolo.charAt(0).toLocaleLowerCase('it') + indicatore.titolo.slice(1);
  return buildRisposta(confronto).replace(quando, `Tra i comuni, quanto a ${cosa},`);
}

function drawEta({ osservazioni }: Materia): Grafico | null {
  const bande = osservazioni.filter(
    (o) => o.indicatore === 'popolazione-fascia' && o.comune === null && o.valore !== null,
  );
  const { periodo, dimensioni } = chooseOsservazioni(bande, { dimensioni: {} });
  const { rilevazione } = dimensioni;
  const stesse = bande.filter((o) => o.periodo === periodo && o.dimensioni.rilevazione === rilevazione);
  const fasce = buildFasce(stesse);
  if (fasce.length === 0 || periodo === null) return null;
  const usate = new Set(fasce.map(({ id }) => id));
  const quando = describePeriodo(periodo, 'popolazione');
  return {
    genere: 'voci',
    titolo: tellFasce(fasce),
    misura: `Quota dei residenti per fascia d’età, ${quando}${rilevazione ? `, ${describeDimensione('rilevazione', rilevazione)}` : ''}`,
    voci: fasce.map(({ id, quota, residenti, segnalazioni, figura }) => ({
      chiave: id,
      nome: describeFascia(id),
      valore: quota,
      testo: formatValore(quota, { unita: '%', decimali: 1 }),
      dettaglio: `${formatNumero(residenti)} persone`,
      segnalazioni,
      figure: [figura],
    })),
    origine: stesse.filter((o) => usate.has(o.dimensioni.fascia ?? '')).flatMap((o) => o.origine),
  };
}

const NOMI_LIVELLO: Readonly<Record<string, string>> = {
  LEPS: 'Livelli essenziali (LEPS)',
  ODS: 'Obiettivi di servizio',
  Potenziamento: 'Potenziamento',
  Specificità: 'Specificità del territorio',
};

function drawLivelli({ osservazioni }: Materia): Grafico | null {
  const previsti = osservazioni.filter(
    (o) => o.indicatore === 'interventi-previsti' && o.comune === null && o.dimensioni.livello !== undefined,
  );
  const periodo = previsti
    .map((o) => o.periodo)
    .toSorted()
    .at(-1);
  const suoi = previsti.filter((o) => o.periodo === periodo && typeof o.valore === 'number');
  if (periodo === undefined || suoi.length === 0) return null;
  const voci = suoi
    .map((o) => ({
      chiave: o.dimensioni.livello ?? '',
      nome: NOMI_LIVELLO[o.dimensioni.livello ?? ''] ?? o.dimensioni.livello ?? '',
      valore: Number(o.valore),
      testo: formatNumero(Number(o.valore)),
      segnalazioni: o.segnalazioni,
      figure: [figuraOf(o)],
    }))
    .toSorted((a, b) => b.valore - a.valore);
  const leps = voci.find(({ chiave }) => chiave === 'LEPS');
  return {
    genere: 'voci',
    titolo: leps
      ? `Il Piano ${periodo} prevede ${leps.testo} interventi tra i livelli essenziali`
      : `Gli interventi previsti nel Piano ${periodo}`,
    misura: 'Interventi previsti, per livello; uno stesso intervento può stare in più livelli',
    voci,
    origine: suoi.flatMap((o) => o.origine),
  };
}

function buildColonna({ catalogo, osservazioni }: Materia, ricetta: RicettaColonna): ColonnaRelazione | null {
  const { id, titolo, dimensioni = {} } = ricetta;
  const indicatore = catalogo.find((uno) => uno.id === id);
  const scelta = chooseOsservazioni(
    osservazioni.filter(
      (o) => o.indicatore === id && Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
    ),
    { dimensioni },
  );
  if (!indicatore || scelta.periodo === null) return null;
  const celle = new Map(scelta.osservazioni.map((o) => [o.comune, createDato(o, indicatore)]));
  if (![...celle].some(([comune, dato]) => comune !== null && isPresente(dato))) return null;
  const { rilevazione } = scelta.dimensioni;
  const quando = describePeriodo(scelta.periodo, id);
  return {
    chiave: [id, ...Object.values(dimensioni)].join(' '),
    titolo,
    quando: rilevazione ? `${quando}, ${describeDimensione('rilevazione', rilevazione)}` : quando,
    celle,
  };
}

function tellPopolazione({ ambito }: Materia, lettore: Lettore): string | null {
  const dato = lettore.find('popolazione');
  if (!dato) return null;
  const rilevazione = dato.osservazione.dimensioni.rilevazione;
  const variazione = lettore.find('variazione-popolazione', rilevazione === undefined ? {} : { rilevazione });
  const confronto =
    variazione && variazione.valore !== 0
      ? `, ${formatNumero(Math.abs(variazione.valore))} in ${variazione.valore < 0 ? 'meno' : 'più'} rispetto al ${variazione.periodo.slice(0, 4)}`
      : '';
  const quanti = countOf(ambito.comuni.length, 'comune', 'comuni');
  return `${capitalize(describePeriodo(dato.periodo, 'popolazione'))} nei ${quanti} dell’ambito vivono ${dato.esatto} persone${confronto}.`;
}

function tellVecchiaia(lettore: Lettore): string | null {
  const anziani = lettore.find('quota-fascia', { fascia: '65+' });
  const indice = lettore.find('indice-vecchiaia');
  if (!anziani) return null;
  const testa = `${capitalize(describePeriodo(anziani.periodo, 'quota-fascia'))} ${formatNumero(Math.round(anziani.valore))} residenti su cento hanno 65 anni o più.`;
  return indice
    ? `${testa} Ogni 100 ragazzi fino a 14 anni ci sono ${formatNumero(Math.round(indice.valore))} persone di 65 anni o più: è l’indice di vecchiaia.`
    : testa;
}

function tellFamiglie(lettore: Lettore): string | null {
  const famiglie = lettore.find('famiglie');
  const medi = lettore.find('componenti-medi', {}, famiglie?.periodo);
  if (!famiglie) return null;
  return `${capitalize(describePeriodo(famiglie.periodo, 'famiglie'))} le famiglie sono ${famiglie.esatto}${medi ? `, in media di ${medi.esatto} persone` : ''}.`;
}

function tellMigrazioni(lettore: Lettore): string | null {
  const saldo = lettore.find('saldo-migratorio');
  if (!saldo) return null;
  const quando = capitalize(describePeriodo(saldo.periodo, 'saldo-migratorio'));
  if (saldo.valore === 0) return `${quando} chi è arrivato da fuori e chi è partito si pareggiano.`;
  const piu = saldo.valore < 0 ? 'è partito' : 'è arrivato';
  const meno = saldo.valore < 0 ? 'è arrivato' : 'è partito';
  return `${quando} chi ${piu} supera chi ${meno} di ${formatNumero(Math.abs(saldo.valore))} persone: è il saldo migratorio.`;
}

function tellSpesa(lettore: Lettore): string | null {
  const impegni = lettore.find('avanzamento-impegni');
  const residuo = lettore.find('residuo', {}, impegni?.periodo);
  const media = lettore.find('spesa-storica-media');
  const frasi = [
    impegni
      ? `${capitalize(describePeriodo(impegni.periodo, 'avanzamento-impegni'))} l’ambito ha impegnato, cioè destinato con un atto, ${impegni.esatto} di quanto aveva programmato${residuo ? `: restano ${joinParti(residuo.breve)}` : ''}.`
      : null,
    media
      ? `I comuni da soli spendono per il sociale ${joinParti(formatInBreve(media.valore, { unita: '€', decimali: 2 }))} l’anno, in media ${describePeriodo(media.periodo, 'spesa')}: è la spesa storica.`
      : null,
  ].filter((frase) => frase !== null);
  return frasi.length > 0 ? frasi.join(' ') : null;
}

/** Of the ciclo of which the plan says what was active. */
function listServizi(righe: TabellaDto['righe']): ServizioElencato[] {
  const testo = (valore: string | number | null | undefined) =>
    valore === null || valore === undefined ? null : `${valore}`;
  const detti = righe.filter(({ valori }) => testo(valori.servizio) && 'attivo' in valori);
  const ciclo = detti.find(({ valori }) => testo(valori.attivo))?.valori.ciclo;
  if (ciclo === undefined) return [];
  return detti
    .filter(({ valori }) => valori.ciclo === ciclo)
    .map(({ riga, valori }) => ({
      riga,
      nome: testo(valori.servizio) ?? '',
      attivo: { SI: 'sì', NO: 'no' }[testo(valori.attivo) ?? ''] ?? 'non indicato',
      titolare: testo(valori.ente_titolare) ?? 'non indicato',
    }));
}

function tellServizi(righe: TabellaDto['righe']): string | null {
  const servizi = listServizi(righe);
  if (servizi.length === 0) return null;
  const ciclo = righe.find(({ valori }) => valori.attivo !== undefined && valori.attivo !== null)?.valori.ciclo;
  const attivi = servizi.filter(({ attivo }) => attivo === 'sì').length;
  const ignoti = servizi.filter(({ attivo }) => attivo === 'non indicato').map(({ nome }) => `«${nome}»`);
  const quanti = attivi === 1 ? 'ne era attivo uno' : `ne erano attivi ${attivi}`;
  const testa = `Dei ${servizi.length} servizi del Piano ${ciclo} ${quanti}.`;
  return ignoti.length > 0 ? `${testa} Di ${joinNomi(ignoti)} il documento non lo dice.` : testa;
}

/** Documents of one name and several years, told once: `ISTAT, popolazione residente al 1° gennaio 2019, 2020 e 2021`. */
export function joinDocumenti(documenti: readonly string[]): string {
  const anni = new Map<string, string[]>();
  for (const documento of [...new Set(documenti)].toSorted((a, b) => a.localeCompare(b, 'it', { numeric: true }))) {
    const [, nome = documento, anno] = /^(.*\D)\s(\d{4})$/.exec(documento) ?? [];
    anni.set(nome, [...(anni.get(nome) ?? []), ...(anno ? [anno] : [])]);
  }
  return [...anni].map(([nome, suoi]) => (suoi.length > 0 ? `${nome} ${joinNomi(suoi, 20)}` : nome)).join('; ');
}
