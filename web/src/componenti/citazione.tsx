import { useState } from 'react';
import { Pulsante } from './comandi.tsx';

/** The figure with its source, ready to be pasted: still readable, and selectable by hand, where the browser forbids copying. */
export function Citazione({ testo }: { testo: string }) {
  const [esito, setEsito] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(testo);
      setEsito('Copiata.');
    } catch {
      setEsito('Il browser non permette di copiare: il testo si può selezionare qui sopra.');
    }
  };
  return (
    <>
      <p className="citazione">{testo}</p>
      <Pulsante icona="origine" onClick={() => void copy()}>
        Copia la citazione
      </Pulsante>
      <p className="minuto" role="status">
        {esito}
      </p>
    </>
  );
}
