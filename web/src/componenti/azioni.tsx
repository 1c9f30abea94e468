/** What a reader takes away of a chart: its numbers, its picture, its paper, its address. */
import { useState } from 'react';
import type { FileGrafico } from '../grafici/scarica.ts';
import { LinkScarica, Pulsante } from './comandi.tsx';

interface Proprieta {
  /** Address of the numbers as CSV. */
  readonly csv: string;
  /** Makes the picture and hands it over; absent where there is none to make. */
  readonly onScarica?: (formato: FileGrafico['formato']) => Promise<void>;
}

export function AzioniGrafico({ csv, onScarica }: Proprieta) {
  const [esito, setEsito] = useState('');
  const download = async (formato: FileGrafico['formato']) => {
    try {
      await onScarica?.(formato);
      setEsito('');
    } catch {
      setEsito('Il grafico non si è potuto scaricare. Controlla la connessione e riprova.');
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setEsito('Indirizzo copiato: riapre esattamente questa vista.');
    } catch {
      setEsito('Il browser non permette di copiare: l’indirizzo di questa vista è nella barra in alto.');
    }
  };
  return (
    <>
      <div className="azioni">
        <LinkScarica href={csv}>CSV</LinkScarica>
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
        <Pulsante icona="origine" onClick={() => void copy()}>
          Copia l’indirizzo
        </Pulsante>
      </div>
      <p className="minuto solo-schermo" role="status">
        {esito}
      </p>
    </>
  );
}
