import { useId, useState } from 'react';
import type { ParteDto } from './campi.ts';
import { DA_SCEGLIERE } from './partenza.ts';

interface Proprieta {
  /** Those that the public sees. */
  readonly parti: readonly ParteDto[];
  readonly parte: string;
  readonly errore?: string | undefined;
  readonly onScegli: (parte: string) => void;
  /** One more file, that has no name yet. */
  readonly onAggiungi: () => void;
  readonly onNomina: (nome: string) => void;
}

/** No part is named so. */
const NUOVA = 'una in più';

/** A table may be made of several files: which of them this one replaces, or that it is one more. */
export function ParteModulo({ parti, parte, errore, onScegli, onAggiungi, onNomina }: Proprieta) {
  const id = useId();
  const nota = parti.some((una) => una.parte === parte);
  const [nuova, setNuova] = useState(false);
  const scelta = nota && !nuova ? parte : nuova || parte !== DA_SCEGLIERE ? NUOVA : DA_SCEGLIERE;
  const senzaScelta = scelta === DA_SCEGLIERE;
  if (parti.length === 0) return null;
  return (
    <div className="modulo-campi">
      <div className="campo">
        <label className="campo-etichetta" htmlFor={id}>
          Quale file sostituisce
        </label>
        <select
          id={id}
          className="scelta"
          name={senzaScelta ? 'parte' : undefined}
          value={scelta}
          aria-invalid={senzaScelta && errore !== undefined}
          aria-describedby={`${id}-che ${id}-manca`}
          onChange={(evento) => {
            const valore = evento.target.value;
            setNuova(valore === NUOVA);
            if (valore === NUOVA) onAggiungi();
            else onScegli(valore);
          }}
        >
          {senzaScelta && (
            <option value={DA_SCEGLIERE} disabled>
              Scegli
            </option>
          )}
          {parti.map(({ parte: una, fonte }) => (
            <option key={una} value={una}>
              {una} · {fonte.tabella ?? fonte.documento}
            </option>
          ))}
          <option value={NUOVA}>Nessuno: è una parte in più</option>
        </select>
        <p id={`${id}-che`} className="minuto">
          Una tabella può essere fatta di più file, le sue parti: le altre restano come sono.
        </p>
        <p id={`${id}-manca`} className="campo-errore">
          {senzaScelta && errore !== undefined && 'Scegli quale file sostituisce, o che è una parte in più.'}
        </p>
      </div>
      {scelta === NUOVA && (
        <div className="campo">
          <label className="campo-etichetta" htmlFor={`${id}-nome`}>
            Nome della parte nuova (obbligatorio)
          </label>
          <input
            id={`${id}-nome`}
            name="parte"
            className="riga-testo"
            value={parte}
            required
            autoComplete="off"
            aria-invalid={errore !== undefined}
            aria-describedby={`${id}-aiuto ${id}-errore`}
            onChange={(evento) => onNomina(evento.target.value)}
          />
          <p id={`${id}-aiuto`} className="minuto">
            Breve e senza spazi: per esempio fnps-2022.
          </p>
          <p id={`${id}-errore`} className="campo-errore">
            {errore}
          </p>
        </div>
      )}
    </div>
  );
}
