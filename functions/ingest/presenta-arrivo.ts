/** What became of a file that is read on its own, in the shape of the API. */
import type { ArrivoDto } from '../core/http/schemi.ts';
import { type Arrivo, LETTURA_MASSIMA_MS } from '../store/arrivi.ts';

type Messaggi = Readonly<Record<ArrivoDto['stato'], string>>;

const DI_UN_FILE: Messaggi = {
  atteso: 'Il file non è ancora arrivato per intero.',
  'in-lettura': 'Il file è arrivato: lo stiamo leggendo.',
  letto: 'Il file è stato letto: la bozza è pronta.',
  interrotto: 'Il file è arrivato ma la lettura si è interrotta per un guasto del servizio. Caricalo di nuovo.',
  scaduto: 'Il file non è arrivato entro il tempo della firma. Caricalo di nuovo.',
};

/** The file is here already: whatever happens, nothing has to be sent again, and the draft of before is still there. */
const DI_UNA_RILETTURA: Messaggi = {
  atteso: 'La rilettura del file sta per cominciare.',
  'in-lettura': 'Stiamo rileggendo il file con le correzioni.',
  letto: 'Il file è stato riletto: la bozza è pronta.',
  interrotto:
    'La rilettura si è interrotta per un guasto del servizio. La bozza di prima c’è ancora: chiedila di nuovo da lì.',
  scaduto: 'La rilettura non è cominciata. La bozza di prima c’è ancora: chiedila di nuovo da lì.',
};

export function toArrivoDto(arrivo: Arrivo, adesso: Date): ArrivoDto {
  const { id, caricamento, tipo, contesto, byte, scadeIl, rilegge } = arrivo;
  const stato = toStato(arrivo, adesso);
  const messaggio = (rilegge === undefined ? DI_UN_FILE : DI_UNA_RILETTURA)[stato];
  return { id, stato, messaggio, caricamento, tipo, parte: contesto.parte, byte, scadeIl };
}

function toStato({ stato, lettoDal, scadeIl }: Arrivo, adesso: Date): ArrivoDto['stato'] {
  if (stato === 'fallito') return 'interrotto';
  if (stato === 'atteso') return adesso.toISOString() > scadeIl ? 'scaduto' : 'atteso';
  const letturaMs = adesso.getTime() - Date.parse(lettoDal ?? scadeIl);
  return stato === 'in-lettura' && letturaMs > LETTURA_MASSIMA_MS ? 'interrotto' : stato;
}
