/** The path that leads to a Piano di Zona: its phases in order, and where today stands in it. Today is always told, never asked. */
import { nameEvento, nameTavolo } from '../../../functions/core/calendario.ts';
import type { CalendarioDto } from '../../../functions/core/http/schemi.ts';
import { describeIntervallo, formatGiornoEsteso } from './giorni.ts';
import { compareTesti } from './ordine.ts';
import { capitalize, countOf, joinNomi } from './parole.ts';
import { findSigle, type Sigla } from './sigle.ts';

export type EventoDto = CalendarioDto['eventi'][number];

export interface Tappa {
  readonly evento: EventoDto;
  readonly nome: string;
  /** The title, where the name does not say it already. */
  readonly dettaglio: string | null;
  /** The day, or that no document tells it. */
  readonly quando: string;
  /** `dalle 9:00 alle 11:00`; null where no hour is told. */
  readonly ore: string | null;
  /** Initials that the path had not yet spelled out. */
  readonly sigle: readonly Sigla[];
}

export interface Fase {
  readonly titolo: string;
  readonly tappe: readonly Tappa[];
  /** Where all of it takes place; null where places differ or are not told. */
  readonly luogo: string | null;
}

/** The latest first. */
export function listCicli(eventi: readonly EventoDto[]): string[] {
  return [...new Set(eventi.map(({ ciclo }) => ciclo))].toSorted().toReversed();
}

const TAVOLI = 'Tavoli tematici';
const ALTRI = 'Altri appuntamenti';

/** @param eventi of one ciclo, in the order of time */
export function buildFasi(eventi: readonly EventoDto[]): Fase[] {
  const gruppi = new Map<string, EventoDto[]>();
  for (const evento of eventi) {
    const titolo = evento.fase ?? (evento.tavolo === null ? ALTRI : TAVOLI);
    gruppi.set(titolo, [...(gruppi.get(titolo) ?? []), evento]);
  }
  const note = new Set<string>();
  return orderGruppi([...gruppi]).map(([titolo, suoi]) => ({
    titolo,
    tappe: suoi.map((evento) => toTappa(evento, note)),
    luogo: findLuogo(suoi),
  }));
}

/**
 * One document tells its phases in their order, also where dates overlap or are blank. Of more documents, only time tells
 * which phase comes first.
 */
function orderGruppi(gruppi: readonly [string, EventoDto[]][]): [string, EventoDto[]][] {
  const parti = new Set(gruppi.flatMap(([, suoi]) => suoi.map(({ parte }) => parte)));
  const prima = (suoi: readonly EventoDto[]) => suoi.flatMap(({ data }) => data ?? []).toSorted()[0];
  const riga = (suoi: readonly EventoDto[]) => Math.min(...suoi.map((evento) => evento.riga));
  if (parti.size === 1 || gruppi.some(([, suoi]) => prima(suoi) === undefined)) {
    return gruppi.toSorted(([, a], [, b]) => compareTesti(a[0]?.parte ?? '', b[0]?.parte ?? '') || riga(a) - riga(b));
  }
  return gruppi.toSorted(([, a], [, b]) => compareTesti(prima(a) ?? '', prima(b) ?? '') || riga(a) - riga(b));
}

function findLuogo(eventi: readonly EventoDto[]): string | null {
  const [luogo, ...altri] = new Set(eventi.map((evento) => evento.luogo));
  return eventi.length > 1 && altri.length === 0 ? (luogo ?? null) : null;
}

function toTappa(evento: EventoDto, note: Set<string>): Tappa {
  const nome = tidyTesto(nameEvento(evento));
  const titolo = tidyTesto(evento.titolo);
  const area = evento.area === null ? null : tidyTesto(evento.area);
  const detto = nome.includes(titolo) || /^tavolo tematico/i.test(titolo) || (area !== null && titolo.includes(area));
  const sigle = findSigle(nome, titolo, evento.organo).filter(({ sigla }) => !note.has(sigla));
  for (const { sigla } of sigle) note.add(sigla);
  return {
    evento,
    nome,
    dettaglio: detto ? null : titolo,
    quando: describeGiorno(evento),
    ore: describeOre(evento),
    sigle,
  };
}

/** The same apostrophe everywhere, where documents mix two; no full stop at the end of a name. */
export const tidyTesto = (testo: string): string => testo.replaceAll("'", '’').replace(/\.$/, '');

const MASSIMO_NOME = 64;

/** For a sentence that names several: a tavolo by its number, a long title by its beginning. */
function shortNomeEvento(evento: EventoDto): string {
  if (evento.tavolo !== null) return nameTavolo(evento.tavolo);
  const nome = tidyTesto(evento.titolo);
  return nome.length <= MASSIMO_NOME ? nome : `${nome.slice(0, MASSIMO_NOME).replace(/\s+\S*$/, '')}…`;
}

const DATA_NON_INDICATA = 'data non indicata';

function describeGiorno({ data, finoA }: EventoDto): string {
  if (data === null) return DATA_NON_INDICATA;
  return finoA !== null && finoA > data ? describeIntervallo(data, finoA) : formatGiornoEsteso(data);
}

function describeOre({ tipo, dalle, alle }: EventoDto): string | null {
  if (tipo === 'scadenza' && (alle ?? dalle) !== null) return `entro le ${tidyOra(alle ?? dalle)}`;
  if (dalle !== null) return alle === null ? `ore ${tidyOra(dalle)}` : `dalle ${tidyOra(dalle)} alle ${tidyOra(alle)}`;
  return alle === null ? null : `fino alle ${tidyOra(alle)}`;
}

const tidyOra = (ora: string | null): string => (ora ?? '').replace(/^0/, '');

const TIPI: Readonly<Record<EventoDto['tipo'], readonly [string, string]>> = {
  incontro: ['incontro', 'incontri'],
  scadenza: ['scadenza', 'scadenze'],
  atto: ['atto', 'atti'],
};

export const nameTipo = (tipo: EventoDto['tipo']): string => capitalize(TIPI[tipo][0]);

/** The answer without a clock: how many appointments, of what kind, over which days. */
export function tellPercorso(eventi: readonly EventoDto[], ciclo: string): string {
  const tipi = (Object.keys(TIPI) as EventoDto['tipo'][]).flatMap((tipo) => {
    const quanti = eventi.filter((evento) => evento.tipo === tipo).length;
    return quanti === 0 ? [] : [countOf(quanti, ...TIPI[tipo])];
  });
  const date = eventi.flatMap(({ data, finoA }) => [data, finoA].filter((giorno) => giorno !== null)).toSorted();
  const [prima, ultima] = [date[0], date.at(-1)];
  const quando = prima === undefined || ultima === undefined ? '' : `, ${describeIntervallo(prima, ultima)}`;
  const senza = eventi.filter(({ data }) => data === null).length;
  const resto =
    senza === 0 ? '' : ` Di ${senza === 1 ? 'uno' : countOf(senza, '', '').trim()} i documenti non dicono la data.`;
  return `Per il Piano ${ciclo} i documenti indicano ${joinNomi(tipi)}${quando}.${resto}`;
}

export interface Momento {
  readonly oggi: readonly EventoDto[];
  /** All those of the first day to come. */
  readonly prossimi: readonly EventoDto[];
  readonly ultimo: EventoDto | null;
}

/** @param oggi ISO day */
export function findMomento(eventi: readonly EventoDto[], oggi: string): Momento {
  const fine = ({ data, finoA }: EventoDto) => (finoA !== null && data !== null && finoA > data ? finoA : data);
  const futuri = eventi.filter(({ data }) => data !== null && data > oggi);
  const primo = futuri.map(({ data }) => data).toSorted()[0];
  const passati = eventi.filter((evento) => (fine(evento) ?? '') < oggi && evento.data !== null);
  return {
    oggi: eventi.filter((evento) => evento.data !== null && evento.data <= oggi && (fine(evento) ?? '') >= oggi),
    prossimi: futuri.filter(({ data }) => data === primo),
    ultimo: passati.toSorted((a, b) => compareTesti(fine(a) ?? '', fine(b) ?? '')).at(-1) ?? null,
  };
}

/** What comes next, in one or two sentences. */
export function tellMomento({ oggi, prossimi, ultimo }: Momento): string {
  const nomi = (eventi: readonly EventoDto[]) => joinNomi(eventi.map((uno) => `«${shortNomeEvento(uno)}»`));
  const frasi: string[] = [];
  if (oggi.length > 0) frasi.push(`Oggi: ${nomi(oggi)}.`);
  const [prossimo] = prossimi;
  if (prossimo?.data) {
    frasi.push(
      `${oggi.length > 0 ? 'Poi' : 'Il prossimo appuntamento è'} ${formatGiornoEsteso(prossimo.data)}: ${nomi(prossimi)}.`,
    );
  } else if (oggi.length === 0) {
    frasi.push(
      ultimo === null
        ? 'Nessun appuntamento con una data.'
        : `Dopo oggi non c’è nulla in programma: l’ultimo appuntamento pubblicato è stato ${formatGiornoEsteso(ultimo.finoA ?? ultimo.data ?? '')}.`,
    );
  }
  return frasi.join(' ');
}
