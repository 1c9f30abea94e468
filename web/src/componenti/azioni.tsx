/** What a reader takes away of a chart: its numbers, its picture, its paper, its address. */
import { type ReactNode, useState } from 'react';
import type { FileGrafico } from '../grafici/scarica.ts';
import { withEdizione } from '../indirizzi.ts';
import { LinkScarica, Pulsante } from './comandi.tsx';

interface Proprieta {
  /** Address of the numbers as CSV; or what makes them here, where no address has just these. */
  readonly csv: string | (() => Promise<void>);
  /** Of the numbers. */
  readonly edizione: number;
  /** Makes the picture and hands it over; absent where there is none to make. */
  readonly onScarica?: (formato: FileGrafico['formato']) => Promise<void>;
  /** Id of the chart in its page, where there are many: its address leads to it. */
  readonly ancora?: string;
}

/** This very view, at that place of the page. Browser only. */
export function addressOf(ancora?: string): string {
  const { href, hash } = window.location;
  const senza = hash ? href.slice(0, -hash.length) : href;
  return ancora ? `${senza}#${ancora}` : senza;
}

export function AzioniGrafico({ csv, edizione, onScarica, ancora }: Proprieta) {
  const [esito, setEsito] = useState<ReactNode>('');
  const run = async (azione: () => Promise<void> | undefined, cosa: string) => {
    try {
      await azione();
      setEsito('');
    } catch {
      setEsito(`${cosa} Controlla la connessione e riprova.`);
    }
  };
  const download = (formato: FileGrafico['formato']) =>
    run(() => onScarica?.(formato), 'Il grafico non si è potuto scaricare.');
  /** @param fisso the address that keeps these figures, to quote them; the other follows the data */
  const copy = async (fisso: boolean) => {
    const indirizzo = addressOf(ancora);
    const fissato = withEdizione(indirizzo, edizione);
    try {
      await navigator.clipboard.writeText(fisso ? fissato : indirizzo);
      setEsito(
        fisso || indirizzo === fissato ? (
          'Indirizzo copiato: riapre questa vista com’è ora.'
        ) : (
          <>
            Indirizzo copiato: riapre questa vista, aggiornata.{' '}
            <Pulsante icona="origine" onClick={() => void copy(true)}>
              Copia quello che non cambia
            </Pulsante>
          </>
        ),
      );
    } catch {
      setEsito('Il browser non permette di copiare: l’indirizzo di questa vista è nella barra in alto.');
    }
  };
  return (
    <>
      <div className="azioni">
        {typeof csv === 'string' ? (
          <LinkScarica href={csv}>CSV</LinkScarica>
        ) : (
          <Pulsante icona="scarica" onClick={() => void run(csv, 'I dati non si sono potuti scaricare.')}>
            CSV
          </Pulsante>
        )}
        {onScarica && (
          <>
            <Pulsante icona="scarica" onClick={() => void download('png')}>
              PNG
            </Pulsante>
            <Pulsante icona="scarica" onClick={() => void download('svg')}>
              SVG
            </Pulsante>
          </>
        )}
        <Pulsante icona="stampa" onClick={() => window.print()}>
          Stampa
        </Pulsante>
        <Pulsante icona="origine" onClick={() => void copy(false)}>
          Copia l’indirizzo
        </Pulsante>
      </div>
      <p className="minuto solo-schermo" role="status">
        {esito}
      </p>
    </>
  );
}
