/** A file dropped on the page: the browser would open it in its place, and take along what one was doing. */
import { useEffect } from 'react';

const TRASCINA = ['dragover', 'drop'] as const;

/** Only where one is waited for does a file do anything. */
export function useNienteAccanto(): void {
  useEffect(() => {
    // A text may still be dropped where one writes.
    const keep = (evento: DragEvent) => {
      if (evento.dataTransfer?.types.includes('Files')) evento.preventDefault();
    };
    for (const gesto of TRASCINA) window.addEventListener(gesto, keep);
    return () => {
      for (const gesto of TRASCINA) window.removeEventListener(gesto, keep);
    };
  }, []);
}
