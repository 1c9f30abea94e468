/** A livello that is misspelt in the file, from the file to the finding: it is counted as the likely one, and is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { LIVELLI } from '../../../functions/core/livelli.ts';
import { createQuadro } from '../quadri.ts';
import { read } from '../tabelle/lettura/prove.ts';

const SCRITTI = [...LIVELLI, 'leps', 'LEP', 'ODS regionali', 'Specificità territoriale', "'LEPS"];
const SBAGLIATI = [
  ['LEPSS', 'LEPS'],
  ['Potenziamnto', 'Potenziamento'],
  ['ODSS', 'ODS'],
  ['Specificta', 'Specificità'],
] as const;

function check(livelli: readonly string[]) {
  const righe = livelli.map((livello, i) => `2022-2024;A.1;${livello};Voce ${i}`);
  const { righe: lette, problemi } = read({
    tipo: 'servizi',
    testo: `ciclo;intervento;livello;voce\n${righe.join('\n')}\n`,
    contesto: { ciclo: '2022-2024' },
  });
  expect(problemi).toEqual([]);
  const quadro = createQuadro({ fogli: [{ tipo: 'servizi', righe: [] }] });
  const servizi = quadro.tabelle.get('servizi');
  if (!servizi) throw new RangeError('il quadro ha i servizi');
  const tabelle = new Map([['servizi', { ...servizi, righe: lette }] as const]);
  return CONTROLLI.flatMap((controllo) => controllo.run({ ...quadro, tabelle })).filter(
    ({ codice }) => codice === 'dizionario',
  );
}

test('silence where every livello has a known name, that cell alone where one has not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SCRITTI), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.constantFrom(...SBAGLIATI),
      (livelli, scelta, [scritto, livello]) => {
        expect(check(livelli)).toEqual([]);
        const i = scelta % livelli.length;
        const posto = { tipo: 'servizi', riga: i + 2, colonna: 3, dichiarato: scritto, riguarda: { livello } };
        const trovate = check(livelli.with(i, scritto));
        expect(trovate).toMatchObject([{ gravita: 'avviso', ...posto }]);
        expect(trovate[0]?.messaggio).toContain(`«${scritto}»`);
        expect(trovate[0]?.messaggio).toContain(`«${livello}»`);
      },
    ),
    { numRuns: 60 },
  );
});
