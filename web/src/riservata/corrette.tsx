/** What was said of the reading by hand: in sight, with where it comes from and the way to take it all back. */
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { usePosizione } from '../navigazione.tsx';
import { Bottone } from './bottone.tsx';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { useRileggi } from './rileggi.ts';
import type { Riprese } from './riprese.ts';

const DA_PRIMA: Readonly<Record<Riprese, string>> = {
  tutte: 'Le correzioni fatte sul file di prima valgono anche per questo: l’intestazione è la stessa.',
  'in-parte':
    'Questo file ha la stessa intestazione di quello di prima: le correzioni valgono ancora, salvo quelle di righe che non ci sono più com’erano.',
  nessuna:
    'Le correzioni fatte sul file di prima non valgono per questo, che è disposto in un altro modo. Se servono ancora, si ripetono qui sotto.',
};

interface Proprieta {
  readonly ambito: string;
  readonly bozza: CaricamentoDto;
  /** Whether who looks may read the file again. */
  readonly correggibile: boolean;
}

export function Corrette({ ambito, bozza, correggibile }: Proprieta) {
  const { riprese } = usePosizione().ricerca;
  const { azione, reread } = useRileggi(ambito, bozza.id);
  const { correzioni = [] } = bozza.interpretazione;
  const daPrima = isRiprese(riprese) ? DA_PRIMA[riprese] : undefined;
  if (correzioni.length === 0 && !daPrima) return null;
  return (
    <section className="scheda corrette" aria-label="Correzioni della lettura">
      {daPrima && <p>{daPrima}</p>}
      {correzioni.length > 0 && (
        <>
          <p>
            <strong>La lettura è stata corretta a mano:</strong>
          </p>
          <ul>
            {correzioni.map((correzione) => (
              <li key={correzione}>{correzione}</li>
            ))}
          </ul>
          {correggibile && <Bottone onClick={() => reread({ correzioni: '' })}>Togli le correzioni</Bottone>}
        </>
      )}
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} daSolo />}
    </section>
  );
}

function isRiprese(testo: string | undefined): testo is Riprese {
  return testo !== undefined && Object.hasOwn(DA_PRIMA, testo);
}
