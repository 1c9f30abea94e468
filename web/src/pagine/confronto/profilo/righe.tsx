/** The indicators of a comune by theme, each a line on its own scale. */
import { useId } from 'react';
import { Striscia } from '../../../grafici/striscia.tsx';
import type { Voce } from '../../../serie/confronto.ts';
import { shortNome, withoutPunto } from '../../../serie/parole.ts';
import { type GruppoProfilo, type RigaProfilo, tellDirezione } from '../../../serie/profilo.ts';
import { nameTema } from '../../../serie/temi.ts';
import { type DatiVista, hrefCon } from '../stato.ts';
import { CellaVoce } from '../tavola.tsx';
import { type HrefVoce, useHrefVoce } from './href-voce.ts';

export function Righe({ dati, gruppi, nome }: { dati: DatiVista; gruppi: readonly GruppoProfilo[]; nome: string }) {
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
  readonly hrefOf: HrefVoce;
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
function Valore({ voce, hrefOf }: { voce: Voce; hrefOf: HrefVoce }) {
  const href = hrefOf(voce);
  if (href === null) return voce.testo;
  return (
    <a className="cifra" href={href} data-spiega="">
      {voce.testo}
    </a>
  );
}
