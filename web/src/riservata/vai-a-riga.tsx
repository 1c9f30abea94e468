/** Any line of the file by its number: the way to what has nothing to look at, and may be a note all the same. */
import { useId, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';

interface Proprieta {
  /** Number of the last line of the file. */
  readonly ultima: number;
  /** @returns false where the file has no such line */
  readonly onVai: (riga: number) => boolean;
}

export function VaiARiga({ ultima, onVai }: Proprieta) {
  const id = useId();
  const [scritta, setScritta] = useState('');
  const [errore, setErrore] = useState('');
  return (
    <form
      className="vai-a-riga"
      noValidate
      onSubmit={(evento) => {
        evento.preventDefault();
        const riga = Number(scritta);
        const andata = Number.isInteger(riga) && riga > 0 && onVai(riga);
        setErrore(andata ? '' : `Scrivi un numero da 1 a ${formatNumero(ultima)}.`);
      }}
    >
      <label htmlFor={id}>Vai alla riga</label>
      <input
        id={id}
        className="riga-testo"
        inputMode="numeric"
        autoComplete="off"
        value={scritta}
        aria-invalid={errore !== ''}
        aria-describedby={`${id}-errore`}
        onChange={(evento) => setScritta(evento.target.value.replace(/\D/g, ''))}
      />
      <button type="submit" className="azione">
        Vai
      </button>
      <span id={`${id}-errore`} role="status" aria-live="polite" className="campo-errore">
        {errore}
      </span>
    </form>
  );
}
