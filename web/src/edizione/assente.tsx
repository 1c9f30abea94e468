/** In the place of a page, where the edizione that was asked for is not there or cannot be read: never the figures of another one. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { Errore } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { EDIZIONI } from '../serie/luoghi.ts';
import { shortNome } from '../serie/parole.ts';
import { VistaAttuale } from './vista-attuale.tsx';

/** Of what is written in an address, this much is said back. */
const MASSIMO = 20;
const tellChiesta = (chiesta: string): string => (chiesta.length > MASSIMO ? `${chiesta.slice(0, MASSIMO)}…` : chiesta);

interface Proprieta {
  /** The edizione, as the address has it. */
  readonly chiesta: string;
  readonly ambito: AmbitoDto;
  /** Number of the latest; 0 where nothing has been published. */
  readonly ultima: number;
}

export function EdizioneAssente({ chiesta, ambito, ultima }: Proprieta) {
  return (
    <div className="pagina pagina-testo">
      <meta name="robots" content="noindex" />
      <TestaPagina
        briciole={listBriciole(ambito, 'Edizione')}
        titolo="Questa edizione dei dati non c’è"
        risposta={`L’indirizzo chiede l’edizione «${tellChiesta(chiesta)}». ${tellQuali(ambito, ultima)}`}
      />
      <p>
        <VistaAttuale className="btn btn-primary">Vai a questa pagina con i dati di oggi</VistaAttuale>
      </p>
      {ultima > 0 && (
        <p>
          <a href={`${indirizzi.dati(ambito.id)}#${EDIZIONI}`}>
            Vedi tutte le edizioni, con quello che è stato pubblicato
          </a>
        </p>
      )}
    </div>
  );
}

function tellQuali({ nome }: AmbitoDto, ultima: number): string {
  const chi = `L’ambito di ${shortNome(nome)}`;
  if (ultima === 0) return `${chi} non ha ancora pubblicato dati.`;
  if (ultima === 1) return `${chi} ne ha una sola, la 1.`;
  return `Quelle dell’ambito di ${shortNome(nome)} vanno dalla 1 alla ${formatNumero(ultima)}.`;
}

export function EdizioneNonLetta({ chiesta, errore }: { chiesta: string; errore: unknown }) {
  return (
    <div className="pagina pagina-testo">
      <TestaPagina
        titolo={`L’edizione ${tellChiesta(chiesta)} ora non si può leggere`}
        titoloBreve="Edizione dei dati"
        risposta="Le edizioni passate si chiedono al servizio, che in questo momento non risponde. I dati di oggi si leggono lo stesso: possono avere altre cifre."
      />
      <Errore errore={errore} onRiprova={() => window.location.reload()} />
      <p>
        <VistaAttuale>Vai a questa pagina con i dati di oggi</VistaAttuale>
      </p>
    </div>
  );
}
