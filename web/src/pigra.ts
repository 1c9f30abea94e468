/** A page whose code waits until it is asked for. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { bringCodice } from './codice.ts';

/** @param nome of the component that the module exports */
export function lazyPagina<T extends object, K extends keyof T>(load: () => Promise<T>, nome: K) {
  return lazyRouteComponent(() => bringCodice(load), nome);
}
