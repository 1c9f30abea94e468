/** Everything that has an address of its own, found by name: pages, comuni, indicators, services. */
import type { AmbitoDto, IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { computeDistanza, normalizeTesto } from '../../../functions/core/testo.ts';
import { indirizzi } from '../indirizzi.ts';
import { GRUPPI_DOMANDE } from './domande.ts';
import { shortNome, withoutPunto } from './parole.ts';
import { findServizi } from './ricerca-servizi.ts';
import type { Servizio } from './servizi.ts';

export interface Voce {
  readonly href: string;
  readonly testo: string;
  /** What kind of thing it is, and where: `comune, ambito di Casarano`. */
  readonly dettaglio: string;
  /** More words by which it can be found. */
  readonly parole: string;
  /** A question that has all the words is as good as a name that begins with them; these are found by some of the words too. */
  readonly genere?: 'domanda' | 'comune' | 'pagina';
}

export interface Indice {
  readonly ambiti: readonly AmbitoDto[];
  readonly catalogo: readonly IndicatoreDto[];
  /** Of the ambito that the reader is in; [] elsewhere. */
  readonly servizi: readonly Servizio[];
}

interface PaginaDiAmbito {
  readonly testo: string;
  readonly parole: string;
  readonly href: (ambito: string) => string;
}

const PAGINE: readonly PaginaDiAmbito[] = [
  { testo: 'Panoramica', parole: 'inizio sintesi in breve', href: indirizzi.panoramica },
  { testo: 'Confronto comuni', parole: 'classifica confrontare grafico', href: (id) => indirizzi.confronto(id) },
  {
    testo: 'Spesa',
    parole: 'soldi spende fondi fna fnps fgsa pnrr programmato impegnato liquidato residuo',
    href: (id) => indirizzi.spesa(id),
  },
  {
    testo: 'Cofinanziamento',
    parole: 'quote comuni versato minimo simulatore',
    href: (id) => indirizzi.cofinanziamento(id),
  },
  {
    testo: 'Livelli essenziali',
    parole: 'leps assistenti sociali nido obiettivi di servizio',
    href: (id) => indirizzi.leps(id),
  },
  { testo: 'Servizi', parole: 'aiuto bisogno gratuito costo', href: (id) => indirizzi.servizi(id) },
  { testo: 'Relazione', parole: 'relazione sociale popolazione famiglie', href: indirizzi.relazione },
  {
    testo: 'Percorso',
    parole:
      'calendario tavolo tavoli riunisce riunioni incontri scadenze scadenza sindacati quando concertazione date agenda',
    href: (id) => indirizzi.percorso(id),
  },
  { testo: 'Qualità dei dati', parole: 'errori segnalazioni differenze', href: (id) => indirizzi.qualita(id) },
];

const COMUNI_A_TUTTI: readonly Voce[] = [
  { href: indirizzi.metodo(), testo: 'Metodo', dettaglio: 'pagina', parole: 'indicatori formula calcolo definizioni' },
  { href: indirizzi.dati(), testo: 'Dati', dettaglio: 'pagina', parole: 'scaricare csv tabelle aperti api licenza' },
  { href: indirizzi.accessibilita(), testo: 'Accessibilità', dettaglio: 'pagina', parole: 'dichiarazione' },
  { href: indirizzi.privacy(), testo: 'Privacy', dettaglio: 'pagina', parole: 'dati personali cookie' },
];

/** @param ambito where the reader is; its pages and its indicators come first, elsewhere they lead to each ambito or to the method */
export function listVoci({ ambiti, catalogo }: Pick<Indice, 'ambiti' | 'catalogo'>, ambito: string | null): Voce[] {
  const qui = ambiti.find(({ id }) => id === ambito);
  return [
    ...(qui ? listPagine(qui.id, '') : []),
    ...COMUNI_A_TUTTI,
    // Where one is already, the panoramica is that page.
    ...ambiti
      .filter((altro) => altro !== qui)
      .map(({ id, nome }) => ({
        href: indirizzi.panoramica(id),
        testo: `Ambito di ${shortNome(nome)}`,
        dettaglio: 'ambito territoriale sociale',
        parole: nome,
      })),
    ...ambiti.flatMap(({ id, nome, comuni }) =>
      comuni.map((comune) => ({
        href: indirizzi.comune(id, comune.codiceIstat),
        testo: comune.nome,
        dettaglio: `comune, ambito di ${shortNome(nome)}`,
        parole: comune.codiceIstat,
        genere: 'comune' as const,
      })),
    ),
    // Outside every ambito a page is one among many: after the comuni, and it says whose it is.
    ...(qui ? [] : ambiti.flatMap(({ id, nome }) => listPagine(id, `, ambito di ${shortNome(nome)}`))),
    ...catalogo.map(({ id, titolo, domanda, tema }) => ({
      href: qui ? indirizzi.confronto(qui.id, { indicatore: id }) : indirizzi.indicatore(id),
      testo: titolo,
      dettaglio: 'indicatore',
      parole: `${domanda} ${tema}`,
    })),
  ];
}

function listPagine(ambito: string, dove: string): Voce[] {
  return [
    ...PAGINE.map(({ testo, parole, href }) => ({
      href: href(ambito),
      testo,
      dettaglio: `pagina${dove}`,
      parole,
      genere: 'pagina' as const,
    })),
    ...GRUPPI_DOMANDE.flatMap(({ domande }) => domande).map(({ testo, parole, href }) => ({
      href: href(ambito),
      testo,
      dettaglio: `domanda${dove}`,
      parole,
      genere: 'domanda' as const,
    })),
  ].filter(({ href }) => dove === '' || href !== indirizzi.panoramica(ambito));
}

/** A year is chosen in the page that has it. */
const ANNO = /^(19|20)\d\d$/;
/** They say nothing of what is looked for. */
const PAROLINE = new Set(
  'a ad ai al alla alle c che chi ci come con cosa da dai dal dalla dei del della delle di dove e gli ha hanno i il in la le lo nei nel nella non per qual quale quali quanta quante quanti quanto si sono su sul un una'.split(
    ' ',
  ),
);

/** More than these, and one does better to write another word. */
export const MASSIMO_VOCI = 8;
const MASSIMO_SERVIZI = 4;
/** From this length on, one slip of the finger is forgiven. */
const PAROLA_LUNGA = 5;
/** Shorter words are in too many things to lead to any of them alone. */
const PAROLA_IN_PARTE = 4;

/** The best first: what begins as it is written, then what has it, then what is about it. */
export function findVoci(indice: Indice, ambito: string | null, testo: string): Voce[] {
  const cercato = normalizeTesto(testo);
  if (cercato === '') return [];
  const tutte = cercato.split(' ');
  const piene = tutte.filter((parola) => !PAROLINE.has(parola) && !ANNO.test(parola));
  const parole = piene.length > 0 ? piene : tutte;
  const voci = listVoci(indice, ambito);
  const pesate = voci
    .map((voce) => ({ voce, peso: weigh(voce, cercato, parole) }))
    .filter(({ peso }) => peso > 0)
    .toSorted((a, b) => b.peso - a.peso);
  const { servizi, parziale } = listServizi(indice.servizi, ambito, testo);
  const vicini = parziale ? [] : servizi;
  const esatte = pesate.filter(({ peso }) => peso >= 3).map(({ voce }) => voce);
  const altre = pesate.filter(({ peso }) => peso < 3).map(({ voce }) => voce);
  const trovate = [
    [...esatte.slice(0, MASSIMO_VOCI - Math.min(vicini.length, 2)), ...vicini, ...altre],
    findInParte(voci, parole),
    servizi,
  ].find((quali) => quali.length > 0);
  return (trovate ?? []).slice(0, MASSIMO_VOCI);
}

/** Where nothing has all the words: the comuni that are named, then the questions and the pages that have most of the rest. */
function findInParte(voci: readonly Voce[], parole: readonly string[]): Voce[] {
  const lunghe = parole.filter((parola) => parola.length >= PAROLA_IN_PARTE);
  const count = ({ testo, parole: altre, genere }: Voce) => {
    const paglia = ` ${normalizeTesto(`${testo} ${altre}`)} `;
    // A comune is named whole: `casa` does not ask for Casarano.
    const fine = genere === 'comune' ? ' ' : '';
    return lunghe.filter((parola) => paglia.includes(` ${parola}${fine}`)).length;
  };
  return voci
    .filter(({ genere }) => genere !== undefined)
    .map((voce) => ({ voce, quante: count(voce) }))
    .filter(({ quante }) => quante > 0)
    .toSorted((a, b) => Number(b.voce.genere === 'comune') - Number(a.voce.genere === 'comune') || b.quante - a.quante)
    .map(({ voce }) => voce);
}

function weigh({ testo, parole: altre, genere }: Voce, cercato: string, parole: readonly string[]): number {
  const nome = ` ${normalizeTesto(testo)}`;
  if (nome.startsWith(` ${cercato}`)) return 4;
  const begins = (paglia: string) => parole.every((parola) => paglia.includes(` ${parola}`));
  if (begins(nome)) return genere === 'domanda' ? 4 : 3;
  if (begins(`${nome} ${normalizeTesto(altre)}`)) return 2;
  return parole.every((parola) => isQuasi(nome, parola)) ? 1 : 0;
}

function isQuasi(nome: string, parola: string): boolean {
  if (parola.length < PAROLA_LUNGA) return false;
  return nome.split(' ').some((una) => una.length >= PAROLA_LUNGA - 1 && computeDistanza(una, parola, 1) <= 1);
}

/** Those that the search of services finds, and whether they have but a part of the words. */
function listServizi(
  servizi: readonly Servizio[],
  ambito: string | null,
  testo: string,
): { servizi: Voce[]; parziale: boolean } {
  if (ambito === null) return { servizi: [], parziale: false };
  const { servizi: trovati, parziale } = findServizi(servizi, {
    testo,
    bisogno: '',
    eta: '',
    accesso: '',
    servizio: '',
  });
  // Nothing but little words leaves every service: no answer to what was asked.
  const quali = trovati.length === servizi.length ? [] : trovati;
  return {
    servizi: quali.slice(0, MASSIMO_SERVIZI).map(({ id, nome, perChi }) => ({
      href: indirizzi.servizi(ambito, { servizio: id }),
      testo: nome,
      dettaglio: 'servizio',
      parole: withoutPunto(perChi ?? ''),
    })),
    parziale,
  };
}
