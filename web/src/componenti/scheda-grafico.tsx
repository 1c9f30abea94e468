/**
 * A chart with all that goes with it: the finding as its title, what is measured, a sentence for who does not see it, its table behind
 * one button, its source and edizione, and what a reader takes away. All of it derives from one declaration.
 */
import type { ReactNode } from 'react';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import type { Dichiarazione } from '../grafici/dichiarazione.ts';
import type { FileGrafico } from '../grafici/scarica.ts';
import { describeFonti } from '../serie/fonti.ts';
import { tellTavola } from '../serie/tavola-grafico.ts';
import { AzioniGrafico, addressOf } from './azioni.tsx';
import { captionOf, tellFonte } from './didascalia.ts';
import { TavolaDelGrafico } from './tavola-grafico.tsx';

interface Proprieta extends Dichiarazione {
  readonly ambito: Pick<AmbitoDto, 'id' | 'nome' | 'edizione'>;
  /** Choices of the view, over the chart. */
  readonly comandi?: ReactNode;
  readonly children: ReactNode;
  readonly note?: ReactNode;
  /** After the source, where there is more to read elsewhere. */
  readonly altrove?: ReactNode;
  /** What one takes away folded too: where the chart is one among many that are read in a row. */
  readonly raccolta?: boolean;
  /** Of the title: 2 as a rule. */
  readonly livello?: 2 | 3;
  readonly classe?: string;
}

export function SchedaGrafico(proprieta: Proprieta) {
  const { id, titolo, misura, tavola, ambito, comandi, children, note, altrove } = proprieta;
  const { raccolta = false, livello = 2, classe = 'scheda' } = proprieta;
  const Titolo = livello === 2 ? 'h2' : 'h3';
  const fonte = tellFonte(proprieta);
  const azioni = (
    <AzioniGrafico
      csv={() => giveCsv(proprieta)}
      edizione={ambito.edizione}
      onScarica={(formato) => giveImmagine(proprieta, formato)}
      ancora={id}
    />
  );
  return (
    <section className={classe} aria-labelledby={id} aria-describedby={`${id}-frase`} data-grafico={id}>
      <Titolo id={id}>{titolo}</Titolo>
      <p className="scheda-misura">{misura}</p>
      <p className="solo-lettori" id={`${id}-frase`}>
        {tellTavola(tavola)}
      </p>
      {comandi}
      {children}
      <div className="scheda-note">
        {note}
        <p className="grafico-fonte">{fonte}</p>
      </div>
      {altrove}
      <div className="grafico-piede solo-schermo">
        <details className="apri-tabella">
          <summary>Vedi la tabella</summary>
          <TavolaDelGrafico tavola={tavola} didascalia={titolo} ambito={ambito.id} />
        </details>
        {raccolta ? (
          <details className="apri-azioni">
            <summary>Scarica</summary>
            {azioni}
          </details>
        ) : (
          azioni
        )}
      </div>
    </section>
  );
}

async function giveImmagine(grafico: Proprieta, formato: FileGrafico['formato']): Promise<void> {
  const { downloadImmagine } = await import('../grafici/consegna.ts');
  const { ambito, id, disegno } = grafico;
  await downloadImmagine(disegno, captionOf(grafico, addressOf(id)), { formato, nome: `${ambito.id}-${id}` });
}

async function giveCsv({ ambito, id, origine, versioni, tavola }: Proprieta): Promise<void> {
  const { downloadCsv } = await import('../grafici/consegna.ts');
  downloadCsv(tavola, { fonte: describeFonti(origine, versioni), edizione: ambito.edizione }, `${ambito.id}-${id}`);
}
