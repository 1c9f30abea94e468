/** The lines of a comune among the others: what they show, and the table of the same numbers. */
import { type SezioneProfilo, tellPosto } from './comune.ts';
import { countOf, nameNumero } from './parole.ts';
import { type CellaGrafico, cellOf, type TavolaGrafico } from './tavola-grafico.ts';
import { describeUnita } from './valore.ts';

/** The finding of the lines: at how many ends the comune stands. */
export function titleProfilo(sezioni: readonly SezioneProfilo[], nome: string): string {
  const posti = sezioni.flatMap(({ voci }) => voci.flatMap(({ posto }) => posto ?? []));
  if (posti.length === 0) return `${nome} tra i comuni dell’ambito`;
  const alti = posti.filter(({ posto }) => posto === 1).length;
  const bassi = posti.filter(({ posto, su }) => posto === su).length;
  const femminile = (quante: number) => (quante === 1 ? 'una' : nameNumero(quante));
  const su = `su ${femminile(posti.length)}`;
  const righe = (quante: number) => countOf(quante, 'riga', 'righe');
  const testa = `Tra i comuni dell’ambito ${nome}`;
  if (alti === 0 && bassi === 0) return `${testa} non ha mai il valore più alto né il più basso, ${su} righe`;
  if (bassi === 0) return `${testa} ha il valore più alto in ${righe(alti)} ${su}, mai il più basso`;
  if (alti === 0) return `${testa} ha il valore più basso in ${righe(bassi)} ${su}, mai il più alto`;
  return `${testa} ha il valore più alto in ${righe(alti)} e il più basso in ${femminile(bassi)}, ${su}`;
}

export function tavolaOfProfilo(
  sezioni: readonly SezioneProfilo[],
  comune: { readonly codiceIstat: string; readonly nome: string },
): TavolaGrafico {
  const detto = (testo: string | null): CellaGrafico => ({ testo: testo ?? '', valore: null });
  const colonne = [
    // Whose it is: a spreadsheet of it lies in a folder beside those of the others.
    ['valore', comune.nome],
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
      voci.map(({ chiave, etichetta, dato, quando, posto, ambito, ambitoTesto, ambitoFigura, minimo, massimo }) => ({
        chiave,
        nome: etichetta,
        comune: comune.codiceIstat,
        celle: [
          { ...cellOf(dato), unita: dato.indicatore.unita },
          detto(describeUnita(dato.indicatore.unita)),
          detto(quando),
          detto(posto ? tellPosto(posto) : null),
          ...[ambitoFigura && { testo: ambitoTesto ?? '', valore: ambito, figura: ambitoFigura }, minimo, massimo].map(
            (uno): CellaGrafico =>
              // A number in the unit of its line: a spreadsheet counts with it.
              uno
                ? { testo: uno.testo, valore: uno.valore, unita: dato.indicatore.unita, figure: [uno.figura] }
                : detto(null),
          ),
        ],
      })),
    ),
  };
}
