import './stile/stile.scss';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LetturaError } from './api/errore.ts';
import { createApi } from './api/letture.ts';
import { createOsservatorio } from './rotte.tsx';

const radice = document.getElementById('radice');
if (!radice) throw new Error('nella pagina manca l’elemento radice');

const api = createApi({ base: '/api/v1', fetch: window.fetch.bind(window) });
createRoot(radice, {
  // What could not be read is told to the reader by the page; only a fault of ours is worth the console.
  onCaughtError: (errore) => {
    if (!(errore instanceof LetturaError)) reportError(errore);
  },
}).render(
  <StrictMode>
    <RouterProvider router={createOsservatorio({ api })} />
  </StrictMode>,
);
