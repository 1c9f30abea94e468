/** What goes with a picture out of its page. */
import { expect, test } from 'vitest';
import { captionOf } from '../../../web/src/componenti/didascalia.ts';

const ambito = { nome: 'Ambito Territoriale Sociale di Casarano', edizione: 1234 };
const grafico = { ambito, versioni: {}, titolo: 'Il titolo', misura: 'Euro per abitante' };

test('says of which ambito it is, never taken for the comune of that name, and that no table brings it', () => {
  expect(captionOf({ ...grafico, origine: [] }, 'https://esempio.it/casarano')).toEqual({
    titolo: 'Il titolo',
    misura: 'Ambito di Casarano. Euro per abitante',
    fonte: 'Nessuna tabella pubblicata lo riporta. Edizione 1.234 dei dati.',
    indirizzo: 'https://esempio.it/casarano?edizione=1234',
  });
});
