import { ETA_TOTALE, parseFascia, TUTTE_LE_ETA, tileFascia } from '../fascia.ts';
import { describeValori, type Fatto, groupBy, selectFatti } from '../fatti.ts';
import { containsPeriodo, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import type { Dichiarato } from '../tabelle/tabella.ts';
import { type Cifra, toCifra, toCifraDichiarata } from './cifra.ts';
import {
  compareCifre,
  describeComune,
  describeMisura,
  describeTabella,
  getScrittura,
  readPeriodo,
} from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

export const sommaRiga: Controllo = {
  codice: 'somma-riga',
  titolo: 'Le parti di una riga danno il suo totale',
  regola: 'In ogni riga la somma delle celle è il totale che la riga dichiara.',
  perche: 'Se il totale non torna, o il totale o una delle sue parti è scritto male: non si sa quale usare.',
  run: (quadro) =>
    [...listTotaliDichiarati(quadro), ...listForme(quadro), ...listEta(quadro), ...listRendiconti(quadro)].flatMap(
      (somma) => checkSomma(quadro, somma),
    ),
};

/** A total and what should add up to it. */
interface Somma {
  readonly misura: string;
  readonly parti: readonly Cifra[];
  readonly totale: Cifra;
}

/** A total at the end of a line, against the facts of that line or, on the line of the totals, against the totals beside it. */
function listTotaliDichiarati(quadro: Quadro): Somma[] {
  return [...quadro.tabelle.values()].flatMap((tabella) => {
    const totali = tabella.dichiarati.filter(({ ruolo }) => ruolo === 'somma-riga');
    const misure = new Set(totali.map(({ misura }) => misura));
    return [...misure].flatMap((misura) => {
      // By line once: a file by single ages has a total at the end of each of thousands.
      const fatti = groupBy(selectFatti(quadro, `${tabella.tipo}.${misura}`), ({ riga }) => describeRiga(riga));
      // A line may state its total in two places: neither is a part of the other.
      const posti = new Set(totali.map(describePosto));
      const colonne = groupBy(
        tabella.dichiarati.filter(
          (uno) => uno.ruolo === 'somma-colonna' && uno.misura === misura && !posti.has(describePosto(uno)),
        ),
        ({ parte, posizione }) => describeRiga({ parte, riga: posizione.riga }),
      );
      return totali
        .filter((totale) => totale.misura === misura)
        .map((totale) => {
          const riga = describeRiga({ parte: totale.parte, riga: totale.posizione.riga });
          const isSuo = ({ valori }: Pick<Dichiarato, 'valori'>) => isNegliAnni(totale, valori);
          const accanto = (colonne.get(riga) ?? []).filter(isSuo);
          const parti = listParti(
            (fatti.get(riga) ?? []).filter(isSuo).map(toCifra),
            accanto.map((uno) => toCifraDichiarata(tabella.tipo, uno)),
          );
          return { misura, parti, totale: toCifraDichiarata(tabella.tipo, totale) };
        });
    });
  });
}

/** «Totale 2018-2019», beside three years, is of two of them. */
function isNegliAnni({ valori: { anno } }: Dichiarato, valori: Dichiarato['valori']): boolean {
  const suoi = typeof anno === 'string' ? parsePeriodo(anno) : null;
  const detto = parsePeriodo(valori.anno);
  return suoi === null || detto === null || containsPeriodo(suoi, detto);
}

function describePosto({ parte, posizione }: Dichiarato): string {
  return `${parte} ${posizione.riga}:${posizione.colonna}`;
}

function describeRiga({ parte, riga }: { readonly parte: string; readonly riga: number }): string {
  return `${parte} ${riga}`;
}

function listParti(fatti: readonly Cifra[], totali: readonly Cifra[]): readonly Cifra[] {
  const inRiga = fatti.length > 0 ? fatti : totali;
  // A fund states the whole of it and its quotas on one line: the total at the end is of the quotas.
  const quote = inRiga.filter(({ valori }) => (valori.vincolo ?? null) !== null);
  return quote.length > 0 ? quote : inRiga;
}

/** A total stated beside money and services, be it of a comune or of the ambito. */
function listForme(quadro: Quadro): Somma[] {
  const tabella = quadro.tabelle.get('cofinanziamento');
  if (!tabella) return [];
  const totali = tabella.dichiarati.filter(({ ruolo }) => ruolo === 'somma-colonna');
  const cifre = [
    ...selectFatti(quadro, 'cofinanziamento.importo').map(toCifra),
    ...totali.map((uno) => toCifraDichiarata('cofinanziamento', uno)),
  ];
  const comuni = groupBy(cifre, ({ valori, comune }) =>
    describeValori({ ...valori, comune }, ['natura', 'anno', 'comune']),
  );
  return [...comuni.values()].flatMap(findForme);
}

function findForme(cifre: readonly Cifra[]): Somma[] {
  const totale = cifre.find(({ valori }) => valori.forma === 'totale');
  const parti = cifre.filter(({ valori }) => valori.forma === 'denaro' || valori.forma === 'servizi');
  return totale && parti.length === 2 ? [{ misura: 'importo', parti, totale }] : [];
}

/** A count that states both the total and the age bands as facts. */
function listEta(quadro: Quadro): Somma[] {
  const conteggi = groupBy(selectFatti(quadro, 'popolazione.residenti'), ({ valori, comune }) =>
    describeValori({ ...valori, comune }, ['anno', 'rilevazione', 'sesso', 'comune']),
  );
  return [...conteggi.values()].flatMap((fatti) => {
    const totale = fatti.find(({ valori }) => valori.eta === ETA_TOTALE);
    const tessere = tileFascia(fatti.filter((fatto) => fatto !== totale).flatMap(toBanda), TUTTE_LE_ETA);
    return totale && tessere
      ? [{ misura: 'residenti', parti: tessere.map(({ fatto }) => toCifra(fatto)), totale: toCifra(totale) }]
      : [];
  });
}

function toBanda(fatto: Fatto) {
  const fascia = parseFascia(String(fatto.valori.eta));
  return fascia ? [{ fascia, fatto }] : [];
}

/** What is committed and what is left make what was programmed. */
function listRendiconti(quadro: Quadro): Somma[] {
  return selectFatti(quadro, 'rendiconto.residuo').flatMap((residuo) => {
    const [programmato, impegnato] = ['programmato', 'impegnato'].map((misura) =>
      selectFatti(quadro, `rendiconto.${misura}`).find(({ riga }) => riga === residuo.riga),
    );
    return programmato && impegnato
      ? [{ misura: 'programmato', parti: [toCifra(impegnato), toCifra(residuo)], totale: toCifra(programmato) }]
      : [];
  });
}

/** Nothing is said of a sum with a missing part: it cannot be made. */
function checkSomma(quadro: Quadro, { misura, parti, totale }: Somma): Segnalazione[] {
  const valori = parti.flatMap(({ valore }) => (valore === null ? [] : [valore]));
  if (totale.valore === null || valori.length === 0 || valori.length < parti.length) return [];
  const { tipo, parte, comune, posizione } = totale;
  const scrittura = getScrittura(tipo, misura);
  const arrotondamento = [...parti, totale].reduce(
    (somma, cifra) => somma + scrittura.halfUnit(cifra.posizione?.scritto ?? ''),
    0,
  );
  const quali = parti.length === 1 ? 'la sua unica parte' : `la somma delle sue ${parti.length} parti`;
  return compareCifre({
    codice: 'somma-riga',
    tipo,
    parte,
    posizione,
    comune,
    periodo: readPeriodo(totale.valori),
    misura: describeMisura(tipo, misura),
    dichiarato: totale.valore,
    ricalcolato: valori.reduce((somma, valore) => somma + valore, 0),
    scrittura,
    arrotondamento,
    celle: [totale, ...parti].map(({ cella }) => cella),
    describe: ({ dichiarato, ricalcolato, differenza }) =>
      `${describeComune(quadro, comune)}, tabella ${describeTabella(quadro, tipo, parte)}: il totale della riga è ${dichiarato}, ${quali} è ${ricalcolato}; la differenza è di ${differenza}.`,
  });
}
