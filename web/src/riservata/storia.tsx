/** One table over time: the files it is made of, and its versions. */
import { useCallback, useEffect, useState } from 'react';
import type { AmbitoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica } from '../componenti/comandi.tsx';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizziApi } from '../indirizzi.ts';
import { shortNome } from '../serie/parole.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import type { Versione } from './mancanze.ts';
import { countDati } from './riassunto.ts';
import { type ProprietaVista, type Scrivania, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';
import { Versioni } from './versioni-tabella.tsx';

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
            ruolo={ruolo}
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
