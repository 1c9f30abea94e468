/** What every card of the page of the essential levels has in common. */
import type { Livello } from '../../../../functions/core/livelli.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { SegnoEsito } from '../../grafici/esito.tsx';
import { parseQuantita } from '../../serie/assistenti.ts';
import type { AnnoIntervento } from '../../serie/interventi-piano.ts';
import type { Leps } from '../../serie/leps.ts';
import { type Esito, PAROLE_ESITO } from '../../serie/parole-leps.ts';
import { formatInBreve, formatValore, joinParti } from '../../serie/valore.ts';
import type { DatiLeps } from './letture.ts';

/** As the address has it. */
export interface StatoLeps {
  readonly anno: string | undefined;
  readonly livello: Livello;
  readonly residenti: string | undefined;
  readonly assistenti: string | undefined;
}

export interface Proprieta extends DatiLeps {
  readonly stato: StatoLeps;
}

export interface Contenuto extends Proprieta {
  readonly leps: Leps;
  /** The same view with something changed. */
  readonly hrefOf: (cambio: Partial<StatoLeps>) => string;
}

export function readIngressi({ residenti, assistenti }: StatoLeps) {
  return { residenti: parseQuantita(residenti), assistenti: parseQuantita(assistenti) };
}

export function Legenda() {
  return (
    <p className="leps-legenda minuto">
      {(Object.keys(PAROLE_ESITO) as Esito[]).map((esito) => (
        <span key={esito}>
          <SegnoEsito esito={esito} />
          {PAROLE_ESITO[esito]}
        </span>
      ))}
    </p>
  );
}

const EURO = { unita: '€', decimali: 2 } as const;

/** Narrow enough for three years on a phone; exact in the walk back. */
export const breve = (cent: number) => joinParti(formatInBreve(cent, EURO)).replace('milioni di', 'mln');

interface ProprietaCella {
  readonly cella: AnnoIntervento;
  readonly nome: string;
  readonly ambito: string;
  readonly inBreve?: boolean;
}

export function CellaAnno({ cella, nome, ambito, inBreve }: ProprietaCella) {
  const spiega = useSpiega();
  const { anno, esito, importo, figura, segnalazioni } = cella;
  const importoScritto = importo === null ? '' : inBreve ? breve(importo) : formatValore(importo, EURO);
  const testo = esito === 'finanziato' ? importoScritto : PAROLE_ESITO[esito];
  const interno = (
    <>
      <SegnoEsito esito={esito} />
      <span className={esito === 'finanziato' ? 'cifra' : 'leps-parola'}>{testo}</span>
    </>
  );
  return (
    <>
      {figura ? (
        <a
          className="leps-cella"
          href={spiega(figura)}
          data-spiega=""
          aria-label={`${nome}, ${anno}: ${testo}. Da dove viene`}
        >
          {interno}
        </a>
      ) : (
        <span className="leps-cella">{interno}</span>
      )}
      <Segno ambito={ambito} comune={null} nome={`${nome}, ${anno}`} segnalazioni={segnalazioni} />
    </>
  );
}
