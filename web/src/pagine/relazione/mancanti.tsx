import { indirizzi } from '../../indirizzi.ts';
import { countOf, joinNomi } from '../../serie/parole.ts';
import type { Sommario } from '../../serie/relazione.ts';

export const MANCANTI = { id: 'mancanti', titolo: 'Che cosa non si può ancora raccontare' };

interface ProprietaMancanti {
  readonly numero: number;
  readonly mancanti: Sommario['mancanti'];
  readonly ambito: string;
}

export function Mancanti({ numero, mancanti, ambito }: ProprietaMancanti) {
  return (
    <section className="capitolo" aria-labelledby={MANCANTI.id}>
      <h2 id={MANCANTI.id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {MANCANTI.titolo}
      </h2>
      <div className="capitolo-testo">
        <p>
          Di {countOf(mancanti.length, 'capitolo', 'capitoli')} mancano i dati: nessun documento pubblicato li porta, e
          quello che manca non si stima. Li porta l’Ufficio di Piano dell’ambito con le tabelle che ha già.
        </p>
      </div>
      <ul className="mancanze">
        {mancanti.map(({ titolo, tabelle }) => (
          <li key={titolo}>
            <h3>{titolo}</h3>
            <p>
              {tabelle.length === 1 ? 'Serve la tabella' : 'Servono le tabelle'}: {joinNomi(tabelle, 5)}.
            </p>
          </li>
        ))}
      </ul>
      <p className="solo-schermo">
        <a href={indirizzi.dati(ambito)}>Le tabelle che ci sono, e i modelli di quelle che mancano</a>
      </p>
    </section>
  );
}
