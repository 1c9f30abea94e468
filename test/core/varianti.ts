/** The same small tables with one thing less: what a check or an indicator must live with. */
import type { FoglioDiProva, RigaDiProva } from './quadri.ts';

/** What was taken away, and the tables without it. */
export type Variante = readonly [nome: string, fogli: readonly FoglioDiProva[]];

/** Every measure in turn is not stated. */
export function listSenzaUnaCella(fogli: readonly FoglioDiProva[]): Variante[] {
  return listVarianti(fogli, (riga) =>
    Object.keys(riga.misure).map((misura) => [misura, [{ ...riga, misure: { ...riga.misure, [misura]: null } }]]),
  );
}

/** Every line in turn is not there; the others keep their places in the file. */
export function listSenzaUnaRiga(fogli: readonly FoglioDiProva[]): Variante[] {
  return listVarianti(fogli, () => [['tutta', []]]);
}

/** Every measure in turn is no column of its table. */
export function listSenzaUnaColonna(fogli: readonly FoglioDiProva[]): Variante[] {
  return fogli.flatMap((foglio, i) => {
    const misure = new Set(foglio.righe.flatMap((riga) => Object.keys(riga.misure)));
    return [...misure].map((misura): Variante => {
      const righe = foglio.righe.map(({ misure: { [misura]: _, ...altre }, ...riga }) => ({ ...riga, misure: altre }));
      return [`${foglio.tipo} ${misura}`, fogli.with(i, { ...foglio, righe })];
    });
  });
}

/** Every table in turn is not brought in. */
export function listSenzaUnFoglio(fogli: readonly FoglioDiProva[]): Variante[] {
  return fogli.map((foglio, i): Variante => [`${foglio.tipo} ${foglio.parte ?? ''}`, fogli.toSpliced(i, 1)]);
}

function listVarianti(
  fogli: readonly FoglioDiProva[],
  vary: (riga: RigaDiProva) => readonly (readonly [nome: string, nuove: readonly RigaDiProva[]])[],
): Variante[] {
  return fogli.flatMap((foglio, i) => {
    const righe = foglio.righe.map((una, n) => ({ ...una, riga: una.riga ?? n + 2 }));
    return righe.flatMap((una, j) =>
      vary(una).map(([nome, nuove]): Variante => {
        const altre = righe.flatMap((altra, k) => (k === j ? nuove : [altra]));
        return [`${foglio.tipo} ${una.riga} ${nome}`, fogli.with(i, { ...foglio, righe: altre })];
      }),
    );
  });
}
