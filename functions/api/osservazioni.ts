/** The figures: filtered, in CSV, and each one walked back to the cells it came from. */
import { AMBITO_INTERO, type Ambito } from '../core/ambito.ts';
import { type Cella, type Importo, writeCsv } from '../core/http/csv.ts';
import type { OsservazioneDto } from '../core/http/schemi.ts';
import { getIndicatore, INDICATORI } from '../core/indicatori/index.ts';
import { DIMENSIONI, type Dimensione, type Osservazione } from '../core/indicatori/indicatore.ts';
import type { Gestori } from '../http/gestore.ts';
import { paginate } from '../http/pagina.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { csv, json } from '../http/risposta.ts';
import type { Deposito, Edizione } from '../store/deposito.ts';
import { openEdizione, openRisultati } from './edizione.ts';
import { type Present, presentDi } from './presenta-osservazioni.ts';

type Filtri = { readonly [K in Dimensione | 'id' | 'comune' | 'periodo']?: readonly string[] | undefined };

export const OSSERVAZIONI: Pick<Gestori<'api'>, 'osservazioni' | 'osservazioni-csv' | 'spiegazione'> = {
  osservazioni: async ({ deposito, risorse, query }) => {
    const { edizione, osservazioni, present } = await findOsservazioni(deposito, risorse.ambito, query);
    const numero = edizione?.numero ?? 0;
    const { pagina, cursore } = paginate(osservazioni, query, numero);
    return json({ edizione: numero, osservazioni: pagina.map(present), cursore });
  },
  'osservazioni-csv': async ({ deposito, risorse, query }) => {
    const { edizione, osservazioni, present } = await findOsservazioni(deposito, risorse.ambito, query);
    const numero = edizione?.numero ?? 0;
    const nomi = new Map(risorse.ambito.comuni.map(({ codiceIstat, nome }) => [codiceIstat, nome]));
    const righe = osservazioni.map((una) => toRigaCsv(present(una), { numero, ambito: risorse.ambito, nomi }));
    // Several files of one edizione lie in one folder: what is of one indicator alone is called by it.
    const cosa = query.id?.length === 1 ? query.id[0] : 'indicatori';
    return csv(writeCsv(COLONNE_CSV, righe), `${risorse.ambito.id}-${cosa}-edizione-${numero}.csv`);
  },
  spiegazione: async ({ deposito, risorse, query }) => {
    const { ambito, indicatore } = risorse;
    const filtri = { ...query, id: [indicatore.id] };
    const { edizione, osservazioni, present } = await findOsservazioni(deposito, ambito, filtri);
    const trovata = pickUnica(osservazioni, query);
    if (!trovata || !edizione) throw refuseAmbigua(osservazioni);
    // With the walk back come the declarations of the tables, which no other figure needs.
    const { nameDocumenti, toSpiegazioneDto } = await import('./cammino.ts');
    const figura = { osservazione: trovata, dto: present(trovata) };
    return json(nameDocumenti(toSpiegazioneDto(figura, indicatore, edizione)));
  },
};

/**
 * The only figure that answers. A whole has no dimension that its breakdowns have not, and could not be singled out by any filter: it is
 * named by its own coordinates, comune and periodo with exactly its dimensions. Short of those nothing is preferred to anything.
 */
function pickUnica(osservazioni: readonly Osservazione[], filtri: Filtri): Osservazione | undefined {
  if (osservazioni.length === 1) return osservazioni[0];
  if (filtri.comune?.length !== 1 || filtri.periodo?.length !== 1) return undefined;
  const precise = osservazioni.filter(({ dimensioni }) =>
    DIMENSIONI.every((nome) => dimensioni[nome] === undefined || filtri[nome] !== undefined),
  );
  return precise.length === 1 ? precise[0] : undefined;
}

async function findOsservazioni(
  deposito: Deposito,
  ambito: Ambito,
  query: Filtri & { readonly edizione?: number | undefined; readonly cursore?: string | undefined },
): Promise<{ edizione: Edizione | null; osservazioni: readonly Osservazione[]; present: Present }> {
  assertNoti(query.id, 'id', new Set(INDICATORI.map(({ id }) => id)));
  assertNoti(query.comune, 'comune', new Set([AMBITO_INTERO, ...ambito.comuni.map(({ codiceIstat }) => codiceIstat)]));
  const edizione = await openEdizione(deposito, ambito, query);
  const risultati = await openRisultati(deposito, edizione);
  const osservazioni = risultati.osservazioni.filter(createScelta(query));
  return { edizione, osservazioni, present: presentDi(risultati) };
}

/** Only of the filters that are there: an ambito of many years has tens of thousands of figures, and most readings name an indicator. */
function createScelta(filtri: Filtri): (osservazione: Osservazione) => boolean {
  const { id, comune, periodo } = filtri;
  const condizioni = [
    id && (({ indicatore }: Osservazione) => id.includes(indicatore)),
    comune && ((una: Osservazione) => comune.includes(una.comune ?? AMBITO_INTERO)),
    periodo && ((una: Osservazione) => periodo.includes(una.periodo)),
    ...DIMENSIONI.map((nome) => {
      const scelti = filtri[nome];
      return scelti && (({ dimensioni }: Osservazione) => isTra(scelti, dimensioni[nome]));
    }),
  ].filter((condizione) => condizione !== undefined);
  return (osservazione) => condizioni.every((ammette) => ammette(osservazione));
}

function isTra(scelti: readonly string[], valore: string | undefined): boolean {
  return valore !== undefined && scelti.includes(valore);
}

function assertNoti(scritti: readonly string[] | undefined, filtro: string, noti: ReadonlySet<string>): void {
  const ignoti = scritti?.filter((scritto) => !noti.has(scritto)) ?? [];
  if (ignoti.length === 0) return;
  const quali = ignoti.map((ignoto) => `«${ignoto}»`).join(', ');
  const dove = filtro === 'id' ? 'nel catalogo degli indicatori' : 'tra i comuni dell’ambito';
  throw new RifiutoError(400, `«${filtro}»: ${quali} non c’è ${dove}.`);
}

/** Tells which filters would single one figure out. */
function refuseAmbigua(trovate: readonly Osservazione[]): RifiutoError {
  if (trovate.length === 0) return new RifiutoError(400, 'Nessuna osservazione risponde a questi filtri.');
  const leggi: Record<string, (trovata: Osservazione) => string | undefined> = {
    comune: ({ comune }) => comune ?? AMBITO_INTERO,
    periodo: ({ periodo }) => periodo,
    ...Object.fromEntries(DIMENSIONI.map((nome) => [nome, ({ dimensioni }: Osservazione) => dimensioni[nome]])),
  };
  const servono = Object.entries(leggi)
    .filter(([, legge]) => new Set(trovate.map(legge)).size > 1)
    .map(([nome]) => `«${nome}»`);
  return new RifiutoError(
    400,
    `Rispondono ${trovate.length} osservazioni, e se ne può spiegare una alla volta: per sceglierla serve precisare ${servono.join(', ')}.`,
  );
}

const COLONNE_CSV = [
  'indicatore',
  'titolo',
  'comune',
  'nome',
  'periodo',
  ...DIMENSIONI,
  'valore',
  'unita',
  'assenza',
  'note',
  'segnalazioni',
  'gravita',
  'origine',
  'edizione',
] as const;

function toRigaCsv(
  dto: OsservazioneDto,
  { numero, ambito, nomi }: { numero: number; ambito: Ambito; nomi: ReadonlyMap<string, string> },
): (Cella | Importo)[] {
  return [
    dto.indicatore,
    getIndicatore(dto.indicatore)?.titolo,
    dto.comune ?? AMBITO_INTERO,
    dto.comune === null ? ambito.nome : nomi.get(dto.comune),
    dto.periodo,
    ...DIMENSIONI.map((nome) => dto.dimensioni[nome]),
    typeof dto.valore === 'string' ? { importo: dto.valore } : dto.valore,
    dto.unita,
    dto.assenza,
    dto.note.join(' '),
    dto.segnalazioni.join(', '),
    dto.gravita,
    dto.origine.map(({ tipo, versione, parte }) => `${tipo} v${versione} ${parte}`).join(', '),
    numero,
  ];
}
