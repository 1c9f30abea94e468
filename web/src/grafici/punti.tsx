/** Two indicators as points, each with its name beside it; the ambito's values are thin lines told in the margins. */
import type { ModelloPunti, PuntoPosto } from './modello-punti.ts';

export const ALTEZZA_PUNTI = 380;
const SOPRA = 28;
const SOTTO = 30;
/** From a mark of the axis to the ambito's value, px: nearer, the mark gives way. */
const SPAZIO_TACCHE = 16;

interface Proprieta {
  /** The finding, for who listens. */
  readonly titolo: string;
  readonly modello: ModelloPunti;
  readonly hrefOf: (punto: PuntoPosto) => string;
}

export function Punti({ titolo, modello, hrefOf }: Proprieta) {
  const { asseX, asseY, punti, ambito } = modello;
  const altezza = SOPRA + ALTEZZA_PUNTI + SOTTO;
  const toY = (percento: number) => Math.round((SOPRA + ALTEZZA_PUNTI * (1 - percento / 100)) * 10) / 10;
  const yAmbito = ambito.y && toY(asseY.toPercento(ambito.y.valore));
  const xAmbito = ambito.x && asseX.toPercento(ambito.x.valore);
  const conEvidenza = punti.some(({ evidenziato }) => evidenziato);
  const inOrdine = punti.toSorted((a, b) => Number(a.evidenziato) - Number(b.evidenziato));
  return (
    <div className={`punti${conEvidenza ? ' punti-con-evidenza' : ''}`}>
      <svg className="punti-asse" width="100%" height={altezza} aria-hidden="true" focusable="false">
        {asseY.tacche.map(({ valore, testo }) => {
          const y = toY(asseY.toPercento(valore));
          if (yAmbito !== null && Math.abs(y - yAmbito) < SPAZIO_TACCHE) return null;
          return (
            <text key={valore} className="asse-testo" x="100%" y={y + 4} textAnchor="end">
              {testo}
            </text>
          );
        })}
        {ambito.y && yAmbito !== null && (
          <text className="asse-ambito" x="100%" y={yAmbito + 4} textAnchor="end">
            {ambito.y.testo}
          </text>
        )}
      </svg>
      <svg className="punti-disegno" width="100%" height={altezza} focusable="false">
        <title>{titolo}</title>
        {asseY.tacche.map(({ valore }) => (
          <line
            key={valore}
            className="linea-guida"
            x1="0"
            x2="100%"
            y1={toY(asseY.toPercento(valore))}
            y2={toY(asseY.toPercento(valore))}
          />
        ))}
        {asseX.tacche.map(({ valore, testo }, i) => {
          const x = asseX.toPercento(valore);
          const ultima = i === asseX.tacche.length - 1;
          return (
            <g key={valore} className={i % 2 === 1 ? 'asse-pari' : undefined}>
              <line className="linea-guida" x1={`${x}%`} x2={`${x}%`} y1={SOPRA} y2={SOPRA + ALTEZZA_PUNTI} />
              <text
                className="asse-testo"
                x={`${x}%`}
                y={altezza - 8}
                textAnchor={i === 0 ? 'start' : ultima ? 'end' : 'middle'}
              >
                {testo}
              </text>
            </g>
          );
        })}
        {ambito.x && xAmbito !== null && (
          <>
            <line
              className="linea-ambito"
              x1={`${xAmbito}%`}
              x2={`${xAmbito}%`}
              y1={SOPRA - 6}
              y2={SOPRA + ALTEZZA_PUNTI}
            />
            <text
              className="asse-ambito"
              x={`${xAmbito}%`}
              y={SOPRA - 10}
              textAnchor={xAmbito < 25 ? 'start' : xAmbito > 75 ? 'end' : 'middle'}
            >
              Intero ambito {ambito.x.testo}
            </text>
          </>
        )}
        {yAmbito !== null && <line className="linea-ambito" x1="0" x2="100%" y1={yAmbito} y2={yAmbito} />}
        {inOrdine.map((punto) => {
          const x = `${punto.px}%`;
          const y = toY(punto.py);
          return (
            <a
              key={punto.codice}
              href={hrefOf(punto)}
              data-spiega=""
              className={`un-punto${punto.evidenziato ? ' un-punto-evidenziato' : ''}`}
              aria-label={`${punto.nome}: ${punto.x.testo} e ${punto.y.testo}, da dove vengono`}
            >
              <title>{`${punto.nome}: ${punto.x.testo}; ${punto.y.testo}`}</title>
              <rect className="bersaglio" x={x} y={y - 14} width="28" height="28" transform="translate(-14 0)" />
              <circle className="punto" cx={x} cy={y} r="7" />
              <text
                className="punto-nome"
                x={x}
                y={y + punto.posa.dy}
                dx={punto.posa.dx}
                textAnchor={punto.posa.ancora}
              >
                {punto.nome}
              </text>
            </a>
          );
        })}
      </svg>
    </div>
  );
}
