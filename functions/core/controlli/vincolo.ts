import { AMBITO_INTERO } from '../ambito.ts';
import { readCofinanziamento } from '../cofinanziamento.ts';
import { roundDato } from '../dato.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { formatEuro } from '../formato.ts';
import { findTriennioPrecedente, readSpesaMedia } from '../indicatori/spesa-storica.ts';
import type { Quadro } from '../quadro.ts';
import { findCiclo, readTrasferimenti } from '../trasferimenti.ts';
import { compareCifre, getScrittura, toCella } from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

export const vincolo: Controllo = {
  codice: 'vincolo',
  titolo: 'Il cofinanziamento rispetta la soglia di legge',
  regola:
    'Il cofinanziamento programmato ogni anno non è inferiore alla spesa storica; in deroga, non è inferiore ai trasferimenti ordinari della prima annualità.',
  perche: 'La soglia protegge la spesa sociale dei comuni: chi decide deve sapere se vale la regola o la deroga.',
  run: (quadro) =>
    listValori(selectFatti(quadro, 'cofinanziamento.importo', { natura: 'programmato' }), 'anno').flatMap((anno) =>
      checkAnno(quadro, anno),
    ),
};

function checkAnno(quadro: Quadro, anno: string): Segnalazione[] {
  const triennio = findTriennioPrecedente(quadro, Number(anno));
  const programmato = readCofinanziamento(quadro, { natura: 'programmato', anno, forma: 'totale' }).ambito;
  const soglia = triennio && roundDato(readSpesaMedia(quadro, triennio).ambito);
  const [primo] = programmato.ingressi;
  if (!triennio || !soglia || !primo || programmato.valore === null || soglia.valore === null) return [];
  if (programmato.valore >= soglia.valore) return [];
  const deroga = describeDeroga(quadro, Number(anno), programmato.valore);
  return compareCifre({
    codice: 'vincolo',
    tipo: 'cofinanziamento',
    parte: primo.parte,
    posizione: primo.colonna === null ? null : { ...primo, colonna: primo.colonna },
    comune: AMBITO_INTERO,
    periodo: anno,
    misura: 'cofinanziamento programmato',
    dichiarato: programmato.valore,
    ricalcolato: soglia.valore,
    scrittura: getScrittura('cofinanziamento', 'importo'),
    arrotondamento: 0,
    // The threshold is not in doubt: only what is measured against it carries the mark.
    celle: programmato.ingressi.map(toCella),
    describe: (cifre) =>
      `Per il ${anno} l’ambito programma ${cifre.dichiarato} di cofinanziamento; la spesa storica media ${triennio.periodo} è ${cifre.ricalcolato}: mancano ${cifre.differenza}.${deroga}`,
  });
}

/** Whether the derogation's floor is met, in words. */
function describeDeroga(quadro: Quadro, anno: number, programmatoCent: number): string {
  const ciclo = findCiclo(quadro, anno);
  const trasferimenti = ciclo && readTrasferimenti(quadro, ciclo.da);
  if (!ciclo || !trasferimenti || trasferimenti.valore === null) return '';
  const esito = programmatoCent >= trasferimenti.valore ? 'è rispettata' : 'non è raggiunta';
  return ` La soglia della deroga, ${formatEuro(trasferimenti.valore)} (FNPS + FNA + FGSA del ${ciclo.da}), ${esito}.`;
}
