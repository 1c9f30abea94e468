/** How many social workers the law asks for, and how many are missing, with published figures or with the reader’s. */
import { formatNumero } from '../../../functions/core/formato.ts';
import { figuraOf } from './figura.ts';
import type { Leps } from './leps.ts';
import { type Dato, isPresente } from './raccolta.ts';
import type { TavolaGrafico } from './tavola-grafico.ts';

/** Residents for one social worker: essential level, further goal. @source L. 178/2020 art. 1 c. 797 */
export const TRAGUARDI = [
  { residenti: 5000, nome: 'Livello essenziale: 1 ogni 5.000' },
  { residenti: 4000, nome: 'Obiettivo ulteriore: 1 ogni 4.000' },
] as const;

/** Beyond one for so many residents the State begins to pay. @source L. 178/2020 art. 1 c. 797 */
export const SOGLIA_CONTRIBUTO = 6500;

export interface ContoAssistenti {
  /** Persons; null where no count of residents is published and none is given. */
  readonly residenti: number | null;
  /** As the tables state it, with its walk back. */
  readonly pubblicati: Dato | null;
  /** Full-time equivalents; null where unknown. */
  readonly assistenti: number | null;
  readonly ipotesi: boolean;
  readonly traguardi: readonly {
    readonly nome: string;
    readonly residenti: number;
    readonly necessari: number | null;
    /** Published, where the inputs are the published ones. */
    readonly dato: Dato | null;
    /** Negative where there are more than needed. */
    readonly mancanti: number | null;
  }[];
}

/** @param ingressi what the reader put in the place of the published figures; null leaves those */
export function countAssistenti(
  { raccolta }: Leps,
  ingressi: { readonly residenti: number | null; readonly assistenti: number | null },
): ContoAssistenti {
  const periodo = raccolta.listPeriodi('assistenti-sociali-necessari').at(-1) ?? null;
  const find = (id: string, dimensioni = {}) =>
    periodo === null ? null : raccolta.find({ id, comune: null, periodo, dimensioni });
  const rilevazione = find('assistenti-sociali-necessari')?.osservazione.dimensioni.rilevazione;
  const pubblicati = find('popolazione', rilevazione ? { rilevazione } : {});
  const residenti = ingressi.residenti ?? pubblicati?.valore ?? null;
  const rapporto = find('assistenti-sociali-rapporto');
  const pubblicatiAs =
    isPresente(rapporto) && rapporto.valore > 0 && pubblicati?.valore ? pubblicati.valore / rapporto.valore : null;
  const assistenti = ingressi.assistenti ?? pubblicatiAs;
  const ipotesi = ingressi.residenti !== null || ingressi.assistenti !== null;
  return {
    residenti,
    pubblicati,
    assistenti,
    ipotesi,
    traguardi: TRAGUARDI.map(({ residenti: ogni, nome }) => {
      const necessari = residenti === null ? null : residenti / ogni;
      return {
        nome,
        residenti: ogni,
        necessari,
        dato: ingressi.residenti === null ? find('assistenti-sociali-necessari', { soglia: `${ogni}` }) : null,
        mancanti: necessari === null || assistenti === null ? null : necessari - assistenti,
      };
    }),
  };
}

/** A quantity as people write it: `70.274`, `5`, `5,5`; null for anything else. */
export function parseQuantita(testo: string | undefined): number | null {
  const pulito = (testo ?? '')
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^\d{1,9}(\.\d{1,4})?$/.test(pulito) ? Number(pulito) : null;
}

/** The finding on social workers; null where not even the residents are known. */
export function tellAssistenti({ traguardi, assistenti, ipotesi }: ContoAssistenti): string | null {
  const [essenziale, ulteriore] = traguardi;
  if (!essenziale || !ulteriore || essenziale.necessari === null || ulteriore.necessari === null) return null;
  const uno = (valore: number) => formatNumero(valore, 1);
  const servono = `${ipotesi ? 'Con questi numeri servono' : 'Servono'} ${uno(essenziale.necessari)} assistenti sociali per il livello essenziale e ${uno(ulteriore.necessari)} per l’obiettivo`;
  if (assistenti === null || essenziale.mancanti === null || ulteriore.mancanti === null) {
    return `${servono}: quanti ne mancano non si sa.`;
  }
  const quanti = formatNumero(assistenti, Number.isInteger(assistenti) ? 0 : 1);
  return `${servono}: con ${quanti} ${tellMancanti(essenziale.mancanti)} per il primo, ${tellMancanti(ulteriore.mancanti)} per il secondo.`;
}

function tellMancanti(mancanti: number): string {
  return mancanti > 0 ? `ne mancano ${formatNumero(mancanti, 1)}` : 'non ne manca nessuno';
}

const ADDETTI = 'a tempo pieno';

export function tavolaOfAssistenti({ traguardi, assistenti }: ContoAssistenti): TavolaGrafico {
  const numero = (valore: number | null) => ({
    testo: valore === null ? 'non si sa' : formatNumero(valore, Number.isInteger(valore) ? 0 : 3),
    valore,
  });
  return {
    testa: 'Traguardo',
    colonne: [
      { chiave: 'necessari', titolo: 'Assistenti sociali', unita: ADDETTI },
      { chiave: 'mancanti', titolo: 'Ne mancano', unita: ADDETTI },
    ],
    righe: [
      ...traguardi.map(({ nome, necessari, dato, mancanti }) => ({
        chiave: nome,
        nome,
        comune: null,
        celle: [{ ...numero(necessari), ...(dato ? { figure: [figuraOf(dato.osservazione)] } : {}) }, numero(mancanti)],
      })),
      {
        chiave: 'ci sono',
        nome: 'Ci sono',
        comune: null,
        aParte: true,
        celle: [numero(assistenti), { testo: '', valore: null }],
      },
    ],
  };
}
