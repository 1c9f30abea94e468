/** The draft whose place a file takes: which it is, and what becomes of it. */
import { formatData } from '../../../functions/core/formato.ts';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import type { DatiCarica, Partenza } from './partenza.ts';

/**
 * The one that it was said to mend or, failing that, one of the same parte that cannot be published
 * as it is, and would wait for ever.
 */
export function findSostituita(
  { da, bozze }: Pick<DatiCarica, 'da' | 'bozze'>,
  { tipo, parte }: Pick<Partenza, 'tipo' | 'parte'>,
): CaricamentoDto | null {
  if (da) return da;
  const uguale = (una: CaricamentoDto) => una.tipo === tipo && una.parte === parte.trim() && una.stato === 'rifiutato';
  return bozze.find(uguale) ?? null;
}

/** What becomes of the draft of before, said beforehand. */
export function describeSostituita({ stato, creatoIl }: CaricamentoDto): string {
  const del = `caricata il ${formatData(creatoIl)}`;
  switch (stato) {
    case 'rifiutato':
      return `C’è già una bozza da correggere, ${del}: questo file ne prende il posto, e quella si chiude.`;
    case 'letto':
      return `Questo file prende il posto della bozza ${del}: se non ha problemi, quella si chiude.`;
    case 'in-consultazione':
      return `La bozza ${del} è in consultazione: gli organi continuano a vederla, finché non la togli.`;
    default:
      return `Si riparte dalla bozza ${del}: i campi qui sotto sono come erano.`;
  }
}
