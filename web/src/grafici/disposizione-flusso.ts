/** Places of a flow in three columns: pure geometry, in the units of its viewBox; the same on a server. */
import type { Filo, Flusso, NodoArea, NodoFonte, NodoIntervento } from '../serie/flusso.ts';

export interface Posto {
  readonly x: number;
  readonly y: number;
  readonly altezza: number;
}

export interface Nastro {
  readonly chiave: string;
  readonly d: string;
  readonly ordinario: boolean;
}

export interface FontePosta extends Posto {
  readonly fonte: NodoFonte;
}

export interface InterventoPosto extends Posto {
  readonly intervento: NodoIntervento;
}

export interface AreaPosta extends Posto {
  readonly area: NodoArea;
  /** From the fonti. */
  readonly entrate: readonly Nastro[];
  /** To its interventi. */
  readonly uscite: readonly Nastro[];
  readonly interventi: readonly InterventoPosto[];
}

export interface DisposizioneFlusso {
  readonly larghezza: number;
  readonly altezza: number;
  readonly nodo: number;
  readonly fonti: readonly FontePosta[];
  readonly aree: readonly AreaPosta[];
}

/** Letters that fit between an intervento and its amount. */
export const LETTERE = 48;

const LARGHEZZA = 1100;
const NODO = 10;
const X_FONTI = 176;
const X_AREE = 440;
const X_INTERVENTI = 690;
/** Height of all the money, before the room between nodes. */
const DENARO = 380;
/** Room of a line of text; a node is never closer to the next. */
const RIGA = 22;
const SPAZIO = 3;
/** Over an area stands its name. */
const TITOLO_AREA = 24;
const CIMA = 8;

export function layoutFlusso({ totale, fonti, aree, interventi, fili }: Flusso): DisposizioneFlusso {
  const toAltezza = (valore: number) => (valore / totale) * DENARO;
  const conDenaro = interventi.filter((uno): uno is NodoIntervento & { valore: number } => (uno.valore ?? 0) > 0);
  const slotOf = (valore: number) => Math.max(toAltezza(valore), RIGA) + SPAZIO;
  const altezza = Math.ceil(
    2 * CIMA +
      Math.max(
        conDenaro.reduce((somma, { valore }) => somma + slotOf(valore), 0),
        ...[
          { nodi: fonti, cima: 0 },
          { nodi: aree, cima: TITOLO_AREA },
        ].map(({ nodi, cima }) =>
          nodi.reduce((somma, { valore }) => somma + roomOf(toAltezza(valore), cima) + SPAZIO, 0),
        ),
      ),
  );

  let y = CIMA;
  const postiInterventi = new Map<string, InterventoPosto>();
  for (const intervento of conDenaro) {
    const alto = toAltezza(intervento.valore);
    const slot = slotOf(intervento.valore);
    postiInterventi.set(intervento.id, { intervento, x: X_INTERVENTI, y: y + (slot - alto) / 2, altezza: alto });
    y += slot;
  }
  const postiFonti = spread(fonti, { x: X_FONTI, altezza, toAltezza, cima: 0 }).map(({ nodo, ...posto }) => ({
    fonte: nodo,
    ...posto,
  }));
  const postiAree = spread(aree, { x: X_AREE, altezza, toAltezza, cima: TITOLO_AREA });

  const usciti = new Map(postiFonti.map(({ fonte, y: da }) => [fonte.id, da]));
  return {
    larghezza: LARGHEZZA,
    altezza,
    nodo: NODO,
    fonti: postiFonti,
    aree: postiAree.map(({ nodo: area, ...posto }) => {
      const sue = [...postiInterventi.values()].filter(({ intervento }) => intervento.area === area.id);
      return {
        area,
        ...posto,
        entrate: linkEntrate(posto, { area, fonti, fili, usciti, toAltezza }),
        uscite: linkUscite(posto, sue),
        interventi: sue,
      };
    }),
  };
}

interface Colonna {
  readonly x: number;
  readonly altezza: number;
  readonly toAltezza: (valore: number) => number;
  /** Room over each node. */
  readonly cima: number;
}

/** What a node takes with its words: two lines beside it, or one over it. */
function roomOf(alto: number, cima: number): number {
  return Math.max(alto, RIGA * 2 - cima) + cima;
}

/** The nodes of a column share what room is left between them. */
function spread<T extends { readonly valore: number }>(
  nodi: readonly T[],
  { x, altezza, toAltezza, cima }: Colonna,
): (Posto & { readonly nodo: T })[] {
  const alti = nodi.map(({ valore }) => toAltezza(valore));
  const minimi = alti.map((alto) => roomOf(alto, cima));
  const libero = altezza - 2 * CIMA - minimi.reduce((somma, alto) => somma + alto, 0);
  const vuoto = nodi.length > 1 ? Math.max(SPAZIO, libero / (nodi.length - 1)) : 0;
  let y = CIMA;
  return nodi.map((nodo, i) => {
    const alto = alti[i] ?? 0;
    const posto = { nodo, x, y: y + cima, altezza: alto };
    y += (minimi[i] ?? 0) + vuoto;
    return posto;
  });
}

interface Entrate {
  readonly area: NodoArea;
  readonly fonti: readonly NodoFonte[];
  readonly fili: readonly Filo[];
  /** Down to where each fonte's node is already taken; moves on. */
  readonly usciti: Map<string, number>;
  readonly toAltezza: (valore: number) => number;
}

function linkEntrate(posto: Posto, { area, fonti, fili, usciti, toAltezza }: Entrate): Nastro[] {
  let a = posto.y;
  return fonti.flatMap(({ id, specie }) => {
    const filo = fili.find((uno) => uno.fonte === id && uno.area === area.id);
    if (!filo) return [];
    const alto = toAltezza(filo.valore);
    const da = usciti.get(id) ?? 0;
    usciti.set(id, da + alto);
    const d = drawNastro({ da: { x: X_FONTI + NODO, y: da }, a: { x: posto.x, y: a }, alto });
    a += alto;
    return [{ chiave: id, d, ordinario: specie === 'budget-ordinario' }];
  });
}

function linkUscite(posto: Posto, interventi: readonly InterventoPosto[]): Nastro[] {
  let da = posto.y;
  return interventi.map(({ intervento, x, y, altezza: alto }) => {
    const d = drawNastro({ da: { x: posto.x + NODO, y: da }, a: { x, y }, alto });
    da += alto;
    return { chiave: intervento.id, d, ordinario: intervento.ordinario * 2 > (intervento.valore ?? 0) };
  });
}

interface Punto {
  readonly x: number;
  readonly y: number;
}

/** A band of one thickness, level at both ends. */
function drawNastro({ da, a, alto }: { readonly da: Punto; readonly a: Punto; readonly alto: number }): string {
  const meta = (da.x + a.x) / 2;
  const n = (valore: number) => Math.round(valore * 10) / 10;
  const sotto = { da: n(da.y + alto), a: n(a.y + alto) };
  return [
    `M${n(da.x)} ${n(da.y)}C${n(meta)} ${n(da.y)} ${n(meta)} ${n(a.y)} ${n(a.x)} ${n(a.y)}`,
    `V${sotto.a}C${n(meta)} ${sotto.a} ${n(meta)} ${sotto.da} ${n(da.x)} ${sotto.da}Z`,
  ].join('');
}
