/**
 * Years from left to right, a line for each comune, its name at its end: no legend to go back and forth to. Widths are percentages,
 * heights are px, so that the same drawing holds at any width and before any script has run.
 */
import type { ReactNode } from 'react';
import type { Voce } from '../serie/confronto.ts';
import { spreadEtichette } from './assi.ts';
import type { LineaPosta, ModelloLinee, PuntoLinea } from './modello-linee.ts';

const SOPRA = 16;
const SOTTO = 32;
const ALTEZZA_MINIMA = 300;
/** Between two names, px: a target that a finger can hit, and room for the value under the name where there is none beside it. */
const PASSO_NOMI = 30;
/** From the end of a line to its name. */
const RACCORDO = 20;

interface Proprieta {
  /** The finding, for who listens. */
  readonly titolo: string;
  readonly modello: ModelloLinee;
  readonly hrefOf: (voce: Voce) => string | null;
  readonly segnoOf: (linea: LineaPosta) => ReactNode;
}

export function Linee({ titolo, modello, hrefOf, segnoOf }: Proprieta) {
  const { asse, anni, linee } = modello;
  const alta = Math.max(ALTEZZA_MINIMA, linee.length * PASSO_NOMI);
  const altezza = SOPRA + alta + SOTTO;
  const toY = (percento: number) => Math.round((SOPRA + alta - (percento / 100) * alta) * 10) / 10;
  const fini = linee.map(({ fine }) => toY(fine.alto));
  const nomi = spreadEtichette(fini, PASSO_NOMI, SOPRA + alta);
  // What stands out is drawn over the rest.
  const inOrdine = linee.toSorted((a, b) => PESO[a.aspetto] - PESO[b.aspetto]);
  const segni = linee.map(segnoOf).filter((segno) => segno !== null);
  return (
    <div className="linee">
      <svg className="linee-asse" width="100%" height={altezza} aria-hidden="true" focusable="false">
        {asse.tacche.map(({ valore, testo }) => (
          <text key={valore} className="asse-testo" x="100%" y={toY(asse.toPercento(valore)) + 4} textAnchor="end">
            {testo}
          </text>
        ))}
      </svg>
      <svg className="linee-disegno" width="100%" height={altezza} focusable="false">
        <title>{titolo}</title>
        {asse.tacche.map(({ valore }) => (
          <line
            key={valore}
            className={valore === 0 ? 'linea-zero' : 'linea-guida'}
            x1="0"
            x2="100%"
            y1={toY(asse.toPercento(valore))}
            y2={toY(asse.toPercento(valore))}
          />
        ))}
        {anni.map(({ periodo, x }) => (
          <text
            key={periodo}
            className={x === 0 || x === 100 ? 'asse-testo' : 'asse-testo asse-mezzo'}
            x={`${x}%`}
            y={altezza - 8}
            textAnchor={x === 0 ? 'start' : x === 100 ? 'end' : 'middle'}
          >
            {periodo}
          </text>
        ))}
        {inOrdine.map((linea) => (
          <UnaLinea key={linea.chiave} linea={linea} toY={toY} hrefOf={hrefOf} />
        ))}
      </svg>
      <svg className="linee-nomi" width="100%" height={altezza} focusable="false">
        <title>Chi è ogni linea, e il suo ultimo valore</title>
        {linee.map((linea, i) => {
          const y = nomi[i] ?? 0;
          const href = hrefOf(linea.fine.voce);
          const testo = (
            <>
              <line className="linee-raccordo" x1="2" y1={fini[i]} x2={RACCORDO - 4} y2={y} />
              <text className={`linee-nome linee-accanto linee-nome-${linea.aspetto}`} x={RACCORDO} y={y + 5}>
                {linea.nome} <tspan className="linee-valore">{linea.fine.voce.testo}</tspan>
              </text>
              <text className={`linee-nome linee-sotto linee-nome-${linea.aspetto}`} x={RACCORDO} y={y}>
                {linea.nome}
                <tspan className="linee-valore" x={RACCORDO} dy="13">
                  {linea.fine.voce.testo}
                </tspan>
              </text>
            </>
          );
          return href === null ? (
            <g key={linea.chiave}>{testo}</g>
          ) : (
            <a key={linea.chiave} href={href} data-spiega="">
              <rect className="bersaglio" x={RACCORDO} y={y - PASSO_NOMI / 2} width="100%" height={PASSO_NOMI} />
              {testo}
            </a>
          );
        })}
      </svg>
      {segni.length > 0 && <p className="linee-segni minuto">Con una segnalazione: {segni}</p>}
    </div>
  );
}

const PESO: Readonly<Record<LineaPosta['aspetto'], number>> = { attenuata: 0, comune: 1, ambito: 2, evidenziata: 3 };

interface ProprietaLinea {
  readonly linea: LineaPosta;
  readonly toY: (percento: number) => number;
  readonly hrefOf: (voce: Voce) => string | null;
}

function UnaLinea({ linea, toY, hrefOf }: ProprietaLinea) {
  return (
    <g className={`una-linea una-linea-${linea.aspetto}`}>
      {linea.tratti.map(({ da, a, saltati }) => (
        <line
          key={a.periodo}
          className={saltati ? 'linea-tratto linea-saltata' : 'linea-tratto'}
          x1={`${da.x}%`}
          x2={`${a.x}%`}
          y1={toY(da.alto)}
          y2={toY(a.alto)}
        />
      ))}
      {linea.punti.map((punto) =>
        punto.alto === null ? null : (
          <UnPunto key={punto.periodo} punto={punto} y={toY(punto.alto)} nome={linea.nome} href={hrefOf(punto.voce)} />
        ),
      )}
    </g>
  );
}

interface ProprietaPunto {
  readonly punto: PuntoLinea;
  readonly y: number;
  readonly nome: string;
  readonly href: string | null;
}

function UnPunto({ punto, y, nome, href }: ProprietaPunto) {
  const x = `${punto.x}%`;
  const detto = `${nome}, ${punto.periodo}: ${punto.voce.testo}`;
  const disegno = <circle className="linea-punto" cx={x} cy={y} r="4" />;
  if (href === null) {
    return (
      <g>
        <title>{detto}</title>
        {disegno}
      </g>
    );
  }
  return (
    <a href={href} data-spiega="" aria-label={`${detto}, da dove viene`}>
      <title>{detto}</title>
      <rect className="bersaglio" x={x} y={y - 12} width="24" height="24" transform="translate(-12 0)" />
      {disegno}
    </a>
  );
}
