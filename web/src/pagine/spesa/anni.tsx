/** The money of each year, in all and for each resident. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { type RigaTratti, Tratti, type VoceLegenda } from '../../grafici/tratti.tsx';
import { figuraOf } from '../../serie/figura.ts';
import { titleAnni } from '../../serie/frasi-spesa.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { segnaliDi } from '../../serie/segnali.ts';
import type { AnnoProgrammato } from '../../serie/spesa.ts';
import { tavolaOfAnni } from '../../serie/tavole-spesa.ts';
import type { Contenuto } from './scheda.tsx';

export function SchedaAnni({ spesa, stato, hrefOf, ambito, versioni }: Contenuto) {
  const spiega = useSpiega();
  const perTesta = stato.misura === 'abitante';
  const nota = spesa.anni[0]?.totale?.osservazione.note.find((uno) => uno.startsWith('Residenti'));
  const righe = spesa.anni.map((anno) => toRigaAnno(anno, ambito.id));
  return (
    <SchedaGrafico
      id="anni"
      titolo={titleAnni(spesa.anni)}
      misura={perTesta ? 'Euro programmati per residente, anno per anno.' : 'Euro programmati, anno per anno.'}
      ambito={ambito}
      origine={spesa.anni.flatMap(({ totale }) => totale?.osservazione.origine ?? [])}
      versioni={versioni}
      tavola={tavolaOfAnni(spesa.anni, perTesta ? '€/ab' : '€')}
      disegno={{ genere: 'tratti', righe, legenda: LEGENDA }}
      comandi={
        <div className="opzioni opzioni-aperte">
          <Segmenti
            etichetta="Misura"
            voci={[
              { testo: 'In totale', href: hrefOf({ misura: 'euro' }), scelto: !perTesta },
              { testo: 'Per residente', href: hrefOf({ misura: 'abitante' }), scelto: perTesta },
            ]}
          />
        </div>
      }
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
      <Tratti righe={righe} legenda={LEGENDA} hrefOf={(figure) => spiega(...figure)} />
    </SchedaGrafico>
  );
}

const LEGENDA: readonly VoceLegenda[] = [
  { aspetto: 'ordinario', testo: 'budget ordinario' },
  { aspetto: 'altre', testo: 'altre fonti' },
];

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
    segno: <Segno ambito={ambito} comune={null} nome={anno} segnalazioni={segnaliDi(osservazione)} />,
  };
}
