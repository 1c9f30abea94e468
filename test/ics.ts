/** A calendar read back as a diary does: strict on what RFC 5545 asks of lines, so that what it takes any diary takes. */
export interface Proprieta {
  readonly nome: string;
  readonly parametri: Readonly<Record<string, string>>;
  readonly valore: string;
}

export interface Componente {
  readonly nome: string;
  readonly proprieta: Proprieta[];
  readonly componenti: Componente[];
}

const RIGA = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^";:,]+)*):(.*)$/s;

/** @throws RangeError at the first line that is not as it must be */
export function parseIcs(testo: string): Componente {
  if (!testo.endsWith('\r\n')) throw new RangeError('the last line has no end');
  if (/(?<!\r)\n|\r(?!\n)/.test(testo)) throw new RangeError('a break that is not CRLF');
  const fisiche = testo.slice(0, -2).split('\r\n');
  for (const riga of fisiche) {
    if (Buffer.byteLength(riga) > 75) throw new RangeError(`more than 75 octets: ${riga}`);
    // The sign that stands for what cannot be read is a whole character: half of one is not.
    if (/\p{Surrogate}/u.test(riga)) throw new RangeError(`a character cut in two: ${riga}`);
  }
  const logiche: string[] = [];
  for (const riga of fisiche) {
    const prima = riga.startsWith(' ') ? logiche.pop() : undefined;
    logiche.push(prima === undefined ? riga : prima + riga.slice(1));
  }
  const radice: Componente = { nome: '', proprieta: [], componenti: [] };
  const aperti = [radice];
  for (const riga of logiche) {
    const parti = RIGA.exec(riga);
    const qui = aperti.at(-1);
    if (!parti || !qui) throw new RangeError(`not a line of content: ${riga}`);
    const [, nome = '', parametri = '', valore = ''] = parti;
    if (nome === 'BEGIN') {
      const nuovo: Componente = { nome: valore, proprieta: [], componenti: [] };
      qui.componenti.push(nuovo);
      aperti.push(nuovo);
    } else if (nome === 'END') {
      if (qui.nome !== valore) throw new RangeError(`${valore} closed where ${qui.nome} is open`);
      aperti.pop();
    } else {
      const coppie = parametri
        .split(';')
        .slice(1)
        .map((uno) => uno.split('='));
      qui.proprieta.push({ nome, valore, parametri: Object.fromEntries(coppie) });
    }
  }
  const [calendario] = radice.componenti;
  if (aperti.length !== 1 || radice.componenti.length !== 1 || calendario?.nome !== 'VCALENDAR') {
    throw new RangeError('not one calendar');
  }
  return calendario;
}

export function getProprieta(componente: Componente, nome: string): Proprieta | null {
  const trovate = componente.proprieta.filter((una) => una.nome === nome);
  if (trovate.length > 1) throw new RangeError(`${nome} stands ${trovate.length} times`);
  return trovate[0] ?? null;
}

/** The text that was meant. @throws RangeError where a character should have been escaped */
export function readTesto(componente: Componente, nome: string): string | null {
  const scritto = getProprieta(componente, nome)?.valore;
  if (scritto === undefined) return null;
  if (/[\\;,]/.test(scritto.replace(/\\[\\;,nN]/g, ''))) throw new RangeError(`not escaped: ${scritto}`);
  return scritto.replace(/\\([\\;,nN])/g, (_, segno: string) => (segno.toLowerCase() === 'n' ? '\n' : segno));
}

export const listEventiIcs = (calendario: Componente): Componente[] =>
  calendario.componenti.filter(({ nome }) => nome === 'VEVENT');
