import { Pulsante, SceltaDaElenco } from '../../componenti/comandi.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { compareNomi } from '../../serie/ordine.ts';
import type { DatiComune } from './letture.ts';

/** Another comune: from a list, or the one before and after by name. */
export function Altri({ ambito, comune }: DatiComune) {
  const vai = useVai();
  const perNome = ambito.comuni.toSorted((a, b) => compareNomi(a.nome, b.nome));
  const qui = perNome.findIndex(({ codiceIstat }) => codiceIstat === comune.codiceIstat);
  const prima = perNome[qui - 1];
  const dopo = perNome[qui + 1];
  return (
    <div className="comune-altri solo-schermo">
      <SceltaDaElenco
        etichetta="Un altro comune"
        valore={comune.codiceIstat}
        gruppi={[{ voci: perNome.map(({ codiceIstat, nome }) => ({ valore: codiceIstat, testo: nome })) }]}
        onScegli={(codice) => vai(indirizzi.comune(ambito.id, codice))}
      />
      <nav className="comune-vicini" aria-label="Comune prima e dopo, in ordine di nome">
        {prima && (
          <a className="azione" href={indirizzi.comune(ambito.id, prima.codiceIstat)} rel="prev">
            <span aria-hidden="true">‹</span> {prima.nome}
          </a>
        )}
        {dopo && (
          <a className="azione" href={indirizzi.comune(ambito.id, dopo.codiceIstat)} rel="next">
            {dopo.nome} <span aria-hidden="true">›</span>
          </a>
        )}
      </nav>
      <Pulsante icona="stampa" onClick={() => window.print()}>
        Stampa su un foglio
      </Pulsante>
    </div>
  );
}
