/** What is done to a draft between its coming in and its publication. Each act leaves its line in the draft, with who did it as what. */
import { RifiutoError } from '../http/rifiuto.ts';
import { type AttoBozza, type Caricamento, changeCaricamento } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';

/** When, and in which role. */
type Chi = Pick<AttoBozza, 'quando' | 'ruolo'>;
type Bozza = Pick<Caricamento, 'ambito' | 'id'>;

/** Why a draft cannot be moved in or out of consultazione. */
const FERME: Readonly<Partial<Record<Caricamento['stato'], string>>> = {
  rifiutato: 'Questo file ha problemi da correggere: correggilo e ricaricalo, poi mettilo in consultazione.',
  pubblicato: 'Questo caricamento è già pubblicato: lo vedono tutti.',
  ritirato: 'Questo caricamento è stato ritirato: ricarica il file.',
};

/**
 * Puts it before the eyes of the organi; asked again, it changes nothing.
 * @throws RifiutoError 409 where it is not a draft that can be shown
 */
export function showBozza(deposito: Deposito, bozza: Bozza, chi: Chi): Promise<Caricamento> {
  return moveBozza(deposito, bozza, { stato: 'in-consultazione', atto: { ...chi, azione: 'consultazione' } });
}

/**
 * Takes it back to the Ufficio di Piano; asked again, it changes nothing.
 * @throws RifiutoError 409 where it is not a draft that can be shown
 */
export function hideBozza(deposito: Deposito, bozza: Bozza, chi: Chi): Promise<Caricamento> {
  return moveBozza(deposito, bozza, { stato: 'letto', atto: { ...chi, azione: 'fine-consultazione' } });
}

function moveBozza(
  deposito: Deposito,
  bozza: Bozza,
  { stato, atto }: { stato: Caricamento['stato']; atto: AttoBozza },
): Promise<Caricamento> {
  return changeCaricamento(deposito, bozza, (prima) => {
    const ferma = assertPresente(prima);
    const motivo = FERME[ferma.stato];
    if (motivo) throw new RifiutoError(409, motivo);
    return ferma.stato === stato ? ferma : withAtto({ ...ferma, stato }, atto);
  });
}

/**
 * Withdraws it: what it was stays, and the same file brings it back. Asked again, it changes nothing.
 * @throws RifiutoError 409 where it is published
 */
export function withdrawBozza(deposito: Deposito, bozza: Bozza, chi: Chi): Promise<Caricamento> {
  return changeCaricamento(deposito, bozza, (prima) => {
    const ferma = assertPresente(prima);
    if (ferma.stato === 'pubblicato') {
      throw new RifiutoError(
        409,
        'Questo caricamento è già pubblicato: per tornare indietro si ripristina una versione precedente.',
      );
    }
    if (ferma.stato === 'ritirato') return ferma;
    return withAtto({ ...ferma, stato: 'ritirato', pubblicabile: false }, { ...chi, azione: 'ritiro' });
  });
}

interface Sostituzione extends Chi {
  readonly autore: string | undefined;
  /** Id of the draft that takes its place. */
  readonly dopo: string;
}

/**
 * Another draft takes its place: it makes way only where nobody else is looking at it, now and not when the reading began. The responsabile
 * closes anybody's, everyone else (who brings national files included) only their own. What it was stays, and says what took its place.
 */
export async function supersedeBozza(
  deposito: Deposito,
  bozza: Bozza,
  { autore, dopo, ...chi }: Sostituzione,
): Promise<void> {
  if (bozza.id === dopo) return;
  await changeCaricamento(deposito, bozza, (prima) => {
    const ferma = assertPresente(prima);
    if (ferma.stato !== 'letto' && ferma.stato !== 'rifiutato') return ferma;
    if (chi.ruolo !== 'responsabile' && ferma.autore !== autore) return ferma;
    const chiusa = { ...ferma, stato: 'ritirato', pubblicabile: false, sostituitaDa: dopo } as const;
    return withAtto(chiusa, { ...chi, azione: 'sostituzione' });
  });
}

function withAtto(caricamento: Caricamento, atto: AttoBozza): Caricamento {
  return { ...caricamento, atti: [...(caricamento.atti ?? []), atto] };
}

function assertPresente(caricamento: Caricamento | null): Caricamento {
  if (caricamento) return caricamento;
  throw new RifiutoError(404, 'In questo ambito non c’è questo caricamento.');
}
