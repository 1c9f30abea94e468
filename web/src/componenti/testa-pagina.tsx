/** The head of every page: where it stands, the question it answers, the answer. */
import type { ReactNode } from 'react';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { indirizzi } from '../indirizzi.ts';
import { RISPOSTA } from '../serie/luoghi.ts';
import { shortNome } from '../serie/parole.ts';

interface Briciola {
  readonly testo: string;
  /** Absent for the page one is on. */
  readonly href?: string;
}

interface Proprieta {
  /** The pages above this one, from the first, and this one last. Absent on the first page. */
  readonly briciole?: readonly Briciola[];
  /** What kind of page it is, above the title, where it goes on paper as a document of its own. */
  readonly genere?: string;
  /** The question that the page answers. */
  readonly titolo: string;
  /** Of the document, where the question is too long for a tab. */
  readonly titoloBreve?: string;
  /** In one sentence, computed from the data. */
  readonly risposta?: string | undefined;
  /** After the answer: the way back to what its numbers are. */
  readonly origine?: ReactNode;
  /** For who finds the page elsewhere; the answer, where it is not given. */
  readonly descrizione?: string;
}

const SITO = 'Osservatorio del Piano di Zona';

/** Title and description of the document beside the heading that they come from; React lifts them into the head. */
export function TestaPagina(proprieta: Proprieta) {
  const { briciole, genere, titolo, titoloBreve, risposta, origine, descrizione = risposta } = proprieta;
  return (
    <>
      <title>{`${titoloBreve ?? titolo} · ${SITO}`}</title>
      {descrizione && <meta name="description" content={descrizione} />}
      {briciole && <Briciole voci={briciole} />}
      {genere && <p className="testa-genere">{genere}</p>}
      <h1 tabIndex={-1}>{titolo}</h1>
      {risposta && (
        <p className="risposta" id={RISPOSTA}>
          {risposta}
          {origine}
        </p>
      )}
    </>
  );
}

/** @param qui name of a page of the ambito; absent on the ambito's own page */
export function listBriciole(ambito: Pick<AmbitoDto, 'id' | 'nome'>, qui?: string): readonly Briciola[] {
  const nome = shortNome(ambito.nome);
  return [
    { testo: 'Ambiti', href: indirizzi.inizio() },
    ...(qui === undefined
      ? [{ testo: nome }]
      : [{ testo: nome, href: indirizzi.panoramica(ambito.id) }, { testo: qui }]),
  ];
}

function Briciole({ voci }: { voci: readonly Briciola[] }) {
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
