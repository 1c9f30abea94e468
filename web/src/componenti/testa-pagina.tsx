import type { ReactNode } from 'react';

interface Proprieta {
  /** The question that the page answers. */
  readonly titolo: string;
  /** Of the document, where the question is too long for a tab. */
  readonly titoloBreve?: string;
  readonly descrizione: string;
  readonly risposta?: ReactNode;
}

const SITO = 'Osservatorio del Piano di Zona';

/** Title and description of the document beside the heading that they come from; React lifts them into the head. */
export function TestaPagina({ titolo, titoloBreve, descrizione, risposta }: Proprieta) {
  return (
    <>
      <title>{`${titoloBreve ?? titolo} · ${SITO}`}</title>
      <meta name="description" content={descrizione} />
      <h1 tabIndex={-1}>{titolo}</h1>
      {risposta && <p className="risposta">{risposta}</p>}
    </>
  );
}
