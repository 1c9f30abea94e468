/** The first sentence of an ambito that has just begun: never that nothing is there, where something is. */
import { expect, test } from 'vitest';
import { buildRispostaPanoramica } from '../../../web/src/serie/risposta-panoramica.ts';
import { CASARANO } from '../osservazioni.ts';

test.each([
  [{}, /Non è ancora stata pubblicata nessuna tabella/],
  [{ famiglie: 1 }, /^L’ambito riunisce sette comuni\. Quante persone ci vivono non è ancora stato pubblicato\.$/],
])('no population, tables %j', (versioni, frase) => {
  const ambito = { ...CASARANO, edizione: 1, pubblicataIl: null, versioni };
  const qualita = { edizione: 1, segnalazioni: [], cursore: null };
  expect(buildRispostaPanoramica({ ambito, catalogo: [], osservazioni: [], qualita, versioni: {} })).toMatch(frase);
});
