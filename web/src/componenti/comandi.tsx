/** Controls of a view. Choices are addresses: links where there are few, a native list where there are many. */
import { type ReactNode, useId, useState } from 'react';
import { Icona, type NomeIcona } from './icona.tsx';

export interface Segmento {
  readonly testo: string;
  readonly href: string;
  readonly scelto: boolean;
  readonly icona?: NomeIcona;
}

export function Segmenti({ etichetta, voci }: { etichetta: string; voci: readonly Segmento[] }) {
  return (
    <fieldset className="campo">
      <legend className="campo-etichetta">{etichetta}</legend>
      <div className="segmenti" data-scelta="">
        {voci.map(({ testo, href, scelto, icona }) => (
          <a key={testo} href={href} aria-current={scelto ? 'true' : undefined}>
            {icona && <Icona nome={icona} />}
            {testo}
          </a>
        ))}
      </div>
    </fieldset>
  );
}

export interface GruppoScelte {
  /** Absent: the choices stand on their own. */
  readonly titolo?: string;
  readonly voci: readonly { readonly valore: string; readonly testo: string }[];
}

interface ProprietaScelta {
  readonly etichetta: string;
  readonly valore: string;
  readonly gruppi: readonly GruppoScelte[];
  readonly onScegli: (valore: string) => void;
  readonly larga?: boolean;
}

/** @returns the value to show: what was chosen last, also while the page that it leads to is still being read, and how to set it */
function useScelto(valore: string): [string, (scelto: string) => void] {
  const [detto, setDetto] = useState({ valore, scelto: valore });
  // What the address says now holds over what was chosen before it: a step back undoes the choice too.
  if (detto.valore !== valore) setDetto({ valore, scelto: valore });
  return [detto.scelto, (scelto) => setDetto({ valore, scelto })];
}

export function SceltaDaElenco({ etichetta, valore, gruppi, onScegli, larga }: ProprietaScelta) {
  const id = useId();
  const [scelto, setScelto] = useScelto(valore);
  return (
    <div className={`campo${larga ? ' campo-largo' : ''}`}>
      <label className="campo-etichetta" htmlFor={id}>
        {etichetta}
      </label>
      <select
        id={id}
        className="scelta"
        value={scelto}
        onChange={({ target }) => {
          setScelto(target.value);
          onScegli(target.value);
        }}
      >
        {gruppi.map(({ titolo, voci }) => {
          const opzioni = voci.map((v) => (
            <option key={v.valore} value={v.valore}>
              {v.testo}
            </option>
          ));
          return titolo ? (
            <optgroup key={titolo} label={titolo}>
              {opzioni}
            </optgroup>
          ) : (
            opzioni
          );
        })}
      </select>
    </div>
  );
}

export function Pulsante({ icona, children, onClick }: { icona: NomeIcona; children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className="azione" onClick={onClick}>
      <Icona nome={icona} />
      {children}
    </button>
  );
}

export function LinkScarica({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="azione" href={href} download>
      <Icona nome="scarica" />
      {children}
    </a>
  );
}
