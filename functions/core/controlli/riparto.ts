import { selectFatti } from '../fatti.ts';
import { formatEuro, formatNumero } from '../formato.ts';
import { chooseChiave, splitPerComune } from '../indicatori/cofinanziamento-minimo-calcolato.ts';
import type { Quadro } from '../quadro.ts';
import { listCicli, readTrasferimenti } from '../trasferimenti.ts';
import { compareCifre, describeComune, getScrittura, listCelle, sumHalfUnits, toCella } from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

export const riparto: Controllo = {
  codice: 'riparto',
  titolo: 'Le quote seguono la chiave di riparto',
  regola: 'La quota minima di ogni comune è quella che dà la chiave dei residenti, al centesimo.',
  perche: 'La quota è ciò che ogni comune deve versare: chi la paga deve poterla rifare.',
  run: (quadro) => listCicli(quadro).flatMap((ciclo) => checkAnno(quadro, ciclo.da, ciclo)),
};

function checkAnno(quadro: Quadro, anno: number, ciclo: { da: number; a: number }): Segnalazione[] {
  const quotePubblicate = selectFatti(quadro, 'cofinanziamento.importo', {
    natura: 'minimo',
    anno,
    forma: 'totale',
  });
  const base = readTrasferimenti(quadro, anno);
  const chiave = chooseChiave(quadro, ciclo);
  const quote = base.valore === null ? null : splitPerComune(base.valore, chiave.residenti);
  const residenti = chiave.residenti.ambito.valore;
  if (base.valore === null || residenti === null || !quote) return [];
  const baseCent = base.valore;
  const scrittura = getScrittura('cofinanziamento', 'importo');
  return quotePubblicate.flatMap((fatto) => {
    const quota = quote.get(fatto.comune);
    const peso = chiave.residenti.comuni.get(fatto.comune);
    if (!quota || !peso || peso.valore === null || fatto.dato.valore === null) return [];
    const suoi = formatNumero(peso.valore);
    return compareCifre({
      codice: 'riparto',
      tipo: 'cofinanziamento',
      parte: fatto.riga.parte,
      posizione: fatto.riga.posizioni.importo ?? null,
      comune: fatto.comune,
      periodo: `${anno}`,
      misura: 'quota minima di cofinanziamento',
      dichiarato: fatto.dato.valore,
      ricalcolato: quota.importoCent,
      scrittura,
      arrotondamento: sumHalfUnits([fatto], scrittura) + 0.5,
      celle: [...listCelle([fatto]), ...base.ingressi.map(toCella), ...peso.ingressi.map(toCella)],
      describe: (cifre) =>
        `${describeComune(quadro, fatto.comune)}: la quota minima pubblicata è ${cifre.dichiarato}; ripartendo ${formatEuro(baseCent)} secondo i ${chiave.nome} (${suoi} su ${formatNumero(residenti)}) sarebbe ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
    });
  });
}
