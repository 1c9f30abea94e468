/** Years, spans of years and dates as offices write them. */
import { Rifiuto } from './rifiuto.ts';

const PRIMO_ANNO = 1861;
const ULTIMO_ANNO = 2100;

/** @returns the year, as a number */
export function parseAnno(testo: string): number | Rifiuto {
  // A day typed in a sheet comes in this form.
  const scritto = testo.trim().replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
  if (/^\d\.\d{3}$/.test(scritto)) {
    return new Rifiuto('anno-non-leggibile', `ha un punto tra le cifre: forse ${scritto.replace('.', '')}.`);
  }
  const fine = /^(?:anno |al )?(?:31(?:[/.-]12[/.-]| dicembre ))?(\d{4})$/i.exec(scritto);
  const anno = Number(fine?.[1] ?? Number.NaN);
  if (!Number.isInteger(anno)) {
    const inizio = /^0?1[/.-]0?1[/.-](\d{4})$/.exec(scritto);
    if (inizio) {
      return new Rifiuto(
        'anno-non-leggibile',
        `un conteggio al 1° gennaio ${inizio[1]} appartiene all’anno ${Number(inizio[1]) - 1}.`,
      );
    }
    return /^(?:a\.? ?[se]\.? ?)?\d{4} ?[/-] ?(?:\d{4}|\d{2})$/i.test(scritto)
      ? new Rifiuto('anno-non-leggibile', 'sono due anni: serve quello che si chiude il 31 dicembre.')
      : new Rifiuto('anno-non-leggibile', 'non è un anno.');
  }
  return anno >= PRIMO_ANNO && anno <= ULTIMO_ANNO ? anno : new Rifiuto('anno-non-leggibile', 'è un anno impossibile.');
}

/** @returns `2022` or `2018-2020`, for `2018-2020` and `2022/23` (not for `2022-12`, which is a month) */
export function parsePeriodoScritto(testo: string): string | Rifiuto {
  const parti = /^(\d{4})(?:\s*[-–—/_]\s*(\d{4}|1[3-9]|[2-9]\d))?$/.exec(testo.trim());
  const [, primo = '', ultimo = primo] = parti ?? [];
  const da = Number(primo);
  const a = Number(ultimo.length === 2 ? `${primo.slice(0, 2)}${ultimo}` : ultimo);
  if (!parti || da < PRIMO_ANNO || a > ULTIMO_ANNO) {
    return new Rifiuto('periodo-non-leggibile', 'non è un anno né un intervallo di anni.');
  }
  if (da > a) return new Rifiuto('periodo-non-leggibile', 'finisce prima di cominciare.');
  return da === a ? `${da}` : `${da}-${a}`;
}

const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

const GIORNO_MESE_ANNO = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** As Gnumeric and data bases write it. */
const ANNO_MESE_GIORNO = /^(\d{4})([-/])(\d{2})\2(\d{2})$/;
/** What programs that keep day and hour together add to a day: it says nothing. */
const MEZZANOTTE = /(?<=\d)(?: |t)0?0[:.]00(?:[:.]00(?:\.0+)?)?z?$/;

/** @returns ISO date `2026-06-22` */
export function parseData(testo: string): string | Rifiuto {
  const scritto = testo.trim().toLowerCase().replace(MEZZANOTTE, '');
  const iso = ANNO_MESE_GIORNO.exec(scritto);
  if (iso) return toIso(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const cifre = GIORNO_MESE_ANNO.exec(scritto);
  if (cifre) {
    const letta = toIso(Number(cifre[3]), Number(cifre[2]), Number(cifre[1]));
    const scambiata = letta instanceof Rifiuto ? swapGiornoMese(scritto) : null;
    if (scambiata === null) return letta;
    return new Rifiuto(
      'data-non-leggibile',
      `è un giorno che non esiste: forse il mese è scritto prima del giorno (${scambiata}).`,
    );
  }
  const parole = /^(?:[a-zì]+,?\s+)?(\d{1,2})°?[\s-]+([a-z]+)[\s-]+(\d{4})$/.exec(scritto);
  if (parole) return toIso(Number(parole[3]), findMese(parole[2] ?? ''), Number(parole[1]));
  return new Rifiuto('data-non-leggibile', describeNonData(scritto));
}

/** @returns 1-based, for `giugno` and for `giu`, as spreadsheets shorten it; 0 for what is no month */
function findMese(nome: string): number {
  return MESI.findIndex((mese) => mese === nome || mese.slice(0, 3) === nome) + 1;
}

function describeNonData(scritto: string): string {
  if (/^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})[ t]\d/.test(scritto))
    return 'ha anche l’ora: serve soltanto il giorno.';
  if (/^\d{1,2}([/. -])(?:\d{1,2}|[a-z]{3,})\1\d{2}$/.test(scritto))
    return 'ha l’anno di due cifre: va scritto con quattro.';
  return /^4\d{4}$/.test(scritto) ? 'è un numero: nel foglio manca forse il formato della data.' : 'non è una data.';
}

/** @returns `06/22/2026` as `22/06/2026`; null where that is no day either */
export function swapGiornoMese(testo: string): string | null {
  const cifre = GIORNO_MESE_ANNO.exec(testo.trim());
  if (!cifre) return null;
  const [, mese = '', giorno = '', anno = ''] = cifre;
  return toIso(Number(anno), Number(mese), Number(giorno)) instanceof Rifiuto
    ? null
    : `${giorno.padStart(2, '0')}/${mese.padStart(2, '0')}/${anno}`;
}

/** @returns `09:30`, for `9:30`, `09.30`, `h. 9,30`, `ore 9`, and `09:30:00` as spreadsheets save it */
export function parseOra(testo: string): string | Rifiuto {
  const parti = /^(?:h\.?|ore)?\s*(\d{1,2})(?:(?<segno>[:.,])(\d{2})(?:\k<segno>00)?)?$/i.exec(testo.trim());
  if (!parti) return new Rifiuto('ora-non-leggibile', 'non è un’ora.');
  const [ore, minuti] = [Number(parti[1]), Number(parti[3] ?? 0)];
  if (ore > 23 || minuti > 59) return new Rifiuto('ora-non-leggibile', 'è un’ora che non esiste.');
  return `${String(ore).padStart(2, '0')}:${String(minuti).padStart(2, '0')}`;
}

function toIso(anno: number, mese: number, giorno: number): string | Rifiuto {
  const data = new Date(Date.UTC(anno, mese - 1, giorno));
  if (mese < 1 || data.getUTCMonth() !== mese - 1 || data.getUTCDate() !== giorno) {
    return new Rifiuto('data-non-leggibile', 'è un giorno che non esiste.');
  }
  return data.toISOString().slice(0, 10);
}
