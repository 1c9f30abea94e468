import { indirizzi } from '../../indirizzi.ts';

interface Domanda {
  readonly titolo: string;
  readonly domanda: string;
  readonly per: string;
  readonly href: (ambito: string) => string;
}

const DOMANDE: readonly Domanda[] = [
  {
    titolo: 'Spesa',
    domanda: 'Da dove viene il denaro, e dove va?',
    per: 'Fondi, aree, interventi; programmato, impegnato, residuo.',
    href: (ambito) => indirizzi.spesa(ambito),
  },
  {
    titolo: 'Cofinanziamento',
    domanda: 'Quanto mette ogni comune nel Piano di Zona?',
    per: 'Quota minima, versato, differenze; e come cambierebbero con altri numeri.',
    href: (ambito) => indirizzi.cofinanziamento(ambito),
  },
  {
    titolo: 'Livelli essenziali',
    domanda: 'Quali livelli essenziali hanno denaro, e quali no?',
    per: 'Interventi e livelli, anno per anno; assistenti sociali e posti nei nidi.',
    href: (ambito) => indirizzi.leps(ambito),
  },
  {
    titolo: 'Servizi',
    domanda: 'Quali servizi ci sono, e per chi?',
    per: 'Per bisogno e per età, gratuiti o con un contributo.',
    href: (ambito) => indirizzi.servizi(ambito),
  },
  {
    titolo: 'Relazione Sociale',
    domanda: 'Come stanno le persone e i servizi?',
    per: 'La relazione dell’anno, da leggere o da stampare.',
    href: (ambito) => indirizzi.relazione(ambito),
  },
  {
    titolo: 'Percorso',
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
        {DOMANDE.map(({ titolo, domanda, per, href }) => (
          <li key={titolo}>
            <h3>
              <a href={href(ambito)}>{domanda}</a>
            </h3>
            <p>
              <strong>{titolo}.</strong> {per}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
