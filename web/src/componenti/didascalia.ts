/** What is written under a chart and around its picture: the same words wherever it stands. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import type { Didascalia } from '../grafici/disegno.ts';
import { withEdizione } from '../indirizzi.ts';
import { describeFonti, type Origine, type VersioniPerTipo } from '../serie/fonti.ts';
import { shortNome } from '../serie/parole.ts';

interface Provenienza {
  readonly ambito: Pick<AmbitoDto, 'nome' | 'edizione'>;
  readonly origine: readonly Origine[];
  readonly versioni: VersioniPerTipo;
}

/** Where it says nothing, what is missing is told by the chart itself. */
export function tellFonte({ ambito, origine, versioni }: Provenienza): string {
  const fonte = describeFonti(origine, versioni);
  return `${fonte ? `Fonte: ${fonte}` : 'Nessuna tabella pubblicata lo riporta'}. Edizione ${formatNumero(ambito.edizione)} dei dati.`;
}

interface Grafico extends Provenienza {
  readonly titolo: string;
  readonly misura: string;
}

/** @param indirizzo of the view: a picture goes where its page does not, and leads back to the figures that it shows */
export function captionOf(grafico: Grafico, indirizzo: string): Didascalia {
  const { ambito, titolo, misura } = grafico;
  return {
    titolo,
    misura: `Ambito di ${shortNome(ambito.nome)}. ${misura}`,
    fonte: tellFonte(grafico),
    indirizzo: withEdizione(indirizzo, ambito.edizione),
  };
}
