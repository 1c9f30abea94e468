import { expect, test } from 'vitest';
import { writeCitazione } from '../../../web/src/serie/citazione.ts';

const fonte = (documento: string) =>
  ({ tipo: 'popolazione', versione: 1, parte: 'p', originale: '/o', sha256: '', fonte: { documento } }) as const;

test('a figure as one quotes it: each document once, the edizione and the address that opens it again', () => {
  const piano = 'Piano Sociale di Zona 2022-2024 dell’Ambito Territoriale Sociale di Casarano';
  expect(
    writeCitazione({
      valore: '27.205,90 €',
      titolo: 'Cofinanziamento minimo',
      nome: 'Supersano',
      quando: 'nel 2022, in denaro',
      fonti: [fonte(piano), fonte(piano), fonte('ISTAT, superfici dei comuni')],
      edizione: 2,
      indirizzo: 'https://esempio.it/casarano/cofinanziamento?spiega=x',
    }),
  ).toBe(
    'Cofinanziamento minimo, Supersano, nel 2022, in denaro: 27.205,90 €. Fonte: Piano Sociale di Zona 2022-2024; ISTAT, superfici dei comuni; Osservatorio del Piano di Zona, edizione 2 dei dati, https://esempio.it/casarano/cofinanziamento?spiega=x',
  );
});
