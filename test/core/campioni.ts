/** The published files of `data/`, each with what was given with it: what the tests of reading start from. */
import { readFileSync } from 'node:fs';
import type { Ambito } from '../../functions/core/ambito.ts';
import { getTipo } from '../../functions/core/tabelle/index.ts';
import type { Contesto, Lettura } from '../../functions/core/tabelle/lettura/leggi.ts';
import { readTabella } from '../../functions/core/tabelle/lettura/leggi-file.ts';
import type { Tipo } from '../../functions/core/tabelle/tipo.ts';

export interface Campione {
  readonly ambito: Ambito;
  /** From the folder of the ambito: `2021/popolazione.csv`. */
  readonly path: string;
  readonly byte: Uint8Array;
  readonly tipo: Tipo;
  readonly contesto: Contesto;
}

interface Pacchetto {
  readonly osservatorio: { readonly ambito: Ambito };
  readonly resources: readonly {
    readonly path: string;
    readonly osservatorio: Readonly<Record<string, string | boolean | undefined>>;
  }[];
}

const AMBITI = ['casarano', 'fasano', 'lecce'] as const;
const DI_CONTESTO = ['periodo', 'ciclo', 'comune', 'rilevazione', 'intervento', 'giorno'] as const;

/** Those that the first start publishes, in the order of their packages. */
export function listCampioni(): Campione[] {
  return AMBITI.flatMap((id) => {
    const cartella = new URL(`../../data/${id}/`, import.meta.url);
    const { osservatorio, resources } = JSON.parse(
      readFileSync(new URL('datapackage.json', cartella), 'utf8'),
    ) as Pacchetto;
    return resources.flatMap(({ path, osservatorio: { tipo: nome, parte, anno, pubblica, ...resto } }): Campione[] => {
      const tipo = getTipo(String(nome));
      if (!tipo || pubblica === false) return [];
      const dati = DI_CONTESTO.flatMap((campo) => (resto[campo] === undefined ? [] : [[campo, resto[campo]]]));
      const contesto: Contesto = {
        parte: String(parte),
        ...(anno !== undefined && { anno: Number(anno) }),
        ...Object.fromEntries(dati),
      };
      return [{ ambito: osservatorio.ambito, path, byte: readFileSync(new URL(path, cartella)), tipo, contesto }];
    });
  });
}

export function readCampione({ ambito, byte, tipo, contesto }: Campione): Lettura {
  return readTabella({ byte, tipo, ambito, contesto });
}
