/** Every figure of the comune on a line of its own, from the lowest comune to the highest. */
import { Cifra, CifraDi } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Striscia } from '../../grafici/striscia.tsx';
import { type SezioneProfilo, tellPosto, type VoceProfilo } from '../../serie/comune.ts';
import { tavolaOfProfilo, titleProfilo } from '../../serie/tavola-comune.ts';
import type { DatiComune } from './letture.ts';

interface Proprieta extends DatiComune {
  readonly sezioni: readonly SezioneProfilo[];
}

export function Profilo({ sezioni, ambito, comune, versioni }: Proprieta) {
  const usate = sezioni.flatMap(({ voci }) => voci.map(({ dato }) => dato.osservazione));
  return (
    <SchedaGrafico
      classe="comune-profilo"
      id="profilo"
      titolo={titleProfilo(sezioni, comune.nome)}
      misura="Ogni riga ha la sua scala, dal comune con il valore più basso a quello con il più alto; unità e periodo sono scritti riga per riga."
      ambito={ambito}
      origine={usate.flatMap((o) => o.origine)}
      versioni={versioni}
      tavola={tavolaOfProfilo(sezioni, comune)}
      disegno={{ genere: 'strisce', sezioni, scelto: comune.codiceIstat }}
      note={<p>Il posto si conta dal valore più alto. Più alto non vuol dire meglio.</p>}
    >
      <Legenda nome={comune.nome} />
      {sezioni.map((sezione) => (
        <Sezione key={sezione.titolo} sezione={sezione} ambito={ambito.id} comune={comune} />
      ))}
    </SchedaGrafico>
  );
}

function Legenda({ nome }: { nome: string }) {
  return (
    <p className="scheda-misura comune-legenda">
      <span>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <circle className="striscia-suo" cx="7" cy="7" r="6" />
        </svg>
        {nome}
      </span>
      <span>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <circle className="striscia-altro" cx="7" cy="7" r="4.5" />
        </svg>
        gli altri comuni
      </span>
      <span>
        <svg width="8" height="14" aria-hidden="true" focusable="false">
          <line className="linea-ambito" x1="4" x2="4" y1="0" y2="14" />
        </svg>
        intero ambito
      </span>
    </p>
  );
}

interface ProprietaSezione {
  readonly sezione: SezioneProfilo;
  readonly ambito: string;
  readonly comune: DatiComune['comune'];
}

function Sezione({ sezione, ambito, comune }: ProprietaSezione) {
  return (
    <>
      <h3 className="comune-titolo">{sezione.titolo}</h3>
      <ul className="comune-voci">
        {sezione.voci.map((voce) => (
          <li key={voce.chiave} className="comune-voce">
            <UnaVoce voce={voce} ambito={ambito} comune={comune} />
          </li>
        ))}
      </ul>
    </>
  );
}

function UnaVoce({ voce, ambito, comune }: { voce: VoceProfilo } & Omit<ProprietaSezione, 'sezione'>) {
  const { etichetta, senso, quando, dato, posto, punti, minimo, massimo, ambitoTesto, ambitoFigura } = voce;
  return (
    <>
      <div className="comune-etichetta">
        <span>{etichetta}</span>
        <span className="minuto">{senso ? `${senso}, ${quando}` : quando}</span>
      </div>
      <div className="comune-valore">
        <Cifra dato={dato} ambito={ambito} nome={`${comune.nome}, ${etichetta}`} />
      </div>
      {dato.valore === null ? (
        <p className="comune-motivo minuto">{dato.osservazione.note[0] ?? dato.motivo}</p>
      ) : (
        <>
          <div className="comune-striscia">
            <Striscia punti={punti} scelto={comune.codiceIstat} ambito={voce.ambito} />
            <span className="comune-estremi minuto">
              <span>
                <span className="solo-lettori">dal più basso, </span>
                {minimo && <CifraDi figure={[minimo.figura]}>{minimo.testo}</CifraDi>}
              </span>
              <span>
                <span className="solo-lettori">al più alto, </span>
                {massimo && <CifraDi figure={[massimo.figura]}>{massimo.testo}</CifraDi>}
              </span>
            </span>
          </div>
          <div className="comune-posto">
            {posto && <span>{tellPosto(posto)}</span>}
            {ambitoTesto && ambitoFigura && (
              <span className="minuto">
                ambito <CifraDi figure={[ambitoFigura]}>{ambitoTesto}</CifraDi>
              </span>
            )}
          </div>
        </>
      )}
    </>
  );
}
