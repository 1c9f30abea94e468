/** A long table or list that a phone folds behind one line saying what it holds; open where there is room, and on paper. */
import type { ReactNode } from 'react';

export function Ripiego({ sommario, children }: { sommario: string; children: ReactNode }) {
  return (
    <details className="ripiego">
      <summary>{sommario}</summary>
      {children}
    </details>
  );
}
