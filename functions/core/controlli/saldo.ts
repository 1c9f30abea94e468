import { subtractDati } from '../dato.ts';
import { readAccanto, selectFatti } from '../fatti.ts';
import { compareCifre, describeComune, getScrittura, listCelle, readPeriodo, toCella } from './confronto.ts';
import type { Controllo } from './controllo.ts';

export const saldo: Controllo = {
  codice: 'saldo',
  titolo: 'Il saldo è arrivi meno partenze',
  regola: 'Il saldo migratorio dichiarato è la differenza fra immigrazioni ed emigrazioni.',
  perche: 'Un saldo che non torna può cambiare di segno: da chi arriva a chi parte.',
  run: (quadro) =>
    selectFatti(quadro, 'migrazioni.saldo').flatMap((fatto) => {
      const { valore: dichiarato } = fatto.dato;
      const differenza = subtractDati(
        readAccanto(quadro, fatto, 'immigrazioni'),
        readAccanto(quadro, fatto, 'emigrazioni'),
      );
      if (dichiarato === null || differenza.valore === null) return [];
      return compareCifre({
        codice: 'saldo',
        tipo: 'migrazioni',
        parte: fatto.riga.parte,
        posizione: fatto.riga.posizioni.saldo ?? null,
        comune: fatto.comune,
        periodo: readPeriodo(fatto.valori),
        misura: 'saldo migratorio',
        dichiarato,
        ricalcolato: differenza.valore,
        scrittura: getScrittura('migrazioni', 'saldo'),
        arrotondamento: 0,
        celle: [...listCelle([fatto]), ...differenza.ingressi.map(toCella)],
        describe: (cifre) =>
          `${describeComune(quadro, fatto.comune)}: il saldo migratorio dichiarato è ${cifre.dichiarato}, immigrazioni meno emigrazioni fa ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
      });
    }),
};
