/** Which measures of a line make one canonical row: those whose headings imply the same. */
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { listCelleDi } from './addendi.ts';
import type { Cella, Misura } from './cella-di-piano.ts';
import { createForma, type Forma } from './fatto.ts';
import type { Impliciti } from './layout.ts';

/** The measures of a line that make one canonical row. */
export interface Gruppo {
  readonly forma: Forma;
  /** The values of a row: what header, upload and layout say, null where the line says it. */
  readonly modello: readonly Valore[];
  readonly misure: readonly Misura[];
  /** Whether any of them stands in parts. */
  readonly conSomme: boolean;
  /** Places in the row of the key cells and of the measures, in their order; of the code, -1 where it is not kept. */
  readonly posti: { readonly chiavi: readonly number[]; readonly misure: readonly number[]; readonly codice: number };
}

interface Contorno {
  readonly tipo: Tipo;
  /** What holds for the whole table. */
  readonly noti: Impliciti;
  readonly chiavi: readonly Cella[];
  /** 0-based cells, -1 where the file has no such column. */
  readonly celle: { readonly comune: number; readonly codice: number };
  readonly intestazioni: readonly string[];
}

export function groupMisure(misure: readonly Misura[], contorno: Contorno): Gruppo[] {
  const gruppi = new Map<string, Misura[]>();
  for (const misura of misure) {
    if (misura.ruolo !== null) continue;
    const impliciti = JSON.stringify(misura.impliciti);
    gruppi.set(impliciti, [...(gruppi.get(impliciti) ?? []), misura]);
  }
  joinTaciti(gruppi);
  // A table of texts alone has no measures: its line is one row all the same.
  const insiemi = gruppi.size > 0 ? [...gruppi.values()] : [[]];
  return insiemi.map((gruppo) => createGruppo(gruppo, contorno));
}

/** What one heading says («Spesa 2018-2020») holds for another figure beside it that says nothing («Media annua»), where no third one differs. */
function joinTaciti(gruppi: Map<string, Misura[]>): void {
  const muto = JSON.stringify({});
  const taciti = gruppi.get(muto) ?? [];
  const [detto, altro] = [...gruppi].filter(([impliciti]) => impliciti !== muto).map(([, misure]) => misure);
  if (!detto || altro || taciti.some(({ id }) => detto.some((misura) => misura.id === id))) return;
  gruppi.delete(muto);
  detto.push(...taciti);
}

function createGruppo(misure: readonly Misura[], contorno: Contorno): Gruppo {
  const { tipo, chiavi, celle, intestazioni } = contorno;
  const noti: Impliciti = { ...contorno.noti, ...misure[0]?.impliciti };
  const lette = Object.fromEntries([...chiavi, ...misure].map((cella) => [cella.id, cella.indice]));
  const posti = {
    ...(celle.comune >= 0 && { comune: celle.comune }),
    ...(celle.codice >= 0 && { codice_istat: celle.codice }),
    ...lette,
  };
  const presenti = new Set([...Object.keys(noti), ...Object.keys(posti), ...(celle.codice >= 0 ? ['comune'] : [])]);
  const somme = misure.filter(({ altri }) => altri.length > 0);
  const addendi = new Map(somme.map((somma) => [somma.id, listCelleDi(somma)]));
  const forma = createForma(tipo, presenti, { posti, addendi, intestazioni });
  const find = (id: string) => forma.colonne.indexOf(id);
  return {
    forma,
    modello: forma.colonne.map((id) => noti[id] ?? null),
    misure,
    conSomme: somme.length > 0,
    posti: {
      chiavi: chiavi.map((cella) => find(cella.id)),
      misure: misure.map((misura) => find(misura.id)),
      codice: celle.codice >= 0 ? find('codice_istat') : -1,
    },
  };
}
