/** Looking for a service in plain words: who looks says `badante` or `asilo`, the plan says `assistenza domiciliare` or `nido`. */
import { normalizeTesto } from '../../../functions/core/testo.ts';
import type { ModoAccesso } from './accesso-servizi.ts';
import { CATEGORIE_BISOGNO, CATEGORIE_ETA, type Categoria } from './bisogni.ts';
import type { Servizio } from './servizi.ts';
import type { StatoServizi } from './stato-servizi.ts';

/** Everyday words -> beginnings of the words that plans use. Matched from the beginning of a word. */
const SINONIMI: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(badant|casa$|domicili|colf|pulizi)/, ['domiciliar', 'caregiver']],
  [/^(nonn|vecchi|anzian|pension)/, ['anzian', 'ultrasessantacinqu']],
  // Who looks for a parent or a relative looks for someone grown up.
  [/^(madre|padre|suocer|zi[ao]$)/, ['anzian', 'ultrasessantacinqu', 'autosufficien', 'disabil']],
  [/^(cammin|muov|stampell|sedia)/, ['motoria', 'disabil', 'autosufficien', 'domiciliar']],
  [/^(handicap|invalid|104$|carrozzin|disabil|down$|autis)/, ['disabil', 'diversament', 'motoria', 'autosufficien']],
  [/^(alzheimer|demenz|allettat)/, ['autosufficien', 'domiciliar']],
  [/^(asil|nid[oi])/, ['nido', 'infanzia']],
  [/^(bambin|figli|neonat|minor)/, ['minor', 'bambin', 'infanzia', 'nido', 'famigl']],
  [/^(ragazz|adolescen|giovan)/, ['minor', 'adolescen', 'studenti', 'maggiorenni', 'giovan']],
  [/^(mamm|papa|genitor|famigl|coppi|separa)/, ['famigl', 'famil', 'genitor']],
  [/^(stranier|immigrat|migrant|permess|rifugiat|profug)/, ['stranier', 'immigrat', 'migrant', 'mediazion']],
  [/^italian/, ['stranier', 'immigrat', 'mediazion']],
  [/^(lavor|disoccupat|impieg|tirocini|stage)/, ['lavor', 'tirocin', 'formazion']],
  [/^(senzatett|sfratt|dormi|barbon|clochard|residenz)/, ['dimora', 'fittizia', 'povert']],
  [/^(assegn|contribut|sussid)/, ['contribut', 'buon', 'reddit']],
  [/^(pover|sold|reddit|indigent|bollett|affitt)/, ['povert', 'reddit', 'alimentar']],
  [/^(cib|mangiar|spes[ae]|fame)/, ['alimentar']],
  [/^(violenz|bott|picchi|stalk|abus|maltratt)/, ['violenz', 'antiviolenz', 'maltratt']],
  [/^donn/, ['donn']],
  [/^(gay|lesbic|trans|omosess|lgbt)/, ['lgbt', 'arcobaleno']],
  [/^(scuol|maestr|sostegn|student|compit)/, ['scolastic', 'student', 'educativ', 'sostegn']],
  [/^(trasport|macchin|auto$|passagg|accompagn|visit)/, ['trasport']],
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
  [/^(sportell|informa|chieder|rivolg)/, ['sportell', 'segretariat', 'rivolgersi']],
];

const INUTILI = new Set(
  'a ad aiuto aiutare al alla alle ai agli con da dal dalla dei del della delle di e ed gli ha ho i il in la le lo ma marito me mi moglie mia mio mie miei nel non o per più piu si sono su sul un una uno che come dove cosa chi serve cerco voglio vorrei bisogno servizio servizi suo sua vive vivo sola solo quanto quale posso problema problemi parlo persona'.split(
    ' ',
  ),
);

/** `Mamma anziana`: no parent with a child, but somebody's. */
const ANZIANO = /^(anzian|vecchi|ottant|novant)/;
const GENITORE = /^(mamm|papa|madre|padre)/;

/** Beginnings of words, any of which answers one word of who looks. */
function listRadici(testo: string): string[][] {
  const scritte = normalizeTesto(testo)
    .split(/[^a-z0-9]+/)
    .filter((parola) => parola !== '' && !INUTILI.has(parola));
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

export const accessoOf = ({ accesso }: Servizio): keyof typeof NOMI_ACCESSO => accesso?.modo ?? 'non-indicato';

/** All that can be found of a service. */
function pagliaio(servizio: Servizio): string {
  const { nome, perChi, titoloIntervento, bisogni, eta, sigle, accesso } = servizio;
  const testi = [
    nome,
    perChi ?? '',
    titoloIntervento ?? '',
    ...titoliOf(CATEGORIE_BISOGNO, bisogni),
    ...titoliOf(CATEGORIE_ETA, eta),
    ...sigle.map(({ significato }) => significato),
    accesso ? NOMI_ACCESSO[accesso.modo] : '',
  ];
  return toPaglia(testi);
}

/** A space on both sides of each word. */
const toPaglia = (testi: readonly string[]): string => ` ${normalizeTesto(testi.join(' '))} `;

export interface Esito {
  readonly servizi: readonly Servizio[];
  /** True where no service has all the words that were asked for, and these have one at least. */
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
  const radici = listRadici(stato.testo);
  if (radici.length === 0) return { servizi: scelti, parziale: false };
  const contati = scelti.map((servizio) => {
    const count = (testo: string) =>
      radici.filter((forme) => forme.some((forma) => testo.includes(` ${forma}`))).length;
    return { servizio, quante: count(pagliaio(servizio)), nelNome: count(toPaglia([servizio.nome])) };
  });
  // What is called so comes before what is only about it.
  const pieni = contati.filter(({ quante }) => quante === radici.length).toSorted((a, b) => b.nelNome - a.nelNome);
  if (pieni.length > 0) return { servizi: pieni.map(({ servizio }) => servizio), parziale: false };
  const alcuni = contati.filter(({ quante }) => quante > 0).toSorted((a, b) => b.quante - a.quante);
  return { servizi: alcuni.map(({ servizio }) => servizio), parziale: alcuni.length > 0 };
}
