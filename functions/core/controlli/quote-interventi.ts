/** What a fund's table reserves for an intervento, and what the scheda of that intervento programs on the fund. */
import { AMBITO_INTERO } from '../ambito.ts';
import { selectFatti } from '../fatti.ts';
import { PANIERE_PDZ, PDZ } from '../fonti.ts';
import { formatEuro } from '../formato.ts';
import { isIntervento } from '../interventi.ts';
import { containsPeriodo, formatPeriodo, parsePeriodo } from '../periodo.ts';
import { listProgrammati, sumProgrammati } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import { findCiclo } from '../trasferimenti.ts';
import { compareCifre, getScrittura, listCelle, sumHalfUnits, toCella } from './confronto.ts';
import type { Segnalazione } from './controllo.ts';

/**
 * The scheda may put other money of the same basket beside the fund, so only less than the reserved quota is a contradiction.
 * Nothing is said of an intervento whose scheda is not brought in.
 */
export function checkQuoteInterventi(quadro: Quadro): Segnalazione[] {
  const voci = listProgrammati(quadro);
  const scrittura = getScrittura('fondi', 'importo');
  return selectFatti(quadro, 'fondi.importo').flatMap((quota) => {
    const { fonte, vincolo } = quota.valori;
    const periodo = parsePeriodo(quota.valori.periodo);
    const ciclo = periodo && findCiclo(quadro, periodo.da);
    if (typeof vincolo !== 'string' || !isIntervento(vincolo) || !periodo || !ciclo) return [];
    const nome = String(fonte);
    const nelPaniere = PANIERE_PDZ.includes(nome);
    const sue = voci.filter(
      (voce) => voce.intervento === vincolo && (voce.fonte === nome || (nelPaniere && voce.fonte === PDZ)),
    );
    const nelPeriodo = sue.filter(({ anno }) => containsPeriodo(periodo, { da: anno, a: anno }));
    const programmato = sumProgrammati(nelPeriodo);
    const nelCiclo = sumProgrammati(sue.filter(({ anno }) => containsPeriodo(ciclo, { da: anno, a: anno })));
    if (quota.dato.valore === null || programmato.valore === null || programmato.valore >= quota.dato.valore) return [];
    const dove = nelPaniere ? `${PDZ}, che comprende ${nome}` : nome;
    const inTutto =
      nelCiclo.valore === null || nelCiclo.valore === programmato.valore
        ? ''
        : ` In tutto il ${formatPeriodo(ciclo)} la scheda ne programma ${formatEuro(nelCiclo.valore)}.`;
    return compareCifre({
      codice: 'tra-tabelle',
      tipo: 'fondi',
      parte: quota.riga.parte,
      posizione: quota.riga.posizioni.importo ?? null,
      comune: AMBITO_INTERO,
      periodo: formatPeriodo(periodo),
      misura: `importo del fondo ${nome} per ${vincolo}`,
      dichiarato: quota.dato.valore,
      ricalcolato: programmato.valore,
      scrittura,
      arrotondamento: sumHalfUnits([quota], scrittura),
      celle: [...listCelle([quota]), ...programmato.ingressi.map(toCella)],
      describe: (cifre) =>
        `La tabella del fondo ${nome} destina ${cifre.dichiarato} a ${vincolo} per il ${formatPeriodo(periodo)}; nella sua scheda ${vincolo} ha ${cifre.ricalcolato} da ${dove}: mancano ${cifre.differenza}.${inTutto}`,
    }).map((trovata) => ({ ...trovata, riguarda: { intervento: vincolo } }));
  });
}
