import { indirizzi } from '../indirizzi.ts';
import { codiciDi, gravitaDi, type Segnale } from '../serie/segnali.ts';
import { Icona } from './icona.tsx';

interface Proprieta {
  readonly ambito: string;
  /** ISTAT code, or null for the ambito. */
  readonly comune: string | null;
  /** Whose figure it is: `Parabita`. */
  readonly nome: string;
  readonly segnalazioni: readonly Segnale[];
}

/** The mark of a figure that a check found in doubt, a flag, or off by no more than rounding, a ≈; leads to the findings about it. */
export function Segno({ ambito, comune, nome, segnalazioni }: Proprieta) {
  if (segnalazioni.length === 0) return null;
  const lieve = gravitaDi(segnalazioni) === 'nota';
  const detto = lieve ? 'solo una differenza da arrotondamento' : 'questa cifra ha una segnalazione';
  return (
    <a
      className={lieve ? 'segno segno-lieve' : 'segno'}
      href={indirizzi.qualita(ambito, { comune: comune ?? 'ambito', codice: codiciDi(segnalazioni) })}
      title={`${nome}: ${detto}`}
      aria-label={`${nome}: ${detto}`}
    >
      <Icona nome={lieve ? 'circa' : 'segno'} />
    </a>
  );
}
