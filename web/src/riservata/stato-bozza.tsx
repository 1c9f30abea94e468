import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { NOMI_STATO } from './riassunto.ts';

export function StatoBozza({ bozza: { stato, sostituitaDa } }: { bozza: CaricamentoDto }) {
  return (
    <span className={stato === 'rifiutato' ? 'etichetta etichetta-avviso' : 'etichetta'}>
      {sostituitaDa === undefined ? NOMI_STATO[stato] : 'sostituita'}
    </span>
  );
}
