import { getRouteApi } from '@tanstack/react-router';
import { formatData, formatNumero } from '../../../functions/core/formato.ts';
import { DaDove } from '../componenti/cifra.tsx';
import { Pulsante } from '../componenti/comandi.tsx';
import { IndirizzoVivo } from '../componenti/indirizzo-vivo.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { joinNomi, shortNome } from '../serie/parole.ts';
import { outlineRelazione, type Sommario } from '../serie/relazione.ts';
import { buildRispostaPanoramica, listFigurePanoramica } from '../serie/risposta-panoramica.ts';
import { UnCapitolo } from './relazione/capitolo.tsx';
import type { DatiRelazione } from './relazione/letture.ts';
import { MANCANTI, Mancanti } from './relazione/mancanti.tsx';
import { QUALITA, Qualita } from './relazione/qualita.tsx';

export { loadRelazione } from './relazione/letture.ts';

const rotta = getRouteApi('/$ambito/relazione');

export function RelazioneRotta() {
  return <RelazionePagina {...rotta.useLoaderData()} />;
}

export function RelazionePagina({ materia, tipi }: DatiRelazione) {
  const { ambito } = materia;
  const nome = shortNome(ambito.nome);
  const sommario = outlineRelazione(materia, tipi);
  const risposta = buildRispostaPanoramica(materia);
  return (
    <div className="pagina relazione parti">
      <div className="copertina">
        <TestaPagina
          briciole={listBriciole(ambito, 'Relazione Sociale')}
          genere={`Relazione Sociale${sommario.anno ? `, dati al ${sommario.anno}` : ''}`}
          titolo={`Come stanno le persone e i servizi nell’ambito di ${nome}?`}
          titoloBreve={`Relazione Sociale, ${nome}`}
          risposta={risposta}
          origine={<DaDove figure={listFigurePanoramica(materia)} />}
        />
        <p className="copertina-comuni solo-stampa">
          {joinNomi(
            ambito.comuni.map((comune) => comune.nome),
            40,
          )}
        </p>
        <p className="minuto copertina-edizione">
          Edizione {formatNumero(ambito.edizione)} dei dati
          {ambito.pubblicataIl && `, pubblicata il ${formatData(ambito.pubblicataIl)}`}. Ogni cifra cita il suo
          documento.
        </p>
        <IndirizzoVivo />
        <div className="azioni solo-schermo">
          <Pulsante icona="stampa" onClick={() => window.print()}>
            Stampa o salva in PDF
          </Pulsante>
        </div>
      </div>
      <Indice {...sommario} />
      {sommario.capitoli.map((nominato) => (
        <UnCapitolo key={nominato.id} nominato={nominato} materia={materia} />
      ))}
      <Qualita numero={sommario.capitoli.length + 1} materia={materia} />
      {sommario.mancanti.length > 0 && (
        <Mancanti numero={sommario.capitoli.length + 2} mancanti={sommario.mancanti} ambito={ambito.id} />
      )}
    </div>
  );
}

function Indice({ capitoli, mancanti }: Sommario) {
  const voci = [...capitoli, QUALITA, ...(mancanti.length > 0 ? [MANCANTI] : [])];
  return (
    <nav className="indice" aria-labelledby="indice">
      <h2 id="indice">In questa relazione</h2>
      <ol>
        {voci.map(({ id, titolo }) => (
          <li key={id}>
            <a href={`#${id}`}>{titolo}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
