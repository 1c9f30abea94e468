import { AMBITO_INTERO } from '../ambito.ts';
import { type Dato, divideDati, sumDati } from '../dato.ts';
import { ETA_TOTALE } from '../fascia.ts';
import { type Fatto, type Grandezza, readAccanto, readComune, selectFatti, selectFattiDiParte } from '../fatti.ts';
import type { Quadro } from '../quadro.ts';
import type { Dichiarato, Posizione, Tabella } from '../tabelle/tabella.ts';
import type { TipoId } from '../tabelle/tipo.ts';
import {
  compareCifre,
  countDecimali,
  createScritturaDecimale,
  describeComune,
  describeTabella,
  listCelle,
  readPeriodo,
  toCella,
  toCellaDichiarata,
} from './confronto.ts';
import type { CellaCoinvolta, Controllo, Segnalazione } from './controllo.ts';
import { selectAddendi, selectPerChiave } from './somma-colonna.ts';

export const rapporto: Controllo = {
  codice: 'rapporto',
  titolo: 'Medie, densità e percentuali tornano',
  regola: 'Un rapporto dichiarato è quello che si ottiene dai suoi numeri, alla precisione con cui è scritto.',
  perche:
    'Una media o una percentuale sbagliata cambia il senso di una frase anche quando tutti i numeri sotto sono giusti.',
  run: (quadro) => [...checkComponenti(quadro), ...checkDensita(quadro), ...checkQuote(quadro)],
};

function checkComponenti(quadro: Quadro): Segnalazione[] {
  const cosa = 'componenti medi per famiglia';
  const righe = selectFatti(quadro, 'famiglie.componenti_medi').flatMap((fatto) => {
    const ricalcolato = divideDati(readAccanto(quadro, fatto, 'popolazione'), readAccanto(quadro, fatto, 'famiglie'));
    return checkRapporto(quadro, { dichiarato: toDichiarazione(fatto), ricalcolato, cosa });
  });
  const totali = (quadro.tabelle.get('famiglie')?.dichiarati ?? [])
    .filter(({ misura }) => misura === 'componenti_medi')
    .flatMap((dichiarato) =>
      checkRapporto(quadro, {
        dichiarato: { tipo: 'famiglie', ...dichiarato, celle: [toCellaDichiarata('famiglie', dichiarato)] },
        ricalcolato: divideDati(
          sumColonna(quadro, 'famiglie.popolazione', dichiarato),
          sumColonna(quadro, 'famiglie.famiglie', dichiarato),
        ),
        cosa,
      }),
    );
  return [...righe, ...totali];
}

/** A density against the surface and the residents of its own line: those of another table may be another count. */
function checkDensita(quadro: Quadro): Segnalazione[] {
  const tabella = quadro.tabelle.get('territorio');
  return selectFatti(quadro, 'territorio.densita').flatMap((fatto) => {
    const residenti = tabella?.dichiarati.find(
      ({ misura, parte, posizione }) => misura === 'residenti' && isInRiga(fatto, parte, posizione),
    );
    const dichiarato = toDichiarazione(fatto);
    if (!residenti || !dichiarato) return [];
    const conResidenti: Dato = { valore: residenti.valore, ingressi: [] };
    return checkRapporto(quadro, {
      dichiarato: { ...dichiarato, celle: [...dichiarato.celle, toCellaDichiarata('territorio', residenti)] },
      ricalcolato: divideDati(conResidenti, readAccanto(quadro, fatto, 'superficie_km2')),
      cosa: 'densità (abitanti per km²)',
    });
  });
}

/** Shares of a total, in %. */
function checkQuote(quadro: Quadro): Segnalazione[] {
  return [...quadro.tabelle.values()].flatMap((tabella) =>
    tabella.dichiarati
      .filter(({ ruolo }) => ruolo === 'quota-percentuale')
      .flatMap((dichiarato) => {
        const quota =
          tabella.tipo === 'rendiconto' ? readAvanzamento(quadro, dichiarato) : readQuota(quadro, tabella, dichiarato);
        return checkRapporto(quadro, {
          dichiarato: { tipo: tabella.tipo, ...dichiarato, celle: [toCellaDichiarata(tabella.tipo, dichiarato)] },
          ricalcolato: quota,
          cosa: `percentuale «${dichiarato.posizione.intestazione}»`,
        });
      }),
  );
}

function readAvanzamento(quadro: Quadro, { parte, posizione }: Dichiarato): Dato {
  const sumInRiga = (misura: string) =>
    sumDati(
      selectFatti(quadro, `rendiconto.${misura}`)
        .filter((fatto) => isInRiga(fatto, parte, posizione))
        .map(({ dato }) => dato),
    );
  return divideDati(sumInRiga('impegnato'), sumInRiga('programmato'), 100);
}

/** A share of the ages is of all the ages of the same people; any other share is of the ambito. */
function readQuota(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): Dato {
  const { misura, parte, valori } = dichiarato;
  const chiave = 'eta' in valori ? { ...valori, eta: ETA_TOTALE } : { ...valori, comune: AMBITO_INTERO };
  const fatti = selectFattiDiParte(quadro, `${tabella.tipo}.${misura}`, parte);
  return divideDati(
    sumDati(selectAddendi(quadro, tabella, dichiarato).map(({ dato }) => dato)),
    sumDati(selectPerChiave(fatti, chiave).map(({ dato }) => dato)),
    100,
  );
}

interface Dichiarazione {
  readonly tipo: TipoId;
  readonly parte: string;
  readonly posizione: Posizione;
  readonly valori: Fatto['valori'];
  readonly valore: number;
  readonly celle: readonly CellaCoinvolta[];
}

function checkRapporto(
  quadro: Quadro,
  { dichiarato, ricalcolato, cosa }: { dichiarato: Dichiarazione | null; ricalcolato: Dato; cosa: string },
): Segnalazione[] {
  if (!dichiarato || ricalcolato.valore === null) return [];
  const { tipo, parte, posizione, valori, valore } = dichiarato;
  const comune = readComune(valori);
  const decimali = countDecimali(posizione.scritto);
  const mezzaUnita = 0.5 / 10 ** decimali;
  return compareCifre({
    codice: 'rapporto',
    tipo,
    parte,
    posizione,
    comune,
    periodo: readPeriodo(valori),
    misura: cosa,
    dichiarato: valore,
    ricalcolato: ricalcolato.valore,
    scrittura: createScritturaDecimale(Math.max(decimali, 2)),
    tolleranza: mezzaUnita,
    arrotondamento: mezzaUnita,
    celle: [...dichiarato.celle, ...ricalcolato.ingressi.map(toCella)],
    lati: [dichiarato.celle, ricalcolato.ingressi.map(toCella)],
    describe: (cifre) =>
      `${describeComune(quadro, comune)}, ${cosa}: la tabella ${describeTabella(quadro, tipo, parte)} riporta ${writeVirgola(posizione.scritto)}, i suoi stessi numeri danno ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
  });
}

/** As written, but for a decimal point (`2.55`, and all that comes from a spreadsheet): with three digits after it, it parts thousands. */
function writeVirgola(scritto: string): string {
  return scritto.replace(/^(-?\d+)\.(?!\d{3}\b)(\d+)/, '$1,$2');
}

function toDichiarazione(fatto: Fatto): Dichiarazione | null {
  const { tipo, misura, riga, valori, dato } = fatto;
  const posizione = riga.posizioni[misura];
  if (!posizione || dato.valore === null) return null;
  return { tipo, parte: riga.parte, posizione, valori, valore: dato.valore, celle: listCelle([fatto]) };
}

function sumColonna(quadro: Quadro, grandezza: Grandezza, { parte, valori }: Dichiarato): Dato {
  const fatti = selectFatti(quadro, grandezza, { anno: valori.anno ?? null }).filter(
    (fatto) => fatto.riga.parte === parte && fatto.comune !== AMBITO_INTERO,
  );
  return sumDati(fatti.map(({ dato }) => dato));
}

function isInRiga(fatto: Fatto, parte: string, posizione: Posizione): boolean {
  return fatto.riga.parte === parte && fatto.riga.riga === posizione.riga;
}
