import { getRouteApi } from '@tanstack/react-router';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, readStatoConfronto } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { buildConfronto } from '../serie/confronto.ts';
import { describeFonti } from '../serie/fonti.ts';
import { shortNome } from '../serie/parole.ts';
import { chooseOsservazioni } from '../serie/scelta.ts';
import { buildRisposta, buildTitolo } from '../serie/titolo.ts';
import { Azioni } from './confronto/azioni.tsx';
import { Opzioni, SceltaIndicatore } from './confronto/comandi.tsx';
import { type DatiVista, describeMisura } from './confronto/stato.ts';
import { Vista } from './confronto/vista.tsx';

const rotta = getRouteApi('/$ambito/confronto');

export function ConfrontoRotta() {
  const { ricerca } = usePosizione();
  return <ConfrontoPagina {...rotta.useLoaderData()} stato={readStatoConfronto(ricerca)} />;
}

export function ConfrontoPagina(dati: DatiVista) {
  const { ambito, indicatore, osservazioni, residenti, versioni, stato } = dati;
  const nome = shortNome(ambito.nome);
  const scelta = chooseOsservazioni(osservazioni, stato);
  const confronto = buildConfronto({ ambito, indicatore, scelta, residenti });
  const risposta = buildRisposta(confronto);
  const conDati = confronto.voci.some((voce) => voce.figure.length > 0) || confronto.ambito !== null;
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Confronto comuni')}
        titolo={indicatore.domanda}
        titoloBreve={`${indicatore.titolo}, ${nome}`}
        risposta={risposta}
      />
      <div className="confronto-scelta">
        <SceltaIndicatore {...dati} />
      </div>
      <section className="scheda" aria-labelledby="grafico">
        <h2 id="grafico">{buildTitolo(confronto)}</h2>
        <p className="scheda-misura">{describeMisura(confronto, scelta)}</p>
        <Opzioni dati={dati} scelta={scelta} />
        {conDati ? (
          <Vista dati={dati} confronto={confronto} />
        ) : (
          <Vuoto titolo="Qui ci sarebbe il confronto tra i comuni">
            <p>
              Per l’ambito di {nome} nessuna tabella pubblicata porta questo dato. Lo porta l’Ufficio di Piano caricando
              la tabella che gli serve; finché non arriva, non si stima.
            </p>
            <p>
              <a href={indirizzi.indicatore(indicatore.id)}>Da quali tabelle si calcola</a>
            </p>
          </Vuoto>
        )}
        <div className="scheda-note">
          {confronto.note.map((nota) => (
            <p key={nota}>{nota}</p>
          ))}
          {confronto.origine.length > 0 && <p>Fonte: {describeFonti(confronto.origine, versioni)}.</p>}
          {confronto.origine.length > 0 && (
            <p>
              Edizione {formatNumero(ambito.edizione)} dei dati.{' '}
              <a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura e che cosa no</a>
            </p>
          )}
        </div>
        {conDati && <Azioni dati={dati} confronto={confronto} scelta={scelta} />}
      </section>
      <Avvertenze indicatore={indicatore} />
    </div>
  );
}

function Avvertenze({ indicatore }: { indicatore: IndicatoreDto }) {
  return (
    <section className="sezione" aria-labelledby="leggere">
      <h2 id="leggere">Come leggere questi numeri</h2>
      <p>
        <strong>Formula:</strong> {indicatore.formula}.
      </p>
      {indicatore.avvertenze.map((avvertenza) => (
        <p key={avvertenza}>{avvertenza}</p>
      ))}
      {indicatore.direzione === 'neutro' && <p>Un valore più alto o più basso non è, da solo, né meglio né peggio.</p>}
    </section>
  );
}
