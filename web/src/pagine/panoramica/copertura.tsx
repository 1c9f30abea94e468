import { Mancanze } from '../../componenti/mancanze.tsx';
import { indirizzi } from '../../indirizzi.ts';
import type { Materia } from '../../serie/lettore.ts';
import { buildCopertura } from '../../serie/mancanze.ts';
import { capitalize, countOf, joinNomi } from '../../serie/parole.ts';
import type { DatiPanoramica } from './letture.ts';

/** What is there, what isn't, what each missing table would let one know, and who would bring it. */
export function CoperturaTabelle({ materia, tipi }: { materia: Materia; tipi: DatiPanoramica['tipi'] }) {
  const { ambito, catalogo } = materia;
  const { presenti, mancanti } = buildCopertura(ambito, tipi, catalogo);
  return (
    <section className="sezione" aria-labelledby="copertura">
      <h2 id="copertura">Che cosa c’è e che cosa manca</h2>
      <p>
        {presenti.length === 0
          ? 'Non è ancora stata pubblicata nessuna tabella.'
          : `${capitalize(countOf(presenti.length, 'tabella pubblicata', 'tabelle pubblicate'))}: ${joinNomi(
              presenti.map(({ titolo }) => titolo.toLocaleLowerCase('it')),
              20,
            )}.`}{' '}
        <a className="solo-schermo" href={indirizzi.dati(ambito.id)}>
          Vedi tabelle, versioni e file originali
        </a>
      </p>
      {mancanti.length === 0 ? (
        <p>Ci sono tutte le tabelle che l’osservatorio sa leggere.</p>
      ) : (
        <>
          <h3 className="copertura-mancanti">
            {capitalize(countOf(mancanti.length, 'tabella non è ancora arrivata', 'tabelle non sono ancora arrivate'))}
          </h3>
          <p>
            Finché non arrivano, le cifre che ne dipendono restano mancanti e nessuna è stimata. Le porta l’Ufficio di
            Piano dell’ambito, caricando i file che ha già, in CSV o Excel (.xlsx).
          </p>
          <Mancanze mancanti={mancanti} livello={4} />
        </>
      )}
    </section>
  );
}
