/** My ambito's tables: what is published, what is open on the desk, what a complete Relazione still waits for. */
import { useCallback } from 'react';
import { formatData, formatIstante } from '../../../functions/core/formato.ts';
import type { AmbitoDto, CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { Icona } from '../componenti/icona.tsx';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { capitalize, countOf, joinNomi, lowerFirst, shortNome } from '../serie/parole.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import { listMancanti, listStati, type StatoTabella } from './mancanze.ts';
import { countDati, countParti } from './riassunto.ts';
import { type ProprietaVista, type Scrivania, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';
import { StatoBozza } from './stato-bozza.tsx';

interface Dati {
  readonly ambito: AmbitoDto;
  readonly stati: readonly StatoTabella[];
  readonly bozze: readonly CaricamentoDto[];
}

async function readTabelle({ pubblica, riservata }: Scrivania, id: string): Promise<Dati> {
  const [ambito, tipi, catalogo, bozze] = await Promise.all([
    pubblica.readAmbito(id),
    pubblica.readTipi(),
    pubblica.readIndicatori(),
    riservata.readBozze(id),
  ]);
  const versioni = await Promise.all(
    Object.keys(ambito.versioni).map(async (tipo) => [tipo, (await pubblica.readVersioni(id, tipo)).versioni] as const),
  );
  return { ambito, bozze, stati: listStati({ ambito, tipi, catalogo, bozze, versioni: Object.fromEntries(versioni) }) };
}

export function TabelleVista({ ambito, ruolo }: ProprietaVista) {
  const dipendenze = useScrivania();
  const [lettura, rileggi] = useLettura(useCallback(() => readTabelle(dipendenze, ambito), [dipendenze, ambito]));
  const nome = lettura.stato === 'letta' ? shortNome(lettura.dati.ambito.nome) : ambito;
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito) },
          { testo: 'Area riservata' },
        ]}
        titolo={ruolo === 'organi' ? 'Che cosa c’è da guardare?' : 'Quali tabelle ci sono, e quali mancano?'}
        titoloBreve="Tabelle dell’ambito"
        descrizione="Le tabelle dell’ambito, le bozze aperte e ciò che manca."
        risposta={lettura.stato === 'letta' ? describeTabelle(lettura.dati, mayWrite(ruolo)) : undefined}
      />
      {lettura.stato === 'attesa' && <Attesa cosa="le tabelle" />}
      {lettura.stato === 'errore' && <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} daSolo />}
      {lettura.stato === 'letta' && (
        <>
          <Bozze {...lettura.dati} scrive={mayWrite(ruolo)} />
          {mayWrite(ruolo) && <Mancanti {...lettura.dati} />}
          <Pubblicate {...lettura.dati} scrive={mayWrite(ruolo)} />
        </>
      )}
    </div>
  );
}

function describeTabelle({ stati, bozze }: Dati, scrive: boolean): string {
  if (!scrive) {
    return bozze.length === 0
      ? 'Nessuna bozza è in consultazione: qui sotto, ciò che è già pubblicato.'
      : `${capitalize(countOf(bozze.length, 'bozza', 'bozze'))} in consultazione.`;
  }
  const pubblicate = stati.filter(({ corrente }) => corrente !== null).length;
  const mancanti = listMancanti(stati).length;
  const aperte = bozze.length === 0 ? '' : ` ${capitalize(countOf(bozze.length, 'bozza', 'bozze'))} da chiudere.`;
  const resto =
    mancanti === 0 ? 'Per la Relazione ci sono tutte.' : `Per una Relazione completa ne mancano ${mancanti}.`;
  const quante =
    pubblicate === 0
      ? 'Nessuna tabella pubblicata'
      : capitalize(countOf(pubblicate, 'tabella pubblicata', 'tabelle pubblicate'));
  return `${quante} su ${stati.length}. ${resto}${aperte}`;
}

type ConScrittura = Dati & { readonly scrive: boolean };

function Bozze({ ambito, stati, bozze, scrive }: ConScrittura) {
  const titoloDi = (id: string) => stati.find(({ tipo }) => tipo.id === id)?.tipo.titolo ?? id;
  return (
    <section className="sezione">
      <h2>{scrive ? 'Bozze aperte' : 'Bozze in consultazione'}</h2>
      {bozze.length === 0 ? (
        <Vuoto titolo={scrive ? 'Nessuna bozza aperta' : 'Nessuna bozza in consultazione'}>
          <p>
            {scrive
              ? 'Un file caricato resta qui finché non lo pubblichi o lo ritiri: puoi chiudere la pagina e tornare.'
              : 'Compaiono qui quando l’Ufficio di Piano ve le mostra, prima di pubblicarle.'}
          </p>
        </Vuoto>
      ) : (
        <ul className="bozze">
          {bozze.map((bozza) => (
            <li key={bozza.id}>
              <a className="bozza-voce" href={scrivania.bozza(ambito.id, bozza.id)}>
                <strong>{titoloDi(bozza.tipo)}</strong>
                <span>
                  parte «{bozza.parte}» · {bozza.fonte.documento}
                </span>
                <span className="minuto">
                  caricata il {formatIstante(bozza.creatoIl)}
                  {bozza.problemiTotali > 0 && ` · ${countOf(bozza.problemiTotali, 'problema', 'problemi')}`}
                </span>
              </a>
              <StatoBozza bozza={bozza} />
            </li>
          ))}
        </ul>
      )}
      {scrive && (
        <p>
          <a className="btn btn-primary" href={scrivania.carica(ambito.id)}>
            Carica un file
          </a>
        </p>
      )}
    </section>
  );
}

function Mancanti({ ambito, stati }: Dati) {
  const mancanti = listMancanti(stati);
  if (mancanti.length === 0) return null;
  return (
    <section className="sezione">
      <h2>Che cosa manca per una Relazione completa</h2>
      <ul className="mancanze">
        {mancanti.map(({ tipo, serveA }) => (
          <li key={tipo.id}>
            <h3>{tipo.titolo}</h3>
            <p>{tipo.descrizione}</p>
            {tipo.chiLaHa && (
              <p>
                <strong>Chi la tiene, di solito:</strong> {lowerFirst(tipo.chiLaHa)}
              </p>
            )}
            <p className="minuto">Serve a: {joinNomi(serveA, 4)}.</p>
            <div className="azioni">
              <a className="azione" href={scrivania.carica(ambito.id, { tipo: tipo.id })}>
                Carica<span className="solo-lettori"> {tipo.titolo}</span>
              </a>
              <a className="azione" href={indirizziApi.modelloCsv(tipo.id)} download>
                <Icona nome="scarica" />
                Modello da compilare<span className="solo-lettori">: {tipo.titolo}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pubblicate({ ambito, stati, scrive }: ConScrittura) {
  const pubblicate = stati.filter(({ corrente }) => corrente !== null);
  const altre = stati.filter(({ corrente, serveA }) => corrente === null && serveA.length === 0);
  return (
    <section className="sezione">
      <h2>Tabelle pubblicate</h2>
      {pubblicate.length === 0 && (
        <Vuoto titolo="Nessuna tabella pubblicata">
          <p>Quando il responsabile pubblica un file, la tabella compare qui, con le sue versioni.</p>
        </Vuoto>
      )}
      <ul className="pubblicate">
        {pubblicate.map(({ tipo, corrente }) => (
          <li key={tipo.id}>
            <div>
              <a href={scrivania.storia(ambito.id, tipo.id)}>
                <strong>{tipo.titolo}</strong>
              </a>
              {corrente && (
                <span className="minuto">
                  versione {corrente.versione} del {formatData(corrente.pubblicataIl)} · {countDati(corrente.righe)} in{' '}
                  {countParti(corrente.parti.length)}
                </span>
              )}
            </div>
            {scrive && (
              <a className="azione" href={scrivania.carica(ambito.id, { tipo: tipo.id })}>
                Aggiorna<span className="solo-lettori"> {tipo.titolo}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {altre.length > 0 && scrive && (
        <p className="minuto">
          Si possono portare anche: {altre.map(({ tipo }) => tipo.titolo.toLowerCase()).join(', ')}. Nessun indicatore
          ne ha bisogno.
        </p>
      )}
    </section>
  );
}
