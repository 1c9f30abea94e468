/** One table over time: the files it is made of, every version, and the way back to an earlier one. */
import { useCallback, useEffect, useState } from 'react';
import { formatIstante } from '../../../functions/core/formato.ts';
import type { AmbitoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica } from '../componenti/comandi.tsx';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizziApi } from '../indirizzi.ts';
import { capitalize, shortNome } from '../serie/parole.ts';
import { Bottone } from './bottone.tsx';
import { Conferma, ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import type { Versione } from './mancanze.ts';
import { countDati, countParti, describeDifferenze } from './riassunto.ts';
import { findRitorni } from './ritorni.ts';
import { type ProprietaVista, type Scrivania, useAzione, useLettura, useScrivania } from './scrivania.tsx';
import { mayPublish, mayWrite } from './sessione.ts';

/** Public answers may be as old as half a minute on their way through the cloud: asked again until what one has done is in them. */
const RILETTURA_MS = 3_000;

interface Dati {
  readonly ambito: AmbitoDto;
  readonly tipo: TipoDto | undefined;
  /** Newest first. */
  readonly versioni: readonly Versione[];
}

async function readStoria({ pubblica }: Scrivania, ambito: string, tipo: string): Promise<Dati> {
  const [suo, tipi, { versioni }] = await Promise.all([
    pubblica.readAmbito(ambito),
    pubblica.readTipi(),
    pubblica.readVersioni(ambito, tipo),
  ]);
  return { ambito: suo, tipo: tipi.find(({ id }) => id === tipo), versioni };
}

export function StoriaVista({ ambito, ruolo, tipo }: ProprietaVista & { readonly tipo: string }) {
  const dipendenze = useScrivania();
  const [lettura, rileggi] = useLettura(
    useCallback(() => readStoria(dipendenze, ambito, tipo), [dipendenze, ambito, tipo]),
  );
  const letti = lettura.stato === 'letta' ? lettura.dati : null;
  const [attesa, setAttesa] = useState(0);
  const indietro = letti !== null && (letti.versioni[0]?.versione ?? 0) < attesa;
  useEffect(() => {
    if (!indietro) return;
    const sveglia = setInterval(rileggi, RILETTURA_MS);
    return () => clearInterval(sveglia);
  }, [indietro, rileggi]);
  const titolo = letti?.tipo?.titolo ?? 'Tabella';
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Area riservata', href: scrivania.inizio() },
          { testo: letti ? shortNome(letti.ambito.nome) : ambito, href: scrivania.tabelle(ambito) },
          { testo: titolo },
        ]}
        titolo={titolo}
        descrizione="I file di una tabella, le sue versioni, il ritorno a una precedente."
        risposta={letti?.tipo?.descrizione}
      />
      {lettura.stato === 'attesa' && <Attesa cosa="la tabella" />}
      {lettura.stato === 'errore' && <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} daSolo />}
      {letti && (
        <>
          <div className="bozza-pulsanti storia-azioni">
            {mayWrite(ruolo) && (
              <a className="btn btn-primary" href={scrivania.carica(ambito, { tipo })}>
                Carica un file
              </a>
            )}
            <LinkScarica href={indirizziApi.modelloCsv(tipo)}>Modello da compilare</LinkScarica>
            {letti.versioni.length > 0 && (
              <LinkScarica href={indirizziApi.tabellaCsv(ambito, tipo)}>La tabella pubblicata</LinkScarica>
            )}
          </div>
          <Parti ambito={ambito} tipo={tipo} corrente={letti.versioni[0]} scrive={mayWrite(ruolo)} />
          <Versioni
            {...letti}
            pubblica={mayPublish(ruolo)}
            indietro={indietro}
            onCambio={(versione) => {
              setAttesa(versione);
              rileggi();
            }}
          />
        </>
      )}
    </div>
  );
}

interface ProprietaParti {
  readonly ambito: string;
  readonly tipo: string;
  readonly corrente: Versione | undefined;
  readonly scrive: boolean;
}

function Parti({ ambito, tipo, corrente, scrive }: ProprietaParti) {
  if (!corrente) {
    return (
      <Vuoto titolo="Non è ancora pubblicata">
        <p>Quando il responsabile pubblica il primo file, la sua storia comincia qui.</p>
      </Vuoto>
    );
  }
  return (
    <section className="sezione">
      <h2>I file di oggi</h2>
      <ul className="documenti">
        {corrente.parti.map(({ parte, fonte, righe }) => (
          <li key={parte}>
            <strong>
              {parte} · {fonte.documento}
            </strong>
            {fonte.tabella && <span>{fonte.tabella}</span>}
            <span className="minuto">
              {countDati(righe)}
              {fonte.atto && ` · ${fonte.atto}`}
            </span>
            <span className="documento-link">
              <a href={indirizziApi.originale(ambito, { tipo, versione: corrente.versione, parte })} download>
                Scarica l’originale<span className="solo-lettori"> di {parte}</span>
              </a>
              {scrive && (
                <a href={scrivania.carica(ambito, { tipo, parte })}>
                  Sostituisci<span className="solo-lettori"> {parte}</span>
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProprietaVersioni extends Dati {
  readonly pubblica: boolean;
  /** The list is one that a cache still has: the versione that was just made is not in it. */
  readonly indietro: boolean;
  readonly onCambio: (versione: number) => void;
}

function Versioni({ ambito, tipo, versioni, pubblica, indietro, onCambio }: ProprietaVersioni) {
  const { riservata } = useScrivania();
  const [azione, act] = useAzione();
  const [scelta, setScelta] = useState<number>();
  if (versioni.length === 0 || !tipo) return null;
  const ritorni = findRitorni(versioni);
  const restore = (versione: number) => {
    setScelta(undefined);
    act('Rimetto in vigore', async () => {
      const esito = await riservata.restore(ambito.id, tipo.id, versione);
      onCambio(esito.versione);
      return `Fatto: la versione ${versione} è di nuovo in vigore, come versione ${esito.versione}.`;
    });
  };
  return (
    <section className="sezione">
      <h2>Le versioni</h2>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
      {indietro && <p className="minuto">L’elenco qui sotto si aggiorna da sé, entro mezzo minuto.</p>}
      <ol className="versioni" reversed start={versioni[0]?.versione}>
        {versioni.map((una, indice) => (
          <li key={una.versione}>
            <div>
              <strong>Versione {una.versione}</strong>
              {indice === 0 && <span className="etichetta">in vigore</span>}
              {ritorni.has(una.versione) && <span> · torna com’era nella versione {ritorni.get(una.versione)}</span>}
              <p className="minuto">
                Pubblicata il {formatIstante(una.pubblicataIl)} dal ruolo «{una.ruolo}» · in{' '}
                {countParti(una.parti.length)}
              </p>
              <p>
                {capitalize(describeDifferenze({ ...una.cambiamenti, esempi: [] }))}. Da: {una.fonte.documento}
              </p>
            </div>
            {pubblica && indice > 0 && (
              <Bottone onClick={() => setScelta(una.versione)}>
                <span>
                  Rimetti in vigore<span className="solo-lettori"> la versione {una.versione}</span>…
                </span>
              </Bottone>
            )}
          </li>
        ))}
      </ol>
      {scelta !== undefined && (
        <Conferma
          titolo={`Rimettere in vigore la versione ${scelta}?`}
          conferma="Rimetti in vigore"
          onConferma={() => restore(scelta)}
          onRinuncia={() => setScelta(undefined)}
        >
          <ul>
            <li>
              La tabella «{tipo.titolo}» torna com’era nella versione {scelta}, in tutte le sue parti.
            </li>
            <li>Nasce una versione nuova: quella di oggi resta nella storia, e si può tornare indietro.</li>
            <li>Gli indicatori si ricalcolano nello stesso momento, e lo vedono subito tutti.</li>
          </ul>
        </Conferma>
      )}
    </section>
  );
}
