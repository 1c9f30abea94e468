/**
 * A ranking: name, bar (or dot), value. Values have a column of their own and lines have a margin of their own, so that no
 * label is ever crossed. Geometry is in SVG attributes, as percentages: it reads the same rendered on a server.
 */
import { type ReactNode, useId } from 'react';
import type { LineaGrafico, ModelloGrafico, RigaGrafico } from './modello.ts';
import { anchorOf, barOf } from './scala.ts';

export interface Comandi {
  /** Address of the walk back of a row; null where nothing is behind it. */
  readonly hrefOf: (riga: RigaGrafico) => string | null;
  /** The mark of a figure with findings, as an element; null where it has none. */
  readonly segnoOf: (riga: RigaGrafico) => ReactNode;
  readonly hrefRiferimento?: string | null;
}

/** Of a row, px: a target that a thumb can hit; close together, where many charts stand side by side. */
const PASSO_RIGA = 44;
const PASSO_FITTO = 26;

interface Proprieta extends Comandi {
  readonly modello: ModelloGrafico;
  /** Rows close together, for a small chart among others. */
  readonly fitte?: boolean;
}

export function Barre({ modello, fitte = false, hrefOf, segnoOf, hrefRiferimento }: Proprieta) {
  const trama = useId();
  const { righe, riferimento, soglia } = modello;
  const conSegni = righe.some((riga) => riga.segnalazioni.length > 0);
  const conEvidenza = righe.some((riga) => riga.evidenziata);
  const classi = [
    'barre',
    ...(fitte ? ['barre-fitte'] : []),
    ...(conSegni ? ['barre-con-segni'] : []),
    ...(conEvidenza ? ['barre-con-evidenza'] : []),
  ];
  return (
    <div className={classi.join(' ')}>
      <Trama id={trama} />
      {riferimento && <Margine linea={riferimento} modello={modello} href={hrefRiferimento ?? null} dove="sopra" />}
      <ol className="barre-righe">
        {righe.map((riga) => {
          const href = hrefOf(riga);
          const interno = (
            <>
              <span className="barre-nome">{riga.nome}</span>
              <Disegno riga={riga} modello={modello} trama={trama} fitta={fitte} />
              <span className="barre-valore">
                <span className={riga.valore === null ? 'barre-mancante' : 'cifra'}>{riga.testo}</span>
                {riga.dettaglio && <span className="barre-dettaglio cifra">{riga.dettaglio}</span>}
              </span>
            </>
          );
          return (
            <li key={riga.chiave} className={`barre-riga${riga.evidenziata ? ' barre-evidenziata' : ''}`}>
              {href === null ? (
                <span className="barre-voce">{interno}</span>
              ) : (
                <a className="barre-voce" href={href} data-spiega="">
                  {interno}
                  <span className="solo-lettori">: da dove viene</span>
                </a>
              )}
              {segnoOf(riga)}
            </li>
          );
        })}
      </ol>
      {soglia && <Margine linea={soglia} modello={modello} href={null} dove="sotto" />}
    </div>
  );
}

/** Missing values are hatched: neither a zero nor a short bar. */
function Trama({ id }: { id: string }) {
  return (
    <svg className="barre-trama" width="0" height="0" aria-hidden="true" focusable="false">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="trama-riga" width="1.5" height="6" />
      </pattern>
    </svg>
  );
}

interface ProprietaDisegno {
  readonly riga: RigaGrafico;
  readonly modello: ModelloGrafico;
  readonly trama: string;
  readonly fitta: boolean;
}

function Disegno({ riga, modello, trama, fitta }: ProprietaDisegno) {
  const { scala, riferimento, soglia, forma } = modello;
  return (
    <svg
      className="barre-disegno"
      width="100%"
      height={fitta ? PASSO_FITTO : PASSO_RIGA}
      aria-hidden="true"
      focusable="false"
    >
      {forma === 'barre' && scala.min < 0 && <Verticale percento={scala.zero} classe="linea-zero" />}
      {riga.valore === null ? (
        <rect
          className="barra-mancante"
          x="0"
          y="50%"
          width="100%"
          height="14"
          transform="translate(0 -7)"
          fill={`url(#${trama})`}
        />
      ) : forma === 'barre' ? (
        <Barra valore={riga.valore} modello={modello} alta={fitta ? 14 : 22} />
      ) : (
        <>
          <line className="linea-guida" x1="0" x2="100%" y1="50%" y2="50%" />
          <circle className="punto" cx={`${scala.toPercento(riga.valore)}%`} cy="50%" r={fitta ? 5 : 7} />
        </>
      )}
      {riferimento && <Verticale percento={scala.toPercento(riferimento.valore)} classe="linea-ambito" />}
      {soglia && <Verticale percento={scala.toPercento(soglia.valore)} classe="linea-soglia" />}
    </svg>
  );
}

function Barra({ valore, modello, alta }: { valore: number; modello: ModelloGrafico; alta: number }) {
  const { inizio, larghezza } = barOf(valore, modello.scala);
  // A zero keeps a hair of ink: it is a value, not an absence.
  if (larghezza === 0) return <Verticale percento={inizio} classe="barra-zero" />;
  return (
    <rect
      className="barra"
      x={`${inizio}%`}
      y="50%"
      width={`${larghezza}%`}
      height={alta}
      transform={`translate(0 ${-alta / 2})`}
    />
  );
}

function Verticale({ percento, classe }: { percento: number; classe: string }) {
  return <line className={classe} x1={`${percento}%`} x2={`${percento}%`} y1="0" y2="100%" />;
}

interface ProprietaMargine {
  readonly linea: LineaGrafico;
  readonly modello: ModelloGrafico;
  readonly href: string | null;
  readonly dove: 'sopra' | 'sotto';
}

function Margine({ linea, modello, href, dove }: ProprietaMargine) {
  const percento = modello.scala.toPercento(linea.valore);
  const sopra = dove === 'sopra';
  const testo = (
    <text
      className={`barre-etichetta ${sopra ? '' : 'barre-etichetta-soglia'}`}
      x={`${percento}%`}
      y={sopra ? 18 : 24}
      textAnchor={anchorOf(percento)}
    >
      {linea.nome} <tspan className="barre-etichetta-valore">{linea.testo}</tspan>
    </text>
  );
  return (
    <svg className="barre-margine" width="100%" height="32" focusable="false">
      <title>{`${linea.nome} ${linea.testo}`}</title>
      <line
        className={sopra ? 'linea-ambito' : 'linea-soglia'}
        x1={`${percento}%`}
        x2={`${percento}%`}
        y1={sopra ? 24 : 0}
        y2={sopra ? 32 : 8}
      />
      {href === null ? (
        testo
      ) : (
        <a href={href} className="barre-etichetta-link" data-spiega="">
          <rect x={`${percento}%`} y="0" width="176" height="32" transform="translate(-88 0)" className="bersaglio" />
          {testo}
        </a>
      )}
    </svg>
  );
}
