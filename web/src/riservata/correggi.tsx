/** "This column is that one, this line is a note": said here, sent at once, seen at once; the file is never touched. */
import { useEffect, useRef } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { describeCorrezioni } from '../../../functions/core/tabelle/correzioni-testo.ts';
import { Bottone } from './bottone.tsx';
import { CorreggiColonna } from './correggi-colonna.tsx';
import { CorreggiInsieme } from './correggi-insieme.tsx';
import { CorreggiMancanti } from './correggi-mancanti.tsx';
import { CorreggiRiga } from './correggi-riga.tsx';
import { findContrasto, type InCorso, nameColonne } from './correzioni.ts';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import type { Foglio } from './foglio.ts';
import { useRileggi } from './rileggi.ts';

/** Of what sends them, which stands far from the rows that they are about. */
export const ID_RILEGGI = 'rileggi';

interface Proprieta {
  readonly ambito: string;
  readonly tipo: TipoDto;
  readonly bozza: CaricamentoDto;
  readonly foglio: Foglio | null;
  readonly inCorso: InCorso;
  readonly aperto: boolean;
  readonly onApri: (aperto: boolean) => void;
}

export function Correggi({ ambito, tipo, bozza, foglio, inCorso, aperto, onApri }: Proprieta) {
  const { azione, reread, resume, leave } = useRileggi(ambito, bozza.id, inCorso.forget);
  const ripresa = useRef(resume);
  useEffect(() => ripresa.current(), []);
  const { correzioni, testo, cambiate, change, foglio: foglioScelto, chooseFoglio } = inCorso;
  const contrasto = findContrasto(correzioni, tipo);
  const dette = [
    ...describeCorrezioni(correzioni, tipo),
    ...(foglioScelto === '' ? [] : [`Si legge il foglio «${foglioScelto}».`]),
  ];
  const nomi = foglio
    ? nameColonne(bozza, correzioni, foglio)
    : bozza.interpretazione.colonne.map(({ colonna, intestazione }) => ({ colonna, nome: intestazione }));
  const send = () => reread({ correzioni: testo, ...(foglioScelto !== '' && { foglio: foglioScelto }) });
  const rileggi = useRef<HTMLButtonElement>(null);
  const restore = () => {
    inCorso.restore();
    // What was pressed goes away: the focus stays beside it.
    rileggi.current?.focus();
  };
  const pronte = cambiate && contrasto === null && azione.stato !== 'incorso';
  return (
    <details className="correggi" open={aperto} onToggle={(evento) => onApri(evento.currentTarget.open)}>
      <summary>Correggi come è stato letto</summary>
      <p>
        Se una colonna è un’altra, o una riga è soltanto una nota, dillo qui: il file resta com’è, e i valori anche. Che
        cosa è ogni riga si sceglie {foglio ? 'accanto alle righe, qui sotto' : 'col suo numero'}.
      </p>
      <CorreggiMancanti tipo={tipo} bozza={bozza} correzioni={correzioni} onCambia={change} />
      <CorreggiInsieme
        bozza={bozza}
        foglio={foglio}
        correzioni={correzioni}
        onCambia={change}
        foglioScelto={foglioScelto}
        onScegliFoglio={chooseFoglio}
      />
      {nomi.length > 0 && (
        <fieldset className="correggi-colonne">
          <legend>Che cosa è ogni colonna</legend>
          {nomi.map(({ colonna, nome }) => (
            <CorreggiColonna
              key={colonna}
              colonna={colonna}
              nome={nome}
              tipo={tipo}
              bozza={bozza}
              correzioni={correzioni}
              onCambia={change}
            />
          ))}
        </fieldset>
      )}
      {!foglio && <CorreggiRiga inCorso={inCorso} />}
      <div className="correggi-azioni">
        {contrasto !== null && (
          <p className="campo-errore" role="alert">
            {contrasto}
          </p>
        )}
        <button
          ref={rileggi}
          id={ID_RILEGGI}
          type="button"
          className="btn btn-primary"
          aria-disabled={!pronte}
          onClick={() => pronte && send()}
        >
          Rileggi con queste correzioni
        </button>
        {cambiate && <Bottone onClick={restore}>Lascia tutto com’era</Bottone>}
        {cambiate && (
          <p className="minuto">Non ancora rilette: {dette.join(' ') || 'nessuna correzione, lettura automatica.'}</p>
        )}
      </div>
      <EsitoAzione azione={azione} />
      {azione.stato === 'incorso' && !foglio && <Bottone onClick={leave}>Non aspettare</Bottone>}
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} daSolo />}
    </details>
  );
}
