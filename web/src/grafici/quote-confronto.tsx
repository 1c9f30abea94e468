/** Shares of one comune as bars, each with a mark where the ambito stands. */
import type { ReactNode } from 'react';
import { barOf, createScala } from './scala.ts';

export interface QuotaConfronto {
  readonly chiave: string;
  readonly nome: string;
  /** Under the name: `238 persone`. */
  readonly dettaglio: string;
  readonly valore: number;
  readonly testo: string;
  readonly riferimento: number | null;
  readonly riferimentoTesto: string;
  readonly href: string;
  /** The mark of its findings; null where it has none. */
  readonly segno: ReactNode;
}

const ALTEZZA = 30;

export function QuoteConfronto({ quote }: { quote: readonly QuotaConfronto[] }) {
  const scala = createScala(
    quote.flatMap(({ valore, riferimento }) => (riferimento === null ? [valore] : [valore, riferimento])),
    true,
  );
  return (
    <div className={`barre quote-confronto${quote.some(({ segno }) => segno) ? ' barre-con-segni' : ''}`}>
      <ol className="barre-righe">
        {quote.map(({ chiave, nome, dettaglio, valore, testo, riferimento, riferimentoTesto, href, segno }) => {
          const { inizio, larghezza } = barOf(valore, scala);
          const tacca = riferimento === null ? null : `${scala.toPercento(riferimento)}%`;
          return (
            <li key={chiave} className="barre-riga">
              <a className="barre-voce" href={href} data-spiega="">
                <span className="barre-nome">
                  {nome}
                  <span className="barre-dettaglio cifra">{dettaglio}</span>
                </span>
                <svg className="barre-disegno" width="100%" height={ALTEZZA} aria-hidden="true" focusable="false">
                  <rect className="barra" x={`${inizio}%`} y="24%" width={`${larghezza}%`} height="52%" />
                  {tacca && <line className="linea-ambito" x1={tacca} x2={tacca} y1="8%" y2="92%" />}
                </svg>
                <span className="barre-valore">
                  <span className="cifra">{testo}</span>
                  <span className="barre-dettaglio cifra">{riferimentoTesto}</span>
                </span>
                <span className="solo-lettori">: da dove viene</span>
              </a>
              {segno}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
