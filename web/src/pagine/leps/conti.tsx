/** How many interventi each level has, and where money and levels do not meet. */
import { Cifra } from '../../componenti/cifra.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { SegnoEsito } from '../../grafici/esito.tsx';
import { titleConti } from '../../serie/frasi-leps.ts';
import { listSenzaDenaro, listSenzaLivello } from '../../serie/leps.ts';
import { capitalize, countOf, joinNomi } from '../../serie/parole.ts';
import { PAROLE_ESITO, SENSO_LIVELLI } from '../../serie/parole-leps.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { CellaAnno, type Contenuto } from './scheda.tsx';

export function SchedaConti({ leps, ambito }: Contenuto) {
  const attivi = leps.conti.some(({ attivi: dato }) => isPresente(dato));
  return (
    <Scheda
      id="conti"
      titolo={titleConti(leps)}
      misura="Numero di interventi previsti, di quelli con denaro in ciascun anno, e di quelli già attivi prima."
      note={
        <>
          <p>Un intervento può stare a più livelli: i livelli non si sommano.</p>
          {!attivi && (
            <p>
              «Già attivi» è in verifica: nessuno ha ancora dichiarato quale servizio di prima continua in quale
              intervento.
            </p>
          )}
        </>
      }
    >
      <div className="leps-conti">
        <Tabella
          didascalia="Interventi previsti, finanziati e già attivi, livello per livello"
          testa="Livello"
          colonne={[
            { chiave: 'previsti', titolo: 'Previsti', etichetta: 'Previsti', numerica: true },
            ...leps.anni.map((anno) => ({
              chiave: anno,
              titolo: `Con denaro nel ${anno}`,
              etichetta: `Con denaro nel ${anno}`,
              numerica: true,
            })),
            { chiave: 'attivi', titolo: 'Già attivi prima', etichetta: 'Già attivi prima', numerica: true },
          ]}
          righe={leps.conti.map(({ livello, previsti, finanziati, attivi: prima }) => ({
            chiave: livello,
            testa: (
              <>
                {livello}
                <span className="minuto leps-senso">{SENSO_LIVELLI[livello]}</span>
              </>
            ),
            celle: [
              <Cifra key="previsti" dato={previsti} ambito={ambito.id} nome={livello} />,
              ...leps.anni.map((anno, i) => (
                <Cifra key={anno} dato={finanziati[i] ?? null} ambito={ambito.id} nome={`${livello} ${anno}`} />
              )),
              isPresente(prima) ? (
                <Cifra key="attivi" dato={prima} ambito={ambito.id} nome={livello} />
              ) : (
                <span key="attivi" className="minuto">
                  in verifica
                </span>
              ),
            ],
          }))}
        />
      </div>
    </Scheda>
  );
}

/** What has money and no level, what has a level and money in no year. */
export function SchedaDiscordanze({ leps, ambito }: Contenuto) {
  const senzaLivello = listSenzaLivello(leps);
  const senzaDenaro = listSenzaDenaro(leps);
  const quanti = senzaLivello.length + senzaDenaro.length;
  if (quanti === 0) return null;
  return (
    <Scheda
      id="discordanze"
      titolo={`${capitalize(countOf(senzaLivello.length, 'intervento ha', 'interventi hanno'))} denaro e nessun livello, ${countOf(senzaDenaro.length, 'ha', 'hanno').replace(/^un ha$/, 'uno ha')} un livello e nessun denaro scritto`}
      misura={`Quadro sinottico e schede ${leps.ciclo}, a confronto.`}
      note={<p>Può essere una scelta o una dimenticanza: il documento non lo dice, lo chiarisce l’Ufficio di Piano.</p>}
    >
      <Ripiego sommario={quanti === 1 ? 'Vedi quale' : `Vedi quali: ${quanti} interventi`}>
        {senzaLivello.length > 0 && <h3 className="leps-sottotitolo">Denaro senza livello</h3>}
        <ul className="leps-elenco">
          {senzaLivello.map((uno) => (
            <li key={uno.id}>
              <strong>
                {uno.id} {uno.nome}
              </strong>
              <span>
                {uno.anni
                  .filter(({ esito }) => esito === 'finanziato')
                  .map((cella) => (
                    <span key={cella.anno} className="leps-voce-anno">
                      {cella.anno}: <CellaAnno cella={cella} nome={uno.nome} ambito={ambito.id} />
                    </span>
                  ))}
              </span>
              <span className="minuto">
                {uno.nelQuadro ? 'Nel quadro, casella del livello vuota.' : 'Non è nel quadro.'}
              </span>
            </li>
          ))}
        </ul>
        {senzaDenaro.length > 0 && <h3 className="leps-sottotitolo">Un livello, e nessun denaro scritto</h3>}
        <ul className="leps-elenco">
          {senzaDenaro.map((uno) => (
            <li key={uno.id}>
              <strong>
                {uno.id} {uno.nome}
              </strong>
              <span className="leps-cella">
                <SegnoEsito esito={uno.anni.at(-1)?.esito ?? 'senza-scheda'} />
                {joinNomi([...new Set(uno.anni.map(({ esito }) => PAROLE_ESITO[esito]))])}
              </span>
              <span className="minuto">{uno.livelli.join(', ')}</span>
            </li>
          ))}
        </ul>
      </Ripiego>
    </Scheda>
  );
}
