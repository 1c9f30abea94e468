/** The services of the past ciclo, and what became of them. */
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Sigle } from '../../componenti/sigle.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { SegnoEsito } from '../../grafici/esito.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { titlePassati } from '../../serie/frasi-leps.ts';
import type { Contenuto } from './scheda.tsx';

export function SchedaPassati({ leps }: Contenuto) {
  const [primo] = leps.passati;
  const enti = [...new Set(leps.passati.map(({ ente }) => ente))];
  const [solo] = enti;
  return (
    <Scheda
      id="passati"
      titolo={titlePassati(leps)}
      misura={`Servizi del ciclo ${primo?.ciclo ?? ''}${enti.length === 1 && solo ? `, tutti di titolarità: ${solo}` : ''}.`}
    >
      {!leps.conRaccordo && (
        <Vuoto titolo="Che cosa è cambiato da allora è in verifica">
          <p>
            I servizi di prima e gli interventi di adesso hanno nomi diversi, e quale continua in quale non si indovina.
            Lo dichiara l’Ufficio di Piano in una tabella di raccordo di due colonne (
            <a href={indirizziApi.modelloCsv('raccordo')} download>
              modello
            </a>
            ).
          </p>
        </Vuoto>
      )}
      <div className="leps-passati">
        <Ripiego sommario={`Vedi ${leps.passati.length} servizi, uno per uno`}>
          <Tabella
            didascalia={`Servizi del ciclo ${primo?.ciclo ?? ''}`}
            testa="Servizio"
            colonne={[
              { chiave: 'attivo', titolo: 'Era attivo', etichetta: 'Era attivo' },
              ...(enti.length > 1 ? [{ chiave: 'ente', titolo: 'Di chi era', etichetta: 'Di chi era' }] : []),
              ...(leps.conRaccordo ? [{ chiave: 'ora', titolo: 'Continua in', etichetta: 'Continua in' }] : []),
            ]}
            righe={leps.passati.map(({ nome, attivo, ente, interventi }) => ({
              chiave: nome,
              testa: nome,
              celle: [
                <span key="a" className="leps-cella">
                  <SegnoEsito esito={attivo === 'SI' ? 'finanziato' : attivo === 'NO' ? 'zero' : 'non-indicato'} />
                  {attivo === 'SI' ? 'sì' : attivo === 'NO' ? 'no' : 'non indicato'}
                </span>,
                ...(enti.length > 1 ? [ente ?? 'non indicato'] : []),
                ...(leps.conRaccordo ? [interventi.length > 0 ? interventi.join(', ') : 'nessun intervento'] : []),
              ],
            }))}
          />
        </Ripiego>
        <Sigle testi={leps.passati.map(({ nome }) => nome)} />
      </div>
    </Scheda>
  );
}
