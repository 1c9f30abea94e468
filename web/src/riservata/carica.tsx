/** From a file on somebody's desk to a draft: the page around the form. */
import { useCallback } from 'react';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { usePosizione } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import { Modulo } from './modulo.tsx';
import { readCarica } from './partenza.ts';
import { type ProprietaVista, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';

export function CaricaVista({ ambito, ruolo }: ProprietaVista) {
  const dipendenze = useScrivania();
  const { tipo, parte, da } = usePosizione().ricerca;
  const [lettura, rileggi] = useLettura(
    useCallback(() => readCarica(dipendenze, ambito, da), [dipendenze, ambito, da]),
  );
  const prima = lettura.stato === 'letta' ? lettura.dati.da : null;
  const altro = prima !== null && prima.stato !== 'rifiutato';
  const titolo = da === undefined ? 'Carica un file' : altro ? 'Carica un altro file' : 'Carica il file corretto';
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Area riservata', href: scrivania.inizio() },
          {
            testo: lettura.stato === 'letta' ? shortNome(lettura.dati.ambito.nome) : ambito,
            href: scrivania.tabelle(ambito),
          },
          { testo: 'Carica un file' },
        ]}
        titolo={titolo}
        descrizione="Si porta un file, com’è: prima di pubblicare si vede che cosa ne è stato letto."
        risposta="Il file va bene com’è, con i titoli, i totali e le note. Nulla diventa pubblico: prima vedi che cosa ne è stato letto e che cosa cambierebbe."
      />
      {!mayWrite(ruolo) && (
        <Vuoto titolo="Il tuo ruolo legge soltanto">
          <p>I file li caricano gli operatori e i responsabili dell’Ufficio di Piano.</p>
        </Vuoto>
      )}
      {mayWrite(ruolo) && lettura.stato === 'attesa' && <Attesa cosa="le tabelle" />}
      {lettura.stato === 'errore' && <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} daSolo />}
      {mayWrite(ruolo) && lettura.stato === 'letta' && <Modulo {...lettura.dati} chiesto={{ tipo, parte }} />}
    </div>
  );
}
