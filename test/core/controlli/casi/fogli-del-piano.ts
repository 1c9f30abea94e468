/** Tables of a plan by hand: the schede of its interventi, its funds, its quadro sinottico, the services. */
import type { Valore } from '../../../../functions/core/tabelle/tabella.ts';
import type { FoglioDiProva } from '../../quadri.ts';

export function schede(righe: readonly [string, string | null, Valore, number?][]): FoglioDiProva {
  return {
    tipo: 'programmazione',
    righe: righe.map(([intervento, fonte, importo, anno = 2022]) => ({
      chiave: { intervento, anno, fonte },
      misure: { importo },
    })),
  };
}

export function fondiDelCiclo(righe: readonly [string, number, Record<string, Valore>?][]): FoglioDiProva {
  return {
    tipo: 'fondi',
    righe: righe.map(([fonte, importo, altro]) => ({
      chiave: { fonte, periodo: '2022-2024', annualita_fondo: null, origine: 'competenza', vincolo: null, ...altro },
      misure: { importo },
    })),
  };
}

export function sinottico(righe: readonly [string, string | null][]): FoglioDiProva {
  return {
    tipo: 'servizi',
    parte: 'quadro',
    righe: righe.map(([intervento, livello]) => ({
      chiave: { ciclo: '2022-2024', intervento, livello, titolo_intervento: `Titolo ${intervento}` },
      misure: { voce: livello },
    })),
  };
}

export function servizi(righe: readonly [string, string][], ciclo = '2022-2024'): FoglioDiProva {
  return {
    tipo: 'servizi',
    parte: `schede ${ciclo}`,
    righe: righe.map(([intervento, servizio]) => ({
      chiave: { ciclo, intervento },
      misure: { servizio, utenza_testo: 'Cittadini' },
    })),
  };
}
