/** What the form of an upload holds, kept while the tab is open: a reload, a session that ended, a step back find it again. */
import * as z from 'zod/mini';

const scritto = z.object({
  /** What the form was opened for: another table, or another draft to mend, is another form. */
  ricerca: z.string(),
  tipo: z.string(),
  parte: z.string(),
  valori: z.record(z.string(), z.string()),
  /** Name of the file that was chosen: a browser lets nobody but the person choose it. */
  file: z.optional(z.string()),
});
export type ModuloScritto = z.infer<typeof scritto>;

type Archivio = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (ambito: string) => `osservatorio.modulo.${ambito}`;

/** @returns null where nothing was written in this form */
export function readModulo(archivio: Archivio, ambito: string, ricerca: string): ModuloScritto | null {
  try {
    const letto = z.safeParse(scritto, JSON.parse(archivio.getItem(keyOf(ambito)) ?? 'null'));
    return letto.success && letto.data.ricerca === ricerca ? letto.data : null;
  } catch {
    return null;
  }
}

export function writeModulo(archivio: Archivio, ambito: string, valore: ModuloScritto | null): void {
  if (valore) archivio.setItem(keyOf(ambito), JSON.stringify(valore));
  else archivio.removeItem(keyOf(ambito));
}
