import { AMBITO_INTERO } from '../ambito.ts';
import { readCofinanziamento } from '../cofinanziamento.ts';
import { type Dato, subtractDati, sumDati } from '../dato.ts';
import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA } from '../fascia.ts';
import { type Grandezza, groupBy, listValori, readComune, selectFatti } from '../fatti.ts';
import { isWithin, tileAnnualita } from '../fondi.ts';
import { groupPerComune, type PerComune } from '../per-comune.ts';
import { formatPeriodo, listAnni, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { readResidenti } from '../residenti.ts';
import type { Dichiarato, Posizione, Tabella, Valore } from '../tabelle/tabella.ts';
import type { TipoId } from '../tabelle/tipo.ts';
import { isIntero, readAnnualita } from '../trasferimenti.ts';
import {
  compareCifre,
  describeComune,
  describeMisura,
  describeTabella,
  getScrittura,
  isRapporto,
  readPeriodo,
  toCella,
  toCellaDichiarata,
} from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';
import { checkFontiNominate } from './fonti-nominate.ts';
import { checkInterventi } from './interventi.ts';
import { checkQuoteInterventi } from './quote-interventi.ts';

export const traTabelle: Controllo = {
  codice: 'tra-tabelle',
  titolo: 'Una grandezza, un solo valore',
  regola:
    'La stessa grandezza ha lo stesso valore in tutte le tabelle che la riportano, e ogni intervento finanziato, previsto o descritto lo è in tutti i posti in cui dovrebbe.',
  perche: 'Due valori per la stessa cosa danno due risposte alla stessa domanda: chi legge deve saperlo.',
  run: (quadro) => [
    ...checkResidentiFamiglie(quadro),
    ...[...quadro.tabelle.values()].flatMap((tabella) =>
      tabella.dichiarati.flatMap((dichiarato) => checkDichiarato(quadro, tabella, dichiarato)),
    ),
    ...checkFondi(quadro),
    ...checkCofinanziamento(quadro),
    ...checkResidui(quadro),
    ...checkInterventi(quadro),
    ...checkFontiNominate(quadro),
    ...checkQuoteInterventi(quadro),
  ],
};

/** The residents that the families' table states are the registry's, like those of the population. */
function checkResidentiFamiglie(quadro: Quadro): Segnalazione[] {
  return listValori(selectFatti(quadro, 'famiglie.popolazione'), 'anno').flatMap((anno) => {
    const residenti = readResidenti(quadro, { anno, rilevazione: 'anagrafe' });
    const ripetuti = groupPerComune(quadro, selectFatti(quadro, 'famiglie.popolazione', { anno }));
    const totale = quadro.tabelle
      .get('famiglie')
      ?.dichiarati.find(
        ({ misura, ruolo, valori }) =>
          misura === 'popolazione' && ruolo === 'somma-colonna' && String(valori.anno) === anno,
      );
    return [AMBITO_INTERO, ...ripetuti.comuni.keys()].flatMap((comune) => {
      const dichiarato = readDato(ripetuti, comune);
      const soli = comune === AMBITO_INTERO ? totale?.posizione : undefined;
      return compareDati(quadro, {
        tipo: 'famiglie',
        misura: 'popolazione',
        comune,
        periodo: anno,
        dichiarato,
        ricalcolato: readDato(residenti, comune),
        cosa: 'residenti',
        ...(soli ? { posizione: soli } : {}),
      });
    });
  });
}

/** A figure that a table repeats from another one, or a difference between two years. */
function checkDichiarato(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): Segnalazione[] {
  const { ruolo, misura, valori, confronto } = dichiarato;
  if ((ruolo !== 'valore' && ruolo !== 'variazione') || isRapporto(tabella.tipo, misura)) return [];
  const attuale = readGrandezza(quadro, `${tabella.tipo}.${misura}`, valori);
  const ricalcolato =
    ruolo === 'valore'
      ? attuale
      : subtractDati(attuale, readGrandezza(quadro, `${tabella.tipo}.${misura}`, { ...valori, ...confronto }));
  const [altra] = attuale.ingressi;
  if (ricalcolato.valore === null || !altra) return [];
  const { tipo } = tabella;
  const comune = readComune(valori);
  const periodo = readPeriodo(valori);
  const precedente = readPeriodo(confronto ?? {});
  const fascia = valori.eta && valori.eta !== ETA_TOTALE ? ` ${valori.eta}` : '';
  const grandezza = `${describeMisura(tipo, misura)}${fascia}`;
  const cosa =
    ruolo === 'variazione' ? `${grandezza}, variazione ${precedente}-${periodo}` : `${grandezza} (${periodo})`;
  const tavola = describeTabella(quadro, altra.tipo, altra.parte);
  const altrove = ruolo === 'variazione' ? `con il valore del ${periodo} di ${tavola} si ha` : tavola;
  return compareCifre({
    codice: 'tra-tabelle',
    tipo,
    parte: dichiarato.parte,
    posizione: dichiarato.posizione,
    comune,
    periodo: ruolo === 'variazione' ? `${precedente}-${periodo}` : periodo,
    misura: ruolo === 'variazione' ? `${grandezza}, variazione` : grandezza,
    dichiarato: dichiarato.valore,
    ricalcolato: ricalcolato.valore,
    scrittura: getScrittura(tipo, misura),
    arrotondamento:
      sumArrotondamenti(tipo, misura, ricalcolato) + getScrittura(tipo, misura).halfUnit(dichiarato.posizione.scritto),
    celle: [toCellaDichiarata(tipo, dichiarato), ...ricalcolato.ingressi.map(toCella)],
    lati: [[toCellaDichiarata(tipo, dichiarato)], ricalcolato.ingressi.map(toCella)],
    describe: (cifre) =>
      `${describeComune(quadro, comune)}, ${cosa}: la tabella ${describeTabella(quadro, tipo, dichiarato.parte)} riporta ${cifre.dichiarato}, ${altrove} ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
  });
}

/** The published facts of what a declared figure speaks of, whichever table holds them. */
function readGrandezza(quadro: Quadro, grandezza: Grandezza, chiave: Readonly<Record<string, Valore>>): Dato {
  const comune = readComune(chiave);
  if (grandezza.endsWith('.residenti')) {
    const fascia = parseFascia(String(chiave.eta ?? ETA_TOTALE)) ?? TUTTE_LE_ETA;
    const conteggio = { anno: String(chiave.anno), rilevazione: String(chiave.rilevazione ?? 'anagrafe') };
    return readDato(readResidenti(quadro, conteggio, fascia), comune);
  }
  const { comune: _, ...dove } = chiave;
  return readDato(groupPerComune(quadro, selectFatti(quadro, grandezza, dove)), comune);
}

/** A fund that the budget counts as a whole and its own table states year by year. */
function checkFondi(quadro: Quadro): Segnalazione[] {
  const interi = selectFatti(quadro, 'fondi.importo').filter(
    (fatto) => isIntero(fatto) && fatto.valori.origine !== 'residuo',
  );
  return [...groupBy(interi, ({ valori }) => String(valori.fonte)).values()].flatMap((fatti) =>
    fatti.flatMap((intero) => {
      const annualita = readAnnualita(intero);
      const tessere =
        annualita &&
        tileAnnualita(
          fatti.filter((fatto) => isWithin(fatto, intero)),
          annualita,
        );
      if (!annualita || !tessere) return [];
      return compareDati(quadro, {
        tipo: 'fondi',
        misura: 'importo',
        comune: AMBITO_INTERO,
        periodo: formatPeriodo(annualita),
        dichiarato: intero.dato,
        ricalcolato: sumDati(tessere.map(({ dato }) => dato)),
        cosa: `fondo ${intero.valori.fonte}`,
      });
    }),
  );
}

/** What the budget counts as cofinanziamento of a span, and the cofinanziamento programmed in its years. */
function checkCofinanziamento(quadro: Quadro): Segnalazione[] {
  return selectFatti(quadro, 'fondi.importo', { fonte: 'Cofinanziamento comunale' }).flatMap((fatto) => {
    const periodo = parsePeriodo(fatto.valori.periodo);
    if (!periodo) return [];
    const annui = listAnni(periodo).map(
      (anno) => readCofinanziamento(quadro, { natura: 'programmato', anno: `${anno}`, forma: 'totale' }).ambito,
    );
    return compareDati(quadro, {
      tipo: 'fondi',
      misura: 'importo',
      comune: AMBITO_INTERO,
      periodo: formatPeriodo(periodo),
      dichiarato: fatto.dato,
      ricalcolato: sumDati(annui),
      cosa: 'cofinanziamento comunale programmato',
    });
  });
}

/** What the budget takes over from a past ciclo, and what the rendiconto of that ciclo leaves. */
function checkResidui(quadro: Quadro): Segnalazione[] {
  return selectFatti(quadro, 'fondi.importo', { fonte: 'PdZ', origine: 'residuo' }).flatMap((fatto) => {
    const annualita = readAnnualita(fatto);
    if (!annualita) return [];
    const periodo = formatPeriodo(annualita);
    const readRendiconto = (misura: string) =>
      groupPerComune(quadro, selectFatti(quadro, `rendiconto.${misura}`, { periodo, fonte: null, intervento: null }));
    return compareDati(quadro, {
      tipo: 'fondi',
      misura: 'importo',
      comune: AMBITO_INTERO,
      periodo,
      dichiarato: fatto.dato,
      ricalcolato: subtractDati(readRendiconto('programmato').ambito, readRendiconto('impegnato').ambito),
      cosa: `residuo del Piano di Zona ${periodo}`,
    });
  });
}

interface Coppia {
  readonly tipo: TipoId;
  readonly misura: string;
  readonly comune: string;
  readonly periodo: string;
  readonly dichiarato: Dato;
  readonly ricalcolato: Dato;
  /** What is said twice, in a sentence. */
  readonly cosa: string;
  /** Where the declared side is not a single cell. */
  readonly posizione?: Posizione;
}

function compareDati(quadro: Quadro, coppia: Coppia): Segnalazione[] {
  const { tipo, misura, comune, periodo, dichiarato, ricalcolato, cosa } = coppia;
  const [primo] = dichiarato.ingressi;
  const [secondo] = ricalcolato.ingressi;
  if (dichiarato.valore === null || ricalcolato.valore === null || !primo || !secondo) return [];
  const unica = dichiarato.ingressi.length === 1;
  const posizione = coppia.posizione ?? (unica && primo.colonna !== null ? { ...primo, colonna: primo.colonna } : null);
  const lati = [dichiarato, ricalcolato].map(({ ingressi }) => ingressi.map(toCella));
  const celle = lati.flat();
  return compareCifre({
    codice: 'tra-tabelle',
    tipo,
    parte: primo.parte,
    posizione,
    comune,
    periodo,
    misura: cosa,
    dichiarato: dichiarato.valore,
    ricalcolato: ricalcolato.valore,
    scrittura: getScrittura(tipo, misura),
    arrotondamento: sumArrotondamenti(tipo, misura, dichiarato) + sumArrotondamenti(tipo, misura, ricalcolato),
    celle: coppia.posizione
      ? [...celle, { tipo, parte: primo.parte, riga: coppia.posizione.riga, colonna: coppia.posizione.colonna }]
      : celle,
    lati,
    describe: (cifre) =>
      `${describeComune(quadro, comune)}, ${cosa} (${periodo}): la tabella ${describeTabella(quadro, tipo, primo.parte)} riporta ${cifre.dichiarato}, ${describeTabella(quadro, secondo.tipo, secondo.parte)} ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
  });
}

function sumArrotondamenti(tipo: TipoId, misura: string, dato: Dato): number {
  const scrittura = getScrittura(tipo, misura);
  return dato.ingressi.reduce((somma, { scritto }) => somma + scrittura.halfUnit(scritto), 0);
}

function readDato(serie: PerComune, comune: string): Dato {
  return serie.comuni.get(comune) ?? serie.ambito;
}
