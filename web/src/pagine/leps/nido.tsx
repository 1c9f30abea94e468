/** Nursery places against the essential level. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import { indirizziApi } from '../../indirizzi.ts';
import { figuraOf } from '../../serie/figura.ts';
import { withArticolo } from '../../serie/parole.ts';
import { segnaliDi } from '../../serie/segnali.ts';
import { cellOf } from '../../serie/tavola-grafico.ts';
import type { Contenuto } from './scheda.tsx';

/** Places for every hundred children of 3-36 months. @source L. 234/2021 art. 1 c. 172 */
const SOGLIA_NIDO = 33;

export function SchedaNido({ leps, catalogo, ambito, versioni }: Contenuto) {
  const spiega = useSpiega();
  const definizione = catalogo.find(({ id }) => id === 'copertura-nido');
  const periodo = leps.raccolta.listPeriodi('copertura-nido').at(-1);
  const dato = periodo ? leps.raccolta.findPresente({ id: 'copertura-nido', comune: null, periodo }) : null;
  const soglia = definizione?.soglia?.valore ?? SOGLIA_NIDO;
  const modello: ModelloGrafico = {
    forma: 'barre',
    righe: [
      {
        chiave: 'ambito',
        nome: 'Intero ambito',
        valore: dato?.valore ?? null,
        testo: dato?.testo ?? 'non si può ricavare',
        evidenziata: false,
        segnalazioni: dato ? segnaliDi(dato.osservazione) : [],
      },
    ],
    scala: createScala([0, 50, dato?.valore ?? 0], true),
    riferimento: null,
    soglia: { valore: soglia, nome: 'Minimo di legge', testo: `${soglia}\u202f%` },
  };
  return (
    <SchedaGrafico
      id="nido"
      titolo={
        dato
          ? `I posti nei nidi coprono ${withArticolo(dato.testo)} dei bambini; la legge chiede almeno il ${soglia} %`
          : `Quanti posti nei nidi ci sono, contro il ${soglia}\u202f% di legge, non si può dire`
      }
      misura={`Posti pubblici e privati ogni cento bambini da 3 a 36 mesi${periodo ? `, ${periodo}` : ''}.`}
      ambito={ambito}
      origine={dato?.osservazione.origine ?? []}
      versioni={versioni}
      tavola={{
        testa: 'Di chi',
        colonne: [{ chiave: 'copertura', titolo: 'Posti ogni cento bambini', unita: '%' }],
        righe: [
          {
            chiave: 'ambito',
            nome: 'Intero ambito',
            comune: null,
            celle: [dato ? cellOf(dato) : { testo: 'non si può ricavare', valore: null }],
          },
          {
            chiave: 'soglia',
            nome: 'Minimo di legge',
            comune: null,
            celle: [{ testo: `${soglia}\u202f%`, valore: soglia }],
            aParte: true,
          },
        ],
      }}
      disegno={{ genere: 'barre', modello }}
      note={
        <p>
          Il {soglia}
          {'\u202f'}% è il livello essenziale della legge 234/2021 (art. 1, comma 172), da raggiungere entro il 2027,
          anche mettendo insieme comuni vicini.
        </p>
      }
    >
      <Barre
        modello={modello}
        hrefOf={() => (dato ? spiega(figuraOf(dato.osservazione)) : null)}
        segnoOf={({ segnalazioni }) => (
          <Segno key="nido" ambito={ambito.id} comune={null} nome="Nidi" segnalazioni={segnalazioni} />
        )}
      />
      {!dato && (
        <div className="leps-perche">
          <p>Servono due tabelle che non sono pubblicate:</p>
          <ul>
            <li>
              i <strong>posti</strong> nei nidi, pubblici e privati (
              <a href={indirizziApi.modelloCsv('posti-nido')} download>
                modello
              </a>
              ): li porta l’Ufficio di Piano;
            </li>
            <li>
              i <strong>bambini anno per anno d’età</strong>: la fascia 0-3 del Piano comprende quattro anni di nascita
              e non si può tagliare a 36 mesi. Li pubblica l’ISTAT, li carica l’Ufficio di Piano (
              <a href={indirizziApi.modelloCsv('popolazione')} download>
                modello
              </a>
              ).
            </li>
          </ul>
        </div>
      )}
    </SchedaGrafico>
  );
}
