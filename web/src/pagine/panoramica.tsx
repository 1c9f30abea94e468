import { getRouteApi } from '@tanstack/react-router';
import { DaDove } from '../componenti/cifra.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { buildCifre } from '../serie/panoramica.ts';
import { shortNome } from '../serie/parole.ts';
import { buildRispostaPanoramica, listFigurePanoramica } from '../serie/risposta-panoramica.ts';
import { Cambiamenti } from './panoramica/cambiamenti.tsx';
import { UnaCifra } from './panoramica/cifra-chiave.tsx';
import { CoperturaTabelle } from './panoramica/copertura.tsx';
import { ANCORA_DOMANDE, Domande } from './panoramica/domande.tsx';
import { GraficoComuni } from './panoramica/grafico-comuni.tsx';
import { findEta, GraficoEta } from './panoramica/grafico-eta.tsx';
import type { DatiPanoramica } from './panoramica/letture.ts';
import { Risposte } from './panoramica/risposte.tsx';
import { TavolaComuni } from './panoramica/tavola-comuni.tsx';

export { loadPanoramica } from './panoramica/letture.ts';

const rotta = getRouteApi('/$ambito/');

export function PanoramicaRotta() {
  return <PanoramicaPagina {...rotta.useLoaderData()} />;
}

export function PanoramicaPagina({ materia, tipi, ambiti }: DatiPanoramica) {
  const { ambito } = materia;
  const nome = shortNome(ambito.nome);
  const risposta = buildRispostaPanoramica(materia);
  const eta = findEta(materia);
  const comuni = <GraficoComuni materia={materia} ids={['spesa-storica-procapite', 'popolazione']} />;
  const altri = ambiti.filter((altro) => altro.id !== ambito.id);
  return (
    <div className="pagina parti">
      <TestaPagina
        briciole={listBriciole(ambito)}
        titolo={`Com’è l’ambito di ${nome}, in breve?`}
        titoloBreve={`Ambito di ${nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigurePanoramica(materia)} />}
      />
      <p className="vai-alle-domande solo-schermo">
        <a href={`#${ANCORA_DOMANDE}`}>Vai alle domande più frequenti</a>
      </p>
      <div className="panoramica parti">
        {eta ? <GraficoEta materia={materia} eta={eta} /> : comuni}
        <section className="panoramica-cifre" aria-labelledby="cifre">
          <h2 className="solo-lettori" id="cifre">
            Le cifre principali
          </h2>
          <ul className="cifre">
            {buildCifre(materia).map((cifra) => (
              <li key={cifra.id}>
                <UnaCifra cifra={cifra} ambito={ambito.id} nome={nome} />
              </li>
            ))}
          </ul>
        </section>
        {eta && comuni}
      </div>
      <Domande ambito={ambito} />
      <Cambiamenti materia={materia} />
      <TavolaComuni materia={materia} />
      <Risposte ambito={ambito.id} />
      <CoperturaTabelle materia={materia} tipi={tipi} />
      {altri.length > 0 && (
        <section className="sezione solo-schermo" aria-labelledby="altri">
          <h2 id="altri">Gli altri ambiti</h2>
          <ul className="link-in-fila">
            {altri.map((altro) => (
              <li key={altro.id}>
                <a href={indirizzi.panoramica(altro.id)}>{shortNome(altro.nome)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
