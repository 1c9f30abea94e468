import { AMBITO_INTERO, type Ambito } from '../core/ambito.ts';
import type { CONTESTO_CARICAMENTO, ValoriDi } from '../core/http/parametri.ts';
import { parseCorrezioni } from '../core/tabelle/correzioni.ts';
import { writeCorrezioni } from '../core/tabelle/correzioni-testo.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import type { Parametri } from './carica.ts';

/**
 * What is given with an upload, as the ingest takes it.
 * @throws RifiutoError 400 where the comune is not of the ambito
 * @throws CorrezioneError where the corrections are not written as they should
 */
export function toParametri(ambito: Ambito, query: ValoriDi<typeof CONTESTO_CARICAMENTO>): Parametri {
  const {
    tipo,
    documento,
    capitolo,
    tabella,
    editore,
    atto,
    data,
    url,
    licenza,
    parte = 'intera',
    correzioni,
    ...contesto
  } = query;
  const { comune } = contesto;
  if (
    comune !== undefined &&
    comune !== AMBITO_INTERO &&
    !ambito.comuni.some(({ codiceIstat }) => codiceIstat === comune)
  ) {
    throw new RifiutoError(
      400,
      `«comune»: «${comune}» non è il codice ISTAT di un comune dell’ambito, né «${AMBITO_INTERO}».`,
    );
  }
  return {
    tipo,
    contesto: omitAssenti({ parte, ...contesto, correzioni: normalizeCorrezioni(correzioni) }),
    fonte: omitAssenti({ documento, capitolo, tabella, editore, atto, data, url, licenza }),
  };
}

/**
 * @returns the corrections in their one way of writing, so that the same ones are the same reading; undefined where there are none
 * @throws CorrezioneError that says what is wrong with them
 */
export function normalizeCorrezioni(scritte: string | undefined): string | undefined {
  return scritte === undefined ? undefined : writeCorrezioni(parseCorrezioni(scritte)) || undefined;
}

/** What is not given is absent, not undefined: the id of a caricamento is made of what is there. */
export function omitAssenti<T extends object>(campi: T): T {
  return Object.fromEntries(Object.entries(campi).filter(([, valore]) => valore !== undefined)) as T;
}
