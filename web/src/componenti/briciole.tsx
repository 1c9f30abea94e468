interface Briciola {
  readonly testo: string;
  /** Absent for the page one is on. */
  readonly href?: string;
}

export function Briciole({ voci }: { voci: readonly Briciola[] }) {
  return (
    <nav className="briciole" aria-label="Percorso">
      <ol>
        {voci.map(({ testo, href }) => (
          <li key={testo}>{href ? <a href={href}>{testo}</a> : <span aria-current="page">{testo}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
