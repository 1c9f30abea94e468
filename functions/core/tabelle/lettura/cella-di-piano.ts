/** One column of the file as the plan has it: where its cells stand, what they mean, how they are read. */
import type { Scrittura } from '../correzioni.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Colonna, Formato, Tipo } from '../tipo.ts';
import { createLettoreCella, describeAtteso, type LettoreCella } from './celle.ts';
import type { ColonnaLayout, Impliciti, ParteDiCella } from './layout.ts';
import { Rifiuto } from './rifiuto.ts';

/** One cell of a line. */
export interface Cella {
  /** 0-based. */
  readonly indice: number;
  /** Canonical column. */
  readonly id: string;
  readonly titolo: string;
  readonly formato: Formato;
  /** What was expected there, for messages: `un numero intero, zero o più, per esempio 1.895`. */
  readonly atteso: string;
  readonly obbligatoria: boolean;
  readonly rapporto: boolean;
  readonly read: LettoreCella;
}

export interface Misura extends Cella {
  readonly impliciti: Impliciti;
  /** Null for facts. */
  readonly ruolo: Dichiarato['ruolo'] | null;
  readonly addendo: boolean;
  /** Of a figure that stands in parts: the others, to be added to this one. */
  readonly altri: readonly Misura[];
}

interface Cellula {
  readonly tipo: Tipo;
  readonly colonna: ColonnaLayout & Partial<Pick<ParteDiCella, 'cut'>>;
  readonly indice: number;
  /** What the heading says of the cells. */
  readonly impliciti: Impliciti;
  readonly dichiarato: Valore | undefined;
  readonly scrittura: Scrittura | undefined;
  readonly onNota: (nota: string) => void;
}

export function createCella({ tipo, colonna, indice, impliciti, dichiarato, scrittura, onNota }: Cellula): Cella {
  const id = colonna.colonna ?? '';
  const dichiarata = tipo.colonne.find((candidata) => candidata.id === id);
  const formato = colonna.formato ?? dichiarata?.formato ?? 'testo';
  const valori = dichiarata?.valori;
  const read = createLettoreCella({
    formato,
    conSegno: dichiarata?.conSegno ?? false,
    onNota,
    ...(dichiarato !== undefined && { dichiarato }),
    ...(scrittura && { scrittura }),
    ...(valori && { valori }),
    ...(dichiarata?.scritture && { scritture: dichiarata.scritture }),
    ...(colonna.traduci && { traduci: colonna.traduci }),
  });
  const { cut } = colonna;
  return {
    indice,
    id,
    titolo: dichiarata?.titolo ?? id,
    formato,
    // The example is of everybody: it would be no figure of one sex alone.
    atteso: describeAttesoConEsempio(impliciti.sesso ? undefined : dichiarata, formato),
    obbligatoria: dichiarata?.obbligatoria ?? false,
    rapporto: dichiarata?.rapporto ?? false,
    read: cut ? (testo) => read(cut(testo)) : isNome(tipo, id, formato) ? refuseDiCui(read) : read,
  };
}

/** What was expected in a column, with an example where the declaration has one of that format. */
export function describeAttesoConEsempio(colonna: Colonna | undefined, formato: Formato): string {
  if (!colonna || colonna.formato !== formato) return describeAtteso({ formato });
  return `${describeAtteso(colonna)}, per esempio ${colonna.esempio}`;
}

/** A text that tells one line from the others. */
function isNome({ chiave }: Tipo, id: string, formato: Formato): boolean {
  return chiave.includes(id) && (formato === 'testo' || formato === 'fonte');
}

const DI_CUI = /^\s*(?:di cui|dei quali|delle quali)\b/i;
const PARTE = new Rifiuto(
  'riga-di-cui',
  'è una parte di un’altra riga, che la conta già. Va tolta, o indicata come nota correggendo la lettura.',
);

function refuseDiCui(read: LettoreCella): LettoreCella {
  return (testo) => (DI_CUI.test(testo) ? PARTE : read(testo));
}
