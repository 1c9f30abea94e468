/** A Quadro of an ambito read from its published files in `data/`, as the first start of the server publishes them. */
import { readFileSync } from 'node:fs';
import type { Ambito } from '../../functions/core/ambito.ts';
import type { Quadro } from '../../functions/core/quadro.ts';
import { getTipo } from '../../functions/core/tabelle/index.ts';
import { readTabella } from '../../functions/core/tabelle/lettura/leggi-file.ts';
import type { Tabella } from '../../functions/core/tabelle/tabella.ts';
import type { TipoId } from '../../functions/core/tabelle/tipo.ts';

interface Risorsa {
  readonly path: string;
  readonly osservatorio: {
    readonly tipo: string;
    readonly parte: string;
    readonly anno?: string;
    readonly periodo?: string;
    readonly ciclo?: string;
    readonly comune?: string;
    readonly rilevazione?: string;
    readonly giorno?: string;
    readonly documento: string;
    readonly capitolo?: string;
    readonly tabella?: string;
    readonly pubblica?: boolean;
  };
}

interface Pacchetto {
  readonly osservatorio: { readonly ambito: Ambito };
  readonly resources: readonly Risorsa[];
}

const letti = new Map<string, Quadro>();

/**
 * Read once per process, whoever asks: a Quadro is never changed.
 * @throws Error where a file of the package cannot be read without problems
 */
export function readPiano(id: string): Quadro {
  const quadro = letti.get(id) ?? readPacchetto(id);
  letti.set(id, quadro);
  return quadro;
}

function readPacchetto(id: string): Quadro {
  const cartella = new URL(`../../data/${id}/`, import.meta.url);
  const pacchetto: Pacchetto = JSON.parse(readFileSync(new URL('datapackage.json', cartella), 'utf8'));
  const { ambito } = pacchetto.osservatorio;
  const tabelle = new Map<TipoId, Tabella>();
  for (const { path, osservatorio } of pacchetto.resources) {
    const tipo = getTipo(osservatorio.tipo);
    if (!tipo || osservatorio.pubblica === false) continue;
    const { parte, anno, documento, capitolo, tabella: titolo, ...resto } = osservatorio;
    const contesto = { ...resto, parte, ...(anno ? { anno: Number(anno) } : {}) };
    const lettura = readTabella({ byte: readFileSync(new URL(path, cartella)), tipo, ambito, contesto });
    if (lettura.problemiTotali > 0)
      throw new Error(`${path}: ${lettura.problemi.map((uno) => uno.messaggio).join(' ')}`);
    const tabella = tabelle.get(tipo.id) ?? { tipo: tipo.id, versione: 1, parti: [], righe: [], dichiarati: [] };
    const fonte = { documento, ...(capitolo ? { capitolo } : {}), ...(titolo ? { tabella: titolo } : {}) };
    tabelle.set(tipo.id, {
      ...tabella,
      parti: [...tabella.parti, { parte, sha256: parte, fonte, righe: lettura.righe.length }],
      righe: [...tabella.righe, ...lettura.righe],
      dichiarati: [...tabella.dichiarati, ...lettura.dichiarati],
    });
  }
  return { ambito, tabelle };
}
