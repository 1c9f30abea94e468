import { indirizzi } from '../indirizzi.ts';
import { Icona } from './icona.tsx';

interface Proprieta {
  readonly ambito: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  /** Whose figure it is: `Parabita`. */
  readonly nome: string;
  readonly segnalazioni: readonly string[];
}

/** The mark of a figure that a check found in doubt; leads to the findings about it. */
export function Segno({ ambito, comune, nome, segnalazioni }: Proprieta) {
  if (segnalazioni.length === 0) return null;
  return (
    <a
      className="segno"
      href={indirizzi.qualita(ambito, { comune: comune ?? 'ambito', codice: segnalazioni.join(',') })}
      title="Questa cifra ha una segnalazione"
    >
      <Icona nome="segno" />
      <span className="solo-lettori">{nome}: questa cifra ha una segnalazione</span>
    </a>
  );
}
