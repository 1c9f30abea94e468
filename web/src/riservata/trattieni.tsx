/** While something leaves that going away would break off, who goes away is asked whether they mean it. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Conferma } from './esito.tsx';

interface Proprieta {
  /** Asked at the very moment: nothing is kept back by what is over. */
  readonly inCorso: () => boolean;
  readonly titolo: string;
  /** `Esci dalla pagina`: what the button does. */
  readonly conferma: string;
  /** `Continua l’invio`. */
  readonly rinuncia: string;
  readonly children: ReactNode;
}

type Risposta = (resta: boolean) => void;

export function Trattieni({ inCorso, children, ...parole }: Proprieta) {
  const { history } = useRouter();
  const [domanda, setDomanda] = useState<{ readonly answer: Risposta }>();
  useEffect(
    () =>
      history.block({
        blockerFn: async () => inCorso() && new Promise<boolean>((answer) => setDomanda({ answer })),
        // Of a reload or of a tab that closes the browser asks by itself.
        enableBeforeUnload: inCorso,
      }),
    [history, inCorso],
  );
  if (!domanda) return null;
  const answer = (resta: boolean) => {
    setDomanda(undefined);
    domanda.answer(resta);
  };
  return (
    <Conferma {...parole} onConferma={() => answer(false)} onRinuncia={() => answer(true)}>
      {children}
    </Conferma>
  );
}
