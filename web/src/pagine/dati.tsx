import { getRouteApi } from '@tanstack/react-router';
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, TipoDto, VersioniDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica, SceltaDaElenco } from '../componenti/comandi.tsx';
import { Ripiego } from '../componenti/ripiego.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { useVai } from '../navigazione.tsx';
import { countOf, shortNome } from '../serie/parole.ts';
import { Edizioni } from './dati/edizioni.tsx';
import { FileTavola } from './dati/file-tavola.tsx';
import type { DatiDati } from './dati/letture.ts';

export { loadDati } from './dati/letture.ts';

const rotta = getRouteApi('/dati');

export function DatiRotta() {
  return <DatiPagina {...rotta.useLoaderData()} />;
}

export function DatiPagina({ ambiti, ambito, scelto, tipi, versioni, atti }: DatiDati) {
  const vai = useVai();
  const pubblicate = tipi.filter(({ id }) => versioni[id] !== undefined);
  const risposta = scelto
    ? `Per l’ambito di ${shortNome(scelto.nome)} ci sono ${countOf(pubblicate.length, 'tabella pubblicata', 'tabelle pubblicate')}. Di ognuna si scaricano i dati in CSV, le versioni precedenti e i file come sono arrivati.`
    : 'Non è ancora registrato nessun ambito.';
  return (
    <div className="pagina dati">
      <TestaPagina
        briciole={
          ambito ? listBriciole(ambito, 'Dati') : [{ testo: 'Ambiti', href: indirizzi.inizio() }, { testo: 'Dati' }]
        }
        titolo="Dove si scaricano i dati?"
        titoloBreve="Dati"
        descrizione="Tabelle, versioni, file originali, modelli da compilare e API."
        risposta={risposta}
      />
      {scelto && ambiti.length > 1 && (
        <div className="scelta-ambito">
          <SceltaDaElenco
            etichetta="Ambito"
            valore={scelto.id}
            gruppi={[{ voci: ambiti.map(({ id, nome }) => ({ valore: id, testo: shortNome(nome) })) }]}
            onScegli={(id) => vai(indirizzi.dati(id))}
            larga
          />
        </div>
      )}
      {scelto && (
        <ul className="tavole">
          {pubblicate.map((tipo) => (
            <li key={tipo.id} className="scheda">
              <TavolaPubblicata tipo={tipo} ambito={scelto} versioni={versioni[tipo.id] ?? []} />
            </li>
          ))}
        </ul>
      )}
      {scelto && atti.length > 0 && <Edizioni ambito={scelto} atti={atti} tipi={tipi} versioni={versioni} />}
      <section className="sezione">
        <h2>Modelli da compilare</h2>
        <p>
          Un modello per ogni tabella, con una riga di esempio, e lo schema che ne descrive le colonne (Frictionless
          Table Schema).
        </p>
        <Ripiego sommario={`Vedi ${tipi.length} modelli`}>
          <ul className="catalogo">
            {tipi.map(({ id, titolo, descrizione }) => (
              <li key={id}>
                <strong>{titolo}</strong>
                <p>{descrizione}</p>
                <div className="azioni">
                  <LinkScarica href={indirizziApi.modelloCsv(id)}>
                    Modello<span className="solo-lettori"> di {titolo}</span>
                  </LinkScarica>
                  <LinkScarica href={indirizziApi.schema(id)}>
                    Schema<span className="solo-lettori"> di {titolo}</span>
                  </LinkScarica>
                </div>
              </li>
            ))}
          </ul>
        </Ripiego>
      </section>
      <section className="sezione">
        <h2>Per chi programma</h2>
        <p>
          Tutto ciò che queste pagine mostrano si legge anche da un’API pubblica, senza chiavi:{' '}
          <a href={indirizziApi.documentazione()}>come si usa</a>.
        </p>
      </section>
    </div>
  );
}

interface ProprietaTavola {
  readonly tipo: TipoDto;
  readonly ambito: AmbitoDto;
  readonly versioni: VersioniDto['versioni'];
}

function TavolaPubblicata({ tipo, ambito, versioni }: ProprietaTavola) {
  const corrente = versioni.find(({ versione }) => versione === ambito.versioni[tipo.id]);
  if (!corrente) return null;
  return (
    <article>
      <h2>{tipo.titolo}</h2>
      <p className="minuto">
        Versione {corrente.versione}, pubblicata il {formatData(corrente.pubblicataIl)} · {formatNumero(corrente.righe)}{' '}
        righe in {countOf(corrente.parti.length, 'file', 'file')}
      </p>
      <p>{tipo.descrizione}</p>
      <div className="azioni">
        <LinkScarica href={indirizziApi.tabellaCsv(ambito.id, tipo.id)}>
          CSV<span className="solo-lettori"> di {tipo.titolo}</span>
        </LinkScarica>
      </div>
      <details>
        <summary>
          File originali e versioni<span className="solo-lettori"> di {tipo.titolo}</span>
        </summary>
        <FileTavola ambito={ambito.id} tipo={tipo.id} versione={corrente} />
        {versioni.length > 1 && (
          <ul>
            {versioni.map(({ versione, pubblicataIl, ruolo, cambiamenti }) => (
              <li key={versione}>
                Versione {versione}, {formatData(pubblicataIl)} ({ruolo}): {cambiamenti.aggiunte} righe aggiunte,{' '}
                {cambiamenti.modificate} modificate, {cambiamenti.tolte} tolte
              </li>
            ))}
          </ul>
        )}
      </details>
    </article>
  );
}
