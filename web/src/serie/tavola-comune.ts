/** The lines of a comune among the others: what they show, and the table of the same numbers. */
import { formatNumero } from '../../../functions/core/formato.ts';
import { type SezioneProfilo, tellPosto } from './comune.ts';
import type { Figura } from './figura.ts';
import { countOf } from './parole.ts';
import { cellOf, type TavolaGrafico } from './tavola-grafico.ts';
import { describeUnita } from './valore.ts';

/** The finding of the lines: at how many ends the comune stands. */
export function titleProfilo(sezioni: readonly SezioneProfilo[], nome: string): string {
  const posti = sezioni.flatMap(({ voci }) => voci.flatMap(({ posto }) => posto ?? []));
  if (posti.length === 0) return `${nome} tra i comuni dell’ambito`;
  const alti = posti.filter(({ posto }) => posto === 1).length;
  const bassi = posti.filter(({ posto, su }) => posto === su).length;
  const righe = (quante: number) => (quante === 0 ? 'nessuna riga' : countOf(quante, 'riga', 'righe'));
  return `Tra i comuni dell’ambito ${nome} ha il valore più alto in ${righe(alti)} e il più basso in ${righe(bassi)}, su ${formatNumero(posti.length)}`;
}

export function tavolaOfProfilo(
  sezioni: readonly SezioneProfilo[],
  comune: { readonly codiceIstat: string },
): TavolaGrafico {
  const detto = (testo: string | null, figura: Figura | null = null) => ({
    testo: testo ?? '',
    valore: null,
    figure: figura ? [figura] : [],
  });
  const colonne = [
    ['valore', 'Valore'],
    ['unita', 'Unità'],
    ['quando', 'Quando'],
    ['posto', 'Posto'],
    ['ambito', 'Intero ambito'],
    ['basso', 'Il più basso'],
    ['alto', 'Il più alto'],
  ] as const;
  return {
    testa: 'Che cosa',
    colonne: colonne.map(([chiave, titolo]) => ({ chiave, titolo, unita: '' })),
    righe: sezioni.flatMap(({ voci }) =>
      voci.map(({ chiave, etichetta, dato, quando, posto, ambitoTesto, ambitoFigura, minimo, massimo }) => ({
        chiave,
        nome: etichetta,
        comune: comune.codiceIstat,
        celle: [
          { ...cellOf(dato), unita: dato.indicatore.unita },
          detto(describeUnita(dato.indicatore.unita)),
          detto(quando),
          detto(posto ? tellPosto(posto) : null),
          detto(ambitoTesto, ambitoFigura),
          ...[minimo, massimo].map((uno) => detto(uno?.testo ?? null, uno?.figura)),
        ],
      })),
    ),
  };
}
