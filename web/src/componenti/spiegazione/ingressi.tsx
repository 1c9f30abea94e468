/** The numbers that a figure was computed from, each with the cell that it stands in. */
import type { SpiegazioneDto } from '../../../../functions/core/http/schemi.ts';
import { capitalize } from '../../serie/parole.ts';

type Ingresso = SpiegazioneDto['ingressi'][number];

/** With more than these, the document that they stand in would be screens away. */
const INGRESSI_APERTI = 14;

interface ProprietaIngressi {
  readonly ingressi: readonly Ingresso[];
  readonly nomeOf: (codice: string | null) => string;
}

export function Ingressi({ ingressi, nomeOf }: ProprietaIngressi) {
  const elenco = (
    <ul className="ingressi">
      {ingressi.map((ingresso) => (
        <li key={`${ingresso.tipo}${ingresso.parte}${ingresso.riga}:${ingresso.colonna}${ingresso.ruolo}`}>
          <UnIngresso ingresso={ingresso} nome={nomeOf(ingresso.comune)} />
        </li>
      ))}
    </ul>
  );
  if (ingressi.length <= INGRESSI_APERTI) return elenco;
  return (
    <details>
      <summary>Vedili uno per uno</summary>
      {elenco}
    </details>
  );
}

function UnIngresso({ ingresso, nome }: { ingresso: Ingresso; nome: string }) {
  const dove = [
    ingresso.intestazione ? `colonna «${ingresso.intestazione.replace(/\s+/g, ' ')}»` : null,
    `riga ${ingresso.riga}`,
  ].filter((d) => d !== null);
  return (
    <>
      <span className="ingresso-ruolo">
        {capitalize(ingresso.ruolo)}
        {ingresso.comune !== null && `, ${nome}`}
      </span>
      <span className="cifra ingresso-scritto">{ingresso.scritto || 'non indicato'}</span>
      <span className="minuto ingresso-dove">{capitalize(dove.join(', '))}</span>
    </>
  );
}
