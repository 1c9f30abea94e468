import { selectFatti } from '../fatti.ts';
import { compareCifre, describeComune, getScrittura, listCelle, readPeriodo } from './confronto.ts';
import type { Controllo } from './controllo.ts';

export const saldo: Controllo = {
  codice: 'saldo',
  titolo: 'Il saldo è arrivi meno partenze',
  regola: 'Il saldo migratorio dichiarato è la differenza fra immigrazioni ed emigrazioni.',
  perche: 'Un saldo che non torna può cambiare di segno: da chi arriva a chi parte.',
  run: (quadro) =>
    selectFatti(quadro, 'migrazioni.saldo').flatMap((fatto) => {
      const [arrivi, partenze] = ['immigrazioni', 'emigrazioni'].map((misura) =>
        selectFatti(quadro, `migrazioni.${misura}`).find(({ riga }) => riga === fatto.riga),
      );
      if (!arrivi || !partenze) return [];
      const [dichiarato, entrati, usciti] = [fatto, arrivi, partenze].map(({ dato }) => dato.valore);
      if (typeof dichiarato !== 'number' || typeof entrati !== 'number' || typeof usciti !== 'number') return [];
      return compareCifre({
        codice: 'saldo',
        tipo: 'migrazioni',
        parte: fatto.riga.parte,
        posizione: fatto.riga.posizioni.saldo ?? null,
        comune: fatto.comune,
        periodo: readPeriodo(fatto.valori),
        dichiarato,
        ricalcolato: entrati - usciti,
        scrittura: getScrittura('migrazioni', 'saldo'),
        arrotondamento: 0,
        celle: listCelle([fatto, arrivi, partenze]),
        describe: (cifre) =>
          `${describeComune(quadro, fatto.comune)}: il saldo migratorio dichiarato è ${cifre.dichiarato}, immigrazioni meno emigrazioni fa ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
      });
    }),
};
