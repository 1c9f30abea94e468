import { DOMANDE } from '../../serie/domande.ts';

/** Its place in the page, for the link at the top. */
export const ANCORA_DOMANDE = 'domande';

export function Domande({ ambito }: { ambito: string }) {
  return (
    <section className="sezione solo-schermo" aria-labelledby={ANCORA_DOMANDE}>
      <h2 id={ANCORA_DOMANDE}>Le domande più frequenti</h2>
      <ul className="domande">
        {DOMANDE.map(({ testo, href }) => (
          <li key={testo}>
            <a href={href(ambito)}>{testo}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
