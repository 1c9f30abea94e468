/** A figure as one quotes it: whose it is, when, how much, and where the reader of the quotation finds it again. */
import type { SpiegazioneDto } from '../../../functions/core/http/schemi.ts';
import { shortDocumento } from './fonti.ts';

interface Materia {
  /** As it is read: `27.205,90 €`. */
  readonly valore: string;
  readonly titolo: string;
  /** Of whom: a comune or the ambito, by its name. */
  readonly nome: string;
  readonly quando: string;
  readonly fonti: SpiegazioneDto['fonti'];
  readonly edizione: number;
  readonly indirizzo: string;
}

/** `Cofinanziamento minimo, Supersano, nel 2022, in denaro: 27.205,90 €. Fonte: …; Osservatorio del Piano di Zona, edizione 2 dei dati, https://…` */
export function writeCitazione({ valore, titolo, nome, quando, fonti, edizione, indirizzo }: Materia): string {
  const documenti = [...new Set(fonti.map(({ fonte }) => shortDocumento(fonte.documento)))];
  return `${titolo}, ${nome}, ${quando}: ${valore}. Fonte: ${[...documenti, `Osservatorio del Piano di Zona, edizione ${edizione} dei dati`].join('; ')}, ${indirizzo}`;
}
