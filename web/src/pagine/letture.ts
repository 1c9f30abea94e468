/** What each page reads before it is shown. Requests that don't wait for each other leave together. */
import type {
  AmbitoDto,
  IndicatoreDto,
  OsservazioneDto,
  QualitaDto,
  SpiegazioneDto,
  TabellaDto,
  TipoDto,
  VersioniDto,
} from '../../../functions/core/http/schemi.ts';
import { LetturaError } from '../api/errore.ts';
import type { Api } from '../api/letture.ts';
import type { VersioniPerTipo } from '../serie/fonti.ts';
import { isDivisibile } from '../serie/forme.ts';
import { INDICATORI_PANORAMICA } from '../serie/indicatori-panoramica.ts';
import type { MateriaLeps } from '../serie/leps.ts';
import type { Materia } from '../serie/panoramica.ts';
import type { MateriaSpesa } from '../serie/spesa.ts';

/** Shown where the address names no indicator: what the comuni spend is what most come to compare. */
const PREDEFINITI = ['spesa-storica-procapite', 'popolazione'];

export interface DatiPanoramica {
  readonly materia: Materia;
  readonly tipi: readonly TipoDto[];
  readonly ambiti: readonly AmbitoDto[];
}

export async function loadPanoramica(api: Api, id: string, segnale: AbortSignal): Promise<DatiPanoramica> {
  const [ambito, ambiti, catalogo, tipi, { osservazioni }, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readAmbiti(segnale),
    api.readIndicatori(segnale),
    api.readTipi(segnale),
    readPanoramica(api, id, segnale),
    api.readQualita(id, segnale),
  ]);
  const versioni = await readVersioni(api, { ambito, tipi: Object.keys(ambito.versioni) }, segnale);
  return { materia: { ambito, catalogo, osservazioni, qualita, versioni }, tipi, ambiti };
}

/** Only ids that the catalogue has: the API refuses an unknown one. */
async function readPanoramica(api: Api, ambito: string, segnale: AbortSignal) {
  const catalogo = await api.readIndicatori(segnale);
  const id = INDICATORI_PANORAMICA.filter((i) => catalogo.some((c) => c.id === i));
  return api.readOsservazioni(ambito, { id }, segnale);
}

export interface DatiConfronto {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly indicatore: IndicatoreDto;
  /** Ids that have at least one value in this ambito: the others are listed apart. */
  readonly conDati: readonly string[];
  readonly osservazioni: readonly OsservazioneDto[];
  /** `popolazione`, where values are to be divided by residents. */
  readonly residenti: readonly OsservazioneDto[] | undefined;
  readonly versioni: VersioniPerTipo;
}

interface RichiestaConfronto {
  readonly ambito: string;
  readonly indicatore: string | undefined;
  readonly misura: string | undefined;
}

export async function loadConfronto(
  api: Api,
  richiesta: RichiestaConfronto,
  segnale: AbortSignal,
): Promise<DatiConfronto> {
  const [ambito, catalogo] = await Promise.all([
    api.readAmbito(richiesta.ambito, segnale),
    api.readIndicatori(segnale),
  ]);
  const conDati = catalogo.filter((i) => i.tabelle.every((t) => ambito.versioni[t] !== undefined)).map((i) => i.id);
  const indicatore = chooseIndicatore(catalogo, conDati, richiesta.indicatore);
  const perAbitante = richiesta.misura === 'abitante' && isDivisibile(indicatore);
  const [{ osservazioni }, residenti] = await Promise.all([
    api.readOsservazioni(ambito.id, { id: indicatore.id }, segnale),
    perAbitante ? api.readOsservazioni(ambito.id, { id: 'popolazione' }, segnale) : undefined,
  ]);
  const tipi = [...osservazioni, ...(residenti?.osservazioni ?? [])].flatMap((o) => o.origine.map((una) => una.tipo));
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, indicatore, conDati, osservazioni, residenti: residenti?.osservazioni, versioni };
}

function chooseIndicatore(
  catalogo: readonly IndicatoreDto[],
  conDati: readonly string[],
  chiesto: string | undefined,
): IndicatoreDto {
  const find = (id: string | undefined) => catalogo.find((i) => i.id === id);
  if (chiesto !== undefined && !find(chiesto)) {
    throw new LetturaError('richiesta', { dettaglio: `L’indicatore «${chiesto}» non è nel catalogo.` });
  }
  const scelto = find(chiesto) ?? find(PREDEFINITI.find((p) => conDati.includes(p))) ?? find(conDati[0]) ?? catalogo[0];
  if (!scelto) throw new LetturaError('assente', { dettaglio: 'Il catalogo degli indicatori è vuoto.' });
  return scelto;
}

async function readVersioni(
  api: Api,
  { ambito, tipi }: { ambito: AmbitoDto; tipi: readonly string[] },
  segnale: AbortSignal,
): Promise<VersioniPerTipo> {
  const voci = await Promise.all(
    [...new Set(tipi)].map(
      async (tipo) => [tipo, (await api.readVersioni(ambito.id, tipo, segnale)).versioni] as const,
    ),
  );
  return Object.fromEntries(voci);
}

export interface DatiCofinanziamento {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  /** Walk back of one computed quota: the transfers and everybody's residents. Null where the tables don't allow it. */
  readonly riparto: SpiegazioneDto | null;
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_COFINANZIAMENTO = [
  'popolazione',
  'spesa-storica-media',
  'cofinanziamento-minimo',
  'cofinanziamento-minimo-calcolato',
  'cofinanziamento-programmato',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'scarto-minimo',
  'scarto-spesa-storica',
  'aumento-quota-denaro',
  'peso-quota',
  'copertura-trasferimenti',
];

export async function loadCofinanziamento(api: Api, id: string, segnale: AbortSignal): Promise<DatiCofinanziamento> {
  const [ambito, catalogo, osservazioni] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readScelti(api, { ambito: id, id: INDICATORI_COFINANZIAMENTO }, segnale),
  ]);
  const tipi = osservazioni.flatMap((o) => o.origine.map(({ tipo }) => tipo));
  const [riparto, versioni] = await Promise.all([
    readRiparto(api, { ambito, osservazioni }, segnale),
    readVersioni(api, { ambito, tipi }, segnale),
  ]);
  return { ambito, catalogo, osservazioni, riparto, versioni };
}

/** Only ids that the catalogue has: the API refuses an unknown one. */
async function readScelti(
  api: Api,
  { ambito, id }: { ambito: string; id: readonly string[] },
  segnale: AbortSignal,
): Promise<readonly OsservazioneDto[]> {
  const catalogo = await api.readIndicatori(segnale);
  const noti = id.filter((uno) => catalogo.some((c) => c.id === uno));
  return (await api.readOsservazioni(ambito, { id: noti }, segnale)).osservazioni;
}

/** The split of the first year of the ciclo. */
async function readRiparto(
  api: Api,
  { ambito, osservazioni }: { ambito: AmbitoDto; osservazioni: readonly OsservazioneDto[] },
  segnale: AbortSignal,
): Promise<SpiegazioneDto | null> {
  const [prima] = osservazioni
    .filter((o) => o.indicatore === 'cofinanziamento-minimo-calcolato' && o.comune !== null && o.valore !== null)
    .toSorted((a, b) => a.periodo.localeCompare(b.periodo));
  if (!prima?.comune) return null;
  const { indicatore, comune, periodo } = prima;
  return api.readSpiegazione(ambito.id, { id: indicatore, filtri: { comune, periodo } }, segnale);
}

export interface DatiComune {
  readonly ambito: AmbitoDto;
  readonly comune: AmbitoDto['comuni'][number];
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  readonly qualita: QualitaDto;
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_COMUNE = [
  'popolazione',
  'popolazione-fascia',
  'quota-fascia',
  'variazione-popolazione-pct',
  'densita',
  'indice-vecchiaia',
  'dipendenza-strutturale',
  'tasso-migratorio',
  'famiglie',
  'componenti-medi',
  'spesa-storica-media',
  'spesa-storica-procapite',
  'cofinanziamento-minimo',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'cofinanziamento-programmato',
  'aumento-quota-denaro',
  'peso-quota',
];

export async function loadComune(
  api: Api,
  { ambito: id, codice }: { ambito: string; codice: string },
  segnale: AbortSignal,
): Promise<DatiComune> {
  const [ambito, catalogo, osservazioni, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readScelti(api, { ambito: id, id: INDICATORI_COMUNE }, segnale),
    api.readQualita(id, segnale),
  ]);
  const comune = ambito.comuni.find(({ codiceIstat }) => codiceIstat === codice);
  if (!comune) throw new LetturaError('assente', { dettaglio: `Il comune «${codice}» non è di questo ambito.` });
  const tipi = osservazioni.flatMap((o) => o.origine.map(({ tipo }) => tipo));
  return {
    ambito,
    comune,
    catalogo,
    osservazioni,
    qualita,
    versioni: await readVersioni(api, { ambito, tipi }, segnale),
  };
}

export interface DatiSpesa extends MateriaSpesa {
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_SPESA = [
  'programmato',
  'programmato-procapite',
  'avanzamento-impegni',
  'avanzamento-pagamenti',
  'residuo',
  'passo-lineare',
] as const;

export async function loadSpesa(api: Api, id: string, segnale: AbortSignal): Promise<DatiSpesa> {
  const [ambito, catalogo, osservazioni, programmazione, fondi, rendiconto] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readDelAmbito(api, { ambito: id, id: INDICATORI_SPESA }, segnale),
    api.readTabella(id, 'programmazione', segnale),
    api.readTabella(id, 'fondi', segnale),
    api.readTabella(id, 'rendiconto', segnale),
  ]);
  const tipi = ['programmazione', 'fondi', 'rendiconto'].filter((tipo) => ambito.versioni[tipo] !== undefined);
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, osservazioni, programmazione, fondi, rendiconto, versioni };
}

export interface DatiLeps extends MateriaLeps {
  readonly versioni: VersioniPerTipo;
}

const INDICATORI_LEPS = [
  'interventi-previsti',
  'interventi-finanziati',
  'interventi-attivi',
  'programmato',
  'assistenti-sociali-rapporto',
  'assistenti-sociali-necessari',
  'assistenti-sociali-mancanti',
  'copertura-nido',
  'popolazione',
];

export async function loadLeps(api: Api, id: string, segnale: AbortSignal): Promise<DatiLeps> {
  const [ambito, catalogo, osservazioni, servizi, programmazione, raccordo] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    readDelAmbito(api, { ambito: id, id: INDICATORI_LEPS }, segnale),
    api.readTabella(id, 'servizi', segnale),
    api.readTabella(id, 'programmazione', segnale),
    api.readTabella(id, 'raccordo', segnale),
  ]);
  const tipi = ['servizi', 'programmazione', 'raccordo'].filter((tipo) => ambito.versioni[tipo] !== undefined);
  const versioni = await readVersioni(api, { ambito, tipi }, segnale);
  return { ambito, catalogo, osservazioni, servizi, programmazione, raccordo, versioni };
}

/** Of the whole ambito, without its comuni; only ids that the catalogue has: the API refuses an unknown one. */
async function readDelAmbito(
  api: Api,
  { ambito, id }: { ambito: string; id: readonly string[] },
  segnale: AbortSignal,
): Promise<readonly OsservazioneDto[]> {
  const catalogo = await api.readIndicatori(segnale);
  const noti = id.filter((uno) => catalogo.some((c) => c.id === uno));
  return (await api.readOsservazioni(ambito, { id: noti, comune: 'ambito' }, segnale)).osservazioni;
}

export interface DatiRelazione {
  readonly materia: Materia & { readonly servizi: TabellaDto['righe'] };
  readonly tipi: readonly TipoDto[];
}

const INDICATORI_RELAZIONE = [
  ...INDICATORI_PANORAMICA,
  'dipendenza-strutturale',
  'cofinanziamento-versato',
  'cofinanziamento-versato-procapite',
  'aumento-quota-denaro',
  'peso-quota',
  'copertura-trasferimenti',
  'interventi-previsti',
];

export async function loadRelazione(api: Api, id: string, segnale: AbortSignal): Promise<DatiRelazione> {
  const [ambito, catalogo, tipi, osservazioni, qualita] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    api.readTipi(segnale),
    readScelti(api, { ambito: id, id: INDICATORI_RELAZIONE }, segnale),
    api.readQualita(id, segnale),
  ]);
  const [versioni, servizi] = await Promise.all([
    readVersioni(api, { ambito, tipi: Object.keys(ambito.versioni) }, segnale),
    ambito.versioni.servizi === undefined ? [] : api.readTabella(id, 'servizi', segnale).then(({ righe }) => righe),
  ]);
  return { materia: { ambito, catalogo, osservazioni, qualita, versioni, servizi }, tipi };
}

export interface DatiQualita {
  readonly ambito: AmbitoDto;
  readonly qualita: QualitaDto;
  readonly tipi: readonly TipoDto[];
}

export async function loadQualita(api: Api, id: string, segnale: AbortSignal): Promise<DatiQualita> {
  const [ambito, qualita, tipi] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readQualita(id, segnale),
    api.readTipi(segnale),
  ]);
  return { ambito, qualita, tipi };
}

export interface DatiIndicatore {
  readonly indicatore: IndicatoreDto;
  readonly ambiti: readonly AmbitoDto[];
  readonly tipi: readonly TipoDto[];
}

export async function loadIndicatore(api: Api, id: string, segnale: AbortSignal): Promise<DatiIndicatore> {
  const [indicatore, ambiti, tipi] = await Promise.all([
    api.readIndicatore(id, segnale),
    api.readAmbiti(segnale),
    api.readTipi(segnale),
  ]);
  return { indicatore, ambiti, tipi };
}

export interface DatiDati {
  readonly ambiti: readonly AmbitoDto[];
  readonly scelto: AmbitoDto | null;
  readonly tipi: readonly TipoDto[];
  readonly versioni: Readonly<Record<string, VersioniDto['versioni']>>;
}

export async function loadDati(api: Api, id: string | undefined, segnale: AbortSignal): Promise<DatiDati> {
  const [ambiti, tipi] = await Promise.all([api.readAmbiti(segnale), api.readTipi(segnale)]);
  const scelto = ambiti.find((a) => a.id === id) ?? ambiti[0] ?? null;
  const versioni = scelto
    ? await readVersioni(api, { ambito: scelto, tipi: Object.keys(scelto.versioni) }, segnale)
    : {};
  return { ambiti, scelto, tipi, versioni };
}
