/** The interventi of a plan and the levels at which its quadro sinottico puts them. */
import { type Fatto, groupBy, isSameValore, listValori, selectFatti } from './fatti.ts';
import { compareInterventi } from './interventi.ts';
import { LIVELLI, type Livello } from './livelli.ts';
import { type Periodo, parsePeriodo } from './periodo.ts';
import type { Quadro } from './quadro.ts';

export interface InterventoPrevisto {
  readonly intervento: string;
  /** In the order of the quadro; [] for an intervento that is in it without a level. */
  readonly livelli: readonly Livello[];
  /** The rows of the quadro, one for each voce. */
  readonly voci: readonly Fatto[];
}

export interface QuadroSinottico {
  readonly ciclo: string;
  readonly estremi: Periodo;
  readonly interventi: readonly InterventoPrevisto[];
}

/** One for each ciclo whose services state a level. */
export function listQuadriSinottici(quadro: Quadro): QuadroSinottico[] {
  const righe = selectFatti(quadro, 'servizi.voce').filter(isDelQuadro);
  const fatti = righe.length > 0 ? righe : selectFatti(quadro, 'servizi.livello').filter(isDelQuadro);
  return listValori(
    fatti.filter(({ valori }) => (valori.livello ?? null) !== null),
    'ciclo',
  ).flatMap((ciclo) => {
    const estremi = parsePeriodo(ciclo);
    const suoi = fatti
      .filter(({ valori }) => isSameValore(valori.ciclo, ciclo))
      .toSorted((a, b) => a.riga.riga - b.riga.riga || getColonna(a) - getColonna(b));
    const interventi = [...groupBy(suoi, ({ valori }) => String(valori.intervento))]
      .map(([intervento, voci]) => ({ intervento, voci, livelli: listLivelli(voci) }))
      .toSorted((a, b) => compareInterventi(a.intervento, b.intervento));
    return estremi ? [{ ciclo, estremi, interventi }] : [];
  });
}

/** A row of the quadro, and not of a scheda: it may have no level, but then it describes no service. */
function isDelQuadro({ valori }: Fatto): boolean {
  if ((valori.intervento ?? null) === null) return false;
  return (
    (valori.livello ?? null) !== null || ((valori.servizio ?? null) === null && (valori.utenza_testo ?? null) === null)
  );
}

function listLivelli(voci: readonly Fatto[]): Livello[] {
  return LIVELLI.filter((livello) => voci.some(({ valori }) => valori.livello === livello));
}

function getColonna({ riga }: Fatto): number {
  return riga.posizioni.voce?.colonna ?? 0;
}
