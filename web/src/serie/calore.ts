/** Where each value stands between the lowest and the highest of its column: five steps, no judgement. */
import { formatNumero } from '../../../functions/core/formato.ts';
import { type Colonna, listPresenti } from './insieme.ts';
import { countOf, joinNomi } from './parole.ts';
import { isDifferenza } from './valore.ts';

export const GRADINI = 5;

/**
 * @returns 1 (lowest) … 5 (highest) of a value in its column; the middle where all are alike
 */
export function findGradino(valore: number, { min, max }: { readonly min: number; readonly max: number }): number {
  if (max === min) return Math.ceil(GRADINI / 2);
  return Math.min(GRADINI, Math.floor(((valore - min) / (max - min)) * GRADINI) + 1);
}

export function findEstremi({ confronto }: Pick<Colonna, 'confronto'>): { readonly min: number; readonly max: number } {
  const valori = listPresenti(confronto).map(({ valore }) => valore);
  return { min: Math.min(...valori), max: Math.max(...valori) };
}

interface Conteggio {
  readonly nome: string;
  readonly alti: number;
  readonly bassi: number;
}

/** Of each comune, in how many columns it has the highest value and in how many the lowest. Ties count for all. */
export function countEstremi(colonne: readonly Colonna[], nomi: readonly string[]): Conteggio[] {
  return nomi.map((nome) => {
    let [alti, bassi] = [0, 0];
    for (const colonna of colonne) {
      const presenti = listPresenti(colonna.confronto);
      const sua = presenti.find((voce) => voce.nome === nome);
      const [prima] = presenti;
      const ultima = presenti.at(-1);
      if (!sua || !prima || !ultima || prima.testo === ultima.testo) continue;
      if (sua.testo === prima.testo) alti += 1;
      if (sua.testo === ultima.testo) bassi += 1;
    }
    return { nome, alti, bassi };
  });
}

/** The finding of the whole table: who most often stands at an end. */
export function titleCalore(colonne: readonly Colonna[], nomi: readonly string[]): string {
  if (colonne.length === 0) return 'Nessun indicatore ha ancora i valori dei comuni';
  const conteggi = countEstremi(colonne, nomi);
  const massimo = (di: 'alti' | 'bassi') => Math.max(...conteggi.map((uno) => uno[di]));
  const chi = (di: 'alti' | 'bassi') => conteggi.filter((uno) => uno[di] === massimo(di)).map(({ nome }) => nome);
  const su = countOf(colonne.length, 'indicatore', 'indicatori');
  if (massimo('alti') === 0) return `Tutti i comuni hanno gli stessi valori, in ${su}`;
  return `Su ${su} il valore più alto è più spesso di ${joinNomi(chi('alti'))} (${massimo('alti')}), il più basso di ${joinNomi(chi('bassi'))} (${massimo('bassi')})`;
}

export function tellCalore(colonne: readonly Colonna[], comuni: number): string {
  if (colonne.length === 0) return 'Nessuna tabella pubblicata porta ancora valori dei singoli comuni.';
  const vuote = colonne.reduce(
    (n, { confronto }) => n + confronto.voci.filter(({ valore }) => valore === null).length,
    0,
  );
  const testa = `${countOf(comuni, 'comune', 'comuni')} per ${countOf(colonne.length, 'indicatore', 'indicatori')}: in ogni colonna il blu più scuro è del valore più alto, il più chiaro del più basso. Il colore dice il posto, non se è bene o male.`;
  const distanze = tellDistanze(colonne);
  const senza = vuote > 0 ? ` ${vuote === 1 ? 'Un valore manca' : `${vuote} valori mancano`}, a righe oblique.` : '';
  return `${distanze}${testa.charAt(0).toUpperCase()}${testa.slice(1)}${senza}`;
}

/**
 * In what the comuni are closest and in what furthest: the highest value over the lowest, where a multiple has a meaning.
 * @returns nothing where fewer than two columns can be set beside each other, or all differ as much
 */
function tellDistanze(colonne: readonly Colonna[]): string {
  const misurate = colonne.flatMap(({ indicatore, confronto }) => {
    const presenti = listPresenti(confronto);
    const { min, max } = findEstremi({ confronto });
    if (presenti.length < 2 || min <= 0 || isDifferenza(indicatore.id)) return [];
    return [{ titolo: indicatore.titolo, volte: max / min, testo: formatNumero(max / min, 1) }];
  });
  const [vicina, ...altre] = misurate.toSorted((a, b) => a.volte - b.volte);
  const lontana = altre.at(-1);
  if (!vicina || !lontana || vicina.testo === lontana.testo) return '';
  return `Si somigliano di più in «${vicina.titolo}», dove il valore più alto è ${vicina.testo} volte il più basso; di meno in «${lontana.titolo}», ${lontana.testo} volte. `;
}

/** Why what is missing is missing, each reason once: `Densità abitativa (Lequile e Surbo)`. */
export function listMotivi(colonne: readonly Colonna[]): { readonly motivo: string; readonly dove: string }[] {
  const perMotivo = new Map<string, string[]>();
  for (const { indicatore, confronto } of colonne) {
    const mancanti = confronto.voci.filter((voce) => voce.valore === null && voce.motivo !== null);
    for (const motivo of new Set(mancanti.map((voce) => voce.motivo ?? ''))) {
      const nomi = mancanti.filter((voce) => voce.motivo === motivo).map(({ nome }) => nome);
      const chi = nomi.length === confronto.voci.length ? 'tutti i comuni' : joinNomi(nomi, nomi.length);
      perMotivo.set(motivo, [...(perMotivo.get(motivo) ?? []), `${indicatore.titolo} (${chi})`]);
    }
  }
  return [...perMotivo].map(([motivo, dove]) => ({ motivo, dove: joinNomi(dove, dove.length) }));
}
