/** An amount that a table states as it is: it leads to the file it was read from. */
import { formatNumero } from '../../../../functions/core/formato.ts';
import { indirizziApi } from '../../indirizzi.ts';

interface Proprieta {
  readonly cent: number;
  readonly ambito: string;
  readonly origine: {
    readonly tipo: 'fondi' | 'rendiconto';
    readonly versione: number;
    readonly parte: string;
    readonly riga: number;
  };
}

export function CifraRiga({ cent, ambito, origine: { riga, ...originale } }: Proprieta) {
  return (
    <a
      className="cifra"
      href={indirizziApi.originale(ambito, originale)}
      title={`Scarica il file originale: riga ${riga}`}
      download
    >
      {formatNumero(cent / 100, 2)}
      <span className="solo-lettori">: file originale, riga {riga}</span>
    </a>
  );
}
