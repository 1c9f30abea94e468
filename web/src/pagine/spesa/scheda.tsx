/** What every card of the page of the money has in common. */
import { Segmenti } from '../../componenti/comandi.tsx';
import type { VoceFondo } from '../../serie/capienza.ts';
import { describePeriodo } from '../../serie/parole.ts';
import type { MisuraSpesa, Spesa } from '../../serie/spesa.ts';
import type { DatiSpesa } from './letture.ts';

export interface StatoSpesa {
  readonly periodo: string | undefined;
  readonly misura: MisuraSpesa;
}

export interface Proprieta extends DatiSpesa {
  readonly stato: StatoSpesa;
}

export interface Contenuto extends Proprieta {
  readonly spesa: Spesa;
  /** The same view with something changed. */
  readonly hrefOf: (cambio: Partial<StatoSpesa>) => string;
}

export function Periodi({ spesa, hrefOf }: Pick<Contenuto, 'spesa' | 'hrefOf'>) {
  return (
    <Segmenti
      etichetta="Anno"
      voci={[...spesa.periodi].map((periodo) => ({
        testo: periodo === spesa.ciclo ? 'Tutto il ciclo' : periodo,
        href: hrefOf({ periodo }),
        scelto: periodo === spesa.periodo,
      }))}
    />
  );
}

export const quando = (periodo: string) => describePeriodo(periodo, '');

/** The figure of all the money of a period: its notes and its source are those of the whole chart. */
export function findIntera(osservazioni: DatiSpesa['osservazioni'], periodo: string) {
  return osservazioni.find(
    (o) => o.indicatore === 'programmato' && o.periodo === periodo && Object.keys(o.dimensioni).length === 0,
  );
}

export function describeVoce({ nome, residuo, annualita }: VoceFondo): string {
  const anni = annualita ? ` ${annualita}` : '';
  return residuo ? `Residui ${nome}${anni}` : `${nome}${anni}`;
}
