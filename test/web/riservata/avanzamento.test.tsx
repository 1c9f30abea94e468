/** How far a file is: for who looks, at every step; for who listens, every so often. */
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Avanzamento, DETTO_OGNI_MS } from '../../../web/src/riservata/avanzamento.tsx';
import type { Passo } from '../../../web/src/riservata/file-grande.ts';
import { MEGABYTE } from '../../../web/src/riservata/peso.ts';
import { type Montato, mount } from './monta.ts';

let montato: Montato;
const annullo = vi.fn();
const build = (passo: Passo | null) => <Avanzamento passo={passo} onAnnulla={annullo} />;
const leave = (megabyte: number) =>
  montato.render(build({ fase: 'invio', inviatiByte: megabyte * MEGABYTE, totaleByte: 68 * MEGABYTE }));
const say = () => montato.nodo.querySelector('[role="status"]')?.textContent?.trim();
beforeEach(async () => {
  vi.useFakeTimers();
  montato = await mount(build(null));
});
afterEach(async () => {
  await montato.remove();
  vi.useRealTimers();
});

test('the bar says bytes of bytes, by its value and by its words', async () => {
  await leave(12.4);
  const barra = montato.nodo.querySelector('progress');
  expect([barra?.max, barra?.value]).toEqual([68 * MEGABYTE, 12.4 * MEGABYTE]);
  expect(barra?.getAttribute('aria-valuetext')).toBe('Inviati 12,4 MB di 68,0 MB');
  expect(document.getElementById(barra?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Invio il file…');
  expect(montato.nodo.querySelector('.minuto')?.textContent).toBe('Inviati 12,4 MB di 68,0 MB (18 %)');
});

test('who listens is told at once that it leaves, then how far it is every so often', async () => {
  await leave(0);
  expect(say()).toBe('Invio il file… Inviati 0,0 MB di 68,0 MB.');
  await leave(7);
  await leave(12);
  expect(say()).toBe('Invio il file… Inviati 0,0 MB di 68,0 MB.');
  await act(() => vi.advanceTimersByTimeAsync(DETTO_OGNI_MS));
  expect(say()).toBe('Invio il file… Inviati 12,0 MB di 68,0 MB.');
  await montato.render(build({ fase: 'lettura' }));
  expect(say()).toBe('Leggo il file e lo confronto con i dati pubblicati…');
});

test('it can be given up until all of it has left; of a reading nobody knows how far it is', async () => {
  await leave(3);
  await montato.press('Annulla l’invio');
  expect(annullo).toHaveBeenCalledTimes(1);
  await montato.render(build({ fase: 'lettura' }));
  expect(montato.nodo.querySelector('button')).toBeNull();
  expect(montato.nodo.querySelector('progress')?.hasAttribute('value')).toBe(false);
});
