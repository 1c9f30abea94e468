/** Where the sheet that was read is not the table, the others of its file may be: a cover, instructions and lists come first in many. */
import { joinElenco } from './testo.ts';

const MASSIMI_NOMINATI = 5;

/** @returns a sentence after a blank, empty where the file has no other sheet */
export function describeAltriFogli(foglio: string, fogli: readonly string[]): string {
  const altri = fogli.filter((nome) => nome !== foglio).map((nome) => `«${nome}»`);
  if (altri.length === 0) return '';
  const nomi = joinElenco(altri.length > MASSIMI_NOMINATI ? [...altri.slice(0, MASSIMI_NOMINATI), 'altri'] : altri);
  const quali = altri.length === 1 ? `c’è anche il foglio ${nomi}` : `ci sono anche i fogli ${nomi}`;
  return ` È stato letto il foglio «${foglio}»; nel file ${quali}: se la tabella è lì, il foglio si sceglie correggendo la lettura.`;
}
