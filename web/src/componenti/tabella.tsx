/** A real table; on a narrow screen its lines become pairs of label and value, still a table to who listens. */
import type { ReactNode } from 'react';

export interface ColonnaTabella {
  readonly chiave: string;
  readonly titolo: ReactNode;
  /** Said before each value on a narrow screen. */
  readonly etichetta: string;
  readonly numerica?: boolean;
}

export interface RigaTabella {
  readonly chiave: string;
  /** Heading of the line, then one cell for each column. */
  readonly testa: ReactNode;
  readonly celle: readonly ReactNode[];
  readonly evidenziata?: boolean;
  /** The ambito's line, under a rule. */
  readonly totale?: boolean;
}

interface Proprieta {
  readonly didascalia: string;
  readonly testa: string;
  readonly colonne: readonly ColonnaTabella[];
  readonly righe: readonly RigaTabella[];
}

export function Tabella({ didascalia, testa, colonne, righe }: Proprieta) {
  return (
    <table className="tabella" role="table">
      <caption className="solo-lettori">{didascalia}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {testa}
          </th>
          {colonne.map((c) => (
            <th key={c.chiave} scope="col" role="columnheader" className={c.numerica ? 'numerica' : undefined}>
              {c.titolo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {righe.map((riga) => (
          <tr
            key={riga.chiave}
            role="row"
            className={
              `${riga.totale ? 'riga-totale' : ''}${riga.evidenziata ? ' riga-evidenziata' : ''}`.trim() || undefined
            }
          >
            <th scope="row" role="rowheader">
              {riga.testa}
            </th>
            {colonne.map((c, i) => (
              <td key={c.chiave} role="cell" className={c.numerica ? 'numerica' : undefined}>
                <span className="tabella-etichetta">{c.etichetta} </span>
                <span className="tabella-cella">{riga.celle[i]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
