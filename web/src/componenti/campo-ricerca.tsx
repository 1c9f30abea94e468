import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Icona } from './icona.tsx';

interface Proprieta {
  readonly etichetta: string;
  readonly esempio: string;
  /** What is looked for now, as the address has it. */
  readonly valore: string;
  /** Where the form goes before any script has run. */
  readonly azione: string;
  readonly onCerca: (valore: string) => void;
}

/** Long enough to finish a word, short enough to feel immediate. */
const PAUSA_MS = 250;

export function CampoRicerca({ etichetta, esempio, valore, azione, onCerca }: Proprieta) {
  const id = useId();
  const [scritto, setScritto] = useState(valore);
  const attesa = useRef<ReturnType<typeof setTimeout>>(undefined);
  const noto = useRef(valore);
  // The address may change by itself (a step back, a filter taken away): what is written follows it.
  useEffect(() => {
    if (noto.current === valore) return;
    noto.current = valore;
    setScritto(valore);
  }, [valore]);
  useEffect(() => () => clearTimeout(attesa.current), []);

  const search = (testo: string) => {
    clearTimeout(attesa.current);
    noto.current = testo;
    onCerca(testo);
  };
  const onSubmit = (evento: FormEvent) => {
    evento.preventDefault();
    search(scritto.trim());
  };
  return (
    <search>
      <form className="campo campo-ricerca" action={azione} onSubmit={onSubmit}>
        <label className="campo-etichetta" htmlFor={id}>
          {etichetta}
        </label>
        <div className="campo-ricerca-riga">
          <Icona nome="cerca" />
          <input
            id={id}
            type="search"
            name="q"
            value={scritto}
            placeholder={esempio}
            autoComplete="off"
            enterKeyHint="search"
            onChange={({ target }) => {
              setScritto(target.value);
              clearTimeout(attesa.current);
              attesa.current = setTimeout(() => search(target.value.trim()), PAUSA_MS);
            }}
          />
        </div>
      </form>
    </search>
  );
}
