import { indirizzi } from '../../indirizzi.ts';

interface Domanda {
  readonly domanda: string;
  readonly per: string;
  readonly href: (ambito: string) => string;
}

const DOMANDE: readonly Domanda[] = [
  {
    domanda: 'Da dove viene il denaro, e dove va?',
    per: 'La spesa: fondi, interventi, impegni e residui.',
    href: (ambito) => indirizzi.spesa(ambito),
  },
  {
    domanda: 'Quanto mette ogni comune nel Piano di Zona?',
    per: 'Il cofinanziamento: quota minima, versato, differenze.',
    href: (ambito) => indirizzi.cofinanziamento(ambito),
  },
  {
    domanda: 'Quali livelli essenziali hanno denaro, e quali no?',
    per: 'Interventi, assistenti sociali, posti nei nidi.',
    href: (ambito) => indirizzi.leps(ambito),
  },
  {
    domanda: 'Quali servizi ci sono, e per chi?',
    per: 'Per bisogno e per età, gratuiti o con un contributo.',
    href: (ambito) => indirizzi.servizi(ambito),
  },
  {
    domanda: 'Come stanno le persone e i servizi?',
    per: 'La Relazione Sociale, da leggere o da stampare.',
    href: (ambito) => indirizzi.relazione(ambito),
  },
  {
    domanda: 'A che punto è il percorso che porta al Piano di Zona?',
    per: 'Incontri, scadenze e atti, da mettere in agenda.',
    href: (ambito) => indirizzi.percorso(ambito),
  },
];

export function Risposte({ ambito }: { ambito: string }) {
  return (
    <section className="sezione solo-schermo" aria-labelledby="risposte">
      <h2 id="risposte">Le altre domande, una pagina per ognuna</h2>
      <ul className="risposte">
        {DOMANDE.map(({ domanda, per, href }) => (
          <li key={domanda}>
            <h3>
              <a href={href(ambito)}>{domanda}</a>
            </h3>
            <p>{per}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
