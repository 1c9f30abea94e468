import { useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Manubri } from '../../grafici/manubri.tsx';
import { buildPassi, findResidenti, tellAumenti } from '../../serie/cofinanziamento.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { type Pagina, readMisura } from './pagina.ts';
import { SceltaMisura } from './scelta-misura.tsx';

/** The step that each comune faces: from the money last paid to the minimum in money. */
export function Passi(pagina: Pagina) {
  const { dati, ricerca, cofinanziamento, fontiOf } = pagina;
  const spiega = useSpiega();
  const { anno, annoVersato, comuni } = cofinanziamento;
  if (anno === null || annoVersato === null || !comuni.some(({ aumento }) => isPresente(aumento))) return null;
  const residenti = findResidenti(cofinanziamento, dati.osservazioni);
  const misura = residenti === null ? 'euro' : readMisura(ricerca);
  const passi = buildPassi(cofinanziamento, misura === 'abitante' ? residenti : null);
  return (
    <section className="scheda sezione" aria-labelledby="passi">
      <h2 id="passi">{tellAumenti(cofinanziamento)}</h2>
      <p className="scheda-misura">
        {misura === 'abitante'
          ? `Denaro per residente nel ${annoVersato} e nel ${anno}; in grassetto la differenza per tutto il comune`
          : `Euro versati nel ${annoVersato} e da versare nel ${anno}; in grassetto la differenza`}
      </p>
      <Manubri
        passi={passi}
        inizio={`versato nel ${annoVersato}`}
        fine={`minimo in denaro del ${anno}`}
        daZero={misura === 'euro'}
        hrefOf={({ figure }) => (figure.length > 0 ? spiega(...figure) : null)}
        segnoOf={({ codice, nome, segnalazioni }) => (
          <Segno key={codice} ambito={dati.ambito.id} comune={codice} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
      {residenti && <SceltaMisura {...pagina} />}
      <div className="scheda-note">
        <p>
          Più alto non vuol dire meglio né peggio: la quota minima segue i residenti, il versato del {annoVersato}{' '}
          seguiva altre parti. I servizi che un comune dà di suo non sono contati.
        </p>
        {misura === 'abitante' && <p>Tutti e due gli anni sono divisi per i residenti ISTAT del {annoVersato}.</p>}
        <p>Fonte: {fontiOf(comuni.map(({ aumento }) => aumento))}.</p>
      </div>
    </section>
  );
}
