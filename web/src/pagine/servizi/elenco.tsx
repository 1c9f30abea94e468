import { Ripiego } from '../../componenti/ripiego.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { CATEGORIE_BISOGNO } from '../../serie/bisogni.ts';
import { DOVE_CHIEDERE, ELENCO } from '../../serie/luoghi.ts';
import { capitalize, countOf } from '../../serie/parole.ts';
import { findServizi } from '../../serie/ricerca-servizi.ts';
import type { CartaServizi, Servizio } from '../../serie/servizi.ts';
import { isScelto, type StatoServizi } from '../../serie/stato-servizi.ts';
import { type ConOrigine, UnServizio } from './un-servizio.tsx';

export function Elenco({ ambito, carta, versioni, stato }: ConOrigine & { carta: CartaServizi; stato: StatoServizi }) {
  const { servizi, parziale } = findServizi(carta.servizi, stato);
  const scelto = isScelto(stato);
  const gruppi = scelto
    ? [{ id: 'trovati', titolo: null, servizi }]
    : CATEGORIE_BISOGNO.map((categoria) => ({
        ...categoria,
        servizi: servizi.filter(({ bisogni }) => bisogni[0] === categoria.id),
      }))
        .filter((gruppo) => gruppo.servizi.length > 0)
        // How offices work together helps nobody today: last.
        .toSorted((a, b) => Number(a.id === 'organizzazione') - Number(b.id === 'organizzazione'));
  return (
    <section aria-labelledby={ELENCO}>
      <div className="servizi-esito">
        <h2 id={ELENCO}>
          <span role="status">{tellTrovati(servizi.length, { scelto, parziale, stato })}</span>
        </h2>
        {scelto && (
          <a className="solo-schermo" href={indirizzi.servizi(ambito)}>
            Vedi tutti i servizi
          </a>
        )}
      </div>
      {servizi.length === 0 && (
        <Vuoto titolo="Prova con altre parole, o con meno scelte">
          <p>
            La ricerca guarda i nomi dei servizi e a chi sono rivolti, come il piano li scrive. Se non trovi quello che
            ti serve, non vuol dire che non ci sia: chiedi al servizio sociale del tuo comune (
            <a href={`#${DOVE_CHIEDERE}`}>dove chiedere</a>).
          </p>
        </Vuoto>
      )}
      {gruppi.map((gruppo) => (
        <div key={gruppo.id} className="servizi-gruppo">
          {gruppo.titolo !== null && <h3>{gruppo.titolo}</h3>}
          {gruppo.titolo === null ? (
            <Lista servizi={gruppo.servizi} ambito={ambito} versioni={versioni} Titolo="h3" />
          ) : (
            <Ripiego sommario={tellQuanti(gruppo.servizi.length)}>
              <Lista servizi={gruppo.servizi} ambito={ambito} versioni={versioni} Titolo="h4" />
            </Ripiego>
          )}
        </div>
      ))}
      {servizi.length > 0 && (
        <p className="scheda-note">
          Bisogni ed età vengono dalle parole con cui il piano descrive ogni servizio: un servizio può stare in più
          d’uno. Il costo viene dai due elenchi del piano, quello dei servizi gratuiti e quello dei servizi «con accesso
          differenziato per fasce di reddito e/o con partecipazione al costo»: dove nessuno dei due nomina il servizio,
          il costo non è indicato.
        </p>
      )}
    </section>
  );
}

function Lista({
  servizi,
  ambito,
  versioni,
  Titolo,
}: ConOrigine & { servizi: readonly Servizio[]; Titolo: 'h3' | 'h4' }) {
  return (
    <ul className="servizi-elenco">
      {servizi.map((servizio) => (
        <li key={servizio.id}>
          <UnServizio servizio={servizio} ambito={ambito} versioni={versioni} Titolo={Titolo} />
        </li>
      ))}
    </ul>
  );
}

const tellQuanti = (quanti: number) => (quanti === 1 ? '1 servizio' : `${quanti} servizi`);

function tellTrovati(
  quanti: number,
  { scelto, parziale, stato }: { scelto: boolean; parziale: boolean; stato: StatoServizi },
): string {
  if (!scelto) return 'Tutti i servizi, per bisogno';
  if (stato.servizio !== '')
    return quanti === 0 ? 'Questo servizio non è più nell’elenco' : 'Il servizio che hai scelto';
  const per = stato.testo === '' ? '' : ` per «${stato.testo}»`;
  if (quanti === 0) return `Nessun servizio${per}`;
  if (parziale) return `Nessun servizio ha tutte le parole di «${stato.testo}»: questi sono i più vicini`;
  const trovati =
    stato.accesso === 'gratuito'
      ? countOf(quanti, 'servizio gratuito', 'servizi gratuiti')
      : countOf(quanti, 'servizio', 'servizi');
  return capitalize(trovati) + per;
}
