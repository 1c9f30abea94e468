import { useEffect, useId, useRef, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { Bottone } from './bottone.tsx';
import type { Passo } from './file-grande.ts';
import { describeInviato } from './peso.ts';

interface Proprieta {
  /** Null where nothing is going on. */
  readonly passo: Passo | null;
  /** While it can still be given up. */
  readonly onAnnulla?: (() => void) | undefined;
}

const PAROLE: Readonly<Record<Passo['fase'], string>> = {
  impronta: 'Preparo il file',
  invio: 'Invio il file',
  lettura: 'Leggo il file e lo confronto con i dati pubblicati',
};

/** How often who listens is told how far the file is. */
export const DETTO_OGNI_MS = 10_000;

/** First the file travels, which can be measured; then it is read, which cannot. */
export function Avanzamento({ passo, onAnnulla }: Proprieta) {
  const etichetta = useId();
  const inviato = passo?.fase === 'invio' ? passo : null;
  const quanto = inviato && describeInviato(inviato);
  const detto = useDetto(quanto ? `${quanto}.` : '', passo?.fase);
  return (
    <>
      <div role="status" aria-live="polite">
        {passo && <span id={etichetta}>{PAROLE[passo.fase]}…</span>}
        <span className="solo-lettori"> {detto}</span>
      </div>
      {passo && (
        <div className="modulo-avanzamento">
          <progress
            aria-labelledby={etichetta}
            {...(inviato && {
              max: inviato.totaleByte,
              value: inviato.inviatiByte,
              'aria-valuetext': quanto ?? undefined,
            })}
          />
          {inviato && (
            <span className="minuto" aria-hidden>
              {quanto} ({formatNumero(Math.floor((inviato.inviatiByte / inviato.totaleByte) * 100))} %)
            </span>
          )}
          {onAnnulla && passo.fase !== 'lettura' && <Bottone onClick={onAnnulla}>Annulla l’invio</Bottone>}
        </div>
      )}
    </>
  );
}

/** Words that change all the time, as they are said aloud: at once where another thing goes on, then every so often. */
function useDetto(testo: string, cosa: string | undefined): string {
  const ultimo = useRef(testo);
  ultimo.current = testo;
  const [detto, setDetto] = useState(testo);
  useEffect(() => {
    setDetto(ultimo.current);
    if (cosa === undefined) return;
    const cadenza = setInterval(() => setDetto(ultimo.current), DETTO_OGNI_MS);
    return () => clearInterval(cadenza);
  }, [cosa]);
  return detto;
}
