/** Small answers at the desk: a number that was not written, a question that is closed. */
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { NESSUNA_CORREZIONE } from '../../../functions/core/tabelle/correzioni.ts';
import { CorreggiRiga } from '../../../web/src/riservata/correggi-riga.tsx';
import type { InCorso } from '../../../web/src/riservata/correzioni.ts';
import { Conferma } from '../../../web/src/riservata/esito.tsx';
import { type Montato, mount } from './monta.ts';

let montato: Montato;
afterEach(() => montato.remove());

test.each(['', '0'])('a line without a number (%j) is asked for, in the field where it goes', async (scritta) => {
  const change = vi.fn<InCorso['change']>();
  montato = await mount(
    <CorreggiRiga inCorso={{ correzioni: NESSUNA_CORREZIONE, change } as Partial<InCorso> as InCorso} />,
  );
  const campo = montato.nodo.querySelector('input');
  await write(campo, scritta);
  await montato.press('Aggiungi');
  expect(change).not.toHaveBeenCalled();
  expect(montato.nodo.querySelector('[role="status"]')?.textContent).toBe('Scrivi il numero della riga, da 1 in su.');
  expect([document.activeElement, campo?.getAttribute('aria-invalid')]).toEqual([campo, 'true']);
  await write(campo, '7');
  await montato.press('Aggiungi');
  expect(change.mock.calls[0]?.[0].righe).toEqual(new Map([[7, 'nota']]));
  expect(montato.nodo.querySelector('[role="status"]')?.textContent).toBe('');
});

/** As a person types: React listens to the setter of the element. */
async function write(campo: HTMLInputElement | null, testo: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  await act(async () => {
    set?.call(campo, testo);
    campo?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('a question that the browser closes, by Esc or otherwise, is a no', async () => {
  const [si, no] = [vi.fn(), vi.fn()];
  montato = await mount(
    <Conferma titolo="Pubblicare?" conferma="Pubblica" onConferma={si} onRinuncia={no}>
      <p>Lo vedono tutti.</p>
    </Conferma>,
  );
  await act(async () => montato.nodo.querySelector('dialog')?.close());
  expect([si.mock.calls.length, no.mock.calls.length]).toEqual([0, 1]);
});
