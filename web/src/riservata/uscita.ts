/** Going out of the desk: only who has really left the page is out, since the page may ask whether what is leaving is to be broken off. */
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { scrivania } from './indirizzi.ts';

/** @param leave stable: from `useCallback` */
export function useUscita(leave: () => void): () => void {
  const { history } = useRouter();
  useEffect(
    () =>
      history.subscribe(({ location, action }) => {
        // A step back to where one went out from is not going out again.
        if (action.type === 'PUSH' && 'esce' in location.state) leave();
      }),
    [history, leave],
  );
  return () => history.push(scrivania.inizio(), { esce: true });
}
