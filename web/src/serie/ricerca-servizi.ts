/** Looking for a service in plain words: who looks says `badante` or `asilo`, the plan says `assistenza domiciliare` or `nido`. */
import { normalizeTesto } from '../../../functions/core/testo.ts';
import type { ModoAccesso } from './accesso-servizi.ts';
import { CATEGORIE_BISOGNO, CATEGORIE_ETA, type Categoria } from './bisogni.ts';
import type { Servizio } from './servizi.ts';
import type { StatoServizi } from './stato-servizi.ts';

/** What people say in more words than one, over a normalised text; in one word, or in none where it says nothing of what they look for. */
const FRASI: readonly (readonly [RegExp, string])[] = [
  [/\b(6[5-9]|[7-9]\d) anni\b/g, 'anziano'],
  [/\b(\d|1[0-7]) anni\b/g, 'bambino'],
  [/\b\d+ anni\b/g, ''],
  [/\bnon (arriv[oa]|(riesco|posso|so come) (a )?(pagare|arrivare))\b/g, ''],
  [/\bfine mese\b/g, 'poverta'],
  [/\b(assegno|reddito) di inclusione\b/g, 'poverta'],
  [/\b(senza tetto|senza (una )?casa|non ho (piu )?(una )?casa|perso (la )?casa)\b/g, 'senzatetto'],
  [/\bcasa famiglia\b/g, 'accoglienza'],
  [/\bcasa di riposo\b/g, 'riposo'],
  [/\bdopo scuola\b/g, 'doposcuola'],
  [/\bcentr[oi] estiv[oi]\b/g, 'estivo'],
  [/\bpermesso di soggiorno\b/g, 'permesso'],
  [/\bnumero verde\b/g, 'numero'],
  [/\bamministratore di sostegno\b/g, 'amministratore'],
];

/** Everyday words -> beginnings of the words that plans use. Matched from the beginning of a word. */
const SINONIMI: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(badant|casa$|domicili|colf|pulizi)/, ['domiciliar', 'caregiver']],
  [/^(nonn|vecchi|anzian|pension)/, ['anzian', 'ultrasessantacinqu']],
  // Who looks for a parent or a relative looks for someone grown up.
  [/^(madre|padre|suocer|zi[ao]$)/, ['anzian', 'ultrasessantacinqu', 'autosufficien', 'disabil']],
  [/^(cammin|muov|stampell|sedia)/, ['motoria', 'disabil', 'autosufficien', 'domiciliar']],
  [
    /^(handicap|invalid|sord|ciec|104$|carrozzin|disabil|down$|autis)/,
    ['disabil', 'diversament', 'motoria', 'autosufficien'],
  ],
  [/^(alzheimer|demenz|allettat)/, ['autosufficien', 'domiciliar']],
  [/^(cadut|frattur|femor)/, ['autosufficien', 'domiciliar', 'dimission']],
  [/^(cura|curo|accudi)/, ['caregiver', 'autosufficien', 'domiciliar']],
  [/^(solitudin|compagni)/, ['prossimita', 'partecipazion', 'tempo']],
  [/^(asil|nid[oi])/, ['nido', 'infanzia']],
  [/^(neonat|gravid|incint)/, ['nido', 'infanzia', 'famigl']],
  [/^bullism/, ['minoril', 'student']],
  [/^(bambin|figli|minor)/, ['minor', 'bambin', 'infanzia', 'nido', 'famigl']],
  [/^(ragazz|adolescen|giovan)/, ['minor', 'adolescen', 'studenti', 'maggiorenni', 'giovan']],
  [/^(mamm|papa|genitor|famigl)/, ['famigl', 'famil', 'genitor']],
  [/^(coppi|separ|divorzi)/, ['famigli', 'genitor']],
  [/^(stranier|immigrat|migrant|permess|rifugiat|profug)/, ['stranier', 'immigrat', 'migrant', 'mediazion']],
  [/^italian/, ['stranier', 'immigrat', 'mediazion']],
  [/^(lavor|disoccupat|impieg|tirocini|stage)/, ['lavor', 'tirocin', 'formazion']],
  [/^(senzatett|sfratt|dormi|barbon|clochard|residenz)/, ['dimora', 'fittizia', 'povert']],
  [/^(assegn|bonus|contribut|sussid)/, ['contribut', 'buon', 'budget', 'reddit']],
  [/^(pover|sold|reddit|indigent|bollett|affitt)/, ['povert', 'reddit', 'alimentar']],
  [/^(cib|mangiar|mens|spes[ae]|fame)/, ['alimentar']],
  [/^past/, ['alimentar', 'domiciliar']],
  [/^(violenz|bott|picchi|stalk|abus|maltratt)/, ['violenz', 'antiviolenz', 'maltratt']],
  [/^donn/, ['donn']],
  [/^(gay|lesbic|trans|omosess|lgbt)/, ['lgbt', 'arcobaleno']],
  [/^(doposcuol|compit)/, ['educativi', 'extrascolastic', 'tempo']],
  [/^(scuol|maestr|sostegn|student)/, ['scolastic', 'student', 'educativ', 'sostegn']],
  [/^(trasport|pulmin|taxi|macchin|auto$|passagg|accompagn|visit)/, ['trasport']],
  [/^(ospedal|dimess|dimission|ricover)/, ['dimission']],
  [/^(drog|alcol|alcool|gioc|ludopat|dipend)/, ['dipendenz']],
  [/^(depress|psichiat|psicolog|mental)/, ['psichic']],
  [/^(affid|adozion|adott)/, ['affid', 'adozion', 'adottiv']],
  [/^(barrier|ascensor|rampa)/, ['motoria', 'barrier']],
  [/^(estat|estiv|vacanz|campo$|oratori)/, ['estiv', 'tempo']],
  [/^(urgen|emergen|subito|notte)/, ['pronto', 'emergen']],
  [/^(gratis|gratuit)/, ['gratuit']],
  [/^(pag|cost|ticket|compartecip)/, ['costo']],
  [/^(voucher|buon[oi])/, ['buon', 'voucher']],
  [/^(sportell|informa|chied|rivolg|telefon|numer|indirizz|contatt)/, ['sportell', 'segretariat', 'rivolgersi']],
];

const INUTILI = new Set(
  'a ad aiuto aiutare al alla alle ai agli con da dal dalla dei del della delle di e ed gli ha ho i il in l la le lo ma marito me mi moglie mia mio mie miei nel non o per più piu si sono su sul un una uno che come dove cosa chi serve cerco voglio vorrei bisogno servizio servizi suo sua vive vivo sola solo quanto quale posso problema problemi parlo persona senza'.split(
    ' ',
  ),
);

/** `Mamma anziana`, `mamma con l’Alzheimer`: no parent with a child, but somebody's. */
const ANZIANO = /^(anzian|vecchi|ottant|novant|pension|badant|alzheimer|demenz|allettat|cadut|frattur|femor|cammin)/;
const GENITORE = /^(mamm|papa|madre|padre)/;

/** Who is looked for is old: what the plan has for the old comes first. */
const PER_ANZIANI = /^(nonn|suocer|padre|madre)/;

const readParole = (testo: string): string[] =>
  FRASI.reduce((detto, [frase, parola]) => detto.replace(frase, parola), normalizeTesto(testo))
    .split(/[^a-z0-9]+/)
    .filter((parola) => parola !== '' && !INUTILI.has(parola));

/** Beginnings of words, any of which answers one word of who looks. */
function listRadici(scritte: readonly string[]): string[][] {
  const parole = scritte.some((parola) => ANZIANO.test(parola))
    ? scritte.filter((parola) => !GENITORE.test(parola))
    : scritte;
  return parole.map((parola) => {
    // A short word is looked for whole: `casa` is not in `Casarano`.
    const radice = parola.length > 4 ? parola.replace(/[aeiou]+$/, '') : `${parola} `;
    const altre = SINONIMI.flatMap(([forma, radici]) => (forma.test(parola) ? radici : []));
    return [radice, ...altre];
  });
}

const titoliOf = (categorie: readonly Categoria[], ids: readonly string[]) =>
  categorie.filter(({ id }) => ids.includes(id)).map(({ titolo }) => titolo);

export const NOMI_ACCESSO: Readonly<Record<ModoAccesso | 'non-indicato', string>> = {
  gratuito: 'Gratuito',
  compartecipazione: 'Può chiedere una parte del costo',
  'non-indicato': 'Costo non indicato',
};

/** Not its name: who asks where to ask (`chiedere`) does not look for what may ask a part of the cost. */
const PAROLE_ACCESSO: Readonly<Record<ModoAccesso, string>> = { gratuito: 'gratuito', compartecipazione: 'costo' };

export const accessoOf = ({ accesso }: Servizio): keyof typeof NOMI_ACCESSO => accesso?.modo ?? 'non-indicato';

/** What is said of a service, and the titles of the needs that it stands under. */
function listPaglie(servizio: Servizio): [detto: string, sopra: string] {
  const { nome, perChi, titoloIntervento, bisogni, eta, sigle, accesso } = servizio;
  const detto = [
    nome,
    perChi ?? '',
    titoloIntervento ?? '',
    ...titoliOf(CATEGORIE_ETA, eta),
    ...sigle.map(({ significato }) => significato),
    accesso ? PAROLE_ACCESSO[accesso.modo] : '',
  ];
  return [toPaglia(detto), toPaglia(titoliOf(CATEGORIE_BISOGNO, bisogni))];
}

/** A space on both sides of each word. */
const toPaglia = (testi: readonly string[]): string => ` ${normalizeTesto(testi.join(' '))} `;

export interface Esito {
  readonly servizi: readonly Servizio[];
  /** True where no service has all the words that were asked for, and these have most of them. */
  readonly parziale: boolean;
}

export function findServizi(servizi: readonly Servizio[], stato: StatoServizi): Esito {
  if (stato.servizio !== '') return { servizi: servizi.filter(({ id }) => id === stato.servizio), parziale: false };
  const scelti = servizi.filter(
    (servizio) =>
      (stato.bisogno === '' || servizio.bisogni.includes(stato.bisogno)) &&
      (stato.eta === '' || servizio.eta.includes(stato.eta)) &&
      (stato.accesso === '' || accessoOf(servizio) === stato.accesso),
  );
  const scritte = readParole(stato.testo);
  const radici = listRadici(scritte);
  if (radici.length === 0) return { servizi: scelti, parziale: false };
  const anziano = scritte.some((parola) => ANZIANO.test(parola) || PER_ANZIANI.test(parola));
  const contati = scelti.map((servizio) => {
    const [detto, sopra] = listPaglie(servizio);
    const count = (has: (forme: readonly string[]) => boolean) => radici.filter(has).length;
    const isIn = (testo: string) => (forme: readonly string[]) => forme.some((forma) => testo.includes(` ${forma}`));
    const isDetto = isIn(detto);
    return {
      servizio,
      // A need is many things: who writes one of its words asks for all of them, who writes what means the same does not.
      dette: count((forme) => isDetto(forme) || sopra.includes(` ${forme[0]}`)),
      quante: count(isIn(detto + sopra)),
      perEta: Number(anziano && servizio.eta.includes('anziani')),
      nelNome: count(isIn(toPaglia([servizio.nome]))),
      nelPiano: count(isIn(toPaglia([servizio.nome, servizio.perChi ?? '']))),
    };
  });
  const keepMigliori = (come: 'dette' | 'quante') => {
    const massimo = Math.max(0, ...contati.map((uno) => uno[come]));
    return { massimo, trovati: contati.filter((uno) => massimo > 0 && uno[come] === massimo) };
  };
  const [precisi, larghi] = [keepMigliori('dette'), keepMigliori('quante')];
  // The wide way is for words that no service says, and that all lead to one need.
  const isLarga = precisi.massimo < radici.length && (larghi.massimo === radici.length || precisi.massimo === 0);
  const { massimo, trovati } = isLarga ? larghi : precisi;
  return {
    // What is called so comes before what is only about it, and that before what merely stands in the same category.
    servizi: trovati
      .toSorted((a, b) => b.perEta - a.perEta || b.nelNome - a.nelNome || b.nelPiano - a.nelPiano)
      .map(({ servizio }) => servizio),
    parziale: trovati.length > 0 && massimo < radici.length,
  };
}
