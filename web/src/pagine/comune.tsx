import { getRouteApi } from '@tanstack/react-router';
import { DaDove } from '../componenti/cifra.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { buildProfilo, type SezioneProfilo } from '../serie/comune.ts';
import { createRaccolta } from '../serie/raccolta.ts';
import { listFigureComune, tellComune } from '../serie/risposta-comune.ts';
import { Altri } from './comune/altri.tsx';
import { Eta } from './comune/eta.tsx';
import type { DatiComune } from './comune/letture.ts';
import { Mancano } from './comune/mancano.tsx';
import { Profilo } from './comune/profilo.tsx';
import { Segnalazioni } from './comune/segnalazioni.tsx';

export { loadComune } from './comune/letture.ts';

const rotta = getRouteApi('/$ambito/comuni/$codice');

export function ComuneRotta() {
  return <ComunePagina {...rotta.useLoaderData()} />;
}

export function ComunePagina(dati: DatiComune) {
  const { ambito, comune } = dati;
  const sezioni = buildProfilo(dati, comune.codiceIstat);
  const risposta = tellComune(sezioni, comune.nome, findResidentiAmbito(dati, sezioni));
  return (
    <div className="pagina pagina-comune">
      <TestaPagina
        briciole={listBriciole(ambito, `Comune di ${comune.nome}`)}
        titolo={`${comune.nome}: chi ci vive, quanto spende, quanto mette?`}
        titoloBreve={`Comune di ${comune.nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigureComune(sezioni)} />}
      />
      <Altri {...dati} />
      <div className="comune">
        <Profilo {...dati} sezioni={sezioni} />
        <div className="comune-lato parti">
          <Eta {...dati} />
          <Segnalazioni {...dati} />
          <Mancano sezioni={sezioni} ambito={ambito.id} />
        </div>
      </div>
    </div>
  );
}

/** Of the same count and day as the comune's. */
function findResidentiAmbito(
  { osservazioni, catalogo }: DatiComune,
  sezioni: readonly SezioneProfilo[],
): number | null {
  const suoi = sezioni.flatMap(({ voci }) => voci).find(({ chiave }) => chiave === 'popolazione')?.dato.osservazione;
  if (!suoi) return null;
  const { rilevazione } = suoi.dimensioni;
  const dato = createRaccolta(osservazioni, catalogo).findPresente({
    id: 'popolazione',
    comune: null,
    periodo: suoi.periodo,
    ...(rilevazione === undefined ? {} : { dimensioni: { rilevazione } }),
  });
  return dato?.valore ?? null;
}
