/** Pictures of pages held against those that somebody looked at and accepted. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** What was accepted; `AGGIORNA_ASPETTO=1` puts what is seen now in its place. */
const ACCETTATE = join(import.meta.dirname, 'aspetto');
/** Where a picture that differs is left, with the places that do marked in red. */
const DIFFERENTI = join(tmpdir(), 'osservatorio-aspetto');

const isAggiornamento = process.env.AGGIORNA_ASPETTO === '1';

/**
 * @param nome of the picture, without extension
 * @param byte of the PNG as seen now
 * @returns null where it is as accepted within `massimoPixel`, otherwise what differs and where to look at it
 */
export async function compareImmagine(nome: string, byte: Buffer, massimoPixel: number): Promise<string | null> {
  const accettata = join(ACCETTATE, `${nome}.png`);
  if (isAggiornamento) {
    await write(accettata, byte);
    return null;
  }
  const prima = await readFile(accettata).then(PNG.sync.read, () => null);
  if (!prima)
    return `${nome}: non c’è un’immagine accettata. AGGIORNA_ASPETTO=1 la crea, da guardare prima di tenerla.`;
  const ora = PNG.sync.read(byte);
  const vista = join(DIFFERENTI, `${nome}.png`);
  if (prima.width !== ora.width || prima.height !== ora.height) {
    await write(vista, byte);
    return `${nome}: ${prima.width}×${prima.height} accettata, ${ora.width}×${ora.height} ora. Com’è ora: ${vista}`;
  }
  const { width, height } = ora;
  const segni = new PNG({ width, height });
  const diversi = pixelmatch(prima.data, ora.data, segni.data, width, height);
  if (diversi <= massimoPixel) return null;
  await write(vista, byte);
  const marcata = join(DIFFERENTI, `${nome}-differenze.png`);
  await write(marcata, PNG.sync.write(segni));
  return `${nome}: ${diversi} pixel diversi, al più ${massimoPixel}. Com’è ora: ${vista}; dove cambia: ${marcata}`;
}

async function write(percorso: string, byte: Buffer): Promise<void> {
  await mkdir(dirname(percorso), { recursive: true });
  await writeFile(percorso, byte);
}
