/** What is left on a fund from earlier years, and that no rendiconto tells. */
import { type Fatto, selectFatti } from '../fatti.ts';
import { PDZ } from '../fonti.ts';
import { formatEuro } from '../formato.ts';
import { containsPeriodo, formatPeriodo, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { readAnnualita } from '../trasferimenti.ts';
import type { Segnalazione } from './controllo.ts';

/**
 * What the budget takes over for the whole Piano di Zona is held to the rendiconto of that ciclo by `tra-tabelle`. Nothing is
 * said where no rendiconto is brought in: what is not there yet contradicts nothing.
 */
export function checkResiduiIgnoti(quadro: Quadro): Segnalazione[] {
  if (!quadro.tabelle.has('rendiconto')) return [];
  const rendiconti = selectFatti(quadro, 'rendiconto.residuo');
  return selectFatti(quadro, 'fondi.importo', { origine: 'residuo' }).flatMap((fatto) => {
    const { fonte } = fatto.valori;
    const annualita = readAnnualita(fatto);
    if (fonte === PDZ || !annualita || fatto.dato.valore === null) return [];
    const isDetto = rendiconti.some(({ valori, dato }) => {
      const periodo = parsePeriodo(valori.periodo);
      const insieme = periodo && (containsPeriodo(periodo, annualita) || containsPeriodo(annualita, periodo));
      return insieme && valori.fonte === fonte && dato.valore !== null;
    });
    return isDetto ? [] : [createNota(fatto, { fonte: String(fonte), periodo: formatPeriodo(annualita) })];
  });
}

function createNota({ riga, dato }: Fatto, { fonte, periodo }: { fonte: string; periodo: string }): Segnalazione {
  const importo = dato.valore === null ? null : formatEuro(dato.valore);
  return {
    codice: 'capienza',
    gravita: 'nota',
    tipo: 'fondi',
    parte: riga.parte,
    riga: riga.riga,
    colonna: riga.posizioni.importo?.colonna ?? null,
    comune: null,
    periodo,
    misura: `residui ${fonte} ${periodo}`,
    dichiarato: importo,
    ricalcolato: null,
    differenza: null,
    messaggio: `Residui ${fonte} ${periodo}: il budget ne riporta ${importo}, ma nessun rendiconto dice quanto resta di questo fondo: non verificabile.`,
    celle: [],
  };
}
