import type { AmbitoDto, IndicatoreDto, OsservazioneDto, TipoDto } from '../../../../functions/core/http/schemi.ts';
import { isPerFascia } from '../../../../functions/core/indicatori/per-fascia.ts';
import { LetturaError } from '../../api/errore.ts';
import type { Api } from '../../api/letture.ts';
import { readVersioni } from '../../api/versioni.ts';
import { bringCodice } from '../../codice.ts';
import type { Divisore } from '../../serie/confronto.ts';
import type { VersioniPerTipo } from '../../serie/fonti.ts';
import { applyForma } from '../../serie/forme.ts';
import { readStatoConfronto } from '../../serie/lettura-stato-confronto.ts';
import type { StatoConfronto } from '../../serie/stato-confronto.ts';
import { bringGrafico } from './grafici.ts';

/** Shown where the address names no indicator: what the comuni spend is what most come to compare. */
const PREDEFINITI = ['spesa-storica-procapite', 'popolazione'];
/** Of these the documents tell more than one year. */
const PREDEFINITI_NEGLI_ANNI = ['cofinanziamento-versato-procapite', 'popolazione'];

export interface DatiConfronto extends Pick<StatoConfronto, 'grafico' | 'per'> {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly indicatore: IndicatoreDto;
  /** Ids that have at least one value in this ambito: the others are listed apart. */
  readonly conDati: readonly string[];
  /** Of the indicator; of every indicator, where the chart puts many together. */
  readonly osservazioni: readonly OsservazioneDto[];
  /** What was read for: an address that asks for other bands of age is ahead of it. */
  readonly letto: Letto;
  /** By which the values are to be divided. */
  readonly divisore: Divisore | undefined;
  /** The tables there are, to say which ones are missing; [] where one indicator alone is shown. */
  readonly tipi: readonly TipoDto[];
  readonly versioni: VersioniPerTipo;
}

/** The parts of an address on which it depends what is read. */
export interface RichiestaConfronto {
  readonly ambito: string;
  readonly indicatore: string | undefined;
  readonly misura: string | undefined;
  readonly grafico: string | undefined;
  readonly per: string | undefined;
  readonly fascia: string | undefined;
  readonly periodo: string | undefined;
  readonly con: string | undefined;
}

type Letto = Pick<RichiestaConfronto, 'fascia' | 'periodo' | 'con'>;

export async function loadConfronto(
  api: Api,
  { ambito: id, ...richiesta }: RichiestaConfronto,
  segnale: AbortSignal,
): Promise<DatiConfronto> {
  const chiesti = Object.entries(richiesta).flatMap(([nome, valore]) => (valore ? [[nome, valore] as const] : []));
  const stato = readStatoConfronto(Object.fromEntries(chiesti));
  const { grafico, per } = stato;
  const [ambito, catalogo] = await Promise.all([
    api.readAmbito(id, segnale),
    api.readIndicatori(segnale),
    bringCodice(() => bringGrafico(grafico)),
  ]);
  const conDati = catalogo.filter((i) => i.tabelle.every((t) => ambito.versioni[t] !== undefined)).map((i) => i.id);
  const indicatore = chooseIndicatore(catalogo, conDati, stato);
  const tutti = isDiTutti(stato);
  const ids = tutti ? catalogo.map((uno) => uno.id) : [indicatore.id];
  const [osservazioni, tipi] = await Promise.all([
    readFigure(api, { ambito: id, ids, stato }, segnale),
    tutti ? api.readTipi(segnale) : [],
  ]);
  const forma = applyForma(indicatore, stato.forma);
  let divisore: Divisore | undefined;
  if (!tutti && forma !== 'totale') {
    const { readDivisore } = await bringCodice(() => import('./letture-divisore.ts'));
    const negliAnni = grafico !== 'barre';
    divisore = await readDivisore(api, { ambito, indicatore, forma, osservazioni, negliAnni }, segnale);
  }
  const denominatori = Object.values(divisore?.perPeriodo ?? {}).flatMap((perComune) => Object.values(perComune));
  const nomi = [...osservazioni, ...denominatori].flatMap(({ origine }) => origine.map(({ tipo }) => tipo));
  const versioni = await readVersioni(api, { ambito, tipi: nomi }, segnale);
  const letto = { fascia: stato.dimensioni.fascia, periodo: stato.periodo, con: stato.con };
  return { grafico, per, ambito, catalogo, indicatore, conDati, osservazioni, letto, divisore, tipi, versioni };
}

/** Of an indicator by bands of age, the bands that the view shows and the list of those that can be chosen. */
async function readFigure(
  api: Api,
  { ambito, ids, stato }: { ambito: string; ids: readonly string[]; stato: StatoConfronto },
  segnale: AbortSignal,
): Promise<readonly OsservazioneDto[]> {
  const intere = ids.filter((id) => !isPerFascia(id));
  const read = async () =>
    intere.length === 0 ? [] : (await api.readOsservazioni(ambito, { id: intere }, segnale)).osservazioni;
  if (intere.length === ids.length) return read();
  const { readFasce } = await bringCodice(() => import('./letture-fasce.ts'));
  const fasce = ids.filter(isPerFascia).map((id) => readFasce(api, { ambito, id, stato }, segnale));
  return (await Promise.all([read(), ...fasce])).flat();
}

/** Whether the chart puts every indicator beside the others. */
export function isDiTutti({ grafico, per }: Pick<StatoConfronto, 'grafico' | 'per'>): boolean {
  if (grafico === 'multipli') return per === 'indicatori';
  return grafico !== 'barre' && grafico !== 'andamento';
}

function chooseIndicatore(
  catalogo: readonly IndicatoreDto[],
  conDati: readonly string[],
  { indicatore: chiesto, grafico, per }: StatoConfronto,
): IndicatoreDto {
  const find = (id: string | undefined) => catalogo.find((i) => i.id === id);
  const negliAnni = grafico === 'andamento' || (grafico === 'multipli' && per === 'anni');
  const predefiniti = negliAnni ? PREDEFINITI_NEGLI_ANNI : PREDEFINITI;
  const scelto = find(chiesto) ?? find(predefiniti.find((p) => conDati.includes(p))) ?? find(conDati[0]) ?? catalogo[0];
  if (!scelto) throw new LetturaError('assente', { dettaglio: 'Il catalogo degli indicatori è vuoto.' });
  return scelto;
}
