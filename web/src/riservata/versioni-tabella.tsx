/** Every version of a table, and the way back to an earlier one. */
import { useState } from 'react';
import { formatIstante } from '../../../functions/core/formato.ts';
import type { Ruolo } from '../../../functions/core/http/ruoli.ts';
import type { AmbitoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { capitalize } from '../serie/parole.ts';
import { Bottone } from './bottone.tsx';
import { Conferma, ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import type { Versione } from './mancanze.ts';
import { countParti, describeDifferenze } from './riassunto.ts';
import { findRitorni } from './ritorni.ts';
import { useAzione, useScrivania } from './scrivania.tsx';
import { mayPublish, mayWrite } from './sessione.ts';

interface Proprieta {
  readonly ambito: AmbitoDto;
  readonly tipo: TipoDto | undefined;
  /** Newest first. */
  readonly versioni: readonly Versione[];
  readonly ruolo: Ruolo;
  /** The list is one that a cache still has: the versione that was just made is not in it. */
  readonly indietro: boolean;
  readonly onCambio: (versione: number) => void;
}

export function Versioni({ ambito, tipo, versioni, ruolo, indietro, onCambio }: Proprieta) {
  const { riservata } = useScrivania();
  const [azione, act] = useAzione();
  const [scelta, setScelta] = useState<number>();
  if (versioni.length === 0 || !tipo) return null;
  const ritorni = findRitorni(versioni);
  const restore = (versione: number) => {
    setScelta(undefined);
    act('Rimetto in vigore', async () => {
      const esito = await riservata.restore(ambito.id, tipo.id, versione);
      onCambio(esito.versione);
      return `Fatto: la versione ${versione} è di nuovo in vigore, come versione ${esito.versione}.`;
    });
  };
  return (
    <section className="sezione">
      <h2>Le versioni</h2>
      <EsitoAzione azione={azione} />
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
      {mayWrite(ruolo) && !mayPublish(ruolo) && versioni.length > 1 && (
        <p className="minuto">Una versione passata la rimette in vigore il responsabile dell’Ufficio di Piano.</p>
      )}
      {indietro && <p className="minuto">L’elenco qui sotto si aggiorna da sé, entro mezzo minuto.</p>}
      <ol className="versioni" reversed start={versioni[0]?.versione}>
        {versioni.map((una, indice) => (
          <li key={una.versione}>
            <div>
              <strong>Versione {una.versione}</strong>
              {indice === 0 && <span className="etichetta">in vigore</span>}
              {ritorni.has(una.versione) && <span> · torna com’era nella versione {ritorni.get(una.versione)}</span>}
              <p className="minuto">
                Pubblicata il {formatIstante(una.pubblicataIl)} dal ruolo «{una.ruolo}» · in{' '}
                {countParti(una.parti.length)}
              </p>
              <p>
                {capitalize(describeDifferenze({ ...una.cambiamenti, esempi: [] }))}. Da: {una.fonte.documento}
              </p>
            </div>
            {mayPublish(ruolo) && indice > 0 && (
              <Bottone onClick={() => setScelta(una.versione)}>
                <span>
                  Rimetti in vigore<span className="solo-lettori"> la versione {una.versione}</span>…
                </span>
              </Bottone>
            )}
          </li>
        ))}
      </ol>
      {scelta !== undefined && (
        <Conferma
          titolo={`Rimettere in vigore la versione ${scelta}?`}
          conferma="Rimetti in vigore"
          onConferma={() => restore(scelta)}
          onRinuncia={() => setScelta(undefined)}
        >
          <ul>
            <li>
              La tabella «{tipo.titolo}» torna com’era nella versione {scelta}, in tutte le sue parti.
            </li>
            <li>Nasce una versione nuova: quella di oggi resta nella storia, e si può tornare indietro.</li>
            <li>Gli indicatori si ricalcolano nello stesso momento, e lo vedono subito tutti.</li>
          </ul>
        </Conferma>
      )}
    </section>
  );
}
