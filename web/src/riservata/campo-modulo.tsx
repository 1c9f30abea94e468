import { useId } from 'react';
import type { Campo } from './campi.ts';

interface Proprieta {
  readonly campo: Campo;
  readonly valore: string;
  readonly errore?: string | undefined;
  readonly onScrivi: (valore: string) => void;
}

/** A field with its label, what helps to fill it, what is wrong with it. */
export function CampoModulo({ campo, valore, errore, onScrivi }: Proprieta) {
  const id = useId();
  const { nome, etichetta, aiuto, genere, scelte, obbligatorio } = campo;
  const comuni = {
    id,
    name: nome,
    value: valore,
    required: obbligatorio === true,
    'aria-invalid': errore !== undefined,
    'aria-describedby': `${id}-aiuto ${id}-errore`,
  };
  return (
    <div className="campo">
      <label className="campo-etichetta" htmlFor={id}>
        {etichetta}
        {obbligatorio && ' (obbligatorio)'}
      </label>
      {genere === 'scelta' ? (
        <select {...comuni} className="scelta" onChange={(evento) => onScrivi(evento.target.value)}>
          <option value="">Lo dice il file</option>
          {scelte?.map((scelta) => (
            <option key={scelta.valore} value={scelta.valore}>
              {scelta.testo}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...comuni}
          className="riga-testo"
          type={genere === 'data' ? 'date' : genere === 'indirizzo' ? 'url' : 'text'}
          autoComplete="off"
          onChange={(evento) => onScrivi(evento.target.value)}
        />
      )}
      <p id={`${id}-aiuto`} className="minuto">
        {aiuto}
      </p>
      <p id={`${id}-errore`} className="campo-errore">
        {errore}
      </p>
    </div>
  );
}
