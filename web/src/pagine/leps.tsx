import { getRouteApi } from '@tanstack/react-router';
import { LIVELLI } from '../../../functions/core/livelli.ts';
import { DaDove } from '../componenti/cifra.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { listFigureLeps, tellLeps } from '../serie/frasi-leps.ts';
import { buildLeps } from '../serie/leps.ts';
import { shortNome } from '../serie/parole.ts';
import { SchedaAnni } from './leps/anni.tsx';
import { SchedaAssistenti } from './leps/assistenti.tsx';
import { SchedaConti, SchedaDiscordanze } from './leps/conti.tsx';
import { SchedaNido } from './leps/nido.tsx';
import { SchedaPassati } from './leps/passati.tsx';
import { SchedaQuadro } from './leps/quadro.tsx';
import type { Contenuto, Proprieta, StatoLeps } from './leps/scheda.tsx';

export { loadLeps } from './leps/letture.ts';

const rotta = getRouteApi('/$ambito/leps');

export function LepsRotta() {
  const { ricerca } = useVista();
  return (
    <LepsPagina
      {...rotta.useLoaderData()}
      stato={{
        anno: ricerca.anno,
        livello: LIVELLI.find((livello) => livello === ricerca.livello) ?? 'LEPS',
        residenti: ricerca.residenti,
        assistenti: ricerca.assistenti,
      }}
    />
  );
}

export function LepsPagina(dati: Proprieta) {
  const { ambito, stato } = dati;
  const nome = shortNome(ambito.nome);
  const leps = buildLeps(dati, stato.anno);
  const risposta = tellLeps(leps);
  const hrefOf = (cambio: Partial<StatoLeps>) => {
    const { anno, livello, residenti, assistenti } = { ...stato, ...cambio };
    return indirizzi.leps(ambito.id, {
      ...(anno ? { anno } : {}),
      ...(livello === 'LEPS' ? {} : { livello }),
      ...(residenti ? { residenti } : {}),
      ...(assistenti ? { assistenti } : {}),
    });
  };
  const contenuto: Contenuto = { ...dati, leps, hrefOf };
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Livelli essenziali')}
        titolo="Quali livelli essenziali hanno denaro, e quali no?"
        titoloBreve={`Livelli essenziali, ${nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigureLeps(leps)} />}
      />
      <div className="leps parti">
        {leps.ciclo === null ? (
          <SenzaQuadro nome={nome} id={ambito.id} />
        ) : (
          <>
            <SchedaAnni {...contenuto} />
            <SchedaConti {...contenuto} />
            <SchedaQuadro {...contenuto} />
            <SchedaDiscordanze {...contenuto} />
          </>
        )}
        <SchedaAssistenti {...contenuto} />
        <SchedaNido {...contenuto} />
        {leps.passati.length > 0 && <SchedaPassati {...contenuto} />}
      </div>
    </div>
  );
}

function SenzaQuadro({ nome, id }: { nome: string; id: string }) {
  return (
    <Vuoto livello={2} titolo="Qui ci sarebbe il quadro degli interventi, livello per livello">
      <p>
        Quali interventi sono livelli essenziali, quali hanno denaro e in quali anni, per quante persone. Per l’ambito
        di {nome} il quadro sinottico e le schede del Piano non sono ancora stati pubblicati.
      </p>
      <p>
        Li porta l’Ufficio di Piano (tabelle «servizi» e «programmazione»): bastano i file che ha già, in CSV o Excel.
        Finché non arrivano, nessuna cifra è stimata.
      </p>
      <p className="solo-schermo">
        <a href={indirizziApi.modelloCsv('servizi')} download>
          Modello per i servizi
        </a>{' '}
        ·{' '}
        <a href={indirizziApi.modelloCsv('programmazione')} download>
          Modello per le schede
        </a>
      </p>
      <p className="solo-schermo">
        Che cosa c’è già: <a href={indirizzi.panoramica(id)}>l’ambito in breve</a>,{' '}
        <a href={indirizzi.dati(id)}>le tabelle pubblicate</a>.
      </p>
    </Vuoto>
  );
}
