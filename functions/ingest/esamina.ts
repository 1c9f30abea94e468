/** What publishing a file would do to its ambito: known from the tables alone, wherever these are kept. */
import type { Segnalazione } from '../core/controlli/controllo.ts';
import type { Osservazione } from '../core/indicatori/indicatore.ts';
import type { Quadro } from '../core/quadro.ts';
import { computeRisultati } from '../core/risultati.ts';
import type { Lettura } from '../core/tabelle/lettura/leggi.ts';
import type { Parte } from '../core/tabelle/tabella.ts';
import type { Tipo, TipoId } from '../core/tabelle/tipo.ts';
import type { Caricamento, Differenze } from '../store/caricamenti.ts';
import { findChiaviInDueParti } from './chiavi-doppie.ts';
import { composeTabella } from './componi.ts';
import { compareOsservazioni, compareTabelle, cutCambiamenti } from './differenze.ts';

export type Esame = Pick<
  Caricamento,
  'problemi' | 'problemiTotali' | 'segnalazioni' | 'differenze' | 'indicatori' | 'indicatoriTotali' | 'pubblicabile'
>;

export interface DaEsaminare {
  /** The ambito as it stands. */
  readonly quadro: Quadro;
  /** What is computed from it. */
  readonly osservazioni: readonly Osservazione[];
  readonly tipo: Tipo;
  readonly parte: Parte;
  readonly lettura: Lettura;
}

const PROBLEMI_MASSIMI = 500;
const NESSUNA_DIFFERENZA: Differenze = { aggiunte: 0, modificate: 0, tolte: 0, esempi: [] };

/** The whole ambito as it would stand with this file, against the ambito as it stands. */
export function examineLettura({ quadro, osservazioni, tipo, parte, lettura }: DaEsaminare): Esame {
  if (lettura.problemiTotali > 0) return refuseLettura(lettura);
  const { ambito } = quadro;
  const prima = quadro.tabelle.get(tipo.id) ?? null;
  const dopo = composeTabella({ tipo, corrente: prima, parte, lettura });
  const doppie = findChiaviInDueParti(dopo, parte.parte, ambito);
  if (doppie.length > 0) {
    return refuseLettura({ problemi: doppie.slice(0, PROBLEMI_MASSIMI), problemiTotali: doppie.length });
  }
  const nuovi = computeRisultati({ ambito, tabelle: new Map(quadro.tabelle).set(tipo.id, dopo) });
  const segnalazioni = nuovi.segnalazioni.filter((segnalazione) => touches(segnalazione, tipo.id));
  return {
    problemi: [],
    problemiTotali: 0,
    segnalazioni,
    differenze: compareTabelle(prima, dopo, ambito),
    ...cutCambiamenti(compareOsservazioni(osservazioni, nuovi.osservazioni)),
    pubblicabile: segnalazioni.every(({ gravita }) => gravita !== 'errore'),
  };
}

/** A file with problems changes nothing. */
export function refuseLettura({ problemi, problemiTotali }: Pick<Lettura, 'problemi' | 'problemiTotali'>): Esame {
  return {
    problemi,
    problemiTotali,
    segnalazioni: [],
    differenze: NESSUNA_DIFFERENZA,
    ...cutCambiamenti([]),
    pubblicabile: false,
  };
}

/** Whether a finding is about this tipo, on either of its sides. */
export function touches({ tipo, celle }: Segnalazione, cercato: TipoId): boolean {
  return tipo === cercato || celle.some((cella) => cella.tipo === cercato);
}
