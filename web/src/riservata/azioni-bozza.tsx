/** What can be done with a draft: each role is offered what it may do, and nothing that everyone sees happens without a yes. */
import { useState } from 'react';
import type { Ruolo } from '../../../functions/core/http/ruoli.ts';
import type { AmbitoDto, CaricamentoDto, PubblicazioneDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { indirizzi } from '../indirizzi.ts';
import { Bottone } from './bottone.tsx';
import { toParametriDi } from './campi.ts';
import { RichiestaError } from './errore.ts';
import { Conferma, ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { bringFile } from './file-grande.ts';
import { scrivania } from './indirizzi.ts';
import { listConseguenze } from './riassunto.ts';
import { saveFile } from './scarica-file.ts';
import { useAzione, useScrivania } from './scrivania.tsx';
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

const PUBBLICO = 'Pubblico';

export function AzioniBozza({ ambito, tipo, bozza, byte, ruolo, onMossa }: Proprieta) {
  const { riservata } = useScrivania();
  const [azione, act] = useAzione();
  const [domanda, setDomanda] = useState<'pubblica' | 'ritira'>();
  const [pubblicazione, setPubblicazione] = useState<PubblicazioneDto>();
  const { id, stato, pubblicabile } = bozza;
  const aperta = stato === 'letto' || stato === 'rifiutato' || stato === 'in-consultazione';
  const inCorso = azione.stato === 'incorso';

  const compare = () =>
    act('Confronto di nuovo con i dati pubblicati', async () => {
      const originale = byte ?? (await riservata.readOriginale(ambito.id, id));
      const file = { byte: new Blob([new Uint8Array(originale)]), parametri: toParametriDi(bozza) };
      onMossa(await bringFile(riservata, ambito.id, file));
      return 'Confrontato con i dati di oggi: rileggi che cosa cambia, poi pubblica.';
    });
  const download = () => {
    const nome = `${ambito.id}-${bozza.tipo}-${bozza.parte}`;
    if (byte) saveFile(byte, nome);
    else {
      act('Scarico l’originale', async () => {
        saveFile(await riservata.readOriginale(ambito.id, id), nome);
        return 'Scaricato.';
      });
    }
  };
  const move = (metodo: 'POST' | 'DELETE') =>
    act(metodo === 'POST' ? 'Metto in consultazione' : 'Tolgo dalla consultazione', async () => {
      onMossa(await riservata.moveConsultazione(ambito.id, id, metodo));
      return metodo === 'POST'
        ? 'In consultazione: ora la vedono anche gli organi.'
        : 'Non è più in consultazione: la vede solo l’Ufficio di Piano.';
    });
  const publish = () => {
    setDomanda(undefined);
    act(PUBBLICO, async () => {
      const esito = await riservata.publish(ambito.id, id, bozza.base);
      setPubblicazione(esito);
      onMossa({ ...bozza, stato: 'pubblicato' });
      return `Pubblicata: è la versione ${esito.versione} della tabella. Ora la vedono tutti.`;
    });
  };
  const saveCopia = () =>
    act(byte ? 'Preparo la copia' : 'Preparo la copia: il file è grande, può volerci mezzo minuto', async () => {
      saveFile(await riservata.readCopia(ambito.id, id), `${ambito.id}-${bozza.tipo}-${bozza.parte}-da-correggere`);
      return stato === 'rifiutato'
        ? 'Scaricata. Nell’ultima colonna c’è che cosa serve: correggi quelle celle, salva e carica il file.'
        : 'Scaricata: la stessa tabella, un dato per riga.';
    });
  const withdraw = () => {
    setDomanda(undefined);
    act('Ritiro', async () => {
      await riservata.withdraw(ambito.id, id);
      onMossa({ ...bozza, stato: 'ritirato', pubblicabile: false });
      return 'Ritirata.';
    });
  };
  const conflitto =
    azione.stato === 'fallita' &&
    azione.cosa === PUBBLICO &&
    azione.errore instanceof RichiestaError &&
    azione.errore.stato === 409;

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
        {mayWrite(ruolo) && stato === 'rifiutato' && (
          <a className="btn btn-primary" href={scrivania.carica(ambito.id, { da: id })}>
            Carica il file corretto
          </a>
        )}
        {mayWrite(ruolo) && stato === 'letto' && <Bottone onClick={() => move('POST')}>Metti in consultazione</Bottone>}
        {mayWrite(ruolo) && stato === 'in-consultazione' && (
          <Bottone onClick={() => move('DELETE')}>Togli dalla consultazione</Bottone>
        )}
        {mayWrite(ruolo) && aperta && stato !== 'rifiutato' && (
          <a className="azione" href={scrivania.carica(ambito.id, { da: id })}>
            Carica un altro file al suo posto
          </a>
        )}
        {mayWrite(ruolo) && (
          <Bottone onClick={saveCopia}>
            {stato === 'rifiutato' ? 'Scarica la copia da correggere' : 'Scarica in forma semplice'}
          </Bottone>
        )}
        <Bottone onClick={download}>Scarica l’originale</Bottone>
        {mayWrite(ruolo) && aperta && <Bottone onClick={() => setDomanda('ritira')}>Ritira…</Bottone>}
      </div>
      {mayWrite(ruolo) && stato === 'rifiutato' && (
        <p className="minuto">
          La copia da correggere si apre con il foglio di calcolo: accanto a ogni riga c’è che cosa serve. Corretta
          quella, si carica così com’è.
        </p>
      )}
      {!mayPublish(ruolo) && mayWrite(ruolo) && stato !== 'rifiutato' && aperta && (
        <p className="minuto">La pubblica il responsabile dell’Ufficio di Piano.</p>
      )}
      <EsitoAzione azione={azione} />
      {pubblicazione && (
        <p>
          <a href={scrivania.storia(ambito.id, pubblicazione.tipo)}>Storia della tabella</a> ·{' '}
          <a href={indirizzi.panoramica(ambito.id)}>Le pagine pubbliche</a> ·{' '}
          <a href={scrivania.tabelle(ambito.id)}>Le altre tabelle</a>
        </p>
      )}
      {azione.stato === 'fallita' && (
        <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova}>
          {conflitto && (
            <button type="button" className="btn btn-primary" onClick={compare}>
              Confronta di nuovo con i dati di oggi
            </button>
          )}
        </ErroreDiRichiesta>
      )}
      {domanda === 'pubblica' && tipo && (
        <Conferma
          titolo="Pubblicare?"
          conferma="Pubblica"
          onConferma={publish}
          onRinuncia={() => setDomanda(undefined)}
        >
          <ul>
            {listConseguenze(bozza, tipo).map((frase) => (
              <li key={frase}>{frase}</li>
            ))}
          </ul>
        </Conferma>
      )}
      {domanda === 'ritira' && (
        <Conferma
          titolo="Ritirare la bozza?"
          conferma="Ritira"
          onConferma={withdraw}
          onRinuncia={() => setDomanda(undefined)}
        >
          <p>Non comparirà più tra le bozze. Il file non si perde: ricaricandolo, torna.</p>
        </Conferma>
      )}
    </div>
  );
}
