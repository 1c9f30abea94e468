/** The finding of a comparison, in words: true at any data (ties, one comune, zeros, negatives, all missing). */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { Confronto, Voce } from './confronto.ts';
import type { Figura } from './figura.ts';
import { capitalize, countOf, describePeriodo, joinNomi } from './parole.ts';
import { tellValore } from './valore.ts';

type ConValore = Voce & { readonly valore: number };
type Numeri = Pick<Confronto, 'indicatore' | 'unita' | 'decimali'>;

const NOMI_UNITA: Readonly<Record<string, readonly [string, string]>> = {
  persone: ['persona', 'persone'],
  famiglie: ['famiglia', 'famiglie'],
  'persone per famiglia': ['persone per famiglia', 'persone per famiglia'],
  'ab/km²': ['abitanti per km²', 'abitanti per km²'],
  'persone/km²': ['persone per km²', 'persone per km²'],
  'famiglie/km²': ['famiglie per km²', 'famiglie per km²'],
};

/** A value inside a sentence: the unit is told where the number has no sign of its own. */
function tell(valore: number, { indicatore, unita, decimali }: Numeri): string {
  const testo = tellValore(valore, { id: indicatore.id, unita, decimali });
  const nomi = NOMI_UNITA[unita];
  return nomi ? `${testo} ${Math.abs(valore) === 1 ? nomi[0] : nomi[1]}` : testo;
}

function hasValore(voce: Voce): voce is ConValore {
  return voce.valore !== null;
}

/** Comuni whose values read the same are tied for the reader, whatever their further digits. */
function tiedWith(voci: readonly ConValore[], capo: ConValore): ConValore[] {
  return voci.filter((v) => v.testo === capo.testo);
}

interface Estremi {
  readonly primo: ConValore;
  readonly ultimo: ConValore;
  readonly primi: readonly ConValore[];
  readonly ultimi: readonly ConValore[];
}

function findEstremi(voci: readonly ConValore[]): Estremi | null {
  const primo = voci[0];
  const ultimo = voci[voci.length - 1];
  if (!primo || !ultimo || primo.testo === ultimo.testo) return null;
  return { primo, ultimo, primi: tiedWith(voci, primo), ultimi: tiedWith(voci, ultimo) };
}

/** `2,4 volte` or `il doppio di`, where a multiple has a meaning: positive values on a scale that starts at zero, far enough apart. */
function tellMultiplo({ primo, ultimo }: Estremi, confronto: Confronto): string | null {
  if (ultimo.valore <= 0 || !confronto.zeroSignificativo) return null;
  const volte = primo.valore / ultimo.valore;
  if (volte < 1.15) return null;
  if (volte >= 1.95 && volte < 2.05) return 'il doppio di';
  return `${formatNumero(volte, volte >= 10 ? 0 : 1)} volte`;
}

const nomiDi = (voci: readonly Voce[]) => joinNomi(voci.map((v) => v.nome));

/** Short, for the head of a chart that travels alone: `Spesa storica per abitante: Supersano 41,22 €, 2,4 volte Collepasso`. */
export function buildTitolo(confronto: Confronto): string {
  return `${confronto.indicatore.titolo}: ${tellInBreve(confronto)}`;
}

function tellInBreve(confronto: Confronto): string {
  const presenti = confronto.voci.filter(hasValore);
  const [unico] = presenti;
  if (!unico) {
    const valore = confronto.ambito?.valore ?? null;
    return valore === null ? 'nessun dato' : `${tell(valore, confronto)} per l’intero ambito`;
  }
  if (presenti.length === 1) return `${unico.nome} ${tell(unico.valore, confronto)}, unico comune con il dato`;
  const estremi = findEstremi(presenti);
  if (!estremi) return `${tell(unico.valore, confronto)} in tutti i comuni con il dato`;
  const volte = tellMultiplo(estremi, confronto);
  const testa = `${nomiDi(estremi.primi)} ${tell(estremi.primo.valore, confronto)}`;
  return volte
    ? `${testa}, ${volte} ${nomiDi(estremi.ultimi)}`
    : `da ${estremi.ultimo.testo} di ${nomiDi(estremi.ultimi)} a ${tell(estremi.primo.valore, confronto)} di ${nomiDi(estremi.primi)}`;
}

/** The answer to the indicator's question, in full sentences. */
export function buildRisposta(confronto: Confronto): string {
  const { voci, ambito, indicatore, periodo } = confronto;
  if (periodo === null) return 'Per questo ambito il dato non c’è ancora.';
  const quando = describePeriodo(periodo, indicatore.id);
  const presenti = voci.filter(hasValore);
  const frasi = [
    tellComuni(confronto, presenti, quando),
    tellAmbito(ambito, confronto, presenti.length === 0),
    tellSoglia(confronto, presenti),
    presenti.length > 0 ? tellMancanti(voci) : null,
  ];
  return frasi.filter((f) => f !== null).join(' ');
}

/** What the numbers of the answer are: the highest, the lowest, the ambito's. */
export function listFigureRisposta({ voci, ambito }: Confronto): Figura[] {
  const presenti = voci.filter(hasValore);
  const dette = [presenti[0], presenti.length > 1 ? presenti.at(-1) : undefined, ambito ?? undefined];
  return dette.flatMap((voce) => (voce && hasValore(voce) ? voce.figure : []));
}

function tellComuni(confronto: Confronto, presenti: readonly ConValore[], quando: string): string | null {
  const [unico] = presenti;
  if (!unico) {
    return (confronto.ambito?.valore ?? null) === null
      ? `${capitalize(quando)} il dato non c’è, né per i singoli comuni né per l’intero ambito.`
      : `${capitalize(quando)} il dato dei singoli comuni non c’è.`;
  }
  if (presenti.length === 1) {
    return `${capitalize(quando)} il dato c’è per un solo comune, ${unico.nome}: ${tell(unico.valore, confronto)}.`;
  }
  const estremi = findEstremi(presenti);
  if (!estremi) {
    const chi = presenti.length === confronto.voci.length ? 'tutti i comuni' : 'tutti i comuni con il dato';
    return `${capitalize(quando)} ${chi} hanno lo stesso valore: ${tell(unico.valore, confronto)}.`;
  }
  return `${capitalize(quando)} ${tellPrimi(estremi, confronto)}${tellUltimi(estremi, confronto)}.`;
}

function tellPrimi({ primo, primi }: Estremi, numeri: Numeri): string {
  const valore = tell(primo.valore, numeri);
  return primi.length === 1
    ? `il valore più alto è di ${primo.nome}: ${valore}`
    : `il valore più alto è lo stesso per ${nomiDi(primi)}: ${valore}`;
}

function tellUltimi(estremi: Estremi, confronto: Confronto): string {
  const { ultimo, ultimi } = estremi;
  const { testo: valore } = ultimo;
  const volte = tellMultiplo(estremi, confronto);
  if (volte) return `, ${volte} ${ultimi.length === 1 ? 'quello' : 'quelli'} di ${nomiDi(ultimi)} (${valore})`;
  return `; il più basso è di ${nomiDi(ultimi)} (${valore})`;
}

function tellAmbito(ambito: Voce | null, confronto: Confronto, solo: boolean): string | null {
  if (!ambito || ambito.valore === null) return null;
  const valore = tell(ambito.valore, confronto);
  if (solo) return `Per l’intero ambito è ${valore}.`;
  return confronto.ambitoComparabile ? `L’intero ambito è a ${valore}.` : `In tutto l’ambito: ${valore}.`;
}

function tellSoglia(confronto: Confronto, presenti: readonly ConValore[]): string | null {
  const { soglia } = confronto;
  if (!soglia || presenti.length === 0) return null;
  const limite = tell(soglia.valore, confronto);
  const fuori = presenti.filter((v) =>
    soglia.verso === 'almeno' ? v.valore < soglia.valore : v.valore > soglia.valore,
  );
  const nome = soglia.verso === 'almeno' ? `il minimo di legge (${limite})` : `il massimo di legge (${limite})`;
  if (fuori.length === 0) return `Nessun comune è ${soglia.verso === 'almeno' ? 'sotto' : 'sopra'} ${nome}.`;
  return `${soglia.verso === 'almeno' ? 'Sotto' : 'Sopra'} ${nome}: ${nomiDi(fuori)}.`;
}

function tellMancanti(voci: readonly Voce[]): string | null {
  const mancanti = voci.filter((v) => v.valore === null);
  if (mancanti.length === 0) return null;
  if (mancanti.length <= 3) return `Manca il dato di ${nomiDi(mancanti)}.`;
  return `Manca il dato di ${countOf(mancanti.length, 'comune', 'comuni')}.`;
}
