import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { handler } from '../../functions/pulizia/handler.ts';
import { putContenuto, readContenuto } from '../../functions/store/contenuti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { ContenutoGuastoError } from '../../functions/store/errori.ts';
import { type Banco, reopen, startBanco } from '../store/banco.ts';

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
  deposito = await banco.createDeposito();
});
afterAll(() => banco.stop());

const EVENTO = {} as Parameters<typeof handler>[0];

test('it is told the name of the table by the environment, and says how much it cleared', async () => {
  await expect(handler(EVENTO)).rejects.toThrow(/TABELLA/);
  const ambiente = {
    TABELLA: deposito.tabella,
    AWS_REGION: 'eu-south-1',
    AWS_ENDPOINT_URL_DYNAMODB: banco.endpoint,
    AWS_ACCESS_KEY_ID: 'prova',
    AWS_SECRET_ACCESS_KEY: 'prova',
  };
  for (const [nome, valore] of Object.entries(ambiente)) vi.stubEnv(nome, valore);
  const scritte: unknown[] = [];
  vi.spyOn(console, 'info').mockImplementation((riga: string) => void scritte.push(JSON.parse(riga)));
  const ieri = () => new Date(Date.now() - 25 * 3_600_000);
  const vecchio = await putContenuto(reopen(deposito, { ...banco, now: ieri }), { nome: 'nessuno lo nomina' });
  const nuovo = await putContenuto(deposito, { nome: 'qualcuno sta per nominarlo' });
  await handler(EVENTO);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(scritte).toEqual([{ livello: 'info', rotta: 'pulizia', contenuti: 1, blocchi: 1 }]);
  await expect(readContenuto(deposito, vecchio)).rejects.toBeInstanceOf(ContenutoGuastoError);
  expect(await readContenuto(deposito, nuovo)).toEqual({ nome: 'qualcuno sta per nominarlo' });
});
