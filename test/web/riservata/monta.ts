/** A piece of the desk in a document, as a person would find it. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

export interface Montato {
  readonly nodo: HTMLElement;
  readonly render: (pezzo: ReactNode) => Promise<void>;
  readonly press: (nome: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function mount(pezzo: ReactNode): Promise<Montato> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const nodo = document.createElement('main');
  document.body.append(nodo);
  const radice = createRoot(nodo);
  const render = (nuovo: ReactNode) => act(async () => radice.render(nuovo));
  await render(pezzo);
  return {
    nodo,
    render,
    press: async (nome) => {
      const bottone = [...nodo.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(nome));
      if (!bottone) throw new Error(`no button ${nome}: ${nodo.textContent}`);
      await act(async () => bottone.click());
    },
    remove: async () => {
      await act(async () => radice.unmount());
      nodo.remove();
      globalThis.IS_REACT_ACT_ENVIRONMENT = false;
    },
  };
}

const VOLTE = 200;

/** Until it holds: what the page does is seen between one look and the next. */
export async function waitFor(check: () => void): Promise<void> {
  for (let volta = 1; ; volta++) {
    await act(() => new Promise<void>((then) => setTimeout(then, 10)));
    try {
      return check();
    } catch (errore) {
      if (volta === VOLTE) throw errore;
    }
  }
}
