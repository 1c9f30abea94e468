/** Every figure whole, notes and cells, as accepted: `npx vitest run --project core test/core/indicatori/per-intero.test.ts -u` writes them anew. */
import { expect, test } from 'vitest';
import { groupBy } from '../../../functions/core/fatti.ts';
import { getIndicatore, INDICATORI } from '../../../functions/core/indicatori/index.ts';
import type { Ingresso, Osservazione } from '../../../functions/core/indicatori/indicatore.ts';
import { readPiano } from '../piano.ts';
import { createQuadro } from '../quadri.ts';
import { CASI } from './casi.ts';
import { nameSerie } from './serie.ts';

const tellIngresso = ({ ruolo, parte, riga, colonna }: Ingresso): string => `${ruolo} [${parte} ${riga}:${colonna}]`;

function tellCifra(una: Osservazione): string {
  const { comune, valore, assenza, note, ingressi } = una;
  const quale = `${comune ?? 'ambito'} ${nameSerie(una)}`;
  return [
    `${quale}: ${valore ?? assenza}`,
    ...note.map((nota) => `  ${nota}`),
    `  ${ingressi.map(tellIngresso).join('; ')}`,
  ].join('\n');
}

test('what the indicators say of small tables', async () => {
  const detti = CASI.map(({ id, titolo, fogli }) => {
    const cifre = getIndicatore(id)?.compute(createQuadro({ fogli })) ?? [];
    return `# ${id}: ${titolo}\n${cifre.map(tellCifra).join('\n')}\n`;
  });
  await expect(detti.join('\n')).toMatchFileSnapshot('accettate/tabelle-di-prova.txt');
});

/** The ambito and then its comuni, side by side; how many cells each comes from; what is noted about any of them. */
function tellSerie(cifre: readonly Osservazione[]): string {
  return [...groupBy(cifre, nameSerie)]
    .map(([nome, una]) =>
      [
        `${nome}: ${una.map(({ valore, assenza }) => valore ?? assenza).join(' | ')}`,
        `  celle: ${una.map(({ ingressi }) => ingressi.length).join(' | ')}`,
        ...[...new Set(una.flatMap(({ note }) => note))].map((nota) => `  ${nota}`),
      ].join('\n'),
    )
    .join('\n');
}

test('the figures of the plan of Casarano', async () => {
  const quadro = readPiano('casarano');
  const righe = INDICATORI.map(({ id, compute }) => `# ${id}\n${tellSerie(compute(quadro))}\n`);
  await expect(righe.join('\n')).toMatchFileSnapshot('accettate/piano-casarano.txt');
});
