import { createAssente, createDato, type Dato, mergeIngressi } from '../dato.ts';
import { type Quota, splitImporto } from '../denaro.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { formatEuro, formatNumero } from '../formato.ts';
import { presente } from '../misura.ts';
import { groupPerComune, isCompleta, type PerComune } from '../per-comune.ts';
import { listAnni, type Periodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore, describeRilevazione } from '../residenti.ts';
import { hasTrasferimenti, listCicli, readTrasferimenti } from '../trasferimenti.ts';
import { defineIndicatore, type Serie } from './definisci.ts';

export const cofinanziamentoMinimoCalcolato = defineIndicatore({
  id: 'cofinanziamento-minimo-calcolato',
  titolo: 'Cofinanziamento minimo ricalcolato',
  domanda: 'Quale quota minima spetta a ogni comune, rifacendo i conti dai fondi assegnati?',
  formula: '(FNPS + FNA + FGSA della prima annualità del ciclo) × residenti del comune / residenti dell’ambito',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'cofinanziamento',
  tabelle: ['fondi', 'famiglie', 'popolazione'],
  avvertenze: [
    'I centesimi che avanzano vanno ai resti più grandi: le quote sommano sempre al totale.',
    'La chiave sono i residenti della tabella delle famiglie, dove c’è; altrimenti quelli della popolazione. La nota dice quali.',
    'La base della prima annualità vale per ogni anno del ciclo.',
  ],
  fonte: 'Piano di Zona, risorse relative al cofinanziamento comunale; metodo dei resti più alti.',
  computeSerie: (quadro) =>
    listCicli(quadro)
      .filter((ciclo) => hasTrasferimenti(quadro, ciclo))
      .flatMap((ciclo) => computeCiclo(quadro, ciclo)),
});

/** The residents that a riparto follows. */
export interface ChiaveRiparto {
  readonly residenti: PerComune;
  /** In a sentence: `residenti della tabella delle famiglie, 2021`. */
  readonly nome: string;
}

/** The key of the riparto of a ciclo: the residents that the families' table states, else those of the population. */
export function chooseChiave(quadro: Quadro, ciclo: Periodo): ChiaveRiparto {
  const anni = listValori(selectFatti(quadro, 'famiglie.popolazione'), 'anno');
  for (const anno of anni.filter((uno) => Number(uno) <= ciclo.da).toReversed()) {
    const residenti = groupPerComune(quadro, selectFatti(quadro, 'famiglie.popolazione', { anno }));
    if (isCompleta(residenti)) return { residenti, nome: `residenti della tabella delle famiglie, ${anno}` };
  }
  const { residenti, anno, rilevazione } = chooseDenominatore(quadro, [ciclo.da - 1], 'anagrafe')(ciclo.da - 1);
  return { residenti, nome: `residenti della popolazione, ${anno} (${describeRilevazione(rilevazione)})` };
}

/** Splits an amount among the comuni: null where a weight is missing or all are zero. */
export function splitPerComune(importoCent: number, chiave: PerComune): Map<string, Quota> | null {
  const pesi: { id: string; peso: number }[] = [];
  for (const [id, dato] of chiave.comuni) {
    if (dato.assenza === 'non-dovuto') continue;
    if (dato.valore === null) return null;
    pesi.push({ id, peso: dato.valore });
  }
  if (pesi.every(({ peso }) => peso === 0)) return null;
  return new Map(splitImporto(importoCent, pesi).map((quota) => [quota.id, quota]));
}

function computeCiclo(quadro: Quadro, ciclo: Periodo): Serie[] {
  const base = readTrasferimenti(quadro, ciclo.da);
  const chiave = chooseChiave(quadro, ciclo);
  const quote = base.valore === null ? null : splitPerComune(base.valore, chiave.residenti);
  const pesi = [...chiave.residenti.comuni.values()];
  const createQuota = (quota: Quota | undefined, suo: Dato): Dato => {
    const ingressi = mergeIngressi([base, suo, ...pesi]);
    if (base.valore === null) return createAssente(base.assenza, ingressi);
    if (suo.assenza === 'non-dovuto') return suo;
    return quota ? createDato(presente(quota.importoCent), ingressi) : createAssente('non-derivabile', ingressi);
  };
  const valori: PerComune = {
    comuni: new Map([...chiave.residenti.comuni].map(([id, suo]) => [id, createQuota(quote?.get(id), suo)])),
    ambito: base,
  };
  return listAnni(ciclo).map((anno) => ({
    periodo: `${anno}`,
    valori,
    note: (comune) =>
      describeRiparto({ ciclo, anno, base, chiave, quota: comune === null ? null : quote?.get(comune) }),
  }));
}

function describeRiparto(riparto: {
  ciclo: Periodo;
  anno: number;
  base: Dato;
  chiave: ChiaveRiparto;
  /** Null for the ambito. */
  quota: Quota | null | undefined;
}): string[] {
  const { ciclo, anno, base, chiave, quota } = riparto;
  const note: string[] = [];
  if (base.valore !== null) note.push(`Base: FNPS + FNA + FGSA del ${ciclo.da}, ${formatEuro(base.valore)}.`);
  if (anno !== ciclo.da) note.push(`Per il ${anno} vale la base della prima annualità del ciclo, il ${ciclo.da}.`);
  if (quota) {
    const peso = chiave.residenti.comuni.get(quota.id)?.valore ?? null;
    const totale = chiave.residenti.ambito.valore;
    if (peso !== null && totale !== null) {
      note.push(`Chiave: ${chiave.nome}; ${formatNumero(peso)} su ${formatNumero(totale)}.`);
    }
    note.push(`Resto: ${formatNumero(quota.resto, 4)} centesimi.`);
  }
  return note;
}
