import type { ReactNode } from 'react';

/** An act of second weight. Not disabled while another goes on: it would lose the focus. */
export function Bottone({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className="azione" onClick={onClick}>
      {children}
    </button>
  );
}
