/** The ways in which a table file breaks: by hand, by a spreadsheet, on the way. One place a mutant. */
import { readLinee } from '../../../functions/core/tabelle/lettura/csv.ts';
import type { Lettura } from '../../../functions/core/tabelle/lettura/leggi.ts';

/** From 0 to 1, 1 excluded. */
export type Random = () => number;

interface Posto {
  /** 0-based, among the records and among their cells. */
  readonly linea: number;
  readonly cella: number;
}

/** A table and where in it the things stand that break. */
export interface Caso {
  readonly byte: Uint8Array;
  readonly linee: readonly (readonly string[])[];
  /** Records that give facts. */
  readonly dati: readonly number[];
  readonly testata: readonly number[];
  /** Cells of a figure. */
  readonly cifre: readonly Posto[];
  /** Cells of a total, or of another figure that the source declares about the others. */
  readonly totali: readonly Posto[];
  /** Cells that name a comune. */
  readonly comuni: readonly Posto[];
}

export interface Guasto {
  readonly id: string;
  /** For the page of the measures, Italian. */
  readonly titolo: string;
  /**
   * True where the broken file is as well formed and as likely as the sound one, so that only another figure can give it away: without a
   * total nobody could tell, the author included.
   */
  readonly plausibile: boolean;
  /** @returns null where the table has nothing that breaks so */
  readonly break: (caso: Caso, random: Random) => Uint8Array | null;
}

export function createCaso(byte: Uint8Array, { righe, dichiarati, interpretazione }: Lettura): Caso {
  const lette = readLinee(new TextDecoder().decode(byte).replace(/^\ufeff/, ''), ';');
  const linee = lette.map(({ celle }) => celle);
  const find = (riga: number) => lette.findIndex((linea) => linea.riga === riga);
  const toPosto = ({ riga, colonna }: { riga: number; colonna: number }): Posto => ({
    linea: find(riga),
    cella: colonna - 1,
  });
  const cifre = righe.flatMap(({ valori, posizioni }) =>
    Object.entries(posizioni).flatMap(([id, posto]) =>
      typeof valori[id] === 'number' && id !== 'anno' ? [toPosto(posto)] : [],
    ),
  );
  return {
    byte,
    linee,
    dati: [...new Set(righe.map(({ riga }) => find(riga)))],
    testata: interpretazione.intestazione.map(find),
    cifre: uniq(cifre),
    totali: uniq(dichiarati.map(({ posizione }) => toPosto(posizione))),
    comuni: uniq(righe.flatMap(({ posizioni: { comune } }) => (comune ? [toPosto(comune)] : []))),
  };
}

function uniq(posti: readonly Posto[]): Posto[] {
  return [...new Map(posti.map((posto) => [`${posto.linea} ${posto.cella}`, posto])).values()];
}

function pick<T>(voci: readonly T[], random: Random): T | undefined {
  return voci[Math.floor(random() * voci.length)];
}

function write(linee: readonly (readonly string[])[]): string {
  return linee.map((celle) => `${celle.map(quote).join(';')}\n`).join('');
}

function quote(cella: string): string {
  return /[;"\n]/.test(cella) ? `"${cella.replaceAll('"', '""')}"` : cella;
}

const encode = (testo: string): Uint8Array => new TextEncoder().encode(testo);

/** Changes the records as they are written. */
const onLinee =
  (change: (linee: string[][], caso: Caso, random: Random) => boolean): Guasto['break'] =>
  (caso, random) => {
    const linee = caso.linee.map((celle) => [...celle]);
    return change(linee, caso, random) ? encode(write(linee)) : null;
  };

/** Changes one cell among those that `posti` names; null or the same text is no break. */
const onCella = (
  posti: (caso: Caso) => readonly Posto[],
  change: (cella: string, random: Random) => string | null,
): Guasto['break'] =>
  onLinee((linee, caso, random) => {
    const posto = pick(posti(caso), random);
    const linea = posto && linee[posto.linea];
    const cella = posto && linea?.[posto.cella];
    if (!linea || cella === undefined) return false;
    const cambiata = change(cella, random);
    if (cambiata === null || cambiata === cella) return false;
    linea[posto.cella] = cambiata;
    return true;
  });

/** Changes one record, or the records from one on. */
const onRiga = (
  righe: (caso: Caso) => readonly number[],
  change: (linee: string[][], indice: number, random: Random) => boolean,
): Guasto['break'] =>
  onLinee((linee, caso, random) => {
    const indice = pick(righe(caso), random);
    return indice !== undefined && change(linee, indice, random);
  });

/** Changes the text, at a place by chance. */
const onTesto =
  (change: (testo: string, dove: number) => string | null): Guasto['break'] =>
  ({ byte }, random) => {
    const testo = new TextDecoder().decode(byte);
    const cambiato = change(testo, Math.floor(random() * testo.length));
    return cambiato === null || cambiato === testo ? null : encode(cambiato);
  };

const cifre = ({ cifre: posti }: Caso): readonly Posto[] => posti;
const dati = ({ dati: righe }: Caso): readonly number[] => righe;

function changeCifra(cella: string, random: Random): string | null {
  const posti = [...cella.matchAll(/\d/g)].map(({ index }) => index);
  const dove = pick(posti, random);
  if (dove === undefined) return null;
  const altra = (Number(cella[dove]) + 1 + Math.floor(random() * 9)) % 10;
  return cella.slice(0, dove) + altra + cella.slice(dove + 1);
}

function doubleCifra(cella: string, random: Random): string | null {
  const posti = [...cella.matchAll(/\d/g)].map(({ index }) => index);
  const dove = pick(posti, random);
  return dove === undefined ? null : cella.slice(0, dove + 1) + cella.slice(dove);
}

/** One letter more, less or another. */
function misspell(testo: string, random: Random): string {
  const dove = Math.floor(random() * testo.length);
  const resto = testo.slice(dove + 1);
  return (
    pick(
      [testo.slice(0, dove) + resto, `${testo.slice(0, dove)}x${resto}`, `${testo.slice(0, dove + 1)}x${resto}`],
      random,
    ) ?? testo
  );
}

export const GUASTI: readonly Guasto[] = [
  {
    id: 'cifra-cambiata',
    titolo: 'una cifra al posto di un’altra',
    plausibile: true,
    break: onCella(cifre, changeCifra),
  },
  { id: 'cifra-doppia', titolo: 'una cifra battuta due volte', plausibile: true, break: onCella(cifre, doubleCifra) },
  {
    id: 'segno',
    titolo: 'segno cambiato',
    plausibile: true,
    break: onCella(cifre, (cella) => (/^\s*[-–−]/.test(cella) ? cella.replace(/[-–−]\s*/, '') : `-${cella}`)),
  },
  {
    id: 'celle-scambiate',
    titolo: 'due celle vicine scambiate',
    plausibile: true,
    break: onRiga(dati, (linee, indice, random) => {
      const linea = linee[indice] ?? [];
      const dove = Math.floor(random() * (linea.length - 1));
      const [prima, dopo] = [linea[dove], linea[dove + 1]];
      if (prima === undefined || dopo === undefined || prima === dopo) return false;
      linea.splice(dove, 2, dopo, prima);
      return true;
    }),
  },
  {
    id: 'cella-vuota',
    titolo: 'una cifra cancellata',
    plausibile: true,
    break: onCella(cifre, () => ''),
  },
  {
    id: 'riga-tolta',
    titolo: 'una riga tolta',
    plausibile: true,
    break: onRiga(dati, (linee, indice) => linee.splice(indice, 1).length > 0),
  },
  {
    id: 'totale-cambiato',
    titolo: 'un totale cambiato',
    plausibile: false,
    break: onCella(({ totali }) => totali, changeCifra),
  },
  {
    id: 'riga-doppia',
    titolo: 'una riga ripetuta',
    plausibile: false,
    break: onRiga(dati, (linee, indice) => linee.splice(indice, 0, [...(linee[indice] ?? [])]) !== undefined),
  },
  {
    id: 'riga-spostata',
    titolo: 'una riga in un altro posto',
    plausibile: false,
    break: onRiga(dati, (linee, indice, random) => {
      const [linea] = linee.splice(indice, 1);
      linee.splice(Math.floor(random() * (linee.length + 1)), 0, linea ?? []);
      return true;
    }),
  },
  {
    id: 'cella-in-piu',
    titolo: 'una cella in più: le altre slittano',
    plausibile: false,
    break: onRiga(dati, (linee, indice, random) => {
      const linea = linee[indice] ?? [];
      linea.splice(Math.floor(random() * linea.length), 0, '');
      return true;
    }),
  },
  {
    id: 'cella-in-meno',
    titolo: 'una cella in meno: le altre slittano',
    plausibile: false,
    break: onRiga(dati, (linee, indice, random) => {
      const linea = linee[indice] ?? [];
      return linea.splice(Math.floor(random() * linea.length), 1).length > 0;
    }),
  },
  {
    id: 'migliaia',
    titolo: 'migliaia e decimali all’americana',
    plausibile: false,
    break: onCella(cifre, (cella) => cella.replace(/[.,]/g, (segno) => (segno === '.' ? ',' : '.'))),
  },
  {
    id: 'virgola-spostata',
    titolo: 'virgola o punto al posto sbagliato',
    plausibile: true,
    break: onCella(cifre, (cella) => cella.replace(/([.,])(\d)/, '$2$1')),
  },
  {
    id: 'scientifica',
    titolo: 'notazione scientifica',
    plausibile: false,
    break: onCella(cifre, (cella) => {
      const numero = Number(cella.replace(/[^\d,]/g, '').replace(',', '.'));
      return numero >= 10 ? numero.toExponential(2).toUpperCase().replace('.', ',') : null;
    }),
  },
  { id: 'cancelletti', titolo: '########', plausibile: false, break: onCella(cifre, () => '########') },
  { id: 'errore-del-foglio', titolo: '#RIF! del foglio', plausibile: false, break: onCella(cifre, () => '#RIF!') },
  {
    id: 'lettera',
    titolo: 'una lettera per una cifra (O per 0, l per 1)',
    plausibile: false,
    break: onCella(cifre, (cella) => cella.replace(/[01]/, (cifra) => (cifra === '0' ? 'O' : 'l'))),
  },
  {
    id: 'comune-storpiato',
    titolo: 'nome di un comune storpiato',
    plausibile: false,
    break: onCella(({ comuni }) => comuni, misspell),
  },
  {
    id: 'comune-altrui',
    titolo: 'il comune di un’altra riga',
    plausibile: false,
    break: onLinee((linee, { comuni }, random) => {
      const [da, a] = [pick(comuni, random), pick(comuni, random)];
      const [nome, linea] = [da && linee[da.linea]?.[da.cella], a && linee[a.linea]];
      if (!a || !linea || nome === undefined || nome === linea[a.cella]) return false;
      linea[a.cella] = nome;
      return true;
    }),
  },
  {
    id: 'intestazione-rinominata',
    titolo: 'intestazione rinominata',
    plausibile: false,
    break: onRiga(
      ({ testata }) => testata,
      (linee, indice, random) => {
        const linea = linee[indice] ?? [];
        const piene = linea.flatMap((cella, posto) => (cella.trim() === '' ? [] : [posto]));
        const posto = pick(piene, random);
        if (posto === undefined) return false;
        linea[posto] =
          pick(['Colonna', 'Altro', `${linea[posto]} (1)`, misspell(linea[posto] ?? '', random)], random) ?? '';
        return true;
      },
    ),
  },
  {
    id: 'intestazione-tolta',
    titolo: 'intestazione tolta',
    plausibile: false,
    break: onRiga(
      ({ testata }) => testata,
      (linee, indice) => linee.splice(indice, 1).length > 0,
    ),
  },
  {
    id: 'colonna-tolta',
    titolo: 'una colonna tolta',
    plausibile: true,
    break: onLinee((linee, { cifre: posti }, random) => {
      const posto = pick(posti, random);
      if (!posto) return false;
      for (const linea of linee) linea.splice(posto.cella, 1);
      return true;
    }),
  },
  {
    id: 'colonna-doppia',
    titolo: 'una colonna ripetuta',
    plausibile: false,
    break: onLinee((linee, { cifre: posti }, random) => {
      const posto = pick(posti, random);
      if (!posto) return false;
      for (const linea of linee) linea.splice(posto.cella, 0, linea[posto.cella] ?? '');
      return true;
    }),
  },
  {
    id: 'separatore',
    titolo: 'un separatore cambiato',
    plausibile: false,
    break: onTesto((testo, dove) => {
      const posto = testo.indexOf(';', dove);
      return posto < 0 ? null : `${testo.slice(0, posto)},${testo.slice(posto + 1)}`;
    }),
  },
  {
    id: 'separatore-ovunque',
    titolo: 'ogni punto e virgola in virgola',
    plausibile: false,
    break: onTesto((testo) => testo.replaceAll(';', ',')),
  },
  {
    id: 'virgolette',
    titolo: 'virgolette fuori posto',
    plausibile: false,
    break: onTesto((testo, dove) => `${testo.slice(0, dove)}"${testo.slice(dove)}`),
  },
  {
    id: 'tronco',
    titolo: 'file tronco',
    plausibile: false,
    break: ({ byte }, random) => byte.slice(0, Math.floor(random() * byte.length)),
  },
  {
    id: 'righe-unite',
    titolo: 'un a capo perso',
    plausibile: false,
    break: onTesto((testo, dove) => {
      const posto = testo.indexOf('\n', dove);
      return posto < 0 || posto === testo.length - 1 ? null : testo.slice(0, posto) + testo.slice(posto + 1);
    }),
  },
  {
    id: 'a-capo',
    titolo: 'un a capo in mezzo',
    plausibile: false,
    break: onTesto((testo, dove) => `${testo.slice(0, dove)}\n${testo.slice(dove)}`),
  },
  {
    id: 'fine-riga',
    titolo: 'fini di riga di altri sistemi',
    plausibile: false,
    break: ({ byte }, random) => {
      const testo = new TextDecoder().decode(byte);
      return encode(testo.replaceAll('\n', pick(['\r\n', '\r', '\n\n'], random) ?? ''));
    },
  },
  {
    id: 'bom',
    titolo: 'BOM in mezzo al testo',
    plausibile: false,
    break: onTesto((testo, dove) => `${testo.slice(0, dove)}\ufeff${testo.slice(dove)}`),
  },
  {
    id: 'nul',
    titolo: 'byte NUL',
    plausibile: false,
    break: onTesto((testo, dove) => `${testo.slice(0, dove)}\0${testo.slice(dove)}`),
  },
  {
    id: 'codifica',
    titolo: 'codifica guasta',
    plausibile: false,
    break: ({ byte }, random) => {
      const dove = Math.floor(random() * byte.length);
      const fuori = pick([0xc3, 0xe0, 0xff, 0x80, 0x92], random) ?? 0xff;
      return Uint8Array.from([...byte.subarray(0, dove), fuori, ...byte.subarray(dove)]);
    },
  },
  {
    id: 'spazi',
    titolo: 'spazi che non si vedono',
    plausibile: false,
    break: onCella(
      cifre,
      (cella, random) => pick([`\u00a0${cella}`, `${cella}\u202f`, `${cella}\u200b`], random) ?? null,
    ),
  },
];
