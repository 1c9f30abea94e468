/** A figure in a sentence or a table: it opens its walk back, carries the mark of its findings, says why it is missing. */
import type { ReactNode } from 'react';
import { withSpiegazione } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { type Conto, type Figura, figuraOf } from '../serie/figura.ts';
import type { Dato } from '../serie/raccolta.ts';
import { segnaliDi } from '../serie/segnali.ts';
import { Segno } from './segno.tsx';

/** @returns the address of this view with the walk back of some figures open */
export function useSpiega(): (...figure: readonly Figura[]) => string {
  const { percorso, ricerca } = useVista();
  return (...figure) => withSpiegazione(percorso, ricerca, { figure });
}

/** The same, for a value made here: how its figures make it is told with them. */
function useSpiegaConto(): (conto: Conto | undefined, figure: readonly Figura[]) => string {
  const { percorso, ricerca } = useVista();
  return (conto, figure) => withSpiegazione(percorso, ricerca, { figure, conto });
}

interface ProprietaVerso {
  readonly figure: readonly Figura[];
  /** How they make the value, where it is made here. */
  readonly conto?: Conto | undefined;
  readonly children: ReactNode;
}

/** A value that leads back to the figures that it comes from. */
export function CifraDi({ figure, conto, children }: ProprietaVerso) {
  const spiega = useSpiegaConto();
  return (
    <a className="cifra" href={spiega(conto, figure)} data-spiega="">
      {children}
    </a>
  );
}

/** After a sentence: where its numbers come from. One link for them all: a sentence is read, not clicked through. */
export function DaDove({ figure }: { figure: readonly Figura[] }) {
  const spiega = useSpiegaConto();
  if (figure.length === 0) return null;
  return (
    <>
      {' '}
      <a className="da-dove solo-schermo" href={spiega('frase', figure)} data-spiega="">
        Da dove viene
      </a>
    </>
  );
}

interface Proprieta {
  readonly dato: Dato | null;
  readonly ambito: string;
  /** Whose figure it is, for the mark: `Parabita`. */
  readonly nome: string;
  /** In place of the value as the indicator writes it: rounded, or with its sign. */
  readonly testo?: ReactNode;
  /** False where the mark already stands beside a figure made of the same numbers. */
  readonly conSegno?: boolean;
}

export function Cifra({ dato, ambito, nome, testo, conSegno = true }: Proprieta) {
  const spiega = useSpiega();
  if (dato === null) return <span className="minuto">nessuna tabella</span>;
  const { osservazione } = dato;
  if (dato.valore === null) {
    return (
      <a className="mancante" href={spiega(figuraOf(osservazione))} title={dato.motivo ?? undefined} data-spiega="">
        {dato.testo}
        <span className="solo-lettori">: {dato.motivo ?? 'perché'}</span>
      </a>
    );
  }
  return (
    <>
      <CifraDi figure={[figuraOf(osservazione)]}>{testo ?? dato.testo}</CifraDi>
      {conSegno && (
        <Segno ambito={ambito} comune={osservazione.comune} nome={nome} segnalazioni={segnaliDi(osservazione)} />
      )}
    </>
  );
}
