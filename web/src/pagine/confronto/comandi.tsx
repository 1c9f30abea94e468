/** The choices of the comparison: each is an address. */
import { type ReactNode, useId, useState } from 'react';
import type { IndicatoreDto } from '../../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../../functions/core/indicatori/indicatore.ts';
import { type GruppoScelte, SceltaDaElenco, Segmenti } from '../../componenti/comandi.tsx';
import { Icona } from '../../componenti/icona.tsx';
import { useVai } from '../../navigazione.tsx';
import { listFacce } from '../../serie/forme.ts';
import { capitalize, describeDimensione, NOMI_DIMENSIONE } from '../../serie/parole.ts';
import type { Alternative } from '../../serie/scelta.ts';
import type { GraficoConfronto } from '../../serie/stato-confronto.ts';
import { groupPerTema, nameTema } from '../../serie/temi.ts';
import { type DatiVista, hrefCon } from './stato.ts';

const NOMI_GRAFICO: Readonly<Record<GraficoConfronto, string>> = {
  barre: 'In ordine',
  andamento: 'Negli anni',
  profilo: 'Un comune',
  dispersione: 'Due indicatori',
  calore: 'Tutti a colori',
  multipli: 'Affiancati',
};

/** What stays of a view when it is looked at in another way: the subject, not the details of the chart one leaves. */
export function SceltaGrafico(dati: DatiVista) {
  const { stato } = dati;
  return (
    <nav className="confronto-grafici" aria-label="Come guardare i comuni">
      {Object.entries(NOMI_GRAFICO).map(([grafico, nome]) => (
        <a
          key={grafico}
          href={hrefCon(dati, {
            grafico: grafico as GraficoConfronto,
            indicatore: stato.indicatore,
            vista: 'grafico',
            per: 'indicatori',
            scala: 'valore',
          })}
          aria-current={grafico === stato.grafico ? 'true' : undefined}
        >
          {nome}
        </a>
      ))}
    </nav>
  );
}

interface ProprietaIndicatore {
  readonly dati: DatiVista;
  readonly etichetta: string;
  readonly valore: string;
  readonly hrefDi: (id: string) => string;
  /** Those that can be chosen; all of the catalogue, the ones without data apart, where absent. */
  readonly soli?: readonly IndicatoreDto[];
}

export function SceltaIndicatore({ dati, etichetta, valore, hrefDi, soli }: ProprietaIndicatore) {
  const { catalogo, conDati } = dati;
  const vai = useVai();
  const disponibili = soli ?? catalogo.filter(({ id }) => conDati.includes(id));
  const toVoce = ({ id, titolo }: IndicatoreDto) => ({ valore: id, testo: titolo });
  const gruppi: GruppoScelte[] = groupPerTema(disponibili).map(([tema, voci]) => ({
    titolo: nameTema(tema),
    voci: voci.map(toVoce),
  }));
  const altri = catalogo.filter(({ id }) =>
    soli ? id === valore && !soli.some((uno) => uno.id === id) : !conDati.includes(id),
  );
  if (altri.length > 0) gruppi.push({ titolo: 'Ancora senza dati', voci: altri.map(toVoce) });
  return (
    <SceltaDaElenco etichetta={etichetta} valore={valore} gruppi={gruppi} onScegli={(id) => vai(hrefDi(id))} larga />
  );
}

/** On a phone the choices wait behind a button: the chart comes first. */
export function Opzioni({ etichetta, children }: { etichetta: string; children: ReactNode }) {
  const [aperte, setAperte] = useState(false);
  const id = useId();
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
        {aperte ? 'Chiudi le opzioni' : etichetta}
      </button>
      <div id={id} className={`opzioni${aperte ? ' opzioni-aperte' : ''}`}>
        {children}
      </div>
    </>
  );
}

export function SceltaVista(dati: DatiVista) {
  const { vista } = dati.stato;
  return (
    <Segmenti
      etichetta="Vista"
      voci={[
        { testo: 'Grafico', href: hrefCon(dati, { vista: 'grafico' }), scelto: vista === 'grafico', icona: 'grafico' },
        { testo: 'Tabella', href: hrefCon(dati, { vista: 'tabella' }), scelto: vista === 'tabella', icona: 'tabella' },
      ]}
    />
  );
}

/** In all, for each resident, for each km²: where the quantity has more than one of these faces. */
export function SceltaMisura(dati: DatiVista) {
  const { ambito, catalogo, indicatore, stato } = dati;
  const facce = listFacce(indicatore, stato.forma, catalogo).filter(
    ({ forma }) => forma !== 'km2' || ambito.versioni.territorio !== undefined,
  );
  if (facce.length < 2) return null;
  return (
    <Segmenti
      etichetta="Misura"
      voci={facce.map(({ indicatore: id, forma, etichetta, scelta }) => ({
        testo: etichetta,
        href: hrefCon(dati, { indicatore: id, forma }),
        scelto: scelta,
      }))}
    />
  );
}

/** Up to this many choices stand side by side; more make a list. */
const SEGMENTI_MASSIMI = 3;

interface ProprietaScelta {
  readonly etichetta: string;
  readonly valori: readonly string[];
  readonly scelto: string;
  readonly hrefDi: (valore: string) => string;
  readonly testoDi: (valore: string) => string;
}

export function Scelta({ etichetta, valori, scelto, hrefDi, testoDi }: ProprietaScelta) {
  const vai = useVai();
  if (valori.length < 2) return null;
  return valori.length <= SEGMENTI_MASSIMI ? (
    <Segmenti
      etichetta={etichetta}
      voci={valori.map((valore) => ({ testo: testoDi(valore), href: hrefDi(valore), scelto: valore === scelto }))}
    />
  ) : (
    <SceltaDaElenco
      etichetta={etichetta}
      valore={scelto}
      gruppi={[{ voci: valori.map((valore) => ({ valore, testo: testoDi(valore) })) }]}
      onScegli={(valore) => vai(hrefDi(valore))}
    />
  );
}

interface ProprietaDimensioni {
  readonly alternative: readonly Alternative[];
  readonly hrefDi: (cambio: Dimensioni) => string;
  /** Of which indicator, where two stand together: ` (in verticale)`. */
  readonly coda?: string;
}

export function SceltaDimensioni({ alternative, hrefDi, coda = '' }: ProprietaDimensioni) {
  return alternative.map(({ dimensione, valori, scelto }) => (
    <Scelta
      key={dimensione}
      etichetta={`${NOMI_DIMENSIONE[dimensione]}${coda}`}
      valori={valori}
      scelto={scelto}
      hrefDi={(valore) => hrefDi({ [dimensione]: valore })}
      testoDi={(valore) => capitalize(describeDimensione(dimensione, valore))}
    />
  ));
}

export function SceltaEvidenza(dati: DatiVista) {
  const { ambito, stato } = dati;
  const vai = useVai();
  return (
    <SceltaDaElenco
      etichetta="Metti in evidenza"
      valore={ambito.comuni.find(({ codiceIstat }) => stato.evidenzia.includes(codiceIstat))?.codiceIstat ?? ''}
      gruppi={[
        {
          voci: [
            { valore: '', testo: 'Nessun comune' },
            ...ambito.comuni.map(({ codiceIstat, nome }) => ({ valore: codiceIstat, testo: nome })),
          ],
        },
      ]}
      onScegli={(codice) => vai(hrefCon(dati, { evidenzia: codice === '' ? [] : [codice] }))}
    />
  );
}
