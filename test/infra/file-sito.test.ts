import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFileSito } from '../../infra/file-sito.ts';
import { withCartella } from '../osservatorio.ts';

const CONFIGURAZIONE = '{"accesso":{"modo":"cognito","dominio":"https://pdz.example","cliente":"x"}}';
const PER_SEMPRE = 'public, max-age=31536000, immutable';
const SI_RICHIEDE = 'public, max-age=0, must-revalidate';

test('what has its hash in its name goes first and is kept for ever, the shell goes last and is asked for again', () =>
  withCartella(async (cartella) => {
    await mkdir(join(cartella, 'assets'));
    for (const nome of [
      'index.html',
      'icona.svg',
      'configurazione.json',
      'assets/index-B1x2y3z4.js',
      'assets/a-C1x2y3z4.woff2',
    ]) {
      await writeFile(join(cartella, nome), nome);
    }
    const file = await listFileSito(cartella, CONFIGURAZIONE);
    expect(file.slice(0, 2).map(({ tipo, durata }) => [tipo, durata])).toEqual(
      expect.arrayContaining([
        ['text/javascript; charset=utf-8', PER_SEMPRE],
        ['font/woff2', PER_SEMPRE],
      ]),
    );
    expect(file.slice(2).map(({ chiave, durata }) => [chiave, durata])).toEqual([
      ['icona.svg', SI_RICHIEDE],
      ['assente.html', 'no-store'],
      ['configurazione.json', SI_RICHIEDE],
      ['index.html', SI_RICHIEDE],
    ]);
    const assente = file.find(({ chiave }) => chiave === 'assente.html');
    expect([Buffer.from(assente?.byte ?? []).toString(), assente?.dati]).toEqual(['index.html', { stato: '404' }]);
    const accesso = file.find(({ chiave }) => chiave === 'configurazione.json');
    expect(Buffer.from(accesso?.byte ?? []).toString()).toBe(CONFIGURAZIONE);
  }));

test('a site that has not been built is not uploaded', () =>
  withCartella(async (cartella) => {
    await expect(listFileSito(join(cartella, 'nulla'), CONFIGURAZIONE)).rejects.toThrow('npm run build:web');
  }));
