/** The values that a chart puts together, as rows for a spreadsheet: one for each indicator, period and comune, the missing with their reason. */
import { toDecimale } from '../../../functions/core/denaro.ts';
import { writeCsv } from '../../../functions/core/http/csv.ts';
import type { Confronto, Voce } from './confronto.ts';
import type { Scelta } from './scelta.ts';
import { codiciDi, gravitaDi } from './segnali.ts';
import { isDenaro } from './valore.ts';

export interface Parte {
  readonly confronto: Confronto;
  readonly dimensioni: Scelta['dimensioni'];
}

const INTESTAZIONE = [
  'indicatore',
  'titolo',
  'unita',
  'periodo',
  'dimensioni',
  'comune',
  'nome',
  'valore',
  'assenza',
  'segnalazioni',
  'gravita',
];

export function writeConfrontiCsv(parti: readonly Parte[]): string {
  return writeCsv(INTESTAZIONE, parti.flatMap(listRighe));
}

function listRighe({ confronto, dimensioni }: Parte) {
  const { indicatore, unita, periodo, voci, ambito } = confronto;
  const detto = Object.entries(dimensioni).map(([nome, valore]) => `${nome}: ${valore}`);
  const rowOf = ({ codice, nome, valore, motivo, segnalazioni }: Voce) => [
    indicatore.id,
    indicatore.titolo,
    unita,
    periodo,
    detto.join(', '),
    codice ?? 'ambito',
    nome,
    valore !== null && isDenaro(unita) ? { importo: toDecimale(valore) } : valore,
    motivo,
    codiciDi(segnalazioni),
    gravitaDi(segnalazioni),
  ];
  return [...voci, ...(ambito ? [ambito] : [])].map(rowOf);
}
