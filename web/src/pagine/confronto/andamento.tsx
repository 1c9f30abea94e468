/** One indicator over the years, a line for each comune. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { Linee } from '../../grafici/linee.tsx';
import { type ModelloLinee, toModelloLinee } from '../../grafici/modello-linee.ts';
import { indirizzi } from '../../indirizzi.ts';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import type { Voce } from '../../serie/confronto.ts';
import { listFigureNegliAnni, tellNegliAnni, titleNegliAnni } from '../../serie/frasi-negli-anni.ts';
import { buildNegliAnni, type NegliAnni } from '../../serie/negli-anni.ts';
import { capitalize, describeDimensione, joinNomi } from '../../serie/parole.ts';
import { describeUnita } from '../../serie/valore.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaEvidenza, SceltaIndicatore, SceltaMisura, SceltaVista } from './comandi.tsx';
import { Avvertenze, Quadro, SenzaDati } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';
import { Tavola } from './tavola.tsx';

export function Andamento(dati: DatiVista) {
  const { ambito, indicatore, osservazioni, divisore, stato } = dati;
  const anni = buildNegliAnni({ ambito, indicatore, osservazioni, richiesta: stato, divisore, scala: stato.scala });
  const modello = anni.periodi.length > 1 ? toModelloLinee(anni, stato.evidenzia) : null;
  const titolo = titleNegliAnni(anni, ambito.comuni.length);
  const misura = describeMisuraAnni(anni);
  return (
    <Quadro
      dati={dati}
      domanda={`${indicatore.titolo}: che cosa è cambiato negli anni?`}
      argomento={`${indicatore.titolo} negli anni`}
      risposta={tellNegliAnni(anni, ambito.comuni.length)}
      figure={listFigureNegliAnni(anni)}
      scelte={
        <SceltaIndicatore
          dati={dati}
          etichetta="Indicatore"
          valore={indicatore.id}
          hrefDi={(id) =>
            indirizzi.confronto(ambito.id, {
              grafico: 'andamento',
              indicatore: id,
              vista: stato.vista,
              evidenzia: stato.evidenzia,
            })
          }
        />
      }
      avvisi={listRipieghi(
        { dimensioni: stato.dimensioni },
        { periodo: null, alternative: anni.alternative },
        indicatore.id,
      )}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Scala, misura, tabella…">
          {modello && <SceltaVista {...dati} />}
          {anni.conVariazione && (
            <Segmenti
              etichetta="Scala"
              voci={[
                { testo: 'Valore', href: hrefCon(dati, { scala: 'valore' }), scelto: anni.scala === 'valore' },
                {
                  testo: `Cambiamento dal ${anni.periodi[0]}`,
                  href: hrefCon(dati, { scala: 'variazione' }),
                  scelto: anni.scala === 'variazione',
                },
              ]}
            />
          )}
          <SceltaMisura {...dati} />
          <SceltaDimensioni
            alternative={anni.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
          {modello && <SceltaEvidenza {...dati} />}
        </Opzioni>
      }
      note={anni.note}
      origine={anni.origine}
      approfondisci={<a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura e che cosa no</a>}
      azioni={
        modello && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={anni.origine}
            parti={anni.confronti.map((confronto) => ({ confronto, dimensioni: anni.dimensioni }))}
            draw={async () => (await import('../../grafici/esportazione-linee.ts')).drawLinee(modello)}
          />
        )
      }
      dopo={<Avvertenze indicatore={indicatore} />}
    >
      {modello ? <Disegno dati={dati} anni={anni} modello={modello} /> : <UnSoloPeriodo dati={dati} anni={anni} />}
    </Quadro>
  );
}

function describeMisuraAnni({ misurato, alternative, scala, periodi }: NegliAnni): string {
  const unita =
    scala === 'variazione'
      ? `Variazione in percentuale dal ${periodi[0]} al ${periodi.at(-1)}`
      : capitalize(describeUnita(misurato.unita));
  const dimensioni = alternative.map(({ dimensione, scelto }) => describeDimensione(dimensione, scelto));
  return [unita, scala === 'variazione' ? null : periodi.join(', '), ...dimensioni].filter(Boolean).join(', ');
}

function Disegno({ dati, anni, modello }: { dati: DatiVista; anni: NegliAnni; modello: ModelloLinee }) {
  const { ambito, stato } = dati;
  const spiega = useSpiega();
  const hrefOf = ({ figure }: Voce) => (figure.length > 0 ? spiega(...figure) : null);
  if (stato.vista === 'tabella') {
    const linee = new Map([...anni.linee, ...(anni.ambito ? [anni.ambito] : [])].map((una) => [una.codice, una]));
    const find = (codice: string | null, periodo: string) =>
      linee.get(codice)?.punti.find((punto) => punto.periodo === periodo)?.voce ??
      (anni.scala === 'valore' && codice === null
        ? (anni.confronti.find((uno) => uno.periodo === periodo)?.ambito ?? null)
        : null);
    return (
      <Tavola
        dati={dati}
        didascalia={titleNegliAnni(anni, ambito.comuni.length)}
        colonne={anni.periodi.map((periodo) => ({
          chiave: periodo,
          titolo: periodo,
          etichetta: periodo,
          voceOf: (codice) => find(codice, periodo),
        }))}
        hrefOf={hrefOf}
      />
    );
  }
  const mancanti = anni.linee.flatMap(({ nome, punti }) => {
    const vuoti = punti.filter(({ voce }) => voce.valore === null);
    return vuoti.length > 0 ? [`${nome} (${joinNomi(vuoti.map(({ periodo }) => periodo))})`] : [];
  });
  return (
    <>
      <Linee
        titolo={titleNegliAnni(anni, ambito.comuni.length)}
        modello={modello}
        hrefOf={hrefOf}
        segnoOf={({ chiave, nome, punti }) => {
          const segnalazioni = punti.flatMap(({ voce }) => voce.segnalazioni);
          if (segnalazioni.length === 0) return null;
          return (
            <span key={chiave} className="linee-segno">
              {nome}
              <Segno
                ambito={ambito.id}
                comune={chiave === 'ambito' ? null : chiave}
                nome={nome}
                segnalazioni={segnalazioni}
              />
            </span>
          );
        }}
      />
      {mancanti.length > 0 && (
        <p className="minuto">La linea si interrompe dove il dato manca: {joinNomi(mancanti, 20)}.</p>
      )}
      {modello.conSalti && (
        <p className="minuto">A puntini: degli anni in mezzo nessuna tabella pubblicata porta il dato.</p>
      )}
      {modello.asse.min > 0 && <p className="minuto">La scala non parte da zero, per far vedere i cambiamenti.</p>}
    </>
  );
}

function UnSoloPeriodo({ dati, anni }: { dati: DatiVista; anni: NegliAnni }) {
  const [solo] = anni.periodi;
  if (solo === undefined) return <SenzaDati dati={dati} />;
  return (
    <Vuoto titolo="Qui ci sarebbero le linee degli anni">
      <p>
        I documenti pubblicati portano questo dato in un solo periodo: {solo}. Per vedere un andamento ne serve almeno
        un altro, misurato allo stesso modo: lo porta l’Ufficio di Piano caricando la tabella di un altro anno.
      </p>
      <p>
        <a href={hrefCon(dati, { grafico: 'barre' })}>I comuni in ordine, nel {solo}</a>
      </p>
    </Vuoto>
  );
}
