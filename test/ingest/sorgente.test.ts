import { expect, test } from 'vitest';
import { TIPI } from '../../functions/core/tabelle/index.ts';
import { readSorgente, scanSorgente, toSorgente, writeCopiaSorgente } from '../../functions/ingest/sorgente.ts';
import type { Sorgente } from '../../functions/store/deposito.ts';
import { writeXlsxDaCsv } from '../core/tabelle/lettura/xlsx-da-csv.ts';
import { createAmbito, famiglie } from './scena.ts';

const MASSIMO_FOGLIO_BYTE = 64 * 1024 * 1024;
const ATTESA = { tipo: TIPI.famiglie, ambito: createAmbito(), contesto: { parte: 'intera' } };
const { testo } = famiglie([1, 2, 3]);
const FOGLIO = new Uint8Array(writeXlsxDaCsv(testo));

/** What says of itself that it is so long, whatever it holds. */
function pretend(byte: number, dati: Uint8Array): Sorgente {
  return { ...toSorgente(dati), byte };
}

test.each([
  ['a spreadsheet of 64 MB', MASSIMO_FOGLIO_BYTE, FOGLIO, true],
  ['a longer one', MASSIMO_FOGLIO_BYTE + 1, FOGLIO, false],
  ['a longer text, which is never held whole,', MASSIMO_FOGLIO_BYTE + 1, new TextEncoder().encode(testo), true],
] as const)('%s (%i bytes)', async (...[, byte, dati, letto]) => {
  const sorgente = pretend(byte, dati);
  const lettura = await readSorgente(sorgente, await scanSorgente(sorgente), ATTESA);
  expect([lettura.righe.length, lettura.problemi.map(({ regola }) => regola)]).toEqual(
    letto ? [3, []] : [0, ['archivio-eccessivo']],
  );
  const copia = await writeCopiaSorgente(sorgente, ATTESA);
  if (letto) expect(copia).toMatch(/Ostuni;2021;3;6/);
  else expect(copia).toMatchObject({ regola: 'archivio-eccessivo', motivo: expect.stringContaining('supera i 64 MB') });
});
