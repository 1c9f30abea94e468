import { useSyncExternalStore } from 'react';
import { edizioneIn } from '../indirizzi.ts';

const never = () => () => {};

/** On paper only: where the living page is. The origin is known in the browser, not where the page is prepared. */
export function IndirizzoVivo() {
  const href = useSyncExternalStore(
    never,
    () => window.location.href,
    () => '',
  );
  if (!href) return null;
  return (
    <p className="solo-stampa minuto indirizzo-vivo">
      Questa pagina{edizioneIn(href) ? '' : ', aggiornata'}: {href}
    </p>
  );
}
