/** Letters or the euro sign were lost when the file was saved: every amount is then no number, and every name nobody's. */
import type { Problema } from '../problema.ts';
import { type CercaCausa, countTrovati, describeEsempio, type Indizi, MINIMO_ALLINEATI, tellCausa } from './causa.ts';
import { describeGuaste, isGuasto } from './segni-guasti.ts';

export const CODIFICA_SOSPETTA = 'codifica-sospetta';

const RIMEDIO =
  'Riapri il file nel programma da cui viene, salvalo come «CSV UTF-8» (in Excel: Salva con nome, tipo «CSV UTF-8») e ricaricalo.';
const RIMEDIO_FOGLIO =
  'Riscrivi quelle celle nel foglio di calcolo; se i dati vi sono stati presi da un CSV, aprilo di nuovo dicendo che è UTF-8.';
const RIMEDIO_MAC =
  'Se viene da un Mac, prova a dirlo nell’anteprima: «Lettere e accenti», «Mac OS». Altrimenti salvalo di nuovo come «CSV UTF-8» e ricaricalo.';
const RIMEDIO_INDICATA =
  'La codifica è stata indicata correggendo la lettura: nell’anteprima, a «Lettere e accenti», scegli «Quelli trovati». Se non basta, salva di nuovo il file come «CSV UTF-8».';

/** What is found where a euro sign was, beside a figure: `? 1.234`, `¤ 1.234`, `Û 1.234`, a square. */
const SENZA_EURO =
  /^(?:[?¿¤Û□\ufffd\u0080-\u009f\ue000-\uf8ff]|â‚¬|Â)+\s*[-+]?[\d.,]+$|^[-+]?[\d.,]+\s*(?:[?¿¤Û□\ufffd\u0080-\u009f\ue000-\uf8ff]|â‚¬|Â)+$/u;
/** The same letter stands for the euro sign in the files of a Mac of once, read as Windows'. */
const EURO_DEL_MAC = 'Û';
/** `Sant?Angelo`. */
const LETTERA_PERSA = /\p{L}[?¿\ufffd]\p{L}/u;

export const findCodifica: CercaCausa = (indizi) => findGuaste(indizi) ?? findPerse(indizi);

function findGuaste(indizi: Indizi): Problema | null {
  const { guaste } = indizi;
  const [prima] = guaste;
  if (!prima) return null;
  return tellCausa(
    CODIFICA_SOSPETTA,
    `Gli accenti o il segno € di questo file si sono guastati ${describeGuaste(guaste)}: è stato salvato con una codifica dei caratteri e aperto con un’altra. ${pickRimedio(indizi)}`,
    prima.testo,
  );
}

/** Nothing strange is left in the text: only that so many amounts have the same mark in the place of the euro sign tells it. */
function findPerse(indizi: Indizi): Problema | null {
  const perse = indizi.problemi.filter(isPersa);
  const [prima] = perse;
  if (!prima || perse.length < MINIMO_ALLINEATI) return null;
  return tellCausa(
    CODIFICA_SOSPETTA,
    `In ${countTrovati(perse.length, indizi)} c’è un altro segno al posto di «€» o di una lettera (la prima ${describeEsempio(prima)}): si è perso quando il file è stato salvato. ${pickRimedio(indizi, prima)}`,
    prima.valore,
  );
}

function isPersa({ regola, valore }: Problema): boolean {
  const scritto = valore?.trim() ?? '';
  if (regola === 'numero-non-leggibile') return SENZA_EURO.test(scritto);
  return regola.startsWith('comune-') && (LETTERA_PERSA.test(scritto) || isGuasto(scritto));
}

function pickRimedio({ codifica, correzioni }: Indizi, prima?: Problema): string {
  if (codifica === 'XLSX') return RIMEDIO_FOGLIO;
  if (correzioni.codifica !== undefined) return RIMEDIO_INDICATA;
  return codifica === 'Windows-1252' && prima?.valore?.includes(EURO_DEL_MAC) ? RIMEDIO_MAC : RIMEDIO;
}
