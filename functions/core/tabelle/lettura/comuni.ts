/** Which comune a cell means: a name in any case, with or without accents, apostrophes and `COMUNE DI`, or an ISTAT code. */
import { AMBITO_INTERO, type Ambito, type Comune } from '../../ambito.ts';
import type { Contesto } from './layout.ts';
import { Rifiuto } from './rifiuto.ts';
import { computeDistanza, joinElenco, normalizeTesto } from './testo.ts';

/** @returns ISTAT code, `ambito`, null where the cell is empty, or why it was refused */
export type LettoreComuni = (testo: string) => string | null | Rifiuto;

const PREFISSO = /^(?:il )?(?:comune|citta|comuni) (?:di |d )?/;
const PROVINCIA = /\s*\(\s*[A-Za-z]{2}\s*\)\s*$/;
const AMBITO_SCRITTO =
  /^(?:ambito|ats|a t s|intero ambito|ambito intero|(?:ambito|ats) (?:territoriale )?(?:sociale )?(?:di|d) .*)$/;
const CODICE_ISTAT = /^\d{6}$/;
const MASSIMA_DISTANZA = 2;
const MASSIMO_ELENCO = 20;

export function createLettoreComuni(ambito: Ambito): LettoreComuni {
  const perNome = new Map(ambito.comuni.map((comune) => [toChiave(comune.nome), comune.codiceIstat]));
  const perNomeEsatto = new Map(ambito.comuni.map((comune) => [comune.nome, comune.codiceIstat]));
  const perCodice = new Set(ambito.comuni.map((comune) => comune.codiceIstat));
  const nomeAmbito = toChiave(ambito.nome);

  function read(testo: string): string | null | Rifiuto {
    const scritto = testo.trim();
    if (scritto === '') return null;
    if (perCodice.has(scritto)) return scritto;
    const esatto = perNomeEsatto.get(scritto);
    if (esatto !== undefined) return esatto;
    if (/^\d+$/.test(scritto)) return refuseCodice(scritto, ambito, perCodice);
    const normale = normalizeTesto(scritto);
    const chiave = toChiave(scritto);
    const codice = perNome.get(chiave);
    if (codice !== undefined) return codice;
    if (chiave === nomeAmbito || AMBITO_SCRITTO.test(normale)) return AMBITO_INTERO;
    const quanti = /^(\d+) comuni\b/.exec(normale);
    if (quanti) {
      return Number(quanti[1]) === ambito.comuni.length
        ? AMBITO_INTERO
        : new Rifiuto('comune-estraneo', `l’ambito ha ${ambito.comuni.length} comuni, non ${quanti[1]}.`);
    }
    return refuseNome(chiave, ambito);
  }

  return read;
}

/** @returns the comune that the upload states, null where it states none */
export function readPortata({ comune }: Contesto, readComune: LettoreComuni): string | null | Rifiuto {
  if (comune === undefined || comune === AMBITO_INTERO) return comune ?? null;
  return readComune(comune);
}

/** @param codice ISTAT code, or `ambito` */
export function nameComune(ambito: Ambito, codice: string): string {
  if (codice === AMBITO_INTERO) return 'l’ambito';
  return ambito.comuni.find((comune) => comune.codiceIstat === codice)?.nome ?? codice;
}

/** Names compared without spaces, so that `Sant’Angelo`, `Sant Angelo` and `SANTANGELO` are one. */
function toChiave(nome: string): string {
  return normalizeTesto(nome.replace(PROVINCIA, '')).replace(PREFISSO, '').replaceAll(' ', '');
}

function refuseCodice(scritto: string, ambito: Ambito, perCodice: ReadonlySet<string>): Rifiuto {
  if (perCodice.has(`0${scritto}`)) {
    const nome = ambito.comuni.find((comune) => comune.codiceIstat === `0${scritto}`)?.nome;
    return new Rifiuto(
      'codice-senza-zero',
      `al codice ISTAT manca lo zero iniziale, che i fogli di calcolo tolgono: forse 0${scritto} (${nome}). Va scritto con sei cifre, in una colonna di tipo testo.`,
      `0${scritto}`,
    );
  }
  if (!CODICE_ISTAT.test(scritto)) return new Rifiuto('comune-non-leggibile', 'non è un codice ISTAT: ha sei cifre.');
  return new Rifiuto('comune-estraneo', `non è il codice di un comune dell’ambito: ${listComuni(ambito.comuni)}.`);
}

function refuseNome(chiave: string, ambito: Ambito): Rifiuto {
  const vicino = ambito.comuni.find(
    (comune) =>
      chiave.length > MASSIMA_DISTANZA &&
      computeDistanza(chiave, toChiave(comune.nome), MASSIMA_DISTANZA) <= MASSIMA_DISTANZA,
  );
  return vicino
    ? new Rifiuto(
        'comune-non-riconosciuto',
        `non è il nome di un comune dell’ambito: forse ${vicino.nome}.`,
        vicino.codiceIstat,
      )
    : new Rifiuto('comune-estraneo', `non è un comune dell’ambito: ${listComuni(ambito.comuni)}.`);
}

function listComuni(comuni: readonly Comune[]): string {
  const nomi = comuni.slice(0, MASSIMO_ELENCO).map((comune) => comune.nome);
  const altri = comuni.length - nomi.length;
  return altri > 0 ? `i comuni sono ${nomi.join(', ')} e altri ${altri}` : `i comuni sono ${joinElenco(nomi)}`;
}
