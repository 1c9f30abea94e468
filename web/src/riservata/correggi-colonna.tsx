/** One column: what the reader took it for, or what a person says that it is. */
import { useId, useRef, useState } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { type Correzioni, IGNORA } from '../../../functions/core/tabelle/correzioni.ts';
import { Bottone } from './bottone.tsx';
import { putColonna, putNumeri } from './correzioni.ts';
import { nameColonna } from './foglio.ts';
import { listTitoli } from './titoli-noti.ts';

interface Proprieta {
  /** 1-based. */
  readonly colonna: number;
  /** As it is headed in the file. */
  readonly nome: string;
  readonly tipo: TipoDto;
  readonly bozza: CaricamentoDto;
  readonly correzioni: Correzioni;
  readonly onCambia: (correzioni: Correzioni) => void;
}

const ALTRA = '…';
const CODICE = { id: 'codice_istat', titolo: 'Codice ISTAT del comune' };
/** Names of the formats that hold figures. */
const NUMERI: ReadonlySet<string> = new Set(['conteggio', 'intero', 'decimale', 'percentuale', 'importo']);

export function CorreggiColonna({ colonna, nome, tipo, bozza, correzioni, onCambia }: Proprieta) {
  const id = useId();
  const scelta = useRef<HTMLSelectElement>(null);
  const inFoglio = bozza.interpretazione.foglio !== undefined;
  const scelte = listScelte(tipo);
  const titoli = listTitoli(tipo, bozza.interpretazione.layout);
  const scelto = correzioni.colonne.get(colonna);
  const nota = scelto === undefined || scelto === IGNORA || scelte.some((scelta) => scelta.id === scelto);
  const [altra, setAltra] = useState(!nota);
  const letta = bozza.interpretazione.colonne.find((una) => una.colonna === colonna);
  const formato = tipo.colonne.find((una) => una.id === scelto)?.formato ?? letta?.formato?.split('; ')[0] ?? '';
  const choose = (valore: string) => {
    setAltra(valore === ALTRA);
    onCambia(putColonna(correzioni, colonna, valore === '' || valore === ALTRA ? null : valore));
  };
  return (
    <div className="correggi-colonna">
      <label className="campo-etichetta" htmlFor={id}>
        Colonna {inFoglio ? nameColonna(colonna) : colonna}: {nome === '' ? '(senza titolo)' : `«${nome}»`}
      </label>
      <select
        ref={scelta}
        id={id}
        className={`scelta${scelto === undefined ? '' : ' correggi-scelto'}`}
        value={altra ? ALTRA : (scelto ?? '')}
        onChange={(evento) => choose(evento.target.value)}
      >
        <option value="">{describeAutomatica(letta)}</option>
        {scelte.map(({ id: valore, titolo }) => (
          <option key={valore} value={valore}>
            {titolo}
          </option>
        ))}
        <option value={IGNORA}>Non si usa</option>
        <option value={ALTRA}>Come se il titolo fosse un altro…</option>
      </select>
      {letta?.proposta !== undefined && scelto === undefined && !altra && (
        <Proposta
          titolo={tipo.colonne.find((una) => una.id === letta.proposta)?.titolo ?? letta.proposta}
          onScegli={() => {
            choose(letta.proposta ?? '');
            // What was pressed goes away.
            scelta.current?.focus();
          }}
        />
      )}
      {altra && (
        <datalist id={`${id}-titoli`}>
          {titoli.map((titolo) => (
            <option key={titolo} value={titolo} />
          ))}
        </datalist>
      )}
      {altra && (
        <input
          className="riga-testo"
          list={`${id}-titoli`}
          aria-label={`Il titolo della colonna ${colonna}, come se fosse scritto`}
          placeholder={titoli[0] && `per esempio ${titoli[0]}`}
          defaultValue={nota ? '' : scelto}
          onChange={(evento) =>
            onCambia(putColonna(correzioni, colonna, evento.target.value.replaceAll(';', ' ').trim() || null))
          }
        />
      )}
      {NUMERI.has(formato) && !inFoglio && scelto !== IGNORA && (
        <select
          className="scelta"
          aria-label={`Come sono scritti i numeri della colonna ${colonna}`}
          value={correzioni.numeri.get(colonna) ?? ''}
          onChange={(evento) => onCambia(putNumeri(correzioni, colonna, evento.target.value))}
        >
          <option value="">Numeri: lettura automatica</option>
          <option value="italiani">Numeri scritti 1.234,56</option>
          <option value="inglesi">Numeri scritti 1,234.56</option>
        </select>
      )}
    </div>
  );
}

/** What the reader would say of a heading that it does not know: a person says yes. */
function Proposta({ titolo, onScegli }: { titolo: string; onScegli: () => void }) {
  return (
    <p className="correggi-proposta">
      Forse è «{titolo}». <Bottone onClick={onScegli}>Sì, è «{titolo}»</Bottone>
    </p>
  );
}

function listScelte({ colonne }: TipoDto): readonly { readonly id: string; readonly titolo: string }[] {
  const conComune = colonne.some(({ id }) => id === 'comune') && !colonne.some(({ id }) => id === CODICE.id);
  return conComune ? [CODICE, ...colonne] : colonne;
}

function describeAutomatica(letta: CaricamentoDto['interpretazione']['colonne'][number] | undefined): string {
  if (!letta || letta.corretta) return 'Lettura automatica';
  return letta.significato === null ? 'Non riconosciuta' : `Com’è letta: ${letta.significato}`;
}
