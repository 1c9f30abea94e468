import { getRouteApi } from '@tanstack/react-router';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { buildRispostaServizi } from '../serie/risposta-servizi.ts';
import { readStatoServizi, type StatoServizi } from '../serie/stato-servizi.ts';
import { Cerca } from './servizi/cerca.tsx';
import { DoveChiedere, Passato, SenzaScheda } from './servizi/dintorni.tsx';
import { Elenco } from './servizi/elenco.tsx';
import type { DatiServizi } from './servizi/letture.ts';

export { loadServizi } from './servizi/letture.ts';

const rotta = getRouteApi('/$ambito/servizi');

export function ServiziRotta() {
  const { ricerca } = useVista();
  return <ServiziPagina {...rotta.useLoaderData()} stato={readStatoServizi(ricerca)} />;
}

export function ServiziPagina({ ambito, carta, versioni, stato }: DatiServizi & { stato: StatoServizi }) {
  const nome = shortNome(ambito.nome);
  const risposta = buildRispostaServizi(carta);
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Servizi')}
        titolo="Quali servizi ci sono, e per chi?"
        titoloBreve={`Servizi sociali, ${nome}`}
        risposta={risposta}
      />
      {carta.ciclo === null ? (
        <Vuoto titolo="Qui ci sarebbe l’elenco dei servizi" livello={2}>
          <p>
            Per chi è ogni servizio, che cosa costa, quante persone prevede. Lo porta l’Ufficio di Piano dell’ambito di{' '}
            {nome}, caricando l’elenco dei servizi e le schede del suo Piano di Zona.
          </p>
          <p>
            <a href={indirizzi.dati(ambito.id)}>Le tabelle che ci sono già</a>
          </p>
        </Vuoto>
      ) : (
        <>
          <Cerca ambito={ambito.id} servizi={carta.servizi} stato={stato} />
          <Elenco ambito={ambito.id} carta={carta} versioni={versioni} stato={stato} />
          <DoveChiedere ambito={ambito.id} carta={carta} />
          <SenzaScheda carta={carta} />
          <Passato carta={carta} />
        </>
      )}
    </div>
  );
}
