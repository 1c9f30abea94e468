import { useId, useState } from 'react';
import type { IndicatoreDto } from '../../../../functions/core/http/schemi.ts';
import { type GruppoScelte, SceltaDaElenco, Segmenti } from '../../componenti/comandi.tsx';
import { Icona } from '../../componenti/icona.tsx';
import { indirizzi, type StatoConfronto } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { listFacce } from '../../serie/forme.ts';
import { capitalize, describeDimensione, NOMI_DIMENSIONE } from '../../serie/parole.ts';
import type { Scelta } from '../../serie/scelta.ts';
import type { DatiVista } from './stato.ts';

const TEMI: Readonly<Record<string, string>> = {
  persone: 'Persone',
  famiglie: 'Famiglie',
  territorio: 'Territorio',
  spesa: 'Spesa',
  cofinanziamento: 'Cofinanziamento',
};

export function SceltaIndicatore({ ambito, catalogo, indicatore, conDati, stato }: DatiVista) {
  const vai = useVai();
  const disponibili = catalogo.filter(({ id }) => conDati.includes(id));
  const perTema = groupPerTema(disponibili);
  const assenti = catalogo.filter(({ id }) => !conDati.includes(id));
  const gruppi: GruppoScelte[] = [...perTema].map(([tema, voci]) => ({
    titolo: TEMI[tema] ?? capitalize(tema),
    voci: voci.map(({ id, titolo }) => ({ valore: id, testo: titolo })),
  }));
  if (assenti.length > 0) {
    gruppi.push({
      titolo: 'Ancora senza dati',
      voci: assenti.map(({ id, titolo }) => ({ valore: id, testo: titolo })),
    });
  }
  return (
    <SceltaDaElenco
      etichetta="Indicatore"
      valore={indicatore.id}
      gruppi={gruppi}
      onScegli={(id) =>
        vai(indirizzi.confronto(ambito.id, { indicatore: id, vista: stato.vista, evidenzia: stato.evidenzia }))
      }
      larga
    />
  );
}

function groupPerTema(indicatori: readonly IndicatoreDto[]): Map<string, IndicatoreDto[]> {
  const gruppi = new Map<string, IndicatoreDto[]>();
  for (const indicatore of indicatori)
    gruppi.set(indicatore.tema, [...(gruppi.get(indicatore.tema) ?? []), indicatore]);
  return gruppi;
}

/** Up to this many choices stand side by side; more make a list. */
const SEGMENTI_MASSIMI = 3;

export function Opzioni({ dati, scelta }: { dati: DatiVista; scelta: Scelta }) {
  const { ambito, catalogo, indicatore, stato } = dati;
  const [aperte, setAperte] = useState(false);
  const id = useId();
  const vai = useVai();
  const hrefOf = (cambio: Partial<StatoConfronto>) =>
    indirizzi.confronto(ambito.id, { ...stato, indicatore: indicatore.id, ...cambio });
  const facce = listFacce(indicatore, stato.forma, catalogo);
  const scegli = ({ etichetta, valori, scelto, hrefDi, testoDi }: CampoScelta) =>
    valori.length <= SEGMENTI_MASSIMI ? (
      <Segmenti
        key={etichetta}
        etichetta={etichetta}
        voci={valori.map((valore) => ({ testo: testoDi(valore), href: hrefDi(valore), scelto: valore === scelto }))}
      />
    ) : (
      <SceltaDaElenco
        key={etichetta}
        etichetta={etichetta}
        valore={scelto}
        gruppi={[{ voci: valori.map((valore) => ({ valore, testo: testoDi(valore) })) }]}
        onScegli={(valore) => vai(hrefDi(valore))}
      />
    );
  return (
    <>
      <button
        type="button"
        className="azione opzioni-apri solo-schermo"
        aria-expanded={aperte}
        aria-controls={id}
        onClick={() => setAperte(!aperte)}
      >
        <Icona nome={aperte ? 'chiudi' : 'menu'} />
        {aperte ? 'Chiudi le opzioni' : 'Periodo, misura, tabella…'}
      </button>
      <div id={id} className={`opzioni${aperte ? ' opzioni-aperte' : ''}`}>
        <Segmenti
          etichetta="Vista"
          voci={[
            {
              testo: 'Grafico',
              href: hrefOf({ vista: 'grafico' }),
              scelto: stato.vista === 'grafico',
              icona: 'grafico',
            },
            {
              testo: 'Tabella',
              href: hrefOf({ vista: 'tabella' }),
              scelto: stato.vista === 'tabella',
              icona: 'tabella',
            },
          ]}
        />
        {facce.length > 1 && (
          <Segmenti
            etichetta="Misura"
            voci={facce.map(({ indicatore: altro, forma, etichetta, scelta: scelto }) => ({
              testo: etichetta,
              href: hrefOf({ indicatore: altro, forma }),
              scelto,
            }))}
          />
        )}
        {scelta.periodo !== null &&
          scelta.periodi.length > 1 &&
          scegli({
            etichetta: 'Periodo',
            valori: scelta.periodi,
            scelto: scelta.periodo,
            hrefDi: (periodo) => hrefOf({ periodo }),
            testoDi: (periodo) => periodo,
          })}
        {scelta.alternative
          .filter(({ valori }) => valori.length > 1)
          .map(({ dimensione, valori, scelto }) =>
            scegli({
              etichetta: NOMI_DIMENSIONE[dimensione],
              valori,
              scelto,
              hrefDi: (valore) => hrefOf({ dimensioni: { ...stato.dimensioni, [dimensione]: valore } }),
              testoDi: (valore) => capitalize(describeDimensione(dimensione, valore)),
            }),
          )}
        <SceltaDaElenco
          etichetta="Metti in evidenza"
          valore={stato.evidenzia[0] ?? ''}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Nessun comune' },
                ...ambito.comuni.map(({ codiceIstat, nome }) => ({ valore: codiceIstat, testo: nome })),
              ],
            },
          ]}
          onScegli={(codice) => vai(hrefOf({ evidenzia: codice === '' ? [] : [codice] }))}
        />
      </div>
    </>
  );
}

interface CampoScelta {
  readonly etichetta: string;
  readonly valori: readonly string[];
  readonly scelto: string;
  readonly hrefDi: (valore: string) => string;
  readonly testoDi: (valore: string) => string;
}
