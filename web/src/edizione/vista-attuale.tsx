import type { ReactNode } from 'react';
import { writeRicerca } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';

/** The same view, of what is current. */
export function VistaAttuale({ className, children }: { className?: string; children: ReactNode }) {
  const { percorso, ricerca } = usePosizione();
  const { edizione: _, ...resto } = ricerca;
  return (
    <a className={className} href={`${percorso}${writeRicerca(resto)}`}>
      {children}
    </a>
  );
}
