import { getRouteApi } from '@tanstack/react-router';
import { formatData } from '../../../functions/core/formato.ts';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { countOf, joinNomi, shortNome } from '../serie/parole.ts';

const rotta = getRouteApi('/');

export function IniziaRotta() {
  return <IniziaPagina {...rotta.useLoaderData()} />;
}

export function IniziaPagina({ ambiti }: { ambiti: readonly AmbitoDto[] }) {
  return (
    <div className="pagina pagina-inizio">
      <TestaPagina
        titolo="Di quale ambito vuoi vedere i conti, i servizi e i dati?"
        titoloBreve="Scegli l’ambito"
        descrizione="I conti, i servizi e i dati degli Ambiti territoriali sociali, con ogni cifra riconducibile al documento da cui viene."
        risposta="Un ambito territoriale sociale riunisce più comuni che gestiscono insieme i servizi sociali. Ogni cifra porta al documento da cui viene."
      />
      {ambiti.length === 0 && (
        <Vuoto titolo="Nessun ambito è ancora registrato" livello={2}>
          <p>Qui compaiono gli ambiti appena l’Ufficio di Piano pubblica la prima tabella.</p>
        </Vuoto>
      )}
      <ul className="ambiti">
        {ambiti.map((ambito) => (
          <li key={ambito.id}>
            <CartaAmbito ambito={ambito} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function CartaAmbito({ ambito }: { ambito: AmbitoDto }) {
  const tabelle = Object.keys(ambito.versioni).length;
  const capofila = ambito.comuni.find((c) => c.codiceIstat === ambito.capofila);
  const altri = ambito.comuni.filter((c) => c !== capofila).map((c) => c.nome);
  return (
    <a className="ambito" href={indirizzi.panoramica(ambito.id)}>
      <span className="ambito-nome">{shortNome(ambito.nome)}</span>
      <span className="ambito-comuni">
        {capofila ? `${capofila.nome} (capofila), ${joinNomi(altri, 20)}` : joinNomi(altri, 20)}
      </span>
      <span className="ambito-stato">
        {countOf(ambito.comuni.length, 'comune', 'comuni')} ·{' '}
        {tabelle === 0
          ? 'nessuna tabella pubblicata'
          : `${countOf(tabelle, 'tabella', 'tabelle')} ${tabelle === 1 ? 'pubblicata' : 'pubblicate'}`}
        {ambito.pubblicataIl && ` · aggiornato il ${formatData(ambito.pubblicataIl)}`}
      </span>
    </a>
  );
}
