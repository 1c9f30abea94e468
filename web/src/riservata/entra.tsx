import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Configurazione } from '../../../functions/core/http/accesso.ts';
import { RUOLI, type Ruolo } from '../../../functions/core/http/ruoli.ts';
import type { Api } from '../api/letture.ts';
import { SceltaDaElenco } from '../componenti/comandi.tsx';
import { Attesa } from '../componenti/stati.tsx';
import { writeRicerca } from '../indirizzi.ts';
import { usePosizione, useRiscrivi } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { enterCognito, enterLocale, leaveForCognito, takeAndata } from './accesso.ts';
import { RichiestaError } from './errore.ts';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { findRitorno, findVista } from './indirizzi.ts';
import { readRitorno } from './pkce.ts';
import { useAzione, useLettura } from './scrivania.tsx';
import { NOMI_RUOLO, type Registro } from './sessione.ts';

type Modo = Configurazione['accesso'];

interface Proprieta<M> {
  readonly accesso: M;
  readonly registro: Registro;
}

export function Entra({ accesso, registro, leggi }: Proprieta<Modo> & { leggi: Api }) {
  return accesso.modo === 'locale' ? (
    <EntraLocale accesso={accesso} registro={registro} leggi={leggi} />
  ) : (
    <EntraCognito accesso={accesso} registro={registro} />
  );
}

const DI_AMBITO = RUOLI.filter((ruolo) => ruolo !== 'amministratore');

/** On one's own machine one says who one is: there is nobody to keep out. */
function EntraLocale({ accesso, registro, leggi }: Proprieta<Extract<Modo, { modo: 'locale' }>> & { leggi: Api }) {
  const [lettura, rileggi] = useLettura(useCallback(() => leggi.readAmbiti(), [leggi]));
  const { percorso } = usePosizione();
  const [scelto, setScelto] = useState<string>();
  const [ruolo, setRuolo] = useState<Ruolo>('responsabile');
  const [azione, act] = useAzione();
  const nome = useId();
  if (lettura.stato === 'attesa') return <Attesa cosa="gli ambiti" />;
  if (lettura.stato === 'errore') return <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} />;
  // Whose session ended comes back to the ambito that they were in.
  const vista = findVista(percorso);
  const lasciato = lettura.dati.find(({ id }) => vista !== null && 'ambito' in vista && vista.ambito === id);
  const ambito = scelto ?? (lasciato ?? lettura.dati[0])?.id ?? '';
  const enter = () =>
    act('Entro', async () => {
      registro.write(await enterLocale(accesso.gettone, [`${ambito}/${ruolo}`]));
      return 'Sei dentro.';
    });
  return (
    <form
      className="entra scheda"
      onSubmit={(evento) => {
        evento.preventDefault();
        enter();
      }}
    >
      <p>
        Su questo computer non servono credenziali: scegli l’ambito e il ruolo con cui vuoi provare. Nulla esce da qui.
      </p>
      <SceltaDaElenco
        etichetta="Ambito"
        valore={ambito}
        gruppi={[{ voci: lettura.dati.map(({ id, nome: suo }) => ({ valore: id, testo: shortNome(suo) })) }]}
        onScegli={setScelto}
        larga
      />
      <fieldset className="campo">
        <legend className="campo-etichetta">Ruolo</legend>
        {DI_AMBITO.map((uno) => (
          <label key={uno} className="scelta-singola">
            <input type="radio" name={nome} value={uno} checked={ruolo === uno} onChange={() => setRuolo(uno)} />
            <span>
              <strong>{NOMI_RUOLO[uno]}</strong>
              <span className="minuto">{PUO[uno]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn btn-primary" disabled={azione.stato === 'incorso'}>
        Entra
      </button>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={enter} />}
    </form>
  );
}

const PUO: Readonly<Record<Exclude<Ruolo, 'amministratore'>, string>> = {
  organi: 'Legge le bozze che l’Ufficio di Piano mette in consultazione.',
  operatore: 'Carica i file, guarda le anteprime, mette in consultazione, ritira le proprie bozze.',
  responsabile: 'In più pubblica e rimette in vigore una versione precedente.',
};

function EntraCognito({ accesso, registro }: Proprieta<Extract<Modo, { modo: 'cognito' }>>) {
  const { percorso, ricerca } = usePosizione();
  const riscrivi = useRiscrivi();
  const [azione, act] = useAzione();
  const tornato = useRef(false);
  useEffect(() => {
    // Who is only about to leave takes nothing of what they are to come back with.
    if (tornato.current || readRitorno(ricerca, null).esito === 'nessuno') return;
    // What was kept on leaving serves once.
    tornato.current = true;
    const andata = takeAndata();
    const ritorno = readRitorno(ricerca, andata);
    act('Entro', async () => {
      // The code serves once: it must stay neither in the address nor in the history. Where one was is found again, let in or not.
      riscrivi(findRitorno(andata?.indirizzo ?? ''));
      if (ritorno.esito !== 'codice' || !andata) throw new RichiestaError('Non sei entrato', NON_RIUSCITO);
      registro.write(await enterCognito(accesso, ritorno.codice, andata));
      return 'Sei dentro.';
    });
  }, [ricerca, accesso, registro, act, riscrivi]);
  const leave = () => void leaveForCognito(accesso, `${percorso}${writeRicerca(ricerca)}`);
  return (
    <div className="entra scheda">
      <p>
        L’accesso chiede l’indirizzo di posta, la password e il codice dell’app collegata. Poi si torna a questa pagina.
      </p>
      <button type="button" className="btn btn-primary" onClick={leave}>
        Entra
      </button>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} />}
    </div>
  );
}

const NON_RIUSCITO = { dettaglio: 'L’accesso non è andato a buon fine, o è stato annullato: riprova.', stato: 400 };
