import { indirizzi } from '../../indirizzi.ts';
import type { Confronto } from '../../serie/confronto.ts';
import { capitalize, describeDimensione, describePeriodo } from '../../serie/parole.ts';
import type { Scelta } from '../../serie/scelta.ts';
import type { StatoConfronto } from '../../serie/stato-confronto.ts';
import { describeUnita } from '../../serie/valore.ts';
import type { DatiConfronto } from './letture.ts';

/** What the page has read, and what its address asks of it. */
export interface DatiVista extends DatiConfronto {
  readonly stato: StatoConfronto;
  /** What the address asks for and can't be had: sentences. */
  readonly avvisi: readonly string[];
}

/** `Euro per abitante, nel triennio 2018-2020, ISTAT`: what the numbers are. */
export function describeMisura(confronto: Confronto, scelta: Scelta): string {
  const voci = [
    capitalize(describeUnita(confronto.unita)),
    confronto.periodo && describePeriodo(confronto.periodo, confronto.indicatore.id),
    ...scelta.alternative.map(({ dimensione, scelto }) => describeDimensione(dimensione, scelto)),
  ];
  return voci.filter(Boolean).join(', ');
}

/** The address of this view with something changed. */
export function hrefCon({ ambito, indicatore, stato }: DatiVista, cambio: Partial<StatoConfronto>): string {
  return indirizzi.confronto(ambito.id, { ...stato, indicatore: stato.indicatore ?? indicatore.id, ...cambio });
}
