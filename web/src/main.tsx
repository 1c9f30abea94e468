import './stile/stile.scss';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import { LetturaError } from './api/errore.ts';
import { createIstantanee } from './api/istantanee.ts';
import { createApi } from './api/letture.ts';
import { bringCodice } from './codice.ts';
import { edizioneIn } from './indirizzi.ts';
import { layOutParti } from './parti.ts';
import { createOsservatorio } from './rotte.tsx';

const BASE = '/api/v1';

const radice = document.getElementById('radice');
if (!radice) throw new Error('nella pagina manca l’elemento radice');

const fetch = window.fetch.bind(window);
const { insieme, numero, impronta, pagina } = radice.dataset;
const istantanee = createIstantanee({
  fetch,
  base: BASE,
  nota: insieme && impronta ? { insieme, impronta, numero: Number(numero) } : undefined,
});
const opzioni: RootOptions = {
  // What could not be read is told to the reader by the page; only a fault of ours is worth the console.
  onCaughtError: (errore) => {
    if (!(errore instanceof LetturaError)) reportError(errore);
  },
};

/** A slow phone is never held for long: between one step and the next the page answers. */
const nextCompito = () => new Promise((then) => setTimeout(then));

/**
 * A page came with the styles that it had a use for: what takes it over may show anything.
 * @returns false where the others do not come
 */
function bringStili(): Promise<boolean> {
  const foglio = document.querySelector<HTMLLinkElement>('link[rel=preload][as=style]');
  if (!foglio) return Promise.resolve(true);
  return new Promise((then) => {
    foglio.onload = () => then(true);
    foglio.onerror = () => then(false);
    foglio.rel = 'stylesheet';
  });
}

/** A page that came with its content is taken over only with all that it needs: until then it is read, and its links work. */
async function takeOver(casa: HTMLElement): Promise<void> {
  // A sheet that is there already is laid on the page at once, within the task that read all this code.
  await nextCompito();
  if (!(await bringStili())) return;
  await nextCompito();
  const { pathname, search } = window.location;
  const trasporto = { base: BASE, fetch, istantanee };
  const aperta = edizioneIn(search)
    ? await (await bringCodice(() => import('./edizione/apri.tsx'))).openEdizione(trasporto, window.location)
    : { api: createApi(trasporto) };
  const router = createOsservatorio({ ...aperta, prepare: istantanee.prepare });
  const osservatorio = (
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>
  );
  const pronta = pagina === pathname.replace(/(.)\/$/, '$1');
  if (pronta) {
    // As where it was prepared: without the boundaries that only a page without content has.
    router.ssr = { manifest: undefined };
    await istantanee.prepare(pathname);
    await nextCompito();
    if (search === '' && !istantanee.has(pathname)) return;
    await router.load();
  }
  if (pronta && search === '') {
    // In pieces between which the page answers: all at once it would hold a slow phone for longer than a touch may wait.
    startTransition(() => {
      hydrateRoot(casa, osservatorio, opzioni);
    });
    layOutParti(casa);
    return;
  }
  // What the head says of the view that the page came with is said anew of the one that was asked for.
  for (const detto of document.head.querySelectorAll('title, meta[name="description"]')) detto.remove();
  createRoot(casa, opzioni).render(osservatorio);
  layOutParti(casa);
}

void takeOver(radice);
