import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Manubri } from '../../grafici/manubri.tsx';
import { buildPassi, findResidenti, tellAumenti } from '../../serie/passi-cofinanziamento.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { tavolaOfPassi } from '../../serie/tavole-cofinanziamento.ts';
import { type Pagina, readMisura } from './pagina.ts';
import { SceltaMisura } from './scelta-misura.tsx';

/** The step that each comune faces: from the money last paid to the minimum in money. */
export function Passi(pagina: Pagina) {
  const { dati, ricerca, cofinanziamento } = pagina;
  const spiega = useSpiega();
  const { anno, annoVersato, comuni } = cofinanziamento;
  if (anno === null || annoVersato === null || !comuni.some(({ aumento }) => isPresente(aumento))) return null;
  const residenti = findResidenti(cofinanziamento, dati.osservazioni);
  const misura = residenti === null ? 'euro' : readMisura(ricerca);
  const passi = buildPassi(cofinanziamento, misura === 'abitante' ? residenti : null);
  const manubri = {
    passi,
    inizio: `versato nel ${annoVersato}`,
    fine: `minimo in denaro del ${anno}`,
    daZero: misura === 'euro',
  };
  return (
    <SchedaGrafico
      classe="scheda sezione"
      id="passi"
      titolo={tellAumenti(cofinanziamento)}
      misura={
        misura === 'abitante'
          ? `Denaro per residente, in euro, nel ${annoVersato} e nel ${anno}; in grassetto la differenza per tutto il comune`
          : `Euro versati nel ${annoVersato} e da versare nel ${anno}; in grassetto la differenza`
      }
      ambito={dati.ambito}
      origine={comuni.flatMap(({ aumento }) => aumento?.osservazione.origine ?? [])}
      versioni={dati.versioni}
      tavola={tavolaOfPassi(passi, comuni, { ...manubri, misura })}
      disegno={{ genere: 'manubri', manubri }}
      note={
        <>
          <p>
            Più alto non vuol dire meglio né peggio: la quota minima segue i residenti, il versato del {annoVersato}{' '}
            seguiva altre parti. I servizi che un comune dà di suo non sono contati.
          </p>
          {misura === 'abitante' && <p>Tutti e due gli anni sono divisi per i residenti ISTAT del {annoVersato}.</p>}
        </>
      }
    >
      <Manubri
        {...manubri}
        hrefOf={({ figure }) => (figure.length > 0 ? spiega(...figure) : null)}
        segnoOf={({ codice, nome, segnalazioni }) => (
          <Segno key={codice} ambito={dati.ambito.id} comune={codice} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
      {residenti && <SceltaMisura {...pagina} />}
    </SchedaGrafico>
  );
}
