import './stile/stile.scss';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/letture.ts';
import { createOsservatorio } from './rotte.tsx';

const radice = document.getElementById('radice');
if (!radice) throw new Error('nella pagina manca l’elemento radice');

const api = createApi({ base: '/api/v1', fetch: window.fetch.bind(window) });
createRoot(radice).render(
  <StrictMode>
    <RouterProvider router={createOsservatorio({ api })} />
  </StrictMode>,
);
