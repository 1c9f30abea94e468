/** A calendar that diaries can take in. @source RFC 5545; NAME and DESCRIPTION of a calendar from RFC 7986 */
import { type Evento, nameEvento } from './calendario.ts';

interface Calendario {
  readonly nome: string;
  readonly descrizione: string;
  readonly eventi: readonly Evento[];
  /** ISO instant of what was published: of the whole calendar, so that asking twice gives the same bytes. */
  readonly pubblicatoIl: string;
  /** Grows with each publication of the table. */
  readonly sequenza: number;
}

const FUSO = 'Europe/Rome';

/** The rules of Italy's clocks since 1996, of which every Piano di Zona is younger. */
const ORA_ITALIANA = [
  'BEGIN:VTIMEZONE',
  `TZID:${FUSO}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Only what has a day: the others are for who writes the description to count. */
export function writeCalendario({ nome, descrizione, eventi, pubblicatoIl, sequenza }: Calendario): string {
  const timbro = `${pubblicatoIl.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const righe = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Osservatorio del Piano di Zona//Calendario//IT',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeTesto(nome)}`,
    `X-WR-CALNAME:${escapeTesto(nome)}`,
    `DESCRIPTION:${escapeTesto(descrizione)}`,
    `X-WR-CALDESC:${escapeTesto(descrizione)}`,
    ...ORA_ITALIANA,
    ...eventi.flatMap((evento) => writeEvento(evento, timbro, sequenza)),
    'END:VCALENDAR',
  ];
  return righe.map((riga) => `${foldRiga(riga)}\r\n`).join('');
}

function writeEvento(evento: Evento, timbro: string, sequenza: number): string[] {
  const quando = writeQuando(evento);
  if (quando === null) return [];
  const { uid, luogo, tipo } = evento;
  const descrizione = describeEvento(evento);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${timbro}`,
    `SEQUENCE:${sequenza}`,
    ...quando,
    `SUMMARY:${escapeTesto(nameEvento(evento))}`,
    ...(luogo === null ? [] : [`LOCATION:${escapeTesto(luogo)}`]),
    ...(descrizione === '' ? [] : [`DESCRIPTION:${escapeTesto(descrizione)}`]),
    `CATEGORIES:${tipo.toUpperCase()}`,
    // Only a meeting keeps one busy.
    `TRANSP:${tipo === 'incontro' ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** An hour that the document does not give is not made up: without an end, an event ends when it begins. */
function writeQuando({ data, finoA, dalle, alle }: Evento): string[] | null {
  if (data === null) return null;
  const inizio = dalle ?? alle;
  const ultimo = finoA !== null && finoA > data ? finoA : null;
  if (inizio === null || ultimo !== null) {
    return [`DTSTART;VALUE=DATE:${toGiorno(data)}`, `DTEND;VALUE=DATE:${toGiorno(nextGiorno(ultimo ?? data))}`];
  }
  const fine = dalle !== null && alle !== null && alle > dalle ? [`DTEND;TZID=${FUSO}:${toOra(data, alle)}`] : [];
  return [`DTSTART;TZID=${FUSO}:${toOra(data, inizio)}`, ...fine];
}

const toGiorno = (iso: string): string => iso.replaceAll('-', '');
const toOra = (iso: string, ora: string): string => `${toGiorno(iso)}T${ora.replace(':', '')}00`;

/** The end of a day is not part of it: `DTEND` is the day after. */
function nextGiorno(iso: string): string {
  const giorno = new Date(`${iso}T00:00:00Z`);
  giorno.setUTCDate(giorno.getUTCDate() + 1);
  return giorno.toISOString().slice(0, 10);
}

function describeEvento(evento: Evento): string {
  const { titolo, fase, organo, area, atto, dalle, alle, finoA } = evento;
  const nome = nameEvento(evento);
  const ore = finoA === null ? null : [dalle && `dalle ${dalle}`, alle && `alle ${alle}`].filter(Boolean).join(' ');
  return [
    nome === titolo ? null : titolo,
    fase,
    organo,
    area !== null && !nome.includes(area) ? `Area: ${area}` : null,
    atto,
    ore || null,
  ]
    .filter((riga) => riga !== null)
    .join('\n');
}

/** @source RFC 5545, 3.3.11: TEXT. Control characters have no way in. */
function escapeTesto(testo: string): string {
  return testo
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Lines of at most so many octets, without the break. @source RFC 5545, 3.1 */
const MASSIMO_OTTETTI = 75;
const codifica = new TextEncoder();

/** A character is never split between two lines. */
function foldRiga(riga: string): string {
  let piegata = '';
  let ottetti = 0;
  for (const carattere of riga) {
    const lunghezza = codifica.encode(carattere).length;
    if (ottetti + lunghezza > MASSIMO_OTTETTI) {
      piegata += '\r\n ';
      ottetti = 1;
    }
    piegata += carattere;
    ottetti += lunghezza;
  }
  return piegata;
}
