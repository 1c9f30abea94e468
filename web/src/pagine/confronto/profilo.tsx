/** One comune beside the others: every indicator that can be compared, a line each. */
import { useId } from 'react';
import { useSpiega } from '../../componenti/cifra.tsx';
import { SceltaDaElenco } from '../../componenti/comandi.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { Striscia } from '../../grafici/striscia.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import type { Voce } from '../../serie/confronto.ts';
import { uniqueOrigine } from '../../serie/confronto.ts';
import { buildInsieme } from '../../serie/insieme.ts';
import { shortNome, withoutPunto } from '../../serie/parole.ts';
import {
  buildProfilo,
  type GruppoProfilo,
  type RigaProfilo,
  tellDirezione,
  tellProfilo,
  titleProfilo,
} from '../../serie/profilo.ts';
import { nameTema } from '../../serie/temi.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaVista } from './comandi.tsx';
import { SceltaQuali } from './comandi-insieme.tsx';
import { Mancanze } from './mancanze.tsx';
import { Quadro } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';
import { CellaVoce } from './tavola.tsx';

export function Profilo(dati: DatiVista) {
  const { ambito, catalogo, osservazioni, stato } = dati;
  const vai = useVai();
  const comune = ambito.comuni.find(({ codiceIstat }) => stato.evidenzia.includes(codiceIstat)) ?? ambito.comuni[0];
  const quali = stato.quali ?? 'rapporti';
  const insieme = buildInsieme({
    ambito,
    catalogo,
    osservazioni,
    richiesta: { dimensioni: stato.dimensioni },
    quali,
  });
  if (!comune) return null;
  const { codiceIstat, nome } = comune;
  const gruppi = buildProfilo(insieme, codiceIstat);
  const titolo = titleProfilo(gruppi, nome);
  const misura = `Il valore di ${nome}, quelli degli altri comuni e quello dell’intero ambito: ogni riga ha la sua scala`;
  const origine = uniqueOrigine(insieme.colonne.flatMap(({ confronto }) => confronto.origine));
  return (
    <Quadro
      dati={dati}
      domanda={`Dove sta ${nome} rispetto agli altri comuni?`}
      argomento={`${nome} e gli altri comuni`}
      risposta={tellProfilo(gruppi, nome)}
      scelte={
        <SceltaDaElenco
          etichetta="Comune"
          valore={codiceIstat}
          gruppi={[{ voci: ambito.comuni.map((uno) => ({ valore: uno.codiceIstat, testo: uno.nome })) }]}
          onScegli={(codice) => vai(hrefCon(dati, { indicatore: stato.indicatore, evidenzia: [codice] }))}
          larga
        />
      }
      avvisi={listRipieghi({ dimensioni: stato.dimensioni }, { periodo: null, alternative: insieme.alternative }, '')}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Indicatori, fascia, tabella…">
          <SceltaVista {...dati} />
          <SceltaQuali dati={dati} quali={quali} />
          <SceltaDimensioni
            alternative={insieme.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
        </Opzioni>
      }
      note={['«Più alto» e «più basso» dicono un posto, non un merito.']}
      origine={origine}
      approfondisci={<a href={indirizzi.comune(ambito.id, codiceIstat)}>Tutto su {nome}, in una pagina</a>}
      azioni={
        gruppi.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={insieme.colonne.map(({ confronto, scelta }) => ({ confronto, dimensioni: scelta.dimensioni }))}
            draw={async () => (await import('../../grafici/esportazione-profilo.ts')).drawProfilo(gruppi)}
          />
        )
      }
      dopo={<Mancanze dati={dati} senzaComuni={insieme.senzaComuni} />}
    >
      {stato.vista === 'tabella' ? (
        <TavolaProfilo dati={dati} gruppi={gruppi} titolo={titolo} nome={nome} />
      ) : (
        <Righe dati={dati} gruppi={gruppi} nome={nome} />
      )}
    </Quadro>
  );
}

function useHrefVoce(): (voce: Voce) => string | null {
  const spiega = useSpiega();
  return ({ figure }) => (figure.length > 0 ? spiega(...figure) : null);
}

function Righe({ dati, gruppi, nome }: { dati: DatiVista; gruppi: readonly GruppoProfilo[]; nome: string }) {
  const trama = useId();
  const hrefOf = useHrefVoce();
  return (
    <>
      <p className="accanto-legenda minuto">
        <span>
          <svg width="16" height="14" aria-hidden="true" focusable="false">
            <circle className="striscia-suo" cx="8" cy="7" r="6" />
          </svg>
          {nome}
        </span>
        <span>
          <svg width="16" height="14" aria-hidden="true" focusable="false">
            <circle className="striscia-altro" cx="8" cy="7" r="4.5" />
          </svg>
          gli altri comuni
        </span>
        <span>
          <svg width="10" height="14" aria-hidden="true" focusable="false">
            <line className="linea-ambito" x1="5" x2="5" y1="0" y2="14" />
          </svg>
          ambito di {shortNome(dati.ambito.nome)}
        </span>
      </p>
      <svg className="barre-trama" width="0" height="0" aria-hidden="true" focusable="false">
        <pattern id={trama} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="trama-riga" width="1.5" height="6" />
        </pattern>
      </svg>
      {gruppi.map(({ tema, righe }) => (
        <section key={tema} className="accanto-gruppo" aria-labelledby={`tema-${tema}`}>
          <h3 id={`tema-${tema}`}>{nameTema(tema)}</h3>
          <ul className="accanto-righe">
            {righe.map((riga) => (
              <UnaRiga
                key={riga.colonna.indicatore.id}
                dati={dati}
                riga={riga}
                trama={trama}
                nome={nome}
                hrefOf={hrefOf}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface ProprietaRiga {
  readonly dati: DatiVista;
  readonly riga: RigaProfilo;
  readonly trama: string;
  readonly nome: string;
  readonly hrefOf: (voce: Voce) => string | null;
}

function UnaRiga({ dati, riga, trama, nome, hrefOf }: ProprietaRiga) {
  const { colonna, voce, presenti, posto } = riga;
  const { indicatore, confronto, scelta, quando } = colonna;
  const [prima] = presenti;
  const ultima = presenti.at(-1);
  const ambito = confronto.ambitoComparabile ? confronto.ambito : null;
  return (
    <li className="accanto-riga">
      <div className="accanto-nome">
        <a
          href={hrefCon(dati, {
            grafico: 'barre',
            indicatore: indicatore.id,
            dimensioni: scelta.dimensioni,
            periodo: scelta.periodo ?? undefined,
            evidenzia: voce.codice === null ? [] : [voce.codice],
            quali: undefined,
            con: undefined,
          })}
        >
          {indicatore.titolo}
        </a>
        <span className="minuto">{quando}</span>
      </div>
      <div className="accanto-valore">
        <strong>
          <CellaVoce ambito={dati.ambito.id} nome={nome} voce={voce} hrefOf={hrefOf} />
        </strong>
        <span className="minuto">
          {voce.valore === null ? voce.motivo && withoutPunto(voce.motivo) : posto?.testo}
          {voce.valore !== null && ambito !== null && ambito.valore !== null && (
            <>
              ; ambito <Valore voce={ambito} hrefOf={hrefOf} />
            </>
          )}
          {tellDirezione(indicatore) && `; ${tellDirezione(indicatore)}`}
        </span>
      </div>
      <div className="accanto-striscia">
        {voce.valore === null ? (
          <svg className="striscia" width="100%" height="20" aria-hidden="true" focusable="false">
            <rect className="barra-mancante" x="0" y="3" width="100%" height="14" fill={`url(#${trama})`} />
          </svg>
        ) : (
          <Striscia
            punti={presenti.map(({ codice, valore }) => ({ codice: codice ?? '', valore }))}
            scelto={voce.codice ?? ''}
            ambito={ambito?.valore ?? null}
          />
        )}
        {prima && ultima && prima !== ultima && (
          <span className="accanto-estremi">
            <span>
              <Valore voce={ultima} hrefOf={hrefOf} /> {ultima.nome}
            </span>
            <span>
              {prima.nome} <Valore voce={prima} hrefOf={hrefOf} />
            </span>
          </span>
        )}
      </div>
    </li>
  );
}

/** A value beside the one that the line is about: it walks back as that one does. */
function Valore({ voce, hrefOf }: { voce: Voce; hrefOf: ProprietaRiga['hrefOf'] }) {
  const href = hrefOf(voce);
  if (href === null) return voce.testo;
  return (
    <a className="cifra" href={href} data-spiega="">
      {voce.testo}
    </a>
  );
}

interface ProprietaTavola {
  readonly dati: DatiVista;
  readonly gruppi: readonly GruppoProfilo[];
  readonly titolo: string;
  readonly nome: string;
}

function TavolaProfilo({ dati, gruppi, titolo, nome }: ProprietaTavola) {
  const hrefOf = useHrefVoce();
  const { ambito } = dati;
  const colonna = (chiave: string, testo: string) => ({ chiave, titolo: testo, etichetta: testo, numerica: true });
  return (
    <Tabella
      didascalia={titolo}
      testa="Indicatore"
      colonne={[
        colonna('valore', nome),
        { chiave: 'posto', titolo: 'Posto', etichetta: 'Posto' },
        colonna('minimo', 'Il più basso'),
        colonna('massimo', 'Il più alto'),
        colonna('ambito', 'Intero ambito'),
      ]}
      righe={gruppi.flatMap(({ righe }) =>
        righe.map(({ colonna: una, voce, presenti, posto }) => {
          const [prima] = presenti;
          const ultima = presenti.at(-1);
          const cella = (quale: Voce | null | undefined, conNome = false) => (
            <>
              <CellaVoce ambito={ambito.id} nome={quale?.nome ?? ''} voce={quale ?? null} hrefOf={hrefOf} />
              {conNome && quale && <span className="minuto"> {quale.nome}</span>}
            </>
          );
          return {
            chiave: una.indicatore.id,
            testa: (
              <>
                {una.indicatore.titolo} <span className="minuto">{una.quando}</span>
              </>
            ),
            celle: [
              cella(voce),
              posto?.testo ?? voce.motivo ?? '',
              cella(ultima, true),
              cella(prima, true),
              cella(una.confronto.ambito),
            ],
          };
        }),
      )}
    />
  );
}
