/** What the two kinds of small multiples share: the question over them, the choices, what a reader takes away. */
import type { ReactNode } from 'react';
import { Segmenti } from '../../../componenti/comandi.tsx';
import { listRipieghi } from '../../../serie/avvisi-confronto.ts';
import { uniqueOrigine } from '../../../serie/confronto.ts';
import type { Figura } from '../../../serie/figura.ts';
import type { Alternative } from '../../../serie/scelta.ts';
import { AzioniInsieme } from '../azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaEvidenza, SceltaVista } from '../comandi.tsx';
import { Quadro, SenzaDati } from '../quadro.tsx';
import { type DatiVista, hrefCon } from '../stato.ts';
import { Riquadri, type Riquadro } from './riquadri.tsx';

interface ProprietaPagina {
  readonly dati: DatiVista;
  readonly domanda: string;
  readonly argomento: string;
  readonly risposta: string;
  readonly figure: readonly Figura[];
  readonly titolo: string;
  readonly misura: string;
  readonly riquadri: readonly Riquadro[];
  readonly alternative: readonly Alternative[];
  readonly scelte: ReactNode;
  readonly quali?: ReactNode;
  readonly mancanze?: ReactNode;
}

export function Pagina({ dati, titolo, misura, riquadri, alternative, quali, mancanze, ...testi }: ProprietaPagina) {
  const { stato } = dati;
  const origine = uniqueOrigine(riquadri.flatMap(({ confronto }) => confronto.origine));
  return (
    <Quadro
      dati={dati}
      {...testi}
      avvisi={listRipieghi({ dimensioni: stato.dimensioni }, { periodo: null, alternative }, '')}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Riquadri, indicatori, tabella…">
          <SceltaVista {...dati} />
          <Segmenti
            etichetta="Un riquadro per"
            voci={(['indicatori', 'anni'] as const).map((per) => ({
              testo: per === 'anni' ? 'Anno' : 'Indicatore',
              href: hrefCon(dati, { per }),
              scelto: stato.per === per,
            }))}
          />
          {quali}
          <SceltaDimensioni
            alternative={alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
          <SceltaEvidenza {...dati} />
        </Opzioni>
      }
      origine={origine}
      azioni={
        riquadri.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={riquadri.map(({ confronto, dimensioni }) => ({ confronto, dimensioni }))}
            draw={async () => (await import('../../../grafici/esportazione-multipli.ts')).drawMultipli(riquadri)}
          />
        )
      }
      dopo={mancanze}
    >
      {riquadri.length === 0 ? <SenzaDati dati={dati} /> : <Riquadri dati={dati} titolo={titolo} riquadri={riquadri} />}
    </Quadro>
  );
}
