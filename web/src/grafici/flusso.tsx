/**
 * A flow of money in three columns. Every node is a link to its walk back; an area lights the bands that go through it when it, or
 * one of its interventi, has the pointer or the focus. Only where there is room: narrow screens and print have bars instead.
 */
import { nameAreaInBreve } from '../serie/aree.ts';
import type { Figura } from '../serie/figura.ts';
import type { Flusso } from '../serie/flusso.ts';
import { shorten } from '../serie/tavole.ts';
import { formatInBreve, formatValore, joinParti } from '../serie/valore.ts';
import { type AreaPosta, LETTERE, layoutFlusso, type Posto } from './disposizione-flusso.ts';

interface Proprieta {
  readonly flusso: Flusso;
  readonly hrefOf: (figure: readonly Figura[]) => string;
}

const EURO = { unita: '€', decimali: 2 } as const;
const breve = (cent: number) => joinParti(formatInBreve(cent, EURO)).replace('milioni di', 'mln');

export function FlussoDenaro({ flusso, hrefOf }: Proprieta) {
  const { larghezza, altezza, nodo, fonti, aree } = layoutFlusso(flusso);
  return (
    <svg className="flusso" viewBox={`0 0 ${larghezza} ${altezza}`} width="100%" focusable="false">
      <title>Da dove viene il denaro e dove va</title>
      {fonti.map(({ fonte, ...posto }) => (
        <a key={fonte.id} className="flusso-voce" href={hrefOf(fonte.figure)} data-spiega="">
          <rect className="bersaglio" x="0" y={posto.y - 2} width={posto.x} height={Math.max(posto.altezza, 44)}>
            <title>{say(fonte)}</title>
          </rect>
          <Nodo posto={posto} nodo={nodo} classe={fonte.specie === 'budget-ordinario' ? 'ordinario' : 'altre'} />
          <text className="flusso-nome" x={posto.x - 10} y={posto.y + 13} textAnchor="end">
            {fonte.nome}
          </text>
          <text className="flusso-importo" x={posto.x - 10} y={posto.y + 31} textAnchor="end">
            {breve(fonte.valore)}
          </text>
        </a>
      ))}
      {aree.map((posta) => (
        <Area key={posta.area.id} posta={posta} nodo={nodo} hrefOf={hrefOf} />
      ))}
    </svg>
  );
}

/** In full and to the cent, for who rests on it: what is written beside it is shortened. */
function say({ nome, valore }: { readonly nome: string; readonly valore: number | null }): string {
  return `${nome}: ${valore === null ? 'importo non indicato' : formatValore(valore, EURO)}. Da dove viene`;
}

function Area({ posta, nodo, hrefOf }: { posta: AreaPosta; nodo: number; hrefOf: Proprieta['hrefOf'] }) {
  const { area, entrate, uscite, interventi } = posta;
  return (
    <g className="flusso-area">
      {entrate.map(({ chiave, d, ordinario }) => (
        <path key={`da ${chiave}`} className={`filo ${ordinario ? 'filo-ordinario' : 'filo-altre'}`} d={d} />
      ))}
      {uscite.map(({ chiave, d }) => (
        <path key={`a ${chiave}`} className="filo filo-uscita" d={d} />
      ))}
      <a className="flusso-voce" href={hrefOf([area.figura])} data-spiega="">
        <rect className="bersaglio" x={posta.x} y={posta.y - 24} width="240" height={Math.max(posta.altezza, 4) + 24}>
          <title>{say({ nome: `${area.id} ${area.nome}`, valore: area.valore })}</title>
        </rect>
        <Nodo posto={posta} nodo={nodo} classe="area" />
        <text className="flusso-nome" x={posta.x} y={posta.y - 7}>
          <tspan className="flusso-codice">{area.id}</tspan> {nameAreaInBreve(area.id)}{' '}
          <tspan className="flusso-importo">{breve(area.valore)}</tspan>
        </text>
      </a>
      {interventi.map(({ intervento, ...posto }) => (
        <a key={intervento.id} className="flusso-voce" href={hrefOf([intervento.figura])} data-spiega="">
          <rect
            className="bersaglio"
            x={posto.x}
            y={posto.y + posto.altezza / 2 - 12}
            width={1100 - posto.x}
            height="24"
          >
            <title>{say({ nome: `${intervento.id} ${intervento.nome}`, valore: intervento.valore })}</title>
          </rect>
          <Nodo posto={posto} nodo={nodo} classe="area" />
          <text className="flusso-nome" x={posto.x + nodo + 8} y={posto.y + posto.altezza / 2 + 5}>
            <tspan className="flusso-codice">{intervento.id}</tspan> {shorten(intervento.nome, LETTERE)}
          </text>
          <text className="flusso-importo" x="1100" y={posto.y + posto.altezza / 2 + 5} textAnchor="end">
            {breve(intervento.valore ?? 0)}
          </text>
        </a>
      ))}
    </g>
  );
}

function Nodo({ posto, nodo, classe }: { posto: Posto; nodo: number; classe: string }) {
  return (
    <rect
      className={`nodo nodo-${classe}`}
      x={posto.x}
      y={posto.y}
      width={nodo}
      height={Math.max(1.5, posto.altezza)}
    />
  );
}
