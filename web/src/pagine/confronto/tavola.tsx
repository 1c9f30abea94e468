/** The numbers behind a chart, as a table: a line for each comune and for the ambito, a column for each indicator or year. */
import type { ReactNode } from 'react';
import { Segno } from '../../componenti/segno.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import type { Voce } from '../../serie/confronto.ts';
import type { DatiVista } from './stato.ts';

export interface ColonnaTavola {
  readonly chiave: string;
  readonly titolo: ReactNode;
  readonly etichetta: string;
  readonly voceOf: (codice: string | null) => Voce | null;
}

interface Proprieta {
  readonly dati: DatiVista;
  readonly didascalia: string;
  readonly colonne: readonly ColonnaTavola[];
  readonly hrefOf: (voce: Voce) => string | null;
  /** False where the ambito has no line of its own. */
  readonly conAmbito?: boolean;
}

export function Tavola({ dati, didascalia, colonne, hrefOf, conAmbito = true }: Proprieta) {
  const { ambito, stato } = dati;
  const righe = [
    ...ambito.comuni.map(({ codiceIstat, nome }) => ({ codice: codiceIstat, nome })),
    ...(conAmbito ? [{ codice: null, nome: 'Intero ambito' }] : []),
  ];
  return (
    <Tabella
      didascalia={didascalia}
      testa="Comune"
      colonne={colonne.map(({ chiave, titolo, etichetta }) => ({ chiave, titolo, etichetta, numerica: true }))}
      righe={righe.map(({ codice, nome }) => ({
        chiave: codice ?? 'ambito',
        testa: nome,
        totale: codice === null,
        evidenziata: codice !== null && stato.evidenzia.includes(codice),
        celle: colonne.map(({ chiave, voceOf }) => (
          <CellaVoce key={chiave} ambito={ambito.id} nome={nome} voce={voceOf(codice)} hrefOf={hrefOf} />
        )),
      }))}
    />
  );
}

interface ProprietaCella {
  readonly ambito: string;
  readonly nome: string;
  readonly voce: Voce | null;
  readonly hrefOf: (voce: Voce) => string | null;
}

/** A value that walks back, with its mark; or that it is missing, and why. */
export function CellaVoce({ ambito, nome, voce, hrefOf }: ProprietaCella) {
  if (!voce) return <span className="minuto">nessuna tabella</span>;
  const href = hrefOf(voce);
  if (voce.valore === null) {
    const motivo = <span className="solo-lettori">. {voce.motivo}</span>;
    return href === null ? (
      <span className="minuto" title={voce.motivo ?? undefined}>
        manca{motivo}
      </span>
    ) : (
      <a className="mancante" href={href} title={voce.motivo ?? undefined} data-spiega="">
        manca{motivo}
      </a>
    );
  }
  return (
    <>
      {href ? (
        <a className="cifra" href={href} data-spiega="">
          {voce.testo}
        </a>
      ) : (
        <span className="cifra">{voce.testo}</span>
      )}
      <Segno ambito={ambito} comune={voce.codice} nome={nome} segnalazioni={voce.segnalazioni} />
    </>
  );
}
