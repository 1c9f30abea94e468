/** The years of one comune as small columns, on a scale that all its neighbours share. */
import { useId } from 'react';
import type { Scala } from './scala.ts';

export interface Colonnina {
  readonly chiave: string;
  /** Under the column: `2021`. */
  readonly etichetta: string;
  /** Null: missing, drawn hatched. */
  readonly valore: number | null;
  /** Over the column: short. */
  readonly testo: string;
  /** Said in full to who listens: `118.895,48 €`. */
  readonly esatto: string;
  readonly href: string | null;
}

const DISEGNO = 88;
const SOPRA = 20;
const SOTTO = 20;

interface Proprieta {
  /** Said to who listens: `Casarano`. */
  readonly titolo: string;
  readonly colonne: readonly Colonnina[];
  readonly scala: Scala;
}

export function Colonnine({ titolo, colonne, scala }: Proprieta) {
  const trama = useId();
  const passo = 100 / Math.max(1, colonne.length);
  return (
    <svg className="colonnine" width="100%" height={SOPRA + DISEGNO + SOTTO} focusable="false">
      <title>{titolo}</title>
      <pattern id={trama} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="trama-riga" width="1.5" height="6" />
      </pattern>
      <line className="linea-zero" x1="0" x2="100%" y1={SOPRA + DISEGNO} y2={SOPRA + DISEGNO} />
      {colonne.map((colonna, i) => (
        <UnaColonna key={colonna.chiave} colonna={colonna} da={i * passo} passo={passo} scala={scala} trama={trama} />
      ))}
    </svg>
  );
}

interface ProprietaColonna {
  readonly colonna: Colonnina;
  readonly da: number;
  readonly passo: number;
  readonly scala: Scala;
  readonly trama: string;
}

function UnaColonna({ colonna, da, passo, scala, trama }: ProprietaColonna) {
  const { etichetta, valore, testo, esatto, href } = colonna;
  const alta = valore === null ? DISEGNO / 2 : Math.max(1, (scala.toPercento(valore) / 100) * DISEGNO);
  const cima = SOPRA + DISEGNO - alta;
  const centro = `${da + passo / 2}%`;
  const disegno = (
    <>
      <rect className="bersaglio" x={`${da}%`} y="0" width={`${passo}%`} height="100%" />
      <rect
        className={valore === null ? 'barra-mancante' : 'barra'}
        x={`${da + passo * 0.12}%`}
        width={`${passo * 0.76}%`}
        y={cima}
        height={alta}
        fill={valore === null ? `url(#${trama})` : undefined}
      />
      <text className="colonnine-anno" x={centro} y={SOPRA + DISEGNO + 15} textAnchor="middle">
        {`${etichetta} `}
      </text>
      <text className="colonnine-valore" x={centro} y={cima - 5} textAnchor="middle">
        {testo}
      </text>
    </>
  );
  if (href === null) {
    return (
      <g>
        <title>{`${etichetta}: ${esatto}`}</title>
        {disegno}
      </g>
    );
  }
  return (
    <a href={href} data-spiega="">
      {disegno}
    </a>
  );
}
