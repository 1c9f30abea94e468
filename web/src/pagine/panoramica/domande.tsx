import type { AmbitoDto } from '../../../../functions/core/http/schemi.ts';
import { indirizzi } from '../../indirizzi.ts';
import { GRUPPI_DOMANDE } from '../../serie/domande.ts';
import { compareNomi } from '../../serie/ordine.ts';

/** Its place in the page, for the link at the top. */
export const ANCORA_DOMANDE = 'domande';

export function Domande({ ambito }: { ambito: AmbitoDto }) {
  return (
    <section className="sezione solo-schermo" aria-labelledby={ANCORA_DOMANDE}>
      <h2 id={ANCORA_DOMANDE}>Le domande più frequenti</h2>
      <div className="domande">
        {GRUPPI_DOMANDE.map(({ titolo, domande }) => (
          <div key={titolo}>
            <h3>{titolo}</h3>
            <ul>
              {domande.map(({ testo, tabelle, href }) => (
                <li key={testo}>
                  <a href={href(ambito.id)}>{testo}</a>
                  {/* Said before the step, not after it: who follows the link reads what is missing and who brings it. */}
                  {tabelle.some((tipo) => ambito.versioni[tipo] === undefined) && (
                    <span className="minuto"> mancano ancora i dati</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {/* Whoever comes for one comune looks for its name: on a phone the table that has them all is closed. */}
      <h3>Com’è un comune, in una pagina?</h3>
      <ul className="link-in-fila">
        {ambito.comuni
          .toSorted((a, b) => compareNomi(a.nome, b.nome))
          .map(({ codiceIstat, nome }) => (
            <li key={codiceIstat}>
              <a href={indirizzi.comune(ambito.id, codiceIstat)}>{nome}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}
