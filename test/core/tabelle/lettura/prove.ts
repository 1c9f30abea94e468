/** A small ambito and the one way in which the tests of the reader read. */
import type { Ambito } from '../../../../functions/core/ambito.ts';
import { writeCopia } from '../../../../functions/core/tabelle/copia/copia-file.ts';
import { TIPI } from '../../../../functions/core/tabelle/index.ts';
import type { Contesto, Lettura } from '../../../../functions/core/tabelle/lettura/leggi.ts';
import { type Ingresso, readTabella } from '../../../../functions/core/tabelle/lettura/leggi-file.ts';
import type { Rifiuto } from '../../../../functions/core/tabelle/lettura/rifiuto.ts';
import type { TipoId } from '../../../../functions/core/tabelle/tipo.ts';

export const AMBITO: Ambito = {
  id: 'prova',
  nome: 'Ambito Territoriale Sociale di Prova',
  capofila: '075016',
  formaGiuridica: 'convenzione',
  comuni: [
    { codiceIstat: '075016', nome: 'Casarano' },
    { codiceIstat: '075042', nome: 'Matino' },
    { codiceIstat: '075081', nome: 'Sant’Àngelo' },
  ],
  cicli: ['2022-2024'],
};

export interface Prova {
  readonly tipo?: TipoId;
  readonly testo: string | Uint8Array;
  readonly contesto?: Omit<Contesto, 'parte'>;
  readonly ambito?: Ambito;
}

export function read(prova: Prova): Lettura {
  return readTabella(toIngresso(prova));
}

/** The copy to be corrected of the same file. */
export function copy(prova: Prova): string | Rifiuto {
  return writeCopia(toIngresso(prova));
}

function toIngresso({ tipo = 'migrazioni', testo, contesto, ambito = AMBITO }: Prova): Ingresso {
  const byte = typeof testo === 'string' ? new TextEncoder().encode(testo) : testo;
  return { byte, tipo: TIPI[tipo], ambito, contesto: { parte: 'intera', ...contesto } };
}

/** Windows-1252 for the letters that Italian tables hold. */
export function encodeWindows1252(testo: string): Uint8Array {
  const FUORI_POSTO: Record<string, number> = { '€': 0x80, '’': 0x92, '–': 0x96, '…': 0x85 };
  return Uint8Array.from(testo, (lettera) => FUORI_POSTO[lettera] ?? lettera.charCodeAt(0));
}

/** The rows as `[line, values…]`, in the order of the canonical columns that they have. */
export function listRighe({ righe }: Lettura): (string | number | null)[][] {
  return righe.map(({ riga, valori }) => [riga, ...Object.values(valori)]);
}

/** The problems as `[line, column, value, rule]`. */
export function listProblemi({ problemi }: Lettura): (string | number | null)[][] {
  return problemi.map(({ riga, colonna, valore, regola }) => [riga, colonna, valore, regola]);
}
