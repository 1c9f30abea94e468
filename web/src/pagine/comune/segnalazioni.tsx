import { formatNumero } from '../../../../functions/core/formato.ts';
import { indirizzi } from '../../indirizzi.ts';
import { countOf } from '../../serie/parole.ts';
import type { DatiComune } from './letture.ts';

/** As many as stay readable on the sheet; the others are one step away. */
const SEGNALAZIONI_MASSIME = 4;

export function Segnalazioni({ ambito, comune, qualita }: DatiComune) {
  const sue = qualita.segnalazioni
    .filter((s) => s.comune === comune.codiceIstat)
    .toSorted((a, b) => Number(a.gravita === 'nota') - Number(b.gravita === 'nota'));
  const viste = sue.slice(0, SEGNALAZIONI_MASSIME);
  return (
    <section className="comune-segnalazioni" aria-labelledby="segnalazioni">
      <h2 id="segnalazioni">
        {sue.length === 0
          ? 'Nessuna segnalazione per questo comune'
          : `${sue.length === 1 ? 'Una cifra' : `${formatNumero(sue.length)} cifre`} da guardare`}
      </h2>
      {sue.length === 0 ? (
        <p>Nelle tabelle pubblicate nessuna cifra di {comune.nome} contraddice le altre.</p>
      ) : (
        <ul>
          {viste.map((s) => (
            <li key={`${s.codice}${s.tipo}${s.parte}${s.riga}:${s.colonna}`}>{s.messaggio}</li>
          ))}
        </ul>
      )}
      {sue.length > 0 && (
        <p className="solo-schermo">
          <a href={indirizzi.qualita(ambito.id, { comune: comune.codiceIstat })}>
            {sue.length > viste.length
              ? `Leggi anche ${countOf(sue.length - viste.length, 'altra', 'altre')}`
              : 'Perché conta, e dove sta nel documento'}
          </a>
        </p>
      )}
    </section>
  );
}
