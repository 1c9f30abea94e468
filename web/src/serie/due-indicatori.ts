/** Two indicators over the same comuni: do they go together? Told by counting pairs, which seven points bear; no line is fitted. */
import type { Voce } from './confronto.ts';
import { type Colonna, listPresenti, type VocePresente } from './insieme.ts';
import { countOf, joinNomi } from './parole.ts';

export interface PuntoDoppio {
  readonly codice: string;
  readonly nome: string;
  readonly x: VocePresente;
  readonly y: VocePresente;
}

export interface DueIndicatori {
  readonly x: Colonna;
  readonly y: Colonna;
  /** Comuni that have both, the highest on x first. */
  readonly punti: readonly PuntoDoppio[];
  /** Those that lack one or both, and why. */
  readonly mancanti: readonly { readonly nome: string; readonly motivo: string }[];
}

export function buildDueIndicatori(x: Colonna, y: Colonna): DueIndicatori {
  const conY = new Map(listPresenti(y.confronto).map((voce) => [voce.codice, voce]));
  const punti = listPresenti(x.confronto).flatMap((voce) => {
    const altra = conY.get(voce.codice);
    return altra && voce.codice !== null ? [{ codice: voce.codice, nome: voce.nome, x: voce, y: altra }] : [];
  });
  const presenti = new Set(punti.map(({ codice }) => codice));
  const voci = (colonna: Colonna, codice: string | null): Voce | undefined =>
    colonna.confronto.voci.find((voce) => voce.codice === codice);
  const mancanti = x.confronto.voci
    .filter(({ codice }) => codice !== null && !presenti.has(codice))
    .map(({ codice, nome, motivo }) => ({ nome, motivo: motivo ?? voci(y, codice)?.motivo ?? '' }));
  return { x, y, punti, mancanti };
}

/** Fewer points than these say nothing of two things together. */
const PUNTI_MINIMI = 4;
/** Of the pairs that can be ordered, how many must agree before a tendency is told. */
const CONCORDI_MINIME = 0.8;

export interface Coppie {
  /** Pairs of comuni in which who is higher on one is higher on the other. */
  readonly concordi: number;
  readonly discordi: number;
}

/** Pairs that differ on both, as the values are written. */
export function countCoppie(punti: readonly PuntoDoppio[]): Coppie {
  let [concordi, discordi] = [0, 0];
  for (const [i, a] of punti.entries()) {
    for (const b of punti.slice(i + 1)) {
      if (a.x.testo === b.x.testo || a.y.testo === b.y.testo) continue;
      if (Math.sign(a.x.valore - b.x.valore) === Math.sign(a.y.valore - b.y.valore)) concordi += 1;
      else discordi += 1;
    }
  }
  return { concordi, discordi };
}

export type Legame = 'insieme' | 'contrario' | 'nessuno' | 'pochi';

export function findLegame(punti: readonly PuntoDoppio[]): Legame {
  if (punti.length < PUNTI_MINIMI) return 'pochi';
  const { concordi, discordi } = countCoppie(punti);
  const tutte = concordi + discordi;
  if (tutte === 0) return 'nessuno';
  if (concordi / tutte >= CONCORDI_MINIME) return 'insieme';
  return discordi / tutte >= CONCORDI_MINIME ? 'contrario' : 'nessuno';
}

const TITOLI: Readonly<Record<Legame, string>> = {
  insieme: 'quasi sempre più alti insieme',
  contrario: 'quasi sempre uno alto dove l’altro è basso',
  nessuno: 'non si vede un andamento comune',
  pochi: 'troppo pochi comuni per dire se vanno insieme',
};

export function titleDueIndicatori({ x, y, punti }: DueIndicatori): string {
  return `${x.indicatore.titolo} e ${lower(y.indicatore.titolo)}: ${TITOLI[findLegame(punti)]}`;
}

const lower = (testo: string) =>
  /^[A-ZÀ-Ù][a-zà-ù]/.test(testo) ? testo.charAt(0).toLowerCase() + testo.slice(1) : testo;

/** What the points show, and how little they prove. */
export function tellDueIndicatori({ punti, mancanti }: DueIndicatori): string {
  const legame = findLegame(punti);
  const { concordi, discordi } = countCoppie(punti);
  const tutte = concordi + discordi;
  const comuni = `${countOf(punti.length, 'comune', 'comuni')} ${punti.length === 1 ? 'ha' : 'hanno'}`;
  const senza = mancanti.length > 0 ? ` Manca un dato di ${joinNomi(mancanti.map(({ nome }) => nome))}.` : '';
  if (punti.length === 0) return `Nessun comune ha tutti e due i dati.${senza}`;
  if (legame === 'pochi') {
    return `Soltanto ${comuni} tutti e due i dati: troppo pochi per dire se vanno insieme.${senza}`;
  }
  const cautela = `Sono ${countOf(punti.length, 'comune', 'comuni')}: abbastanza per guardare, troppo pochi per dire che una cosa dipenda dall’altra.`;
  if (tutte === 0)
    return `Uno dei due valori è uguale per tutti: non c’è niente da mettere in relazione. ${cautela}${senza}`;
  const conta = `in ${concordi} coppie di comuni su ${tutte} chi è più alto in uno è più alto anche nell’altro`;
  const contrarie = `in ${discordi} coppie di comuni su ${tutte} chi è più alto in uno è più basso nell’altro`;
  const vista =
    legame === 'nessuno'
      ? `Non si vede un andamento comune: ${conta}, nelle altre no.`
      : `I due valori ${legame === 'insieme' ? 'salgono quasi sempre insieme' : 'vanno quasi sempre in senso contrario'}: ${legame === 'insieme' ? conta : contrarie}.`;
  return `${vista} ${cautela}${senza}`;
}
