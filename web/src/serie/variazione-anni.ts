/** A line over the years told as its change, in per cent, since the first of them. */
import type { Linea } from './linea-anni.ts';
import { formatValore, type Misurato } from './valore.ts';

export const PERCENTO: Misurato = { unita: '%', decimali: 1 };

/** Each value as its change since the first period, in per cent. */
export function toVariazione(linea: Linea): Linea {
  const base = linea.punti[0]?.voce;
  return {
    ...linea,
    punti: linea.punti.map((punto) => {
      const { voce } = punto;
      if (voce.valore === null) return punto;
      if (!base || base.valore === null) {
        return {
          ...punto,
          voce: {
            ...voce,
            valore: null,
            testo: 'dato mancante',
            motivo: 'Manca il primo periodo, da cui si misura il cambiamento.',
          },
        };
      }
      const valore = (voce.valore / base.valore - 1) * 100;
      return {
        ...punto,
        voce: {
          ...voce,
          valore,
          testo: tellPercento(valore),
          figure: voce === base ? voce.figure : [...base.figure, ...voce.figure],
        },
      };
    }),
  };
}

export const tellPercento = (valore: number) => {
  const testo = formatValore(valore, PERCENTO);
  return valore > 0 ? `+${testo}` : testo;
};
