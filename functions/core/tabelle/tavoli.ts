/** The calendar of the tavoli tematici as an avviso prints it; a line with empty first cells goes on with the one above. */
import type { LayoutLibero, Linea, Pezzo, Tavola } from './lettura/layout.ts';
import { ATTESA_ALLINEATA, classifyLinea, isAllineata } from './lettura/linee.ts';
import { normalizeTesto } from './lettura/testo.ts';
import { excludeTitolo } from './lettura/titoli.ts';

const TESTA = 30;

const COLONNE = {
  tavolo: /^tavol[oi](?: tematic[oi])?$/,
  data: /^data$|^giorno$/,
  dalle: /^(?:dalle|ora inizio)(?: ore)?$/,
  alle: /^(?:alle|ora fine)(?: ore)?$/,
  luogo: /^luogo$|^sede$/,
  area: /^are[ae] tematic(?:a|he)$|^tem[ai]$/,
} as const;
type Nome = keyof typeof COLONNE;

interface TestataTavoli {
  readonly linea: Linea;
  readonly celle: Readonly<Record<Nome, number>>;
}

function findTestata(linee: readonly Linea[]): TestataTavoli | null {
  for (const linea of linee.slice(0, TESTA)) {
    const normali = linea.celle.map(normalizeTesto);
    const find = (nome: Nome) => normali.findIndex((testo) => COLONNE[nome].test(testo));
    const celle = {
      tavolo: find('tavolo'),
      data: find('data'),
      dalle: find('dalle'),
      alle: find('alle'),
      luogo: find('luogo'),
      area: find('area'),
    };
    if (celle.tavolo >= 0 && celle.data >= 0 && celle.area >= 0) return { linea, celle };
  }
  return null;
}

const SIGNIFICATI: Readonly<Record<Nome, string>> = {
  tavolo: 'tavolo',
  data: 'data',
  dalle: 'ora di inizio',
  alle: 'ora di fine',
  luogo: 'luogo',
  area: 'titolo e, tra virgolette, area tematica',
};

/** The area stands in quotes after the words that introduce it. */
const TRA_VIRGOLETTE = /["“«]\s*(.+?)\s*["”»]/;

export const TAVOLI: LayoutLibero = {
  forma: 'libero',
  id: 'tavoli',
  titolo: 'Calendario dei tavoli tematici: tavolo, data, ore, luogo, area',
  esempio:
    'TAVOLO;DATA;DALLE ORE;ALLE ORE;LUOGO;AREE TEMATICHE\n3;23/06/2026;9:00;11:00;Sala "Falcone Borsellino";Confronto sull’area tematica "Le politiche familiari e povertà educativa"',
  recognize: (linee) => findTestata(linee) !== null,
  read(tavola) {
    const testata = findTestata(tavola.linee);
    if (!testata) return;
    for (const [nome, cella] of Object.entries(testata.celle)) {
      if (cella >= 0) tavola.explain(testata.linea, cella, SIGNIFICATI[nome as Nome]);
    }
    for (const linee of listIncontri(tavola, testata)) readIncontro(tavola, testata, linee);
  },
};

/** Each line that names a tavolo, with those that go on with it. */
function listIncontri(tavola: Tavola, { linea: testata, celle }: TestataTavoli): Linea[][] {
  const incontri: Linea[][] = [];
  for (const linea of tavola.linee) {
    if (linea === testata) continue;
    const nuovo = [celle.tavolo, celle.data].some((cella) => (linea.celle[cella] ?? '').trim() !== '');
    const ultimo = incontri.at(-1);
    if (linea.riga < testata.riga) excludeTitolo(tavola, linea);
    else if (nuovo && classifyLinea(linea.celle) === 'nota') tavola.exclude(linea, 'nota');
    else if (!isAllineata(linea.celle, testata.celle)) tavola.refuse(linea, ATTESA_ALLINEATA);
    else if (nuovo) incontri.push([linea]);
    else if (ultimo) {
      ultimo.push(linea);
      tavola.exclude(linea, 'continua la riga sopra');
    } else tavola.refuse(linea, 'un tavolo con la sua data');
  }
  return incontri;
}

function readIncontro(tavola: Tavola, { celle }: TestataTavoli, linee: readonly Linea[]): void {
  const [linea] = linee;
  if (!linea) return;
  const join = (cella: number) =>
    linee
      .map((una) => (una.celle[cella] ?? '').trim())
      .filter(Boolean)
      .join(' ');
  const pick = (nome: Nome): Record<string, number | Pezzo> =>
    celle[nome] < 0 ? {} : { [nome]: { cella: celle[nome], testo: join(celle[nome]) } };
  const tema = join(celle.area);
  tavola.addRiga(
    linea,
    { tipo_evento: 'incontro', area: TRA_VIRGOLETTE.exec(tema)?.[1]?.replace(/\s+/g, ' ') ?? null },
    {
      ...pick('tavolo'),
      ...pick('data'),
      ...pick('dalle'),
      ...pick('alle'),
      ...pick('luogo'),
      titolo: { cella: celle.area, testo: tema },
    },
  );
}
