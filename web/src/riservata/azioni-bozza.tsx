/** What can be done with a draft: each role is offered what it may do, and nothing that everyone sees happens without a yes. */
import { useState } from 'react';
import type { Ruolo } from '../../../functions/core/http/ruoli.ts';
import type { AmbitoDto, CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { indirizzi } from '../indirizzi.ts';
import { Bottone } from './bottone.tsx';
import { Conferma, ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import { useMosse } from './muovi-bozza.ts';
import { isIllegibile, listConseguenze } from './riassunto.ts';
import { mayPublish, mayWrite } from './sessione.ts';

interface Proprieta {
  readonly ambito: AmbitoDto;
  readonly tipo: TipoDto | undefined;
  readonly bozza: CaricamentoDto;
  /** Null where the file is too large to have been read with the draft. */
  readonly byte: Uint8Array | null;
  readonly ruolo: Ruolo;
  readonly onMossa: (bozza: CaricamentoDto) => void;
}

export function AzioniBozza({ ambito, tipo, bozza, byte, ruolo, onMossa }: Proprieta) {
  const mosse = useMosse({ ambito: ambito.id, bozza, byte, onMossa });
  const { azione } = mosse;
  const [domanda, setDomanda] = useState<'pubblica' | 'ritira'>();
  const { id, stato, pubblicabile, problemiTotali, sostituitaDa } = bozza;
  const aperta = stato === 'letto' || stato === 'rifiutato' || stato === 'in-consultazione';
  const scrive = mayWrite(ruolo);
  const illegibile = isIllegibile(bozza);
  const inCorso = azione.stato === 'incorso';
  const answer = (act: () => void) => () => {
    setDomanda(undefined);
    act();
  };
  return (
    <div className="bozza-azioni">
      <div className="bozza-pulsanti">
        {mayPublish(ruolo) && aperta && pubblicabile && (
          <button
            type="button"
            className="btn btn-primary"
            aria-disabled={inCorso}
            onClick={() => !inCorso && setDomanda('pubblica')}
          >
            Pubblica…
          </button>
        )}
        {scrive && stato === 'rifiutato' && (
          <a className="btn btn-primary" href={scrivania.carica(ambito.id, { da: id })}>
            Carica il file corretto
          </a>
        )}
        {scrive && stato === 'ritirato' && sostituitaDa !== undefined && (
          <a className="btn btn-primary" href={scrivania.bozza(ambito.id, sostituitaDa)}>
            Vai alla bozza che ne ha preso il posto
          </a>
        )}
        {scrive && stato === 'ritirato' && <Bottone onClick={mosse.reopen}>Riprendi la bozza</Bottone>}
        {scrive && stato === 'letto' && <Bottone onClick={mosse.show}>Metti in consultazione</Bottone>}
        {scrive && stato === 'in-consultazione' && <Bottone onClick={mosse.hide}>Togli dalla consultazione</Bottone>}
        {scrive && aperta && stato !== 'rifiutato' && (
          <a className="azione" href={scrivania.carica(ambito.id, { da: id })}>
            Carica un altro file al suo posto
          </a>
        )}
        {scrive && !illegibile && (
          <Bottone onClick={mosse.saveCopia}>
            {problemiTotali > 0 ? 'Scarica la copia da correggere' : 'Scarica in forma semplice'}
          </Bottone>
        )}
        <Bottone onClick={mosse.saveOriginale}>Scarica l’originale</Bottone>
        {scrive && aperta && <Bottone onClick={() => setDomanda('ritira')}>Ritira…</Bottone>}
      </div>
      {scrive && stato === 'rifiutato' && !illegibile && (
        <p className="minuto">
          La copia da correggere si apre con il foglio di calcolo: accanto a ogni riga c’è che cosa serve. Corretta
          quella, si carica così com’è.
        </p>
      )}
      {scrive && stato === 'letto' && (
        <p className="minuto">
          In consultazione la vedono anche gli organi dell’ambito (Coordinamento Istituzionale, Cabina di Regia,
          sindacati), non il pubblico.
        </p>
      )}
      {!mayPublish(ruolo) && scrive && stato !== 'rifiutato' && aperta && (
        <p className="minuto">La pubblica il responsabile dell’Ufficio di Piano.</p>
      )}
      <EsitoAzione azione={azione} />
      {stato === 'pubblicato' && (
        <p>
          <a href={scrivania.storia(ambito.id, bozza.tipo)}>Storia della tabella</a> ·{' '}
          <a href={indirizzi.panoramica(ambito.id)}>Le pagine pubbliche</a> ·{' '}
          <a href={scrivania.tabelle(ambito.id)}>Le altre tabelle</a>
        </p>
      )}
      {azione.stato === 'fallita' && (
        <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova}>
          {mosse.conflitto && (
            <button type="button" className="btn btn-primary" onClick={mosse.compare}>
              Confronta di nuovo con i dati di oggi
            </button>
          )}
          {mosse.superata && (
            <button type="button" className="btn btn-primary" onClick={mosse.refresh}>
              Guarda com’è adesso
            </button>
          )}
        </ErroreDiRichiesta>
      )}
      {domanda === 'pubblica' && tipo && (
        <Conferma
          titolo="Pubblicare?"
          conferma="Pubblica"
          onConferma={answer(mosse.publish)}
          onRinuncia={() => setDomanda(undefined)}
        >
          <ul>
            {listConseguenze(bozza, tipo, ambito.versioni[tipo.id] === undefined).map((frase) => (
              <li key={frase}>{frase}</li>
            ))}
          </ul>
        </Conferma>
      )}
      {domanda === 'ritira' && (
        <Conferma
          titolo="Ritirare la bozza?"
          conferma="Ritira"
          onConferma={answer(mosse.withdraw)}
          onRinuncia={() => setDomanda(undefined)}
        >
          <p>Non comparirà più tra le bozze aperte. Non si perde: da questa stessa pagina si può riprendere.</p>
        </Conferma>
      )}
    </div>
  );
}
