/** What a line is, said by its number: of a file whose lines are too many to be shown. */
import { useId, useState } from 'react';
import { RUOLI_RIGA, type RuoloRiga } from '../../../functions/core/tabelle/correzioni.ts';
import { Bottone } from './bottone.tsx';
import { type InCorso, putRiga } from './correzioni.ts';
import { NOMI_RUOLO_RIGA } from './scelta-riga.tsx';

export function CorreggiRiga({ inCorso: { correzioni, change } }: { readonly inCorso: InCorso }) {
  const id = useId();
  const [scritta, setScritta] = useState('');
  const [ruolo, setRuolo] = useState<RuoloRiga>('nota');
  const riga = Number(scritta);
  const add = () => {
    if (riga < 1) return;
    change(putRiga(correzioni, riga, ruolo));
    setScritta('');
  };
  return (
    <fieldset className="correggi-riga">
      <legend>Che cosa è una riga</legend>
      <label htmlFor={`${id}-riga`}>La riga numero</label>
      <input
        id={`${id}-riga`}
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
    </fieldset>
  );
}
