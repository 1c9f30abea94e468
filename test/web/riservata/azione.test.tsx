/** Whoever presses twice, or two things at once, has asked for one. */
import { afterEach, expect, test, vi } from 'vitest';
import { useAzione } from '../../../web/src/riservata/scrivania.tsx';
import { type Montato, mount, waitFor } from './monta.ts';

let montato: Montato;
afterEach(() => montato.remove());

interface Proprieta {
  readonly pubblica: () => Promise<string>;
  readonly ritira: () => Promise<string>;
}

function Prova({ pubblica, ritira }: Proprieta) {
  const [azione, act] = useAzione();
  return (
    <>
      <button type="button" onClick={() => act('Pubblico', pubblica)}>
        Pubblica
      </button>
      <button type="button" onClick={() => act('Ritiro', ritira)}>
        Ritira
      </button>
      <p>{azione.stato === 'fatta' ? azione.esito : azione.stato}</p>
    </>
  );
}

test('while an act goes on no other begins; when it has ended, one may', async () => {
  let finish: (esito: string) => void = () => undefined;
  const pubblica = vi.fn(
    () =>
      new Promise<string>((then) => {
        finish = then;
      }),
  );
  const ritira = vi.fn(async () => 'Ritirata.');
  montato = await mount(<Prova pubblica={pubblica} ritira={ritira} />);
  await montato.press('Pubblica');
  await montato.press('Pubblica');
  await montato.press('Ritira');
  expect([pubblica.mock.calls.length, ritira.mock.calls.length]).toEqual([1, 0]);

  finish('Pubblicata.');
  await waitFor(() => expect(montato.nodo.textContent).toContain('Pubblicata.'));
  await montato.press('Ritira');
  await waitFor(() => expect(montato.nodo.textContent).toContain('Ritirata.'));
});
