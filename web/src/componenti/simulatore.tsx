/** What each quota would be with other transfers or other residents. The numbers changed stand in the address. */
import { useRouter } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { indirizzi, type Ricerca } from '../indirizzi.ts';
import type { Cofinanziamento } from '../serie/cofinanziamento.ts';
import { SIMULATORE } from '../serie/luoghi.ts';
import { isPresente } from '../serie/raccolta.ts';
import {
  applyIpotesi,
  type BaseRiparto,
  changeIpotesi,
  computeQuote,
  type Ipotesi,
  isModificata,
  NESSUNA_IPOTESI,
  readImporto,
  readIpotesi,
  readResidenti,
  sumFondi,
  writeIpotesi,
} from '../serie/riparto.ts';
import { formatScarto, formatValore } from '../serie/valore.ts';
import { Tabella } from './tabella.tsx';

interface Proprieta {
  readonly ambito: string;
  readonly base: BaseRiparto;
  readonly cofinanziamento: Cofinanziamento;
  readonly ricerca: Ricerca;
}

const EURO = { unita: '€', decimali: 2 } as const;

const NOMI_FONDI: Readonly<Record<string, string>> = {
  FNPS: 'FNPS, fondo nazionale politiche sociali',
  FNA: 'FNA, fondo per le non autosufficienze',
  FGSA: 'FGSA, fondo globale socio-assistenziale (Regione)',
};

export function Simulatore({ ambito, base, cofinanziamento, ricerca }: Proprieta) {
  const router = useRouter();
  // Boxes keep what is being typed; a reset gives them new keys, and with them the published numbers.
  const [giro, setGiro] = useState(0);
  const ipotesi = readIpotesi(ricerca, base);
  const nuova = applyIpotesi(base, ipotesi);
  const quote = computeQuote(nuova);
  const go = (prossima: Ipotesi) => {
    const { fondi: _f, residenti: _r, ...resto } = ricerca;
    // Each keystroke replaces the address: going back leaves the page, it doesn't undo letters.
    router.history.replace(indirizzi.cofinanziamento(ambito, { ...resto, ...writeIpotesi(prossima) }));
  };
  const reset = () => {
    setGiro(giro + 1);
    go(NESSUNA_IPOTESI);
  };
  const minimoOf = (codice: string | null) => {
    const riga = codice === null ? cofinanziamento.ambito : cofinanziamento.comuni.find((c) => c.codice === codice);
    return riga && isPresente(riga.minimo.totale) ? riga.minimo.totale.valore : null;
  };
  const tellScarto = (codice: string | null, cent: number) => {
    const pubblicato = minimoOf(codice);
    return pubblicato === null ? 'quota non pubblicata' : formatScarto(cent - pubblicato, EURO);
  };
  const totale = sumFondi(nuova.fondi);
  return (
    <section className="sezione simulatore solo-schermo" aria-labelledby={SIMULATORE}>
      <h2 id={SIMULATORE}>E se i numeri fossero altri?</h2>
      <p>
        Cambia i trasferimenti o i residenti: le quote si rifanno subito e sommano sempre al totale. È una prova di
        conto, non una previsione: i dati pubblicati restano quelli, e l’indirizzo di questa pagina conserva la prova.
      </p>
      <fieldset className="simulatore-campi">
        <legend className="campo-etichetta">Trasferimenti ordinari del {base.anno}, in euro</legend>
        {base.fondi.map(({ id, importoCent }) => (
          <Casella
            key={`${id} ${giro}`}
            etichetta={NOMI_FONDI[id] ?? id}
            scritto={formatNumero((ipotesi.fondi[id] ?? importoCent) / 100, 2)}
            cambiata={ipotesi.fondi[id] !== undefined}
            read={readImporto}
            aiuto="Scrivi un importo come 462.459,91"
            onCambia={(valore) => go(changeIpotesi(ipotesi, { cosa: 'fondi', id, valore, pubblicato: importoCent }))}
          />
        ))}
      </fieldset>
      <div className="simulatore-esito">
        <p role="status">
          {quote === null ? (
            'Con zero residenti in tutti i comuni non c’è una chiave con cui dividere.'
          ) : (
            <>
              Da dividere: <strong className="cifra">{formatValore(totale, EURO)}</strong>
              {isModificata(ipotesi) && ` (${tellScarto(null, totale)} rispetto al minimo pubblicato)`}
            </>
          )}
        </p>
        <button type="button" className="azione" onClick={reset} disabled={!isModificata(ipotesi)}>
          Torna ai numeri pubblicati
        </button>
      </div>
      {quote && (
        <Tabella
          didascalia="Le quote con i numeri scelti"
          testa="Comune"
          colonne={[
            { chiave: 'residenti', titolo: 'Residenti', etichetta: 'Residenti', numerica: true },
            { chiave: 'quota', titolo: 'Quota', etichetta: 'Quota', numerica: true },
            {
              chiave: 'scarto',
              titolo: 'Differenza dalla quota pubblicata',
              etichetta: 'Differenza dalla quota pubblicata',
              numerica: true,
            },
          ]}
          righe={[
            ...base.pesi.map(({ codice, nome, residenti }, i) => {
              const importo = quote[i]?.importoCent ?? Number.NaN;
              return {
                chiave: codice,
                testa: nome,
                evidenziata: ipotesi.residenti[codice] !== undefined,
                celle: [
                  <Casella
                    key={`${codice} ${giro}`}
                    etichetta={`Residenti di ${nome}`}
                    nascosta
                    scritto={formatNumero(ipotesi.residenti[codice] ?? residenti)}
                    cambiata={ipotesi.residenti[codice] !== undefined}
                    read={readResidenti}
                    aiuto="Scrivi un numero intero"
                    onCambia={(valore) =>
                      go(changeIpotesi(ipotesi, { cosa: 'residenti', id: codice, valore, pubblicato: residenti }))
                    }
                  />,
                  <span key="quota" className="cifra">
                    {formatValore(importo, EURO)}
                  </span>,
                  <span key="scarto" className="cifra">
                    {tellScarto(codice, importo)}
                  </span>,
                ],
              };
            }),
            {
              chiave: 'ambito',
              testa: 'Intero ambito',
              totale: true,
              celle: [
                formatNumero(nuova.pesi.reduce((somma, { residenti }) => somma + residenti, 0)),
                formatValore(
                  quote.reduce((somma, { importoCent }) => somma + importoCent, 0),
                  EURO,
                ),
                tellScarto(null, totale),
              ],
            },
          ]}
        />
      )}
    </section>
  );
}

interface ProprietaCasella {
  readonly etichetta: string;
  /** The label is for who listens: the table's heading says it to who sees. */
  readonly nascosta?: boolean;
  readonly scritto: string;
  readonly cambiata: boolean;
  readonly read: (testo: string) => number | null;
  readonly aiuto: string;
  readonly onCambia: (valore: number) => void;
}

function Casella({ etichetta, nascosta, scritto, cambiata, read, aiuto, onCambia }: ProprietaCasella) {
  const id = useId();
  const [bozza, setBozza] = useState<string | null>(null);
  const valida = bozza === null || read(bozza) !== null;
  const onChange = (testo: string) => {
    setBozza(testo);
    const valore = read(testo);
    if (valore !== null) onCambia(valore);
  };
  return (
    <div className="campo">
      <label className={nascosta ? 'solo-lettori' : 'campo-etichetta'} htmlFor={id}>
        {etichetta}
      </label>
      <input
        id={id}
        className={`casella${cambiata ? ' casella-cambiata' : ''}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={bozza ?? scritto}
        aria-invalid={!valida}
        aria-describedby={valida ? undefined : `${id}-aiuto`}
        onChange={(e) => onChange(e.target.value)}
        onBlur={() => valida && setBozza(null)}
      />
      {!valida && (
        <p className="casella-errore" id={`${id}-aiuto`}>
          {aiuto}
        </p>
      )}
    </div>
  );
}
