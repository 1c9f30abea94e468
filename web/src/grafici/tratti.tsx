/** Bars made of pieces on one scale: a stack, a step of a cascade, what is taken of what there is. A row each, the value beside it. */
import { type ReactNode, useId } from 'react';
import type { Figura } from '../serie/figura.ts';
import { createScala } from './scala.ts';

/** How a piece looks: `vuoto` is outlined (there, not taken), `mancante` is hatched (not stated). */
export type AspettoTratto = 'ordinario' | 'altre' | 'scuro' | 'vuoto' | 'mancante';

export interface Tratto {
  readonly chiave: string;
  readonly da: number;
  readonly a: number;
  readonly aspetto: AspettoTratto;
}

export interface RigaTratti {
  readonly chiave: string;
  readonly nome: string;
  readonly tratti: readonly Tratto[];
  readonly testo: string;
  /** True where `testo` says that the value is not stated. */
  readonly mancante?: boolean;
  readonly dettaglio?: string;
  readonly figure: readonly Figura[];
  readonly segno?: ReactNode;
}

export interface VoceLegenda {
  readonly aspetto: AspettoTratto;
  readonly testo: string;
}

interface Proprieta {
  readonly righe: readonly RigaTratti[];
  readonly legenda?: readonly VoceLegenda[];
  readonly hrefOf: (figure: readonly Figura[]) => string;
}

const ALTEZZA = 44;

export function Tratti({ righe, legenda = [], hrefOf }: Proprieta) {
  const trama = useId();
  const scala = createScala(
    righe.flatMap(({ tratti }) => tratti.flatMap(({ da, a }) => [da, a])),
    true,
  );
  const conSegni = righe.some(({ segno }) => segno);
  return (
    <div className={`barre tratti${conSegni ? ' barre-con-segni' : ''}`}>
      <svg className="barre-trama" width="0" height="0" aria-hidden="true" focusable="false">
        <pattern id={trama} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="trama-riga" width="1.5" height="6" />
        </pattern>
      </svg>
      {legenda.length > 0 && (
        <p className="tratti-legenda minuto">
          {legenda.map(({ aspetto, testo }) => (
            <span key={testo}>
              <svg width="16" height="14" aria-hidden="true" focusable="false">
                <rect {...inkOf(aspetto, trama)} x="1" y="1" width="14" height="12" />
              </svg>
              {testo}
            </span>
          ))}
        </p>
      )}
      <ol className="barre-righe">
        {righe.map(({ chiave, nome, tratti, testo, mancante, dettaglio, figure, segno }) => {
          const interno = (
            <>
              <span className="barre-nome">{nome}</span>
              <svg className="barre-disegno" width="100%" height={ALTEZZA} aria-hidden="true" focusable="false">
                {tratti.map((tratto) => (
                  <rect
                    key={tratto.chiave}
                    {...inkOf(tratto.aspetto, trama)}
                    x={`${scala.toPercento(tratto.da)}%`}
                    y="50%"
                    width={`${Math.max(0.2, scala.toPercento(tratto.a) - scala.toPercento(tratto.da))}%`}
                    height="22"
                    transform="translate(0 -11)"
                  />
                ))}
              </svg>
              <span className="barre-valore">
                <span className={mancante ? 'barre-mancante' : 'cifra'}>{testo}</span>
                {dettaglio && <span className="barre-dettaglio cifra">{dettaglio}</span>}
              </span>
            </>
          );
          return (
            <li key={chiave} className="barre-riga">
              {figure.length === 0 ? (
                <span className="barre-voce">{interno}</span>
              ) : (
                <a className="barre-voce" href={hrefOf(figure)} data-spiega="">
                  {interno}
                  <span className="solo-lettori">: da dove viene</span>
                </a>
              )}
              {segno}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function inkOf(aspetto: AspettoTratto, trama: string): { className: string; fill?: string } {
  return aspetto === 'mancante'
    ? { className: 'tratto-mancante', fill: `url(#${trama})` }
    : { className: `tratto-${aspetto}` };
}
