/** A value in its plain form: what the reader takes with nothing to interpret, and a spreadsheet leaves as it is. */
import { AMBITO_INTERO, type Ambito } from '../../ambito.ts';
import { toDecimale } from '../../denaro.ts';
import type { Cella, Importo } from '../../http/csv.ts';
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';

interface Posto {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  /** Canonical column. */
  readonly id: string;
}

export function formatCella({ tipo, ambito, id }: Posto, valore: Valore): Cella | Importo {
  const formato = tipo.colonne.find((colonna) => colonna.id === id)?.formato;
  if (valore === null) return null;
  if (formato === 'comune' && valore !== AMBITO_INTERO) {
    return ambito.comuni.find(({ codiceIstat }) => codiceIstat === valore)?.nome ?? valore;
  }
  if (formato === 'importo' && typeof valore === 'number') return { importo: toDecimale(valore) };
  // «4-14» alone is April 2014 to a spreadsheet.
  if (formato === 'eta' && /^\d+-\d+$/.test(String(valore))) return `${valore} anni`;
  return valore;
}
