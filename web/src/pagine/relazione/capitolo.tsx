import { DaDove } from '../../componenti/cifra.tsx';
import { buildCapitolo, type Capitolo, type CapitoloNominato } from '../../serie/relazione.ts';
import { FiguraCapitolo } from './figura.tsx';
import type { DatiRelazione } from './letture.ts';
import { TavolaCapitolo } from './tavola.tsx';

export interface ProprietaCapitolo {
  readonly capitolo: Capitolo;
  readonly materia: DatiRelazione['materia'];
}

interface Proprieta {
  readonly nominato: CapitoloNominato;
  readonly materia: DatiRelazione['materia'];
}

export function UnCapitolo({ nominato, materia }: Proprieta) {
  const capitolo = buildCapitolo(materia, nominato);
  const { id, numero, titolo, frasi, figure, grafico, colonne } = capitolo;
  return (
    <section className="capitolo" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {titolo}
      </h2>
      <div className="capitolo-testo">
        {frasi.map((frase, i) => (
          <p key={frase}>
            {frase}
            {i === frasi.length - 1 && <DaDove figure={figure} />}
          </p>
        ))}
      </div>
      <div className={colonne.length === 1 || colonne.length === 2 ? 'capitolo-affiancato' : undefined}>
        {grafico && <FiguraCapitolo id={id} grafico={grafico} materia={materia} />}
        <TavolaCapitolo capitolo={capitolo} materia={materia} />
      </div>
    </section>
  );
}
