/** What the lines over the years say, in words: the head of the chart, the answer, the figures that it names. */
import { type Cambio, findMassimo, isValorata, listCambi } from './cambi-anni.ts';
import type { Figura } from './figura.ts';
import type { NegliAnni } from './negli-anni.ts';
import { countOf, describePeriodo, joinNomi, nameNumero } from './parole.ts';
import { formatScarto } from './valore.ts';
import { tellPercento } from './variazione-anni.ts';

function tellTempo({ periodi, indicatore }: NegliAnni): string {
  const [primo = ''] = periodi;
  const ultimo = periodi.at(-1) ?? primo;
  return primo.includes('-')
    ? `tra ${describePeriodo(primo, indicatore.id).replace(/^nel |^dal /, 'il ')} e ${describePeriodo(ultimo, indicatore.id).replace(/^nel |^dal /, 'il ')}`
    : `dal ${primo} al ${ultimo}`;
}

function tellVersi(cambi: readonly Cambio[], quanti: number): string {
  const cresce = cambi.filter(({ da, a }) => a.testo !== da.testo && a.valore > da.valore).length;
  const cala = cambi.filter(({ da, a }) => a.testo !== da.testo && a.valore < da.valore).length;
  const pari = cambi.length - cresce - cala;
  const versi = [
    { verbo: 'cresce', n: cresce },
    { verbo: 'cala', n: cala },
    { verbo: 'resta uguale', n: pari },
  ].filter(({ n }) => n > 0);
  const [unico] = versi;
  if (unico && versi.length === 1 && unico.n > 1) {
    return `${unico.verbo} in tutti i comuni${unico.n === quanti ? '' : ' con il dato'}`;
  }
  const parti = versi.map(({ verbo, n }, i) =>
    i === 0 ? `${verbo} in ${countOf(n, 'comune', 'comuni')}` : `${verbo} in ${nameNumero(n)}`,
  );
  return joinNomi(parti);
}

/** Short, for the head of the chart: `Popolazione residente: dal 2018 al 2021 cala in sei comuni e cresce in uno`. */
export function titleNegliAnni(dati: NegliAnni, quanti: number): string {
  const { titolo } = dati.indicatore;
  if (dati.periodi.length < 2) return `${titolo}: un solo periodo, nessun andamento`;
  const cambi = listCambi(dati);
  const [unico] = cambi;
  if (!unico) return `${titolo}: gli anni con il dato non si possono ancora mettere in fila`;
  if (dati.linee.length === 1) {
    return `${titolo}, ${unico.nome}: da ${unico.da.testo} a ${unico.a.testo}, ${tellTempo(dati)}`;
  }
  return `${titolo}: ${tellTempo(dati)} ${tellVersi(cambi, quanti)}`;
}

/** The answer, in full sentences: how many grow, which changes most, the ambito. */
export function tellNegliAnni(dati: NegliAnni, quanti: number): string {
  const [solo] = dati.periodi;
  if (solo === undefined) return 'Per questo ambito il dato non c’è ancora.';
  if (dati.periodi.length < 2) {
    return `Il dato c’è in un solo periodo (${solo}): per un andamento ne servono almeno due.`;
  }
  const cambi = listCambi(dati);
  const tempo = tellTempo(dati);
  const [primo] = dati.confronti;
  const ultimo = dati.confronti.at(-1);
  const intero =
    isValorata(primo?.ambito ?? undefined) && isValorata(ultimo?.ambito ?? undefined) && dati.linee[0]?.codice !== null
      ? `Intero ambito: da ${primo?.ambito?.testo} a ${ultimo?.ambito?.testo}.`
      : null;
  const massimo = findMassimo(cambi, dati);
  const [unico] = cambi;
  const frasi =
    dati.linee.length === 1
      ? [
          unico
            ? `${unico.nome}: da ${unico.da.testo} a ${unico.a.testo}, ${tempo} (${tellCambio(unico, dati)}).`
            : null,
        ]
      : [
          cambi.length > 0
            ? `${tempo.charAt(0).toUpperCase()}${tempo.slice(1)} il valore ${tellVersi(cambi, quanti)}.`
            : null,
          massimo
            ? `Cambia di più ${massimo.nome}: da ${massimo.da.testo} a ${massimo.a.testo} (${tellCambio(massimo, dati)}).`
            : null,
          intero,
        ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

function tellCambio({ da, a }: Cambio, { conVariazione, confronti, indicatore }: NegliAnni): string {
  return conVariazione
    ? tellPercento((a.valore / da.valore - 1) * 100)
    : formatScarto(a.valore - da.valore, confronti[0] ?? indicatore);
}

/** Those that the answer names, in its order. */
export function listFigureNegliAnni(dati: NegliAnni): Figura[] {
  if (dati.periodi.length < 2) return [];
  const cambi = listCambi(dati);
  const nominato = dati.linee.length === 1 ? (cambi[0] ?? null) : findMassimo(cambi, dati);
  const [primo, ultimo] = [dati.confronti[0]?.ambito, dati.confronti.at(-1)?.ambito];
  const intero = dati.linee[0]?.codice === null ? [] : [primo, ultimo];
  const voci = [nominato?.da, nominato?.a, ...(intero.every((voce) => isValorata(voce ?? undefined)) ? intero : [])];
  return voci.flatMap((voce) => voce?.figure ?? []);
}
