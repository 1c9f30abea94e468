import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** On paper only: where the living page is. The origin is known in the browser, not where the page is prepared. */
export function IndirizzoVivo() {
  const href = useSyncExternalStore(
    never,
    () => window.location.href,
    () => '',
  );
  return href ? <p className="solo-stampa minuto indirizzo-vivo">Questa pagina, aggiornata: {href}</p> : null;
}
