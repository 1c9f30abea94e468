/** What separates the cells, and which of the known forms a file has: told by its first lines. */
import type { Tipo } from '../tipo.ts';
import { MASSIMO_RECORD, readLinee } from './csv.ts';
import { deriveLayoutCanonico, findIntestazione, type Intestazione, isCompleta } from './intestazione.ts';
import type { Contesto, Layout, LayoutLibero, LayoutTabella, Linea } from './layout.ts';
import { isVuota } from './linee.ts';

/** In the order in which they win where the file can be read with more than one. */
const SEPARATORI = [
  [';', 'punto e virgola (;)'],
  ['\t', 'tabulazione'],
  ['|', 'barra verticale (|)'],
  [',', 'virgola (,)'],
] as const;

/** Physical lines, more than the records among which the header is looked for. */
const LINEE_DI_TESTA = 60;

export interface Scelta {
  readonly separatore: string;
  readonly nome: string;
  readonly linee: readonly Linea[];
  readonly libero: LayoutLibero | null;
  readonly intestazione: Intestazione | null;
}

/**
 * Reads the beginning of a file with each separator: the one by which it is a known table wins.
 * @param testo the beginning, or the whole of a short file
 */
export function chooseSeparatore(
  testo: string,
  { tipo, contesto }: { readonly tipo: Tipo; readonly contesto: Contesto },
): Scelta {
  const testa = cutTesta(testo);
  const layout = listTabelle(tipo);
  const liberi = tipo.layout.filter(isLibero);
  const scelte = SEPARATORI.map(([separatore, nome]): Scelta => {
    const linee = readLinee(testa, separatore).filter((linea) => !isVuota(linea.celle));
    const libero = liberi.find((candidato) => candidato.recognize(linee)) ?? null;
    return {
      separatore,
      nome,
      linee,
      libero,
      intestazione: libero ? null : findIntestazione(linee, layout, contesto),
    };
  });
  const migliore = scelte.toSorted((a, b) => scoreScelta(b) - scoreScelta(a))[0];
  if (!migliore) throw new RangeError('nessun separatore da provare');
  return migliore;
}

/** The lines in which separator and header are looked for. */
function cutTesta(testo: string): string {
  const testa = testo.slice(0, MASSIMO_RECORD);
  let fine = -1;
  for (let linea = 0; linea < LINEE_DI_TESTA; linea++) {
    fine = testa.indexOf('\n', fine + 1);
    if (fine < 0) return testa;
  }
  return testa.slice(0, fine);
}

function isLibero(layout: Layout): layout is LayoutLibero {
  return layout.forma === 'libero';
}

function listTabelle(tipo: Tipo): LayoutTabella[] {
  return [
    ...tipo.layout.filter((layout): layout is LayoutTabella => layout.forma === 'tabella'),
    deriveLayoutCanonico(tipo),
  ];
}

const COMPLETA = 1_000;

/** A layout that fits beats one that does not; then the columns recognised, then the cells that the separator makes. */
function scoreScelta({ libero, intestazione, linee }: Scelta): number {
  if (libero) return 2 * COMPLETA;
  if (!intestazione) return Math.min(...[1, ...linee.slice(0, 5).map((linea) => linea.celle.length)]) / COMPLETA;
  return (isCompleta(intestazione) ? COMPLETA : 0) + intestazione.riconosciute;
}
