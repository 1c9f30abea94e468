import { AMBITO_INTERO } from '../ambito.ts';
import { type Dato, subtractDati, sumDati } from '../dato.ts';
import { describeValori, groupBy, selectFatti } from '../fatti.ts';
import { readDisponibile } from '../fondi.ts';
import { PANIERE_PDZ, PDZ } from '../fonti.ts';
import { formatEuro } from '../formato.ts';
import { containsPeriodo, formatPeriodo, type Periodo } from '../periodo.ts';
import { listProgrammati, sumProgrammati, type VoceProgrammata } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import { joinElenco } from '../testo.ts';
import { isIntero, listCicli } from '../trasferimenti.ts';
import {
  type Confronto,
  compareCifre,
  getScrittura,
  listCelle,
  readPeriodo,
  sumHalfUnits,
  toCella,
} from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';
import { checkResiduiIgnoti } from './residui-ignoti.ts';

export const capienza: Controllo = {
  codice: 'capienza',
  titolo: 'Un fondo basta per ciò che vi è destinato',
  regola:
    'Le quote vincolate di un fondo non lo superano, e gli importi che le schede programmano su una fonte non superano quanto i fondi mettono a disposizione nel ciclo.',
  perche:
    'Non si può destinare più di quanto è assegnato: una delle due cifre è da rivedere. Quello che avanza, o che non si può verificare, è detto per nome.',
  run: (quadro) => [...checkQuote(quadro), ...checkProgrammazione(quadro), ...checkResiduiIgnoti(quadro)],
};

/** The earmarked quotas of a fund against the whole of it. */
function checkQuote(quadro: Quadro): Segnalazione[] {
  const scrittura = getScrittura('fondi', 'importo');
  const fondi = groupBy(selectFatti(quadro, 'fondi.importo'), ({ valori }) =>
    describeValori(valori, ['fonte', 'periodo', 'annualita_fondo', 'origine']),
  );
  return [...fondi.values()].flatMap((fatti) => {
    const intero = fatti.find(isIntero);
    const quote = fatti.filter((fatto) => !isIntero(fatto));
    const destinato = sumDati(quote.map(({ dato }) => dato));
    if (!intero || intero.dato.valore === null || destinato.valore === null) return [];
    if (destinato.valore <= intero.dato.valore) return [];
    return compareCifre({
      codice: 'capienza',
      tipo: 'fondi',
      parte: intero.riga.parte,
      posizione: intero.riga.posizioni.importo ?? null,
      comune: AMBITO_INTERO,
      periodo: readPeriodo(intero.valori),
      misura: `fondo ${intero.valori.fonte}`,
      dichiarato: intero.dato.valore,
      ricalcolato: destinato.valore,
      scrittura,
      arrotondamento: sumHalfUnits(fatti, scrittura),
      celle: listCelle(fatti),
      describe: (cifre) =>
        `Fondo ${intero.valori.fonte} ${intero.valori.periodo}: l’importo assegnato è ${cifre.dichiarato}, le quote che vi sono destinate sommano ${cifre.ricalcolato}; lo superano di ${cifre.differenza}.`,
    });
  });
}

/** What the schede of a ciclo put on one fonte. */
interface Impiego {
  readonly ciclo: Periodo;
  /** As the schede call it: `PdZ` stands for the funds it is made of. */
  readonly fonte: string;
  readonly voci: readonly VoceProgrammata[];
  readonly programmato: Dato;
}

function checkProgrammazione(quadro: Quadro): Segnalazione[] {
  return listImpieghi(quadro).flatMap((impiego) => checkImpiego(quadro, impiego));
}

function listImpieghi(quadro: Quadro): Impiego[] {
  const voci = listProgrammati(quadro);
  return listCicli(quadro).flatMap((ciclo) => {
    const delCiclo = voci.filter(({ anno }) => containsPeriodo(ciclo, { da: anno, a: anno }));
    const perFonte = groupBy(
      delCiclo.filter(({ fonte }) => fonte !== null),
      ({ fonte }) => (fonte === null || PANIERE_PDZ.includes(fonte) ? PDZ : fonte),
    );
    return [...perFonte].map(([fonte, sue]) => ({ ciclo, fonte, voci: sue, programmato: sumProgrammati(sue) }));
  });
}

function checkImpiego(quadro: Quadro, impiego: Impiego): Segnalazione[] {
  const { ciclo, fonte, programmato } = impiego;
  if (programmato.valore === null || programmato.valore === 0) return [];
  const fondi = (fonte === PDZ ? PANIERE_PDZ : [fonte]).map((nome) => ({
    nome: nome === PDZ ? 'residui' : nome,
    dato: readDisponibile(quadro, ciclo, nome),
    // What is left from earlier plans may be nothing: then no table speaks of it.
    necessario: nome !== PDZ,
  }));
  const ignoti = fondi.filter(({ dato, necessario }) => necessario && dato.valore === null);
  if (ignoti.length > 0)
    return [
      createNonVerificabile(
        impiego,
        ignoti.map(({ nome }) => nome),
      ),
    ];
  const noti = fondi.filter(({ dato }) => dato.valore !== null);
  const disponibile = sumDati(noti.map(({ dato }) => dato));
  if (disponibile.valore === null) return [];
  const elenco = noti.flatMap(({ nome, dato }) => (dato.valore === null ? [] : [`${nome} ${formatEuro(dato.valore)}`]));
  const dettaglio = elenco.length > 1 ? ` (${elenco.join(', ')})` : '';
  if (programmato.valore < disponibile.valore) return [createAvanzo(impiego, { disponibile, dettaglio })];
  return compareCifre({
    codice: 'capienza',
    ...readPosto(disponibile, impiego),
    comune: AMBITO_INTERO,
    periodo: formatPeriodo(ciclo),
    misura: `fonte ${fonte}`,
    dichiarato: disponibile.valore,
    ricalcolato: programmato.valore,
    scrittura: getScrittura('fondi', 'importo'),
    arrotondamento: 0,
    celle: [...disponibile.ingressi, ...programmato.ingressi].map(toCella),
    describe: (cifre) =>
      `Fonte ${fonte}, ${formatPeriodo(ciclo)}: i fondi mettono a disposizione ${cifre.dichiarato}${dettaglio}, le schede programmano ${cifre.ricalcolato}; li superano di ${cifre.differenza}.`,
  });
}

/** Where a finding stands: at the cell of the fund, where it is one; else at the table. */
function readPosto({ ingressi }: Dato, { voci }: Impiego): Pick<Confronto, 'tipo' | 'parte' | 'posizione'> {
  const [primo, ...altri] = ingressi;
  if (primo && altri.length === 0 && primo.colonna !== null) {
    return { tipo: primo.tipo, parte: primo.parte, posizione: { ...primo, colonna: primo.colonna } };
  }
  const parte = primo?.parte ?? voci[0]?.fatto.riga.parte ?? '';
  return { tipo: primo?.tipo ?? 'programmazione', parte, posizione: null };
}

/** What no scheda uses is named: it puts no figure in doubt. */
function createAvanzo(
  impiego: Impiego,
  { disponibile, dettaglio }: { disponibile: Dato; dettaglio: string },
): Segnalazione {
  const { ciclo, fonte, programmato } = impiego;
  const [messo, usato] = [disponibile.valore, programmato.valore];
  const resto = subtractDati(disponibile, programmato).valore;
  const [dichiarato, ricalcolato, differenza] = [messo, usato, resto].map((cent) =>
    cent === null ? null : formatEuro(cent),
  );
  const { tipo, parte, posizione } = readPosto(disponibile, impiego);
  return {
    codice: 'capienza',
    gravita: 'nota',
    tipo,
    parte,
    riga: posizione?.riga ?? null,
    colonna: posizione?.colonna ?? null,
    comune: null,
    periodo: formatPeriodo(ciclo),
    misura: `fonte ${fonte}`,
    dichiarato: dichiarato ?? null,
    ricalcolato: ricalcolato ?? null,
    differenza: differenza ?? null,
    messaggio: `Fonte ${fonte}, ${formatPeriodo(ciclo)}: i fondi mettono a disposizione ${dichiarato}${dettaglio}, le schede programmano ${ricalcolato}; ${differenza} restano da programmare nelle schede.`,
    celle: [],
  };
}

function createNonVerificabile({ ciclo, fonte, voci, programmato }: Impiego, ignoti: readonly string[]): Segnalazione {
  const prima = voci.find(({ dato }) => dato.valore !== null);
  const posizione = prima?.fatto.riga.posizioni.importo;
  const importo = programmato.valore === null ? null : formatEuro(programmato.valore);
  const quali = fonte === PDZ ? `di ${joinElenco(ignoti)}` : 'di questo fondo';
  return {
    codice: 'capienza',
    gravita: 'nota',
    tipo: 'programmazione',
    parte: prima?.fatto.riga.parte ?? '',
    riga: posizione?.riga ?? null,
    colonna: posizione?.colonna ?? null,
    comune: null,
    periodo: formatPeriodo(ciclo),
    misura: `fonte ${fonte}`,
    dichiarato: null,
    ricalcolato: importo,
    differenza: null,
    messaggio: `Fonte ${fonte}, ${formatPeriodo(ciclo)}: le schede programmano ${importo}, ma nessuna tabella dice la disponibilità ${quali}: non verificabile.`,
    celle: [],
  };
}
