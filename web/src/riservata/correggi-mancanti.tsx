/** What no column says and the table cannot do without: said once, where it is the same on every line. */
import { useId } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import type { Correzioni } from '../../../functions/core/tabelle/correzioni.ts';
import { putValore } from './correzioni.ts';

interface Proprieta {
  readonly tipo: TipoDto;
  readonly bozza: CaricamentoDto;
  readonly correzioni: Correzioni;
  readonly onCambia: (correzioni: Correzioni) => void;
}

export function CorreggiMancanti({ tipo, bozza, correzioni, onCambia }: Proprieta) {
  const daDire = listDaDire(tipo, bozza, correzioni);
  if (daDire.length === 0) return null;
  return (
    <fieldset className="correggi-mancanti">
      <legend>Che cosa il file non dice</legend>
      <p>
        Se è uguale in tutte le righe, basta dirlo qui. Se cambia da una riga all’altra, serve una colonna che lo dica.
      </p>
      <div className="modulo-campi">
        {daDire.map((colonna) => (
          <Mancante
            key={colonna.id}
            colonna={colonna}
            valore={correzioni.valori.get(colonna.id) ?? ''}
            onScegli={(valore) => onCambia(putValore(correzioni, colonna.id, valore))}
          />
        ))}
      </div>
    </fieldset>
  );
}

type Colonna = TipoDto['colonne'][number];

/** Those that lack and that no column was said to be, and those that were said already. */
function listDaDire({ colonne }: TipoDto, { interpretazione }: CaricamentoDto, correzioni: Correzioni): Colonna[] {
  const { mancanti = [] } = interpretazione;
  const indicate = new Set(correzioni.colonne.values());
  return colonne.filter(({ id }) => correzioni.valori.has(id) || (mancanti.includes(id) && !indicate.has(id)));
}

interface ProprietaMancante {
  readonly colonna: Colonna;
  readonly valore: string;
  readonly onScegli: (valore: string) => void;
}

function Mancante({ colonna: { titolo, valori, esempio }, valore, onScegli }: ProprietaMancante) {
  const id = useId();
  return (
    <div className="campo">
      <label className="campo-etichetta" htmlFor={id}>
        {titolo}, in tutte le righe
      </label>
      {valori ? (
        <select id={id} className="scelta" value={valore} onChange={(evento) => onScegli(evento.target.value)}>
          <option value="">Non è uguale in tutte</option>
          {valori.map((uno) => (
            <option key={uno} value={uno}>
              {uno}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="riga-testo"
          placeholder={`per esempio ${esempio}`}
          defaultValue={valore}
          onChange={(evento) => onScegli(evento.target.value.replaceAll(';', ' ').trim())}
        />
      )}
    </div>
  );
}

/** Whether the reader has something to ask, or to offer: where it found no header, which line that is. */
export function hasDomande({ interpretazione }: CaricamentoDto): boolean {
  const { mancanti = [], colonne } = interpretazione;
  return colonne.length === 0 || mancanti.length > 0 || colonne.some(({ proposta }) => proposta !== undefined);
}
