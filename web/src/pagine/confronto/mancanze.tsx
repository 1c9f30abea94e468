/** What cannot be compared yet: figures that the documents give of the ambito alone, tables that nobody has brought. */
import { indirizzi } from '../../indirizzi.ts';
import type { Insieme } from '../../serie/insieme.ts';
import { buildCopertura } from '../../serie/mancanze.ts';
import { joinNomi, nameNumero } from '../../serie/parole.ts';
import type { DatiVista } from './stato.ts';

export function Mancanze({ dati, senzaComuni }: { dati: DatiVista; senzaComuni: Insieme['senzaComuni'] }) {
  const { ambito, catalogo, tipi } = dati;
  const tabelle = buildCopertura(ambito, tipi, catalogo).mancanti.filter(({ indicatori }) => indicatori.length > 0);
  if (senzaComuni.length === 0 && tabelle.length === 0) return null;
  const motivi = [...new Set(senzaComuni.map(({ motivo }) => motivo))];
  return (
    <section className="sezione" aria-labelledby="mancanze">
      <h2 id="mancanze">Che cosa non si può ancora confrontare</h2>
      {senzaComuni.length > 0 && (
        <>
          <p>
            {senzaComuni.length === 1 ? 'Di un indicatore' : `Di ${nameNumero(senzaComuni.length)} indicatori`} i
            documenti pubblicati non danno il valore dei singoli comuni.
          </p>
          <ul className="mancanze-elenco">
            {motivi.map((motivo) => (
              <li key={motivo}>
                {joinNomi(
                  senzaComuni.filter((uno) => uno.motivo === motivo).map(({ indicatore }) => indicatore.titolo),
                  40,
                )}
                . <span className="minuto">{motivo}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {tabelle.length > 0 && (
        <>
          <p>
            {tabelle.length === 1 ? 'Manca una tabella' : `Mancano ${nameNumero(tabelle.length)} tabelle`}. Le porta
            l’Ufficio di Piano, <a href={indirizzi.dati(ambito.id)}>coi modelli che si scaricano da qui</a>; finché non
            arrivano, niente si stima.
          </p>
          <ul className="mancanze-elenco">
            {tabelle.map(({ tipo, indicatori }) => (
              <li key={tipo.id}>
                <strong>{tipo.titolo}</strong>: {joinNomi(indicatori, 40)}.
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
