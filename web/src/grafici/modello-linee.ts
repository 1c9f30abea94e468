/** Lines over the years: where each point and each stretch stands. The same for the screen and for a picture. */
import type { Punto } from '../serie/linea-anni.ts';
import type { NegliAnni } from '../serie/negli-anni.ts';
import { type Asse, createAsse } from './assi.ts';

export type AspettoLinea = 'comune' | 'evidenziata' | 'attenuata' | 'ambito';

export interface PuntoLinea extends Punto {
  /** 0-100, from the first year to the last. */
  readonly x: number;
  /** 0-100, from the foot of the drawing; null where missing. */
  readonly alto: number | null;
}

export interface TrattoLinea {
  readonly da: PuntoLinea & { readonly alto: number };
  readonly a: PuntoLinea & { readonly alto: number };
  /** True where no table speaks of the years between. */
  readonly saltati: boolean;
}

export interface LineaPosta {
  readonly chiave: string;
  readonly nome: string;
  readonly aspetto: AspettoLinea;
  readonly punti: readonly PuntoLinea[];
  readonly tratti: readonly TrattoLinea[];
  /** The last point that has a value: where the name is written. */
  readonly fine: PuntoLinea & { readonly alto: number };
}

export interface ModelloLinee {
  readonly asse: Asse;
  readonly anni: readonly { readonly periodo: string; readonly x: number }[];
  readonly linee: readonly LineaPosta[];
  readonly conSalti: boolean;
}

type Presente = PuntoLinea & { readonly alto: number };
const isPresente = (punto: PuntoLinea): punto is Presente => punto.alto !== null;

export function toModelloLinee(dati: NegliAnni, evidenzia: readonly string[]): ModelloLinee {
  const tutte = [...dati.linee, ...(dati.ambito ? [dati.ambito] : [])];
  const valori = tutte.flatMap(({ punti }) => punti.flatMap(({ voce }) => voce.valore ?? []));
  const asse = createAsse(dati.scala === 'variazione' ? [...valori, 0] : valori, dati.misurato);
  const anniDi = dati.periodi.map((periodo) => Number(periodo.slice(-4)));
  const primo = Math.min(...anniDi);
  const durata = Math.max(...anniDi) - primo || 1;
  const toX = (anno: number) => ((anno - primo) / durata) * 100;
  const passo = Math.min(...anniDi.slice(1).map((anno, i) => anno - (anniDi[i] ?? anno)), durata);
  const conEvidenza = dati.linee.some(({ codice }) => codice !== null && evidenzia.includes(codice));
  const linee = tutte.flatMap((linea): LineaPosta[] => {
    const punti = linea.punti.map((punto) => ({
      ...punto,
      x: toX(punto.anno),
      alto: punto.voce.valore === null ? null : asse.toPercento(punto.voce.valore),
    }));
    const fine = punti.findLast(isPresente);
    if (!fine) return [];
    const tratti = punti.slice(1).flatMap((a, i): TrattoLinea[] => {
      const da = punti[i];
      return da && isPresente(da) && isPresente(a) ? [{ da, a, saltati: a.anno - da.anno > passo }] : [];
    });
    const scelta = linea.codice !== null && evidenzia.includes(linea.codice);
    const aspetto = linea === dati.ambito ? 'ambito' : scelta ? 'evidenziata' : conEvidenza ? 'attenuata' : 'comune';
    return [{ chiave: linea.codice ?? 'ambito', nome: linea.nome, aspetto, punti, tratti, fine }];
  });
  return {
    asse,
    anni: dati.periodi.map((periodo, i) => ({ periodo, x: toX(anniDi[i] ?? primo) })),
    linee,
    conSalti: linee.some(({ tratti }) => tratti.some(({ saltati }) => saltati)),
  };
}
