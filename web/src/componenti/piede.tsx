import { indirizzi, indirizziApi } from '../indirizzi.ts';

export function Piede() {
  return (
    <footer className="piede solo-schermo">
      <div className="pagina piede-riga">
        <p>Le cifre vengono dai documenti pubblici citati accanto a ognuna. Nessun valore mancante è stimato.</p>
        <nav aria-label="Informazioni sul sito">
          <ul>
            <li>
              <a href={indirizziApi.documentazione()}>API</a>
            </li>
            <li>
              <a href={indirizzi.riservata()}>Area riservata</a>
            </li>
            <li>
              <a href={indirizzi.accessibilita()}>Accessibilità</a>
            </li>
            <li>
              <a href={indirizzi.privacy()}>Privacy</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
