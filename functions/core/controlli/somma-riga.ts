import { AMBITO_INTERO } from '../ambito.ts';
import { type Fatto, groupBy, selectFatti } from '../fatti.ts';
import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA, tileFascia } from '../fascia.ts';
import type { Quadro } from '../quadro.ts';
import type { Dichiarato, Tabella } from '../tabelle/tabella.ts';
import {
  compareCifre,
  describeComune,
  describeTabella,
  getScrittura,
  listCelle,
  readPeriodo,
  sumHalfUnits,
  toCellaDichiarata,
} from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

export const sommaRiga: Controllo = {
  codice: 'somma-riga',
  titolo: 'Le parti di una riga danno il suo totale',
  regola: 'In ogni riga la somma delle celle è il totale che la riga dichiara.',
  perche: 'Se il totale non torna, o il totale o una delle sue parti è scritto male: non si sa quale usare.',
  run: (quadro) => [
    ...[...quadro.tabelle.values()].flatMap((tabella) =>
      tabella.dichiarati
        .filter(({ ruolo }) => ruolo === 'somma-riga')
        .flatMap((dichiarato) => checkDichiarato(quadro, tabella, dichiarato)),
    ),
    ...checkForme(quadro),
    ...checkEta(quadro),
  ],
};

/** A total at the end of a line against the cells of that line. The total of a line of totals is a column's: somma-colonna has it. */
function checkDichiarato(quadro: Quadro, tabella: Tabella, dichiarato: Dichiarato): Segnalazione[] {
  const { misura, posizione, parte, valore } = dichiarato;
  const inRiga = selectFatti(quadro, tabella.tipo, misura).filter(
    (fatto) => fatto.riga.parte === parte && fatto.riga.riga === posizione.riga,
  );
  const quote = inRiga.filter(({ valori }) => (valori.vincolo ?? null) !== null);
  return checkTotale(quadro, { tabella, misura, parti: quote.length > 0 ? quote : inRiga, totale: { valore, dichiarato } });
}

/** A line that states a total beside money and services. */
function checkForme(quadro: Quadro): Segnalazione[] {
  const tabella = quadro.tabelle.get('cofinanziamento');
  if (!tabella) return [];
  const righe = groupBy(selectFatti(quadro, 'cofinanziamento', 'importo'), ({ valori, comune }) =>
    [valori.natura, valori.anno, comune].join('\t'),
  );
  return [...righe.values()].flatMap((fatti) => {
    const totale = fatti.find(({ valori }) => valori.forma === 'totale');
    const parti = fatti.filter(({ valori }) => valori.forma === 'denaro' || valori.forma === 'servizi');
    return totale && parti.length === 2 ? checkTotale(quadro, { tabella, misura: 'importo', parti, totale }) : [];
  });
}

/** A count that states both the total and the age bands as facts. */
function checkEta(quadro: Quadro): Segnalazione[] {
  const tabella = quadro.tabelle.get('popolazione');
  if (!tabella) return [];
  const conteggi = groupBy(selectFatti(quadro, 'popolazione', 'residenti'), ({ valori, comune }) =>
    [valori.anno, valori.rilevazione, valori.sesso, comune].join('\t'),
  );
  return [...conteggi.values()].flatMap((fatti) => {
    const totale = fatti.find(({ valori }) => valori.eta === ETA_TOTALE);
    const bande = fatti.flatMap((fatto) => {
      const fascia = parseFascia(String(fatto.valori.eta));
      return fascia && fatto !== totale ? [{ fascia, fatto }] : [];
    });
    const tessere = totale && tileFascia(bande, TUTTE_LE_ETA);
    return totale && tessere
      ? checkTotale(quadro, { tabella, misura: 'residenti', parti: tessere.map(({ fatto }) => fatto), totale })
      : [];
  });
}

interface Totale {
  readonly tabella: Tabella;
  readonly misura: string;
  readonly parti: readonly Fatto[];
  readonly totale: Fatto | { readonly valore: number; readonly dichiarato: Dichiarato };
}

function checkTotale(quadro: Quadro, { tabella, misura, parti, totale }: Totale): Segnalazione[] {
  const { tipo } = tabella;
  const scrittura = getScrittura(tipo, misura);
  const valori = parti.flatMap(({ dato }) => (dato.valore === null ? [] : [dato.valore]));
  const { valore, posizione, parte, celle, chiave } = readTotale(tabella, misura, totale);
  if (valori.length === 0 || valori.length < parti.length || valore === null) return [];
  const comune = parti[0]?.comune ?? AMBITO_INTERO;
  return compareCifre({
    codice: 'somma-riga',
    tipo,
    parte,
    posizione,
    comune,
    periodo: readPeriodo(chiave) ?? readPeriodo(parti[0]?.valori ?? {}),
    dichiarato: valore,
    ricalcolato: valori.reduce((somma, uno) => somma + uno, 0),
    scrittura,
    arrotondamento: sumHalfUnits(parti, scrittura) + scrittura.halfUnit(posizione?.scritto ?? ''),
    celle: [...celle, ...listCelle(parti)],
    describe: ({ dichiarato, ricalcolato, differenza }) =>
      `${describeComune(quadro, comune)}, tabella ${describeTabella(quadro, tipo, parte)}: il totale della riga è ${dichiarato}, la somma delle sue ${parti.length} parti è ${ricalcolato}; la differenza è di ${differenza}.`,
  });
}

function readTotale(tabella: Tabella, misura: string, totale: Totale['totale']) {
  if ('dichiarato' in totale) {
    const { dichiarato, valore } = totale;
    const celle = [toCellaDichiarata(tabella.tipo, dichiarato)];
    return { valore, posizione: dichiarato.posizione, parte: dichiarato.parte, celle, chiave: dichiarato.valori };
  }
  return {
    valore: totale.dato.valore,
    posizione: totale.riga.posizioni[misura] ?? null,
    parte: totale.riga.parte,
    celle: listCelle([totale]),
    chiave: totale.valori,
  };
}
