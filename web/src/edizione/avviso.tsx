/** Over every page of an edizione that was asked for by its number, on paper too: which one it is, and the way to the current one. */
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { Icona } from '../componenti/icona.tsx';
import { indirizzi, writeRicerca } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { type Atto, tellAtto } from '../serie/edizioni.ts';
import { EDIZIONI } from '../serie/luoghi.ts';
import { VistaAttuale } from './vista-attuale.tsx';

interface Proprieta {
  /** As it was with that edizione. */
  readonly ambito: AmbitoDto;
  /** The edizioni that are known, the latest first. */
  readonly atti: readonly Atto[];
}

export function Avviso({ ambito, atti }: Proprieta) {
  const { percorso, ricerca } = usePosizione();
  const { edizione } = ambito;
  const i = atti.findIndex((uno) => uno.edizione === edizione);
  const atto = atti[i];
  const [ultimo] = atti;
  const seguito = i > 0 ? atti[i - 1] : undefined;
  // What was found by searching, or chosen from a list, may be a page of another ambito, or of none.
  if (ricerca.edizione === undefined) return null;
  return (
    <aside className={`pagina edizione-avviso${seguito ? ' edizione-passata' : ''}`} aria-label="Edizione dei dati">
      {/* Who looks for a figure finds the current one: that of then is for who was given its address. */}
      <meta name="robots" content="noindex" />
      <Icona nome={seguito ? 'avviso' : 'origine'} />
      <div>
        <p className="edizione-quale">
          {seguito
            ? `Stai leggendo l’edizione ${formatNumero(edizione)} dei dati, com’era: non è quella attuale.`
            : `Stai leggendo l’edizione ${formatNumero(edizione)} dei dati: è quella attuale.`}
        </p>
        <p>
          {atto && `È del ${formatData(atto.quando)}. ${tellAtto(atto, atti[i + 1])}. `}
          {seguito && ultimo
            ? tellSeguito(seguito, ultimo)
            : 'Questo indirizzo la mostrerà così anche quando ne uscirà un’altra.'}
        </p>
        <p className="solo-stampa minuto">
          {globalThis.location?.origin}
          {percorso}
          {writeRicerca(ricerca)}
        </p>
        <p className="edizione-vie solo-schermo">
          <VistaAttuale>{seguito ? 'Vedi i dati di oggi' : 'Vedi la pagina sempre aggiornata'}</VistaAttuale>
          <a href={`${indirizzi.dati(ambito.id)}#${EDIZIONI}`}>Tutte le edizioni</a>
        </p>
      </div>
    </aside>
  );
}

function tellSeguito(seguito: Atto, ultimo: Atto): string {
  const fine = `È stata l’ultima fino al ${formatData(seguito.quando)}`;
  if (seguito === ultimo) return `${fine}, quando è uscita la ${formatNumero(ultimo.edizione)}.`;
  return `${fine}; oggi l’ultima è la ${formatNumero(ultimo.edizione)}, del ${formatData(ultimo.quando)}.`;
}
