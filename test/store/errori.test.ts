import { expect, test } from 'vitest';
import {
  ArchivioOccupatoError,
  type CambiamentoConcorrente,
  ConflittoError,
  ContenutoGuastoError,
  NonPubblicabileError,
  NonTrovatoError,
} from '../../functions/store/errori.ts';

const CAMBIAMENTO: CambiamentoConcorrente = {
  tipo: 'famiglie',
  versione: 2,
  pubblicataIl: '2026-06-22T08:15:00.000Z',
  ruolo: 'responsabile',
};

test.each([
  [new NonTrovatoError('m'), 'NonTrovatoError'],
  [new ConflittoError({ base: 1, corrente: 2, cambiamenti: [CAMBIAMENTO] }), 'ConflittoError'],
  [new NonPubblicabileError('m'), 'NonPubblicabileError'],
  [new ArchivioOccupatoError('m'), 'ArchivioOccupatoError'],
  [new ContenutoGuastoError('m'), 'ContenutoGuastoError'],
])('%s is called %s in the journal', (errore, nome) => {
  expect(errore.name).toBe(nome);
});

test.each<[string, readonly Partial<CambiamentoConcorrente>[]]>([
  ['la versione 2 della tabella «famiglie» il 22/06/2026 alle 10:15 (ruolo: responsabile)', [{}]],
  ['la versione 2 della tabella «famiglie» (ruolo: responsabile)', [{ pubblicataIl: null }]],
  ['la versione 2 della tabella «famiglie» il 22/06/2026 alle 10:15', [{ ruolo: null }]],
  ['un’edizione senza la tabella «famiglie»', [{ versione: null, pubblicataIl: null, ruolo: null }]],
  [
    'la versione 2 della tabella «famiglie»; la versione 3 della tabella «migrazioni»',
    [
      { pubblicataIl: null, ruolo: null },
      { tipo: 'migrazioni', versione: 3, pubblicataIl: null, ruolo: null },
    ],
  ],
])('a conflict says what was published: %s', (cosa, diversi) => {
  const cambiamenti = diversi.map((diverso) => ({ ...CAMBIAMENTO, ...diverso }));
  const errore = new ConflittoError({ base: 1, corrente: 4, cambiamenti });
  expect(errore.message).toBe(
    `Dopo l’edizione 1, su cui è stato fatto il confronto, qualcuno ha pubblicato ${cosa}. ` +
      'Ricarica lo stesso file per confrontarlo con i dati di oggi, poi pubblicalo.',
  );
  expect(errore).toMatchObject({ base: 1, corrente: 4, cambiamenti });
});

test('what may not be published says no more than it knows', () => {
  expect(new NonPubblicabileError('m')).toMatchObject({ message: 'm', problemi: [], segnalazioni: [] });
});
