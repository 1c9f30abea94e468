/** A card of a page: its finding as a title, what is measured under it, then the chart and its notes. */
import type { ReactNode } from 'react';

interface Proprieta {
  readonly id: string;
  readonly titolo: string;
  readonly misura: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}

export function Scheda({ id, titolo, misura, children, note }: Proprieta) {
  return (
    <section className="scheda" aria-labelledby={id}>
      <h2 id={id}>{titolo}</h2>
      <p className="scheda-misura">{misura}</p>
      {children}
      {note && <div className="scheda-note">{note}</div>}
    </section>
  );
}
