/** What a line is, said by its number: of a file whose lines are too many to be shown. */
import { useId, useRef, useState } from 'react';
import { RUOLI_RIGA, type RuoloRiga } from '../../../functions/core/tabelle/correzioni.ts';
import { Bottone } from './bottone.tsx';
import { type InCorso, putRiga } from './correzioni.ts';
import { NOMI_RUOLO_RIGA } from './scelta-riga.tsx';

export function CorreggiRiga({ inCorso: { correzioni, change } }: { readonly inCorso: InCorso }) {
  const id = useId();
  const [scritta, setScritta] = useState('');
  const [ruolo, setRuolo] = useState<RuoloRiga>('nota');
  const [errore, setErrore] = useState('');
  const campo = useRef<HTMLInputElement>(null);
  const riga = Number(scritta);
  const add = () => {
    if (riga < 1) {
      setErrore('Scrivi il numero della riga, da 1 in su.');
      campo.current?.focus();
      return;
    }
    setErrore('');
    change(putRiga(correzioni, riga, ruolo));
    setScritta('');
  };
  return (
    <fieldset className="correggi-riga">
      <legend>Che cosa è una riga</legend>
      <label htmlFor={`${id}-riga`}>La riga numero</label>
      <input
        ref={campo}
        id={`${id}-riga`}
        aria-invalid={errore !== ''}
        aria-describedby={`${id}-errore`}
        className="riga-testo"
        inputMode="numeric"
        autoComplete="off"
        value={scritta}
        onChange={(evento) => setScritta(evento.target.value.replace(/\D/g, '').slice(0, 7))}
      />
      <label htmlFor={`${id}-ruolo`}>è</label>
      <select
        id={`${id}-ruolo`}
        className="scelta"
        value={ruolo}
        onChange={(evento) => setRuolo(RUOLI_RIGA.find((uno) => uno === evento.target.value) ?? 'nota')}
      >
        {RUOLI_RIGA.map((uno) => (
          <option key={uno} value={uno}>
            {NOMI_RUOLO_RIGA[uno]}
          </option>
        ))}
      </select>
      <Bottone onClick={add}>Aggiungi</Bottone>
      <span id={`${id}-errore`} role="status" aria-live="polite" className="campo-errore">
        {errore}
      </span>
    </fieldset>
  );
}
