/** Every finding whole, words and cells, as accepted: `npx vitest run --project core test/core/controlli/per-intero.test.ts -u` writes them anew. */
import { expect, test } from 'vitest';
import type { CellaCoinvolta, Segnalazione } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import type { Quadro } from '../../../functions/core/quadro.ts';
import { readPiano } from '../piano.ts';
import { createQuadro } from '../quadri.ts';
import { CAPIENZA, INTERVENTI, QUOTE } from './casi/schede.ts';
import { CASI } from './casi.ts';

const tellCelle = (celle: readonly CellaCoinvolta[]): string =>
  celle.map(({ tipo, parte, riga, colonna }) => `${tipo}/${parte} ${riga}:${colonna ?? 'riga'}`).join(', ');

function tellTrovata(una: Segnalazione): string {
  return [
    `${una.codice}, ${una.gravita}: ${una.tipo}/${una.parte} ${una.riga}:${una.colonna}, ${una.comune ?? 'ambito'}, ${una.periodo}`,
    `  ${una.misura ?? 'nessuna misura'}: ${una.dichiarato} | ${una.ricalcolato} | ${una.differenza}`,
    `  ${una.messaggio}`,
    `  celle: ${tellCelle(una.celle)}`,
    ...(una.lati ?? []).map((lato) => `  lato: ${tellCelle(lato)}`),
    ...(una.riguarda ? [`  riguarda: ${JSON.stringify(una.riguarda)}`] : []),
  ].join('\n');
}

const tellQuadro = (quadro: Quadro): string =>
  CONTROLLI.flatMap((controllo) => controllo.run(quadro))
    .map(tellTrovata)
    .join('\n');

test('what the checks say of small tables', async () => {
  const detti = CASI.map(({ titolo, fogli }) => `# ${titolo}\n${tellQuadro(createQuadro({ fogli }))}\n`);
  await expect(detti.join('\n')).toMatchFileSnapshot('accettate/tabelle-di-prova.txt');
});

test('what the checks say of small plans', async () => {
  const detti = [...CAPIENZA, ...INTERVENTI, ...QUOTE].map(
    ([caso, fogli]) => `# ${caso}\n${tellQuadro(createQuadro({ comuni: 1, fogli }))}\n`,
  );
  await expect(detti.join('\n')).toMatchFileSnapshot('accettate/piani-di-prova.txt');
});

test('what the checks say of the plan of Casarano', async () => {
  await expect(`${tellQuadro(readPiano('casarano'))}\n`).toMatchFileSnapshot('accettate/piano-casarano.txt');
});
