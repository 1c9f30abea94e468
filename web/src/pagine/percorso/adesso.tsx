import { LinkScarica } from '../../componenti/comandi.tsx';
import { useOggi } from '../../componenti/oggi.ts';
import { indirizziApi } from '../../indirizzi.ts';
import { countOf } from '../../serie/parole.ts';
import { type EventoDto, findMomento, tellMomento } from '../../serie/percorso.ts';

/** What is next is known only once the page is on a screen that has a clock: the room for it is there before. */
export function Adesso({ ambito, ciclo, eventi }: { ambito: string; ciclo: string; eventi: readonly EventoDto[] }) {
  const oggi = useOggi();
  const conData = eventi.filter(({ data }) => data !== null).length;
  const senza = eventi.length - conData;
  return (
    <section className="percorso-adesso" aria-labelledby="adesso">
      <h2 id="adesso">Che cosa viene dopo</h2>
      <p className="percorso-prossimo">{oggi === null ? '' : tellMomento(findMomento(eventi, oggi))}</p>
      {conData > 0 && (
        <div className="azioni solo-schermo">
          <LinkScarica href={indirizziApi.calendarioIcs(ambito, ciclo)}>
            Metti le date nella tua agenda (.ics)
          </LinkScarica>
          {senza > 0 && (
            <span className="minuto">
              {senza === 1
                ? 'Manca un appuntamento di cui i documenti non dicono la data.'
                : `Mancano ${countOf(senza, 'appuntamento', 'appuntamenti')} di cui i documenti non dicono la data.`}
            </span>
          )}
        </div>
      )}
    </section>
  );
}
