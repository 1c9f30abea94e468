import { AMBITO_INTERO } from '../ambito.ts';
import { sumDati } from '../dato.ts';
import { groupBy, selectFatti } from '../fatti.ts';
import { compareCifre, getScrittura, listCelle, readPeriodo, sumHalfUnits } from './confronto.ts';
import type { Controllo } from './controllo.ts';

export const capienza: Controllo = {
  codice: 'capienza',
  titolo: 'Un fondo basta per ciò che vi è destinato',
  regola: 'Le quote vincolate di un fondo non superano il fondo.',
  perche: 'Non si può destinare più di quanto è assegnato: una delle due cifre è da rivedere.',
  run: (quadro) => {
    const scrittura = getScrittura('fondi', 'importo');
    const fondi = groupBy(selectFatti(quadro, 'fondi.importo'), ({ valori }) =>
      [valori.fonte, valori.periodo, valori.annualita_fondo ?? '', valori.origine ?? ''].join('\t'),
    );
    return [...fondi.values()].flatMap((fatti) => {
      const intero = fatti.find(({ valori }) => (valori.vincolo ?? null) === null);
      const quote = fatti.filter(({ valori }) => (valori.vincolo ?? null) !== null);
      const destinato = sumDati(quote.map(({ dato }) => dato));
      if (!intero || intero.dato.valore === null || destinato.valore === null) return [];
      if (destinato.valore <= intero.dato.valore) return [];
      return compareCifre({
        codice: 'capienza',
        tipo: 'fondi',
        parte: intero.riga.parte,
        posizione: intero.riga.posizioni.importo ?? null,
        comune: AMBITO_INTERO,
        periodo: readPeriodo(intero.valori),
        dichiarato: intero.dato.valore,
        ricalcolato: destinato.valore,
        scrittura,
        arrotondamento: sumHalfUnits(fatti, scrittura),
        celle: listCelle(fatti),
        describe: (cifre) =>
          `Fondo ${intero.valori.fonte} ${intero.valori.periodo}: l’importo assegnato è ${cifre.dichiarato}, le quote che vi sono destinate sommano ${cifre.ricalcolato}; lo superano di ${cifre.differenza}.`,
      });
    });
  },
};
