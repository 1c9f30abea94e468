/** From one value to another, a row each: a ring where it starts, a dot where it ends, the way between them. */
import type { ReactNode } from 'react';
import type { Passo } from '../serie/passi-cofinanziamento.ts';
import type { Manubri as ModelloManubri } from './dichiarazione.ts';
import { createScala, type Scala } from './scala.ts';

interface Proprieta extends ModelloManubri {
  readonly hrefOf: (passo: Passo) => string | null;
  readonly segnoOf: (passo: Passo) => ReactNode;
}

const ALTEZZA = 44;
const RAGGIO = 6;

export function Manubri({ passi, inizio, fine, daZero, hrefOf, segnoOf }: Proprieta) {
  const scala = createScala(
    passi.flatMap(({ da, a }) => [da, a]).filter((v) => v !== null),
    daZero,
  );
  const conSegni = passi.some(({ segnalazioni }) => segnalazioni.length > 0);
  return (
    <div className={`barre manubri${conSegni ? ' barre-con-segni' : ''}`}>
      <p className="manubri-legenda minuto">
        <span>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <circle className="manubrio-inizio" cx="7" cy="7" r="5" />
          </svg>
          {inizio}
        </span>
        <span>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <circle className="manubrio-fine" cx="7" cy="7" r="6" />
          </svg>
          {fine}
        </span>
      </p>
      <ol className="barre-righe">
        {passi.map((passo) => {
          const href = hrefOf(passo);
          const interno = (
            <>
              <span className="barre-nome">{passo.nome}</span>
              <Disegno passo={passo} scala={scala} />
              <span className="barre-valore">
                <span className="cifra">{passo.testo}</span>
                {passo.dettaglio && <span className="barre-dettaglio cifra">{passo.dettaglio}</span>}
              </span>
            </>
          );
          return (
            <li key={passo.codice} className="barre-riga">
              {href === null ? (
                <span className="barre-voce">{interno}</span>
              ) : (
                <a className="barre-voce" href={href} data-spiega="">
                  {interno}
                  <span className="solo-lettori">: da dove viene</span>
                </a>
              )}
              {segnoOf(passo)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Disegno({ passo: { da, a }, scala }: { passo: Passo; scala: Scala }) {
  const x = (valore: number) => `${scala.toPercento(valore)}%`;
  return (
    <svg className="barre-disegno" width="100%" height={ALTEZZA} aria-hidden="true" focusable="false">
      <line className="linea-guida" x1="0" x2="100%" y1="50%" y2="50%" />
      {da !== null && a !== null && <line className="manubrio-tratto" x1={x(da)} x2={x(a)} y1="50%" y2="50%" />}
      {a !== null && <circle className="manubrio-fine" cx={x(a)} cy="50%" r={RAGGIO + 1} />}
      {da !== null && <circle className="manubrio-inizio" cx={x(da)} cy="50%" r={RAGGIO - 1} />}
    </svg>
  );
}
