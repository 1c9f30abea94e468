/** The tables that have never come, each with what it would let one know. */
import type { TabellaMancante } from '../serie/mancanze.ts';
import { joinNomi } from '../serie/parole.ts';

/** @param livello of each table's heading */
export function Mancanze({ mancanti, livello }: { mancanti: readonly TabellaMancante[]; livello: 3 | 4 }) {
  const Titolo = livello === 3 ? 'h3' : 'h4';
  return (
    <ul className="mancanze">
      {mancanti.map(({ tipo, indicatori }) => (
        <li key={tipo.id}>
          <Titolo>{tipo.titolo}</Titolo>
          <p>
            {indicatori.length > 0
              ? `Farebbe conoscere: ${joinNomi(indicatori, 4).toLocaleLowerCase('it')}.`
              : tipo.descrizione}
          </p>
        </li>
      ))}
    </ul>
  );
}
