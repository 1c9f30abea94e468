/** How an intervento stands in a year, as a sign that does without colour; the word always stands beside it. */
import { useId } from 'react';
import type { Esito } from '../serie/parole-leps.ts';

export function SegnoEsito({ esito }: { esito: Esito }) {
  const trama = useId();
  return (
    <svg
      className={`esito esito-${esito}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {esito === 'non-indicato' && (
        <pattern id={trama} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="trama-riga" width="1.6" height="5" />
        </pattern>
      )}
      <rect
        className="esito-quadro"
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        rx="2"
        fill={esito === 'non-indicato' ? `url(#${trama})` : undefined}
      />
      {esito === 'zero' && <line className="esito-barra" x1="4" x2="12" y1="8" y2="8" />}
    </svg>
  );
}
