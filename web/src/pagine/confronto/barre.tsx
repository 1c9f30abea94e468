/** The comuni in order, by one indicator in one period. */
import { indirizzi } from '../../indirizzi.ts';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import { buildConfronto } from '../../serie/confronto.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
import { buildRisposta, buildTitolo, listFigureRisposta } from '../../serie/titolo.ts';
import { Azioni } from './azioni.tsx';
import {
  Opzioni,
  Scelta,
  SceltaDimensioni,
  SceltaEvidenza,
  SceltaIndicatore,
  SceltaMisura,
  SceltaVista,
} from './comandi.tsx';
import { Avvertenze, Quadro, SenzaDati } from './quadro.tsx';
import { type DatiVista, describeMisura, hrefCon } from './stato.ts';
import { Vista } from './vista.tsx';

export function InOrdine(dati: DatiVista) {
  const { ambito, indicatore, osservazioni, divisore, stato } = dati;
  const scelta = chooseOsservazioni(osservazioni, stato);
  const confronto = buildConfronto({ ambito, indicatore, scelta, divisore });
  const conDati = confronto.voci.some((voce) => voce.figure.length > 0) || confronto.ambito !== null;
  return (
    <Quadro
      dati={dati}
      domanda={indicatore.domanda}
      argomento={indicatore.titolo}
      risposta={buildRisposta(confronto)}
      figure={listFigureRisposta(confronto)}
      scelte={
        <SceltaIndicatore
          dati={dati}
          etichetta="Indicatore"
          valore={indicatore.id}
          hrefDi={(id) =>
            indirizzi.confronto(ambito.id, { indicatore: id, vista: stato.vista, evidenzia: stato.evidenzia })
          }
        />
      }
      avvisi={listRipieghi(stato, scelta, indicatore.id)}
      titolo={buildTitolo(confronto)}
      misura={describeMisura(confronto, scelta)}
      opzioni={
        <Opzioni etichetta="Periodo, misura, tabella…">
          <SceltaVista {...dati} />
          <SceltaMisura {...dati} />
          {scelta.periodo !== null && (
            <Scelta
              etichetta="Periodo"
              valori={scelta.periodi}
              scelto={scelta.periodo}
              hrefDi={(periodo) => hrefCon(dati, { periodo })}
              testoDi={(periodo) => periodo}
            />
          )}
          <SceltaDimensioni
            alternative={scelta.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
          <SceltaEvidenza {...dati} />
        </Opzioni>
      }
      note={confronto.note}
      origine={confronto.origine}
      approfondisci={<a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura e che cosa no</a>}
      azioni={conDati && <Azioni dati={dati} confronto={confronto} scelta={scelta} />}
      dopo={<Avvertenze indicatore={indicatore} />}
    >
      {conDati ? <Vista dati={dati} confronto={confronto} /> : <SenzaDati dati={dati} />}
    </Quadro>
  );
}
