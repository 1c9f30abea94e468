/** What the comuni put in, told in full sentences: the answer of its page, and of the chapter of the report. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { Cofinanziamento } from './cofinanziamento.ts';
import { type Figura, figuraOf, uniqueFigure } from './figura.ts';
import { capitalize, countOf, joinNomi, withArticolo } from './parole.ts';
import { type Dato, isPresente, type Presente } from './raccolta.ts';
import { formatInBreve, joinParti } from './valore.ts';

const EURO = { unita: '€', decimali: 2 } as const;

/** Money in a sentence: `904.397 €`, `1,53 milioni di €`. */
export function tellEuro(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), EURO));
}

/** The answer to the page's question, in full sentences; only what the tables say. */
export function tellCofinanziamento(dati: Cofinanziamento): string {
  const { anno, ambito, comuni, annoVersato } = dati;
  const minimo = ambito.minimo.totale;
  if (anno === null || !isPresente(minimo)) {
    const ultimo = ambito.versato;
    return isPresente(ultimo) && annoVersato !== null
      ? `Nel ${annoVersato} i comuni hanno versato in denaro ${tellEuro(ultimo.valore)}. La quota minima non è ancora pubblicata.`
      : 'Per questo ambito nessuna tabella pubblicata dice ancora quanto mettono i comuni.';
  }
  const { denaro } = ambito.minimo;
  const quote = comuni.flatMap((riga) => (isPresente(riga.minimo.totale) ? [{ riga, dato: riga.minimo.totale }] : []));
  const [alta, bassa] = [quote.toSorted((a, b) => b.dato.valore - a.dato.valore)[0], findBassa(quote)];
  const estremi =
    alta && bassa && alta !== bassa
      ? `, da ${tellEuro(bassa.dato.valore)} di ${bassa.riga.nome} a ${tellEuro(alta.dato.valore)} di ${alta.riga.nome}`
      : '';
  const frasi = [
    `Nel ${anno} i ${countOf(comuni.length, 'comune', 'comuni').replace(/^un comune$/, 'comuni')} devono mettere insieme almeno ${tellEuro(minimo.valore)}${estremi}.`,
    isPresente(denaro)
      ? `${capitalize(tellParte(denaro.valore, minimo.valore))} è da versare in denaro, il resto si può dare in servizi.`
      : null,
    tellVersato(dati),
    tellProgrammato(dati),
  ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

function findBassa<T extends { readonly dato: Presente }>(quote: readonly T[]): T | undefined {
  return quote.toSorted((a, b) => a.dato.valore - b.dato.valore)[0];
}

function tellParte(parte: number, tutto: number): string {
  const quota = (parte / tutto) * 100;
  return Math.abs(quota - 50) < 0.005 ? 'metà' : withArticolo(`${formatNumero(quota, 0)}${'\u202f'}%`);
}

/** What the numbers of the answer are. */
export function listFigureCofinanziamento({
  anno,
  ambito,
  comuni,
  scartoMinimo,
  scartoSpesa,
}: Cofinanziamento): Figura[] {
  const ends = (dati: readonly (Dato | null)[]) => {
    const ordinati = dati.filter(isPresente).toSorted((a, b) => a.valore - b.valore);
    return [ordinati[0] ?? null, ordinati.at(-1) ?? null];
  };
  const dette =
    anno === null
      ? [ambito.versato]
      : [
          ambito.minimo.totale,
          ...ends(comuni.map(({ minimo }) => minimo.totale)),
          ambito.minimo.denaro,
          ...ends(comuni.map(({ versatoProcapite }) => versatoProcapite)),
          ambito.programmato,
          scartoMinimo,
          scartoSpesa,
        ];
  return uniqueFigure(dette.filter(isPresente).map(({ osservazione }) => figuraOf(osservazione)));
}

/** Who last paid least and most for each resident; where that is not known, how the quota moves from what was paid. */
function tellVersato(dati: Cofinanziamento): string | null {
  const { comuni, anno, annoVersato } = dati;
  const versati = comuni.flatMap(({ nome, versatoProcapite: dato }) => (isPresente(dato) ? [{ nome, dato }] : []));
  const ordinati = versati.toSorted((a, b) => a.dato.valore - b.dato.valore);
  const [basso, alto] = [ordinati[0], ordinati.at(-1)];
  if (!basso || !alto || basso.dato.valore === alto.dato.valore) return tellPassi(dati);
  const minimo =
    anno === annoVersato ? '' : `; se bastassero non si può dire, perché il minimo del ${annoVersato} non è pubblicato`;
  return `Nel ${annoVersato} hanno versato in denaro da ${basso.dato.testo} per residente (${basso.nome}) a ${alto.dato.testo} (${alto.nome})${minimo}.`;
}

function tellPassi({ comuni, annoVersato }: Cofinanziamento): string | null {
  const passi = comuni.flatMap(({ aumento }) => (isPresente(aumento) ? [aumento.valore] : []));
  if (passi.length === 0 || annoVersato === null) return null;
  const su = passi.filter((passo) => passo > 0).length;
  const giu = passi.filter((passo) => passo < 0).length;
  return `Rispetto al denaro versato nel ${annoVersato} la quota ${joinPassi(su, giu, passi.length - su - giu)}.`;
}

/** `sale in tre comuni e scende in quattro`. */
export function joinPassi(su: number, giu: number, uguali: number): string {
  const voci = [
    su > 0 ? `sale in ${countOf(su, 'comune', 'comuni')}` : null,
    giu > 0
      ? `scende in ${su > 0 ? countOf(giu, 'comune', 'comuni').replace(/ comun[ei]$/, '') : countOf(giu, 'comune', 'comuni')}`
      : null,
    uguali > 0 ? `resta uguale in ${countOf(uguali, 'comune', 'comuni')}` : null,
  ];
  return joinNomi(voci.filter((voce) => voce !== null));
}

function tellProgrammato({ ambito, scartoMinimo, scartoSpesa }: Cofinanziamento): string | null {
  const { programmato } = ambito;
  if (!isPresente(programmato)) return null;
  const scarti = [
    scartoMinimo ? `${tellEuro(scartoMinimo.valore)} ${scartoMinimo.valore < 0 ? 'sotto' : 'sopra'} il minimo` : null,
    scartoSpesa
      ? `${tellEuro(scartoSpesa.valore)} ${scartoSpesa.valore < 0 ? 'sotto' : 'sopra'} la spesa storica`
      : null,
  ].filter((uno) => uno !== null);
  const seguito = scarti.length > 0 ? `: ${joinNomi(scarti)}` : '';
  return `Il Piano ne programma ${tellEuro(programmato.valore)} l’anno${seguito}.`;
}
