/** The yearly report of an ambito, chapter by chapter: plain sentences, one chart, its table; and what can't be told yet. */
import type { TabellaDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { buildCofinanziamento, listFigureCofinanziamento, tellCofinanziamento } from './cofinanziamento.ts';
import { type Figura, uniqueFigure } from './figura.ts';
import { createLettore, type Lettore, type Materia, traceLettore } from './lettore.ts';
import { describeDimensione, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createDato, createRaccolta, type Dato, isPresente } from './raccolta.ts';
import {
  listServizi,
  type ServizioElencato,
  tellComuni,
  tellFamiglie,
  tellMigrazioni,
  tellPopolazione,
  tellServizi,
  tellSpesa,
  tellVecchiaia,
} from './relazione-frasi.ts';
import { compareComuni, drawEta, drawLivelli, type Grafico } from './relazione-grafici.ts';
import { chooseOsservazioni } from './scelta.ts';
import { listFigureRisposta } from './titolo.ts';

export interface ColonnaRelazione {
  readonly chiave: string;
  readonly titolo: string;
  readonly quando: string;
  /** ISTAT code (or null: the ambito) -> figure. */
  readonly celle: ReadonlyMap<string | null, Dato>;
}

export interface Capitolo {
  readonly id: string;
  readonly numero: number;
  readonly titolo: string;
  readonly frasi: readonly string[];
  /** What the numbers of the sentences are. */
  readonly figure: readonly Figura[];
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
  /** What its sentences are told with, beside what they find through the reader. */
  readonly figure?: (materia: MateriaRelazione) => readonly Figura[];
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
    tell: (materia) => [tellCofinanziamento(readCofinanziamento(materia))],
    figure: (materia) => listFigureCofinanziamento(readCofinanziamento(materia)),
    grafico: (materia) => compareComuni(materia, 'peso-quota'),
    colonne: [
      { id: 'cofinanziamento-minimo', titolo: 'Quota minima', dimensioni: { forma: 'totale' } },
      { id: 'cofinanziamento-minimo', titolo: 'di cui in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'cofinanziamento-versato', titolo: 'Versato in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'aumento-quota-denaro', titolo: 'Differenza' },
    ],
  },
];

function readCofinanziamento({ ambito, osservazioni, catalogo }: MateriaRelazione) {
  return buildCofinanziamento(ambito, createRaccolta(osservazioni, catalogo));
}

/** @param tipi declarations of the tables, for their titles */
export function buildRelazione(materia: MateriaRelazione, tipi: readonly TipoDto[]): Relazione {
  const lettoreComune = createLettore(materia);
  const capitoli: Capitolo[] = [];
  const mancanti: CapitoloMancante[] = [];
  for (const ricetta of RICETTE) {
    const { id, titolo } = ricetta;
    const { lettore, listFigure } = traceLettore(lettoreComune);
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
      figure: uniqueFigure([
        ...listFigure(),
        ...(ricetta.figure?.(materia) ?? []),
        ...(grafico?.genere === 'comuni' ? listFigureRisposta(grafico.confronto) : []),
      ]),
      note: nota,
      grafico,
      colonne,
      servizi,
    });
  }
  return { anno: lettoreComune.find('popolazione')?.periodo ?? null, capitoli, mancanti };
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

function buildColonna({ catalogo, osservazioni }: Materia, ricetta: RicettaColonna): ColonnaRelazione | null {
  const { id, titolo, dimensioni = {} } = ricetta;
  const indicatore = catalogo.find((uno) => uno.id === id);
  const scelta = chooseOsservazioni(
    listPerIndicatore(osservazioni, id).filter((o) =>
      Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
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
