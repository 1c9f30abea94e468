import { expect, test } from 'vitest';
import { startOsservatorio, withCartella } from '../osservatorio.ts';

const GIRI = 20;

test(`${GIRI} power cuts in a row: every restart takes the same folder over and answers the same`, async () => {
  await withCartella(async (cartella) => {
    const risposte = new Set<string>();
    for (let giro = 0; giro < GIRI; giro++) {
      const osservatorio = await startOsservatorio(cartella);
      for (const ambito of ['casarano', 'lecce', 'fasano']) {
        const risposta = await fetch(`${osservatorio.origine}/api/v1/ambiti/${ambito}/indicatori?limite=5000`);
        risposte.add(`${ambito} ${risposta.status} ${await risposta.text()}`);
      }
      await osservatorio.kill();
    }
    expect(risposte.size).toBe(3);
  });
});
