/** What stands around the list: where one asks, what no scheda describes, what there was before. */
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { DOVE_CHIEDERE, TITOLARI } from '../../serie/luoghi.ts';
import { countOf } from '../../serie/parole.ts';
import { listPorte, tellTitolari } from '../../serie/risposta-servizi.ts';
import type { CartaServizi } from '../../serie/servizi.ts';

export function DoveChiedere({ ambito, carta }: { ambito: string; carta: CartaServizi }) {
  const porte = listPorte(carta.servizi);
  return (
    <section className="sezione" aria-labelledby={DOVE_CHIEDERE}>
      <h2 id={DOVE_CHIEDERE}>Dove chiedere</h2>
      <p>
        In ogni ambito la legge vuole un servizio sociale professionale e un segretariato sociale, che informa e
        consiglia le persone e le famiglie (L. 328/2000, art. 22, c. 4).
        {porte.length > 0 && ' Nel piano si chiamano:'}
      </p>
      {porte.length > 0 && (
        <ul>
          {porte.map(({ id, nome }) => (
            <li key={id}>
              <a href={indirizzi.servizi(ambito, { servizio: id })}>{nome}</a>
            </li>
          ))}
        </ul>
      )}
      <p>Indirizzi, telefoni e orari non sono nelle tabelle pubblicate: si chiedono al proprio comune.</p>
      <h3 id={TITOLARI} className="servizi-titolari">
        Chi gestisce i servizi
      </h3>
      <p>{tellTitolari(carta)}</p>
    </section>
  );
}

export function SenzaScheda({ carta }: { carta: CartaServizi }) {
  const nominati = carta.senzaScheda.filter(({ voci }) => voci.length > 0);
  const vuoti = carta.senzaScheda.filter(({ voci }) => voci.length === 0);
  if (carta.senzaScheda.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="senza-scheda">
      <h2 id="senza-scheda">Nominati, ma senza una scheda</h2>
      <p>
        Il quadro sinottico, cioè la tabella che riassume tutti gli interventi del piano, ne nomina{' '}
        {carta.senzaScheda.length === 1 ? 'uno' : countOf(carta.senzaScheda.length, '', '').trim()} che nessuna scheda
        descrive.
      </p>
      <Ripiego sommario="Vedi quali">
        <ul>
          {nominati.map(({ intervento, titolo, voci }) => (
            <li key={intervento}>
              {voci.join('; ')}{' '}
              <span className="minuto">
                ({intervento}, {titolo})
              </span>
            </li>
          ))}
        </ul>
        {vuoti.length > 0 && (
          <p>
            Di {vuoti.length === 1 ? 'uno' : countOf(vuoti.length, '', '').trim()} il quadro ha il solo titolo, senza
            nulla di previsto: {vuoti.map(({ intervento, titolo }) => `${titolo} (${intervento})`).join('; ')}.
          </p>
        )}
      </Ripiego>
    </section>
  );
}

export function Passato({ carta }: { carta: CartaServizi }) {
  const { passato } = carta;
  if (passato === null) return null;
  const quanti = (attivo: 'SI' | 'NO' | null) => passato.servizi.filter((uno) => uno.attivo === attivo).length;
  const ignoti = quanti(null);
  return (
    <section className="sezione" aria-labelledby="passato">
      <h2 id="passato">Che cosa c’era nel {passato.ciclo}</h2>
      <p>
        Su {passato.servizi.length} servizi, il piano ne dice attivi {quanti('SI')} e non attivi {quanti('NO')}
        {ignoti > 0 && `; di ${ignoti === 1 ? 'uno' : ignoti} non lo scrive`}. I nomi sono diversi da quelli di oggi, e
        il documento non dice quale corrisponde a quale.
      </p>
      <details className="servizio-origine solo-schermo">
        <summary>Vedi i {passato.servizi.length} servizi</summary>
        <Tabella
          didascalia={`Servizi del ciclo ${passato.ciclo}`}
          testa="Servizio"
          colonne={[
            { chiave: 'attivo', titolo: 'Attivo', etichetta: 'Attivo' },
            { chiave: 'titolare', titolo: 'Titolare', etichetta: 'Titolare' },
          ]}
          righe={passato.servizi.map(({ nome, attivo, titolare }) => ({
            chiave: nome,
            testa: nome,
            celle: [attivo === null ? 'non indicato' : { SI: 'sì', NO: 'no' }[attivo], titolare ?? 'non indicato'],
          }))}
        />
      </details>
    </section>
  );
}
