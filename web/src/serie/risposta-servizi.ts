/** What the page of services says in sentences: how many there are, what they cost, who holds them, where one asks. */
import type { ModoAccesso } from './accesso-servizi.ts';
import { countOf } from './parole.ts';
import type { CartaServizi, Servizio } from './servizi.ts';

/** Where one goes to ask: the doors that the plan describes, not how offices work behind them. */
export function listPorte(servizi: readonly Servizio[]): Servizio[] {
  return servizi.filter(
    ({ nome, bisogni }) => bisogni[0] === 'orientamento' && /segretariato|servizio sociale professionale/i.test(nome),
  );
}

/** Who holds the services: told once, since where a plan says it, it says it of all of them. */
export function tellTitolari({ ciclo, servizi, passato }: CartaServizi): string {
  const listTitolari = (elenco: readonly { readonly titolare: string | null }[]) => [
    ...new Set(elenco.flatMap(({ titolare }) => titolare ?? [])),
  ];
  const attuali = listTitolari(servizi);
  if (attuali.length > 0) return `Nel Piano ${ciclo} ne è titolare: ${attuali.join('; ')}.`;
  const prima = passato === null ? [] : listTitolari(passato.servizi);
  const oggi = `Le tabelle del Piano ${ciclo} non scrivono chi è titolare di ogni servizio, né se lo gestisce da sé o lo affida ad altri.`;
  return prima.length === 0
    ? oggi
    : `${oggi} Nel ciclo ${passato?.ciclo} il titolare indicato era: ${prima.join('; ')}.`;
}

/** The answer to `Quali servizi ci sono, e per chi?`. */
export function buildRispostaServizi({ ciclo, servizi }: Pick<CartaServizi, 'ciclo' | 'servizi'>): string {
  if (ciclo === null) return 'Per questo ambito non è ancora stata pubblicata la tabella dei servizi.';
  const quanti = (modo: ModoAccesso | null) => servizi.filter(({ accesso }) => (accesso?.modo ?? null) === modo).length;
  const frasi = [
    tellQuanti(quanti('gratuito'), 'è gratuito', 'sono gratuiti'),
    tellQuanti(quanti('compartecipazione'), 'può chiedere una parte del costo', 'possono chiedere una parte del costo'),
  ];
  const ignoti = quanti(null);
  const resto = ignoti === 0 ? '' : `; ${ignoti === 1 ? 'di uno' : `di ${ignoti}`} il piano non dice il costo`;
  return `Il Piano di Zona ${ciclo} nomina ${countOf(servizi.length, 'servizio', 'servizi')}: ${frasi.join(', ')}${resto}.`;
}

function tellQuanti(n: number, singolare: string, plurale: string): string {
  if (n === 0) return `nessuno ${singolare}`;
  return n === 1 ? `uno ${singolare}` : countOf(n, singolare, plurale);
}
