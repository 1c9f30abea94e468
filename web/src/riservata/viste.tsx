/** Which view of the desk an address is, and for whom. */
import { type ReactNode, useCallback } from 'react';
import { Vuoto } from '../componenti/stati.tsx';
import { lazyPagina } from '../pigra.ts';
import { shortNome } from '../serie/parole.ts';
import { scrivania, type Vista } from './indirizzi.ts';
import { Quadro } from './quadro.tsx';
import { useLettura, useScrivania } from './scrivania.tsx';
import { listAmbiti, NOMI_RUOLO, ruoloIn } from './sessione.ts';

// Each view comes when it is opened: who only enters needs none of them.
const TabelleVista = lazyPagina(() => import('./tabelle.tsx'), 'TabelleVista');
const StoriaVista = lazyPagina(() => import('./storia.tsx'), 'StoriaVista');
const CaricaVista = lazyPagina(() => import('./carica.tsx'), 'CaricaVista');
const BozzaVista = lazyPagina(() => import('./bozza.tsx'), 'BozzaVista');

export function Scelta({ gruppi, vista }: { gruppi: readonly string[]; vista: Vista | null }) {
  if (!vista)
    return <Fuori titolo="Questa pagina non c’è">Nell’area riservata non c’è nulla a questo indirizzo.</Fuori>;
  const ambiti = listAmbiti(gruppi);
  if (vista.vista === 'inizio') {
    const [unico] = ambiti;
    if (unico !== undefined && ambiti.length === 1) return <UnAmbito ambito={unico} gruppi={gruppi} vista={vista} />;
    if (unico === undefined) {
      return (
        <Fuori titolo="Nessun ambito da seguire">
          {gruppi.includes('amministratore')
            ? 'Il ruolo di amministratore registra gli ambiti con le API; le tabelle le portano gli operatori e i responsabili.'
            : 'Al tuo accesso non è ancora stato dato un ruolo in un ambito: chiedilo a chi cura il sito.'}
        </Fuori>
      );
    }
    return <QualeAmbito ambiti={ambiti} gruppi={gruppi} />;
  }
  return <UnAmbito ambito={vista.ambito} gruppi={gruppi} vista={vista} />;
}

/** Each with what one is there; until their names have come, or where they do not, by their ids. */
function QualeAmbito({ ambiti, gruppi }: { ambiti: readonly string[]; gruppi: readonly string[] }) {
  const { pubblica } = useScrivania();
  const [lettura] = useLettura(useCallback(() => pubblica.readAmbiti(), [pubblica]));
  const noti = lettura.stato === 'letta' ? lettura.dati : [];
  return (
    <Quadro titolo="Di quale ambito?">
      <ul className="pubblicate">
        {ambiti.map((ambito) => {
          const ruolo = ruoloIn(gruppi, ambito);
          return (
            <li key={ambito}>
              <div>
                <a href={scrivania.tabelle(ambito)}>
                  <strong>{shortNome(noti.find(({ id }) => id === ambito)?.nome ?? ambito)}</strong>
                </a>
                {ruolo && <span className="minuto">{NOMI_RUOLO[ruolo]}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </Quadro>
  );
}

function UnAmbito({ ambito, gruppi, vista }: { ambito: string; gruppi: readonly string[]; vista: Vista }) {
  const ruolo = ruoloIn(gruppi, ambito);
  if (!ruolo) {
    return <Fuori titolo="Il tuo ruolo non lo permette">Il tuo accesso non comprende l’ambito «{ambito}».</Fuori>;
  }
  switch (vista.vista) {
    case 'carica':
      return <CaricaVista ambito={ambito} ruolo={ruolo} />;
    case 'bozza':
      return <BozzaVista key={vista.id} ambito={ambito} ruolo={ruolo} id={vista.id} />;
    case 'storia':
      return <StoriaVista key={vista.tipo} ambito={ambito} ruolo={ruolo} tipo={vista.tipo} />;
    default:
      return <TabelleVista ambito={ambito} ruolo={ruolo} />;
  }
}

function Fuori({ titolo, children }: { titolo: string; children: ReactNode }) {
  return (
    <Quadro titolo={titolo}>
      <Vuoto titolo="Che cosa puoi fare">
        <p>{children}</p>
        <p>
          <a href={scrivania.inizio()}>Torna all’inizio dell’area riservata</a>
        </p>
      </Vuoto>
    </Quadro>
  );
}
