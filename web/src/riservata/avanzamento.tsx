import { useId } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { Bottone } from './bottone.tsx';
import type { Passo } from './file-grande.ts';

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

/** First the file travels, which can be measured; then it is read, which cannot. */
export function Avanzamento({ passo, onAnnulla }: Proprieta) {
  const etichetta = useId();
  const quota = passo?.fase === 'invio' ? passo.quota : undefined;
  return (
    <>
      {/* What is said aloud changes with the step, not with every hundredth. */}
      <div role="status" aria-live="polite">
        {passo && <span id={etichetta}>{PAROLE[passo.fase]}…</span>}
      </div>
      {passo && (
        <div className="modulo-avanzamento">
          <progress aria-labelledby={etichetta} max={1} {...(quota !== undefined && { value: quota })} />
          {quota !== undefined && <span className="minuto">{formatNumero(Math.floor(quota * 100))} %</span>}
          {onAnnulla && passo.fase !== 'lettura' && <Bottone onClick={onAnnulla}>Annulla l’invio</Bottone>}
        </div>
      )}
    </>
  );
}
