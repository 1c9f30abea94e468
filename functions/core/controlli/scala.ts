import { AMBITO_INTERO } from '../ambito.ts';
import { sumDati } from '../dato.ts';
import { type Fatto, readAccanto, selectFatti } from '../fatti.ts';
import { groupPerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { listConteggi, readResidenti } from '../residenti.ts';
import { TIPI } from '../tabelle/index.ts';
import type { Tabella } from '../tabelle/tabella.ts';
import {
  compareCifre,
  describeComune,
  describeMisura,
  describeTabella,
  getScrittura,
  listCelle,
  readPeriodo,
  toCella,
} from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

/** Editions of ISTAT's surfaces differ by up to 3 %: beyond this share two surfaces are not two editions of one. */
const SCARTO_SUPERFICI = 0.05;

/** No comune doubles or halves between the years of a plan: beyond this factor a digit was lost or gained. */
const FATTORE_RESIDENTI = 2;

export const scala: Controllo = {
  codice: 'scala',
  titolo: 'Le cifre sono possibili',
  regola:
    'Ogni valore ha un segno e una grandezza possibili, anche rispetto agli altri anni e ai comuni che lo compongono.',
  perche: 'Una cifra di troppo o una virgola spostata cambia tutto ciò che si calcola da lì.',
  run: (quadro) => [
    ...[...quadro.tabelle.values()].flatMap((tabella) => checkConteggi(quadro, tabella)),
    ...checkSuperficie(quadro),
    ...checkResidenti(quadro),
  ],
};

/** A negative count or half a person cannot be: those rows are refused when read, and here if they come another way. */
function checkConteggi(quadro: Quadro, tabella: Tabella): Segnalazione[] {
  return TIPI[tabella.tipo].colonne
    .filter(({ formato }) => formato === 'conteggio')
    .flatMap(({ id: misura, titolo }) =>
      selectFatti(quadro, `${tabella.tipo}.${misura}`)
        .filter(({ dato }) => dato.valore !== null && (dato.valore < 0 || !Number.isInteger(dato.valore)))
        .map((fatto) => createErrore(quadro, tabella, { fatto, misura, titolo })),
    );
}

function createErrore(
  quadro: Quadro,
  { tipo }: Tabella,
  { fatto, misura, titolo }: { fatto: Fatto; misura: string; titolo: string },
): Segnalazione {
  const { riga, comune, valori } = fatto;
  const posizione = riga.posizioni[misura];
  return {
    codice: 'scala',
    gravita: 'errore',
    tipo,
    parte: riga.parte,
    riga: riga.riga,
    colonna: posizione?.colonna ?? null,
    comune: comune === AMBITO_INTERO ? null : comune,
    periodo: readPeriodo(valori),
    misura: titolo.toLowerCase(),
    dichiarato: posizione?.scritto ?? String(fatto.dato.valore),
    ricalcolato: null,
    differenza: null,
    messaggio: `${describeComune(quadro, comune)}, ${titolo.toLowerCase()}: ${posizione?.scritto ?? fatto.dato.valore} non è un conteggio possibile. Serve un numero intero, zero o più.`,
    celle: listCelle([fatto]),
  };
}

/** The surface that a table declares for the ambito beside the sum of its comuni. */
function checkSuperficie(quadro: Quadro): Segnalazione[] {
  const superfici = selectFatti(quadro, 'territorio.superficie_km2');
  const dichiarata = superfici.find(({ comune }) => comune === AMBITO_INTERO);
  const comuni = groupPerComune(quadro, superfici).comuni;
  const somma = sumDati([...comuni.values()]);
  if (!dichiarata || dichiarata.dato.valore === null || somma.valore === null) return [];
  const densita = readAccanto(quadro, dichiarata, 'densita');
  const { riga } = dichiarata;
  return compareCifre({
    codice: 'scala',
    tipo: 'territorio',
    parte: riga.parte,
    posizione: riga.posizioni.superficie_km2 ?? null,
    comune: AMBITO_INTERO,
    periodo: readPeriodo(riga.valori),
    misura: 'superficie in km²',
    dichiarato: dichiarata.dato.valore,
    ricalcolato: somma.valore,
    scrittura: getScrittura('territorio', 'superficie_km2'),
    tolleranza: somma.valore * SCARTO_SUPERFICI,
    arrotondamento: 0,
    celle: [dichiarata.dato, ...(densita.valore === null ? [] : [densita]), somma].flatMap(({ ingressi }) =>
      ingressi.map(toCella),
    ),
    describe: (cifre) =>
      `La tabella ${describeTabella(quadro, 'territorio', riga.parte)} dichiara una superficie di ${cifre.dichiarato} km², i ${comuni.size} comuni insieme ne hanno ${cifre.ricalcolato}: anche la densità che ne viene è di un altro ordine di grandezza.`,
  });
}

/** A comune's residents beside its own of the year before, in the same rilevazione. */
function checkResidenti(quadro: Quadro): Segnalazione[] {
  const conteggi = listConteggi(quadro);
  return conteggi.flatMap((conteggio, indice) => {
    const precedente = conteggi[indice - 1];
    if (precedente?.rilevazione !== conteggio.rilevazione) return [];
    const [prima, dopo] = [readResidenti(quadro, precedente), readResidenti(quadro, conteggio)];
    return [...dopo.comuni].flatMap(([comune, residenti]) => {
      const base = prima.comuni.get(comune);
      const [ingresso] = residenti.ingressi;
      if (!base || base.valore === null || residenti.valore === null || !ingresso) return [];
      const [basso, alto] = [Math.min(base.valore, residenti.valore), Math.max(base.valore, residenti.valore)];
      if (alto <= basso * FATTORE_RESIDENTI) return [];
      return compareCifre({
        codice: 'scala',
        tipo: 'popolazione',
        parte: ingresso.parte,
        posizione: ingresso.colonna === null ? null : { ...ingresso, colonna: ingresso.colonna },
        comune,
        periodo: conteggio.anno,
        misura: describeMisura('popolazione', 'residenti'),
        dichiarato: residenti.valore,
        ricalcolato: base.valore,
        scrittura: getScrittura('popolazione', 'residenti'),
        arrotondamento: 0,
        celle: [...residenti.ingressi, ...base.ingressi].map(toCella),
        describe: (cifre) =>
          `${describeComune(quadro, comune)}: i residenti del ${conteggio.anno} sono ${cifre.dichiarato}, quelli del ${precedente.anno} erano ${cifre.ricalcolato}. Un cambiamento così grande fa pensare a una cifra in più o in meno.`,
      });
    });
  });
}
