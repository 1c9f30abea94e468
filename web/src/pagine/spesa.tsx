import { getRouteApi } from '@tanstack/react-router';
import { DaDove } from '../componenti/cifra.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { listFigureSpesa, tellSpesa } from '../serie/frasi-spesa.ts';
import { countOf, shortNome } from '../serie/parole.ts';
import { buildSpesa, type Spesa } from '../serie/spesa.ts';
import { SchedaAnni } from './spesa/anni.tsx';
import { SchedaCascata } from './spesa/cascata.tsx';
import { SchedaFlusso } from './spesa/flusso.tsx';
import { SchedaBudget, SchedaFondi } from './spesa/fondi.tsx';
import { SchedaInterventi } from './spesa/interventi.tsx';
import { SchedaPasso } from './spesa/passo.tsx';
import type { Contenuto, Proprieta, StatoSpesa } from './spesa/scheda.tsx';

export { loadSpesa } from './spesa/letture.ts';

const rotta = getRouteApi('/$ambito/spesa');

export function SpesaRotta() {
  const { ricerca } = useVista();
  return (
    <SpesaPagina
      {...rotta.useLoaderData()}
      stato={{
        periodo: ricerca.periodo,
        misura: ricerca.misura === 'abitante' ? 'abitante' : 'euro',
      }}
    />
  );
}

export function SpesaPagina(dati: Proprieta) {
  const { ambito, stato } = dati;
  const nome = shortNome(ambito.nome);
  const spesa = buildSpesa(dati, stato);
  const risposta = tellSpesa(spesa);
  const hrefOf = (cambio: Partial<StatoSpesa>) => {
    const { periodo, misura } = { ...stato, ...cambio };
    return indirizzi.spesa(ambito.id, {
      ...(periodo && periodo !== spesa.ciclo ? { periodo } : {}),
      ...(misura === 'abitante' ? { misura } : {}),
    });
  };
  const contenuto: Contenuto = { ...dati, spesa, hrefOf };
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Spesa')}
        titolo="Da dove viene il denaro, e dove va?"
        titoloBreve={`Spesa, ${nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigureSpesa(spesa)} />}
      />
      <div className="spesa parti">
        {spesa.flusso ? (
          <>
            <SchedaFlusso {...contenuto} flusso={spesa.flusso} />
            <SchedaInterventi {...contenuto} flusso={spesa.flusso} />
            <SchedaAnni {...contenuto} />
          </>
        ) : (
          <SenzaProgrammazione nome={nome} id={ambito.id} />
        )}
        {spesa.capienza && <SchedaFondi {...contenuto} capienza={spesa.capienza} />}
        {spesa.capienza && <SchedaBudget {...contenuto} capienza={spesa.capienza} />}
        {spesa.cascate
          .filter(({ aperto }) => !aperto)
          .map((cascata) => (
            <SchedaCascata key={cascata.periodo} {...contenuto} cascata={cascata} />
          ))}
        <SchedaPasso {...contenuto} />
        <Avvertenze spesa={spesa} />
      </div>
    </div>
  );
}

function SenzaProgrammazione({ nome, id }: { nome: string; id: string }) {
  return (
    <Vuoto livello={2} titolo="Qui ci sarebbero i soldi del Piano di Zona">
      <p>
        Da quali fondi vengono, a quali interventi vanno e in quali anni. Per l’ambito di {nome} non è ancora stata
        pubblicata nessuna scheda di programmazione.
      </p>
      <p>
        Le porta l’Ufficio di Piano, caricando le schede degli interventi (tabella «programmazione») e il budget del
        Piano (tabella «fondi»): bastano i file che ha già, in CSV o Excel. Finché non arrivano, nessuna cifra è
        stimata.
      </p>
      <p>
        <a href={indirizziApi.modelloCsv('programmazione')} download>
          Modello per le schede
        </a>{' '}
        ·{' '}
        <a href={indirizziApi.modelloCsv('fondi')} download>
          Modello per i fondi
        </a>
      </p>
      <p>
        Che cosa c’è già: <a href={indirizzi.panoramica(id)}>l’ambito in breve</a>,{' '}
        <a href={indirizzi.dati(id)}>le tabelle pubblicate</a>.
      </p>
    </Vuoto>
  );
}

function Avvertenze({ spesa }: { spesa: Spesa }) {
  if (!spesa.flusso) return null;
  const quanti = spesa.flusso.interventi.filter(({ valore }) => valore === null).length;
  return (
    <section className="sezione" aria-labelledby="leggere">
      <h2 id="leggere">Che cosa questi numeri non dicono</h2>
      <ul>
        <li>Quanto tocca a ciascun comune: gli importi sono degli interventi, di tutto l’ambito insieme.</li>
        <li>Quanto è stato speso: «programmato» è un’intenzione scritta in un piano, non un pagamento.</li>
        {quanti > 0 && (
          <li>
            Quanto valgono gli importi lasciati in bianco, che in{' '}
            {countOf(quanti, 'intervento sono', 'interventi sono')} tutti: le somme non li comprendono, e nessuno li ha
            stimati.
          </li>
        )}
      </ul>
    </section>
  );
}
