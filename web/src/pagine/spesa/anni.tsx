/** The money of each year, in all and for each resident. */

import { AzioniGrafico } from '../../componenti/azioni.tsx';
import { Cifra, useSpiega } from '../../componenti/cifra.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { figuraOf } from '../../serie/figura.ts';
import { titleAnni } from '../../serie/frasi-spesa.ts';
import { isPresente } from '../../serie/raccolta.ts';
import type { AnnoProgrammato } from '../../serie/spesa.ts';
import type { Contenuto } from './scheda.tsx';

export function SchedaAnni({ spesa, stato, hrefOf, ambito }: Contenuto) {
  const spiega = useSpiega();
  const perTesta = stato.misura === 'abitante';
  const nota = spesa.anni[0]?.totale?.osservazione.note.find((uno) => uno.startsWith('Residenti'));
  return (
    <Scheda
      id="anni"
      titolo={titleAnni(spesa.anni)}
      misura={perTesta ? 'Euro programmati per residente, anno per anno.' : 'Euro programmati, anno per anno.'}
      note={
        <>
          <p>
            Un anno con meno denaro non vuol dire, da solo, meno servizi: le schede possono mettere nel primo anno somme
            che si spendono anche dopo. Lo dice il rendiconto, quando arriva.
          </p>
          {perTesta && nota && <p>{nota}</p>}
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Segmenti
          etichetta="Misura"
          voci={[
            { testo: 'In totale', href: hrefOf({ misura: 'euro' }), scelto: !perTesta },
            { testo: 'Per residente', href: hrefOf({ misura: 'abitante' }), scelto: perTesta },
          ]}
        />
      </div>
      <Tratti
        righe={spesa.anni.map((anno) => toRigaAnno(anno, ambito.id))}
        legenda={[
          { aspetto: 'ordinario', testo: 'budget ordinario' },
          { aspetto: 'altre', testo: 'altre fonti' },
        ]}
        hrefOf={(figure) => spiega(...figure)}
      />
      <TavolaAnni anni={spesa.anni} ambito={ambito.id} />
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, {
          id: perTesta ? 'programmato-procapite' : 'programmato',
          comune: 'ambito',
        })}
      />
    </Scheda>
  );
}

function TavolaAnni({ anni, ambito }: { anni: readonly AnnoProgrammato[]; ambito: string }) {
  return (
    <Tabella
      didascalia="Denaro programmato anno per anno, dal budget ordinario e dalle altre fonti"
      testa="Anno"
      colonne={[
        { chiave: 'ordinario', titolo: 'Budget ordinario', etichetta: 'Budget ordinario', numerica: true },
        { chiave: 'altre', titolo: 'Altre fonti', etichetta: 'Altre fonti', numerica: true },
        { chiave: 'totale', titolo: 'Totale', etichetta: 'Totale', numerica: true },
      ]}
      righe={anni.map(({ anno, ordinario, altre, totale }) => ({
        chiave: anno,
        testa: anno,
        celle: [ordinario, altre, totale].map((dato, i) => (
          <Cifra key={['o', 'a', 't'][i]} dato={dato} ambito={ambito} nome={anno} conSegno={i === 2} />
        )),
      }))}
    />
  );
}

function toRigaAnno({ anno, totale, ordinario }: AnnoProgrammato, ambito: string): RigaTratti {
  if (!isPresente(totale)) {
    return {
      chiave: anno,
      nome: anno,
      tratti: [],
      testo: totale?.testo ?? 'nessuna scheda',
      mancante: true,
      figure: [],
    };
  }
  const proprio = ordinario?.valore ?? 0;
  const { osservazione } = totale;
  return {
    chiave: anno,
    nome: anno,
    tratti: [
      { chiave: 'ordinario', da: 0, a: proprio, aspetto: 'ordinario' as const },
      { chiave: 'altre', da: proprio, a: totale.valore, aspetto: 'altre' as const },
    ].filter(({ da, a }) => a > da),
    testo: totale.testo,
    figure: [figuraOf(osservazione)],
    segno: <Segno ambito={ambito} comune={null} nome={anno} segnalazioni={osservazione.segnalazioni} />,
  };
}
