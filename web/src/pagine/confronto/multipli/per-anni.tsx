/** A chart for each year, all on one scale. */
import { toModello } from '../../../grafici/modello.ts';
import { createScala } from '../../../grafici/scala.ts';
import { listFigureNegliAnni, tellNegliAnni, titleNegliAnni } from '../../../serie/frasi-negli-anni.ts';
import { buildNegliAnni } from '../../../serie/negli-anni.ts';
import { capitalize, describeDimensione } from '../../../serie/parole.ts';
import { describeUnita } from '../../../serie/valore.ts';
import { SceltaIndicatore } from '../comandi.tsx';
import { type DatiVista, hrefCon } from '../stato.ts';
import { sortComeGuida } from './guida.ts';
import { Pagina } from './pagina.tsx';
import type { Riquadro } from './riquadri.tsx';

export function PerAnni(dati: DatiVista) {
  const { ambito, indicatore, osservazioni, divisore, stato } = dati;
  const anni = buildNegliAnni({ ambito, indicatore, osservazioni, richiesta: stato, divisore, scala: 'valore' });
  const ultimo = anni.confronti.at(-1);
  const ordinati = anni.confronti.map((uno) => (ultimo ? sortComeGuida(uno, ultimo) : uno));
  const valori = ordinati.flatMap(({ voci, ambito: intero, ambitoComparabile }) =>
    [...voci, ...(intero && ambitoComparabile ? [intero] : [])].flatMap(({ valore }) => valore ?? []),
  );
  const scala = createScala(valori, anni.zeroSignificativo);
  const riquadri = ordinati.map((confronto): Riquadro => {
    const periodo = confronto.periodo ?? '';
    return {
      chiave: periodo,
      titolo: periodo,
      href: hrefCon(dati, { grafico: 'barre', periodo, dimensioni: anni.dimensioni, per: 'indicatori' }),
      sotto: capitalize(describeUnita(confronto.unita)),
      confronto,
      modello: { ...toModello(confronto, stato.evidenzia), scala },
      dimensioni: anni.dimensioni,
    };
  });
  const dimensioni = anni.alternative.map(({ dimensione, scelto }) => describeDimensione(dimensione, scelto));
  return (
    <Pagina
      dati={dati}
      domanda={`${indicatore.titolo}: anno per anno, chi sta dove?`}
      argomento={`${indicatore.titolo}, anno per anno`}
      risposta={tellNegliAnni(anni, ambito.comuni.length)}
      figure={listFigureNegliAnni(anni)}
      titolo={titleNegliAnni(anni, ambito.comuni.length)}
      misura={[
        capitalize(describeUnita(anni.misurato.unita)),
        ...dimensioni,
        'un riquadro per anno, la stessa scala per tutti, i comuni in ordine dell’ultimo anno',
      ].join(', ')}
      riquadri={riquadri}
      alternative={anni.alternative}
      scelte={
        <SceltaIndicatore
          dati={dati}
          etichetta="Indicatore"
          valore={indicatore.id}
          hrefDi={(id) => hrefCon(dati, { indicatore: id, periodo: undefined, dimensioni: {} })}
        />
      }
    />
  );
}
