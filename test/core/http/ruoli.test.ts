import { describe, expect, test } from 'vitest';
import { findRuolo, type Ruolo, readGruppi } from '../../../functions/core/http/ruoli.ts';

describe('readGruppi', () => {
  test.each<[string, unknown, string[]]>([
    ['an array as API Gateway writes it', '[casarano/operatore lecce/organi]', ['casarano/operatore', 'lecce/organi']],
    ['one group', '[casarano/responsabile]', ['casarano/responsabile']],
    ['one group without brackets', 'amministratore', ['amministratore']],
    ['an empty array', '[]', []],
    ['an array', ['casarano/organi', 7], ['casarano/organi']],
    ['no claim', undefined, []],
    ['something else', { gruppi: 'amministratore' }, []],
  ])('%s', (_titolo, claim, atteso) => {
    expect(readGruppi(claim)).toEqual(atteso);
  });
});

describe('findRuolo', () => {
  const tutti: readonly Ruolo[] = ['organi', 'operatore', 'responsabile', 'amministratore'];
  test.each<[string, Parameters<typeof findRuolo>, Ruolo | undefined]>([
    ['the role in the ambito', [['responsabile'], ['casarano/responsabile'], 'casarano'], 'responsabile'],
    ['a role in another ambito opens nothing', [tutti, ['lecce/responsabile'], 'casarano'], undefined],
    ['a role that the route does not admit', [['responsabile'], ['casarano/operatore'], 'casarano'], undefined],
    [
      'the most powerful of two',
      [['operatore', 'responsabile'], ['casarano/operatore', 'casarano/responsabile'], 'casarano'],
      'responsabile',
    ],
    ['amministratore is of no ambito', [['amministratore'], ['amministratore'], 'casarano'], 'amministratore'],
    ['amministratore of an ambito is nobody', [['amministratore'], ['casarano/amministratore'], 'casarano'], undefined],
    ['amministratore where not admitted', [['responsabile'], ['amministratore'], 'casarano'], undefined],
    ['an ambito whose name begins alike', [['operatore'], ['casarano-sud/operatore'], 'casarano'], undefined],
    ['a role without an ambito', [['operatore'], ['operatore'], 'casarano'], undefined],
    ['a route of no ambito', [['operatore'], ['undefined/operatore'], undefined], undefined],
  ])('%s', (_titolo, domanda, atteso) => {
    expect(findRuolo(...domanda)).toBe(atteso);
  });
});
