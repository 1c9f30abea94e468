/** The tables that most cases are made of. */
import type { Valore } from '../../../../functions/core/tabelle/tabella.ts';
import type { DichiaratoDiProva, FoglioDiProva, RigaDiProva } from '../../quadri.ts';

export function residenti(
  comune: string,
  { anno = 2021, eta = 'totale', rilevazione = 'anagrafe', persone = 100 as Valore } = {},
): RigaDiProva {
  return { chiave: { comune, anno, rilevazione, eta }, misure: { residenti: persone } };
}

export function popolazione(righe: readonly RigaDiProva[], altro: Partial<FoglioDiProva> = {}): FoglioDiProva {
  return { tipo: 'popolazione', righe, ...altro };
}

export function famiglie(
  righe: readonly [string, number, number, string?][],
  dichiarati: DichiaratoDiProva[] = [],
): FoglioDiProva {
  return {
    tipo: 'famiglie',
    righe: righe.map(([comune, quante, persone, media]) => ({
      chiave: { comune, anno: 2021 },
      misure: {
        famiglie: quante,
        popolazione: persone,
        ...(media ? { componenti_medi: Number(media.replace(',', '.')) } : {}),
      },
      ...(media ? { scritti: { componenti_medi: media } } : {}),
    })),
    dichiarati,
  };
}

export function fondi(righe: readonly [string, string, string | null, number][]): FoglioDiProva {
  return {
    tipo: 'fondi',
    righe: righe.map(([fonte, periodo, vincolo, importo]) => ({
      chiave: { fonte, periodo, vincolo },
      misure: { importo },
    })),
  };
}

export function spesaStorica(righe: readonly [string, number, number][]): FoglioDiProva {
  return {
    tipo: 'spesa-storica',
    righe: righe.map(([comune, spesa_complessiva, spesa_media_annua]) => ({
      chiave: { comune, triennio: '2018-2020' },
      misure: { spesa_complessiva, spesa_media_annua },
    })),
  };
}
