/** The yearly report of an ambito, chapter by chapter: plain sentences, one chart, its table; and what can't be told yet. */
import type { TipoDto } from '../../../functions/core/http/schemi.ts';
import { type Figura, uniqueFigure } from './figura.ts';
import { createLettore, type Materia, traceLettore } from './lettore.ts';
import { describeDimensione, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createDato, type Dato, isPresente } from './raccolta.ts';
import { listServizi, type ServizioElencato, tellComuni } from './relazione-frasi.ts';
import type { Grafico } from './relazione-grafici.ts';
import { type MateriaRelazione, RICETTE, type Ricetta, type RicettaColonna } from './relazione-ricette.ts';
import { chooseOsservazioni } from './scelta.ts';
import { listFigureRisposta } from './titolo.ts';

export interface ColonnaRelazione {
  readonly chiave: string;
  readonly titolo: string;
  readonly quando: string;
  /** ISTAT code (or null: the ambito) -> figure. */
  readonly celle: ReadonlyMap<string | null, Dato>;
}

export interface CapitoloNominato {
  readonly id: string;
  readonly numero: number;
  readonly titolo: string;
}

export interface Capitolo extends CapitoloNominato {
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

/** What the report holds. Its chapters are told one by one, each where it is shown: all at once they would hold a phone. */
export interface Sommario {
  /** Year of the latest count of residents; null where none is published. */
  readonly anno: string | null;
  readonly capitoli: readonly CapitoloNominato[];
  readonly mancanti: readonly CapitoloMancante[];
}

/** @param tipi declarations of the tables, for their titles */
export function outlineRelazione(materia: MateriaRelazione, tipi: readonly TipoDto[]): Sommario {
  const dette = RICETTE.filter((ricetta) => hasData(ricetta, materia));
  return {
    anno: createLettore(materia).find('popolazione')?.periodo ?? null,
    capitoli: dette.map(({ id, titolo }, i) => ({ id, numero: i + 1, titolo })),
    mancanti: RICETTE.filter((ricetta) => !dette.includes(ricetta)).map((ricetta) => ({
      titolo: ricetta.titolo,
      tabelle: nameTabelle(ricetta, materia, tipi),
    })),
  };
}

/** Something to put in its table or to draw: sentences alone make no chapter. */
function hasData(ricetta: Ricetta, materia: MateriaRelazione): boolean {
  return (
    ricetta.colonne.some((colonna) => buildColonna(materia, colonna) !== null) ||
    listServiziOf(ricetta, materia).length > 0 ||
    ricetta.grafico(materia) !== null
  );
}

function listServiziOf({ id }: Ricetta, { servizi }: MateriaRelazione): readonly ServizioElencato[] {
  return id === 'servizi' ? listServizi(servizi) : [];
}

/** @param nominato one of the chapters that the report holds */
export function buildCapitolo(materia: MateriaRelazione, nominato: CapitoloNominato): Capitolo {
  const ricetta = RICETTE.find(({ id }) => id === nominato.id);
  if (!ricetta) throw new RangeError(`the report has no chapter ${nominato.id}`);
  const { lettore, listFigure } = traceLettore(createLettore(materia));
  const grafico = ricetta.grafico(materia);
  const colonne = ricetta.colonne.flatMap((colonna) => buildColonna(materia, colonna) ?? []);
  const { frase, figure = [] } = ricetta.tell(materia, lettore);
  return {
    ...nominato,
    frasi: [
      ...(frase === null ? [] : [frase]),
      ...(grafico?.genere === 'comuni' ? [tellComuni(grafico.confronto)] : []),
    ],
    figure: uniqueFigure([
      ...listFigure(),
      ...figure,
      ...(grafico?.genere === 'comuni' ? listFigureRisposta(grafico.confronto) : []),
    ]),
    note: mixesConti(colonne) ? [DUE_CONTI] : [],
    grafico,
    colonne,
    servizi: listServiziOf(ricetta, materia),
  };
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
