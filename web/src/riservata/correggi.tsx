/** "This column is that one, this line is a note": said here, sent at once, seen at once; the file is never touched. */
import { useState } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { useVai } from '../navigazione.tsx';
import { Bottone } from './bottone.tsx';
import { CorreggiColonna } from './correggi-colonna.tsx';
import { CorreggiInsieme } from './correggi-insieme.tsx';
import { findContrasto, type InCorso, nameColonne } from './correzioni.ts';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { rereadFile } from './file-grande.ts';
import type { Foglio } from './foglio.ts';
import { scrivania } from './indirizzi.ts';
import { useAzione, useScrivania } from './scrivania.tsx';

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
  const { riservata } = useScrivania();
  const vai = useVai();
  const [azione, act] = useAzione();
  const [foglioScelto, setFoglioScelto] = useState('');
  const { correzioni, testo, cambiate, change } = inCorso;
  const contrasto = findContrasto(correzioni);
  const nomi = foglio ? nameColonne(bozza, correzioni, foglio) : [];
  const reread = (nuove: string) =>
    act('Rileggo il file', async () => {
      const come = { correzioni: nuove, ...(foglioScelto !== '' && { foglio: foglioScelto }) };
      const riletta = await rereadFile(riservata, { ambito, id: bozza.id, come });
      inCorso.forget();
      vai(scrivania.bozza(ambito, riletta));
      return 'Riletto.';
    });
  const pronte = (cambiate || foglioScelto !== '') && contrasto === null && azione.stato !== 'incorso';
  return (
    <details className="correggi" open={aperto} onToggle={(evento) => onApri(evento.currentTarget.open)}>
      <summary>Correggi come è stato letto</summary>
      <p>
        Se una colonna è un’altra, o una riga è soltanto una nota, dillo qui: il file resta com’è, e i valori anche. Che
        cosa è ogni riga si sceglie accanto alle righe, qui sotto.
      </p>
      <CorreggiInsieme
        bozza={bozza}
        foglio={foglio}
        correzioni={correzioni}
        onCambia={change}
        foglioScelto={foglioScelto}
        onScegliFoglio={setFoglioScelto}
      />
      {foglio && (
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
      <div className="correggi-azioni">
        {contrasto !== null && (
          <p className="campo-errore" role="alert">
            {contrasto}
          </p>
        )}
        <button
          type="button"
          className="btn btn-primary"
          aria-disabled={!pronte}
          onClick={() => pronte && reread(testo)}
        >
          Rileggi con queste correzioni
        </button>
        {bozza.contesto.correzioni !== undefined && (
          <Bottone onClick={() => reread('')}>Torna alla lettura automatica</Bottone>
        )}
        {cambiate && (
          <p className="minuto">
            Non ancora rilette: <code>{testo || 'nessuna correzione'}</code>
          </p>
        )}
      </div>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
    </details>
  );
}
