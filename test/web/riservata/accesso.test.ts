/** Entering: what leaves for the hosted pages, what comes back, who one then is. */
import { describe, expect, test } from 'vitest';
import { findRitorno, findVista, scrivania } from '../../../web/src/riservata/indirizzi.ts';
import {
  buildAndata,
  buildUscita,
  computeSfida,
  createAndata,
  readRitorno,
  toBase64Url,
} from '../../../web/src/riservata/pkce.ts';
import { createRegistro, listAmbiti, listGruppi, ruoloIn } from '../../../web/src/riservata/sessione.ts';

describe('PKCE', () => {
  test('the challenge is the one of RFC 7636, appendix B', async () => {
    expect(await computeSfida('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  test('state and verifier are two, long enough, of letters that an address takes as they are', () => {
    let volta = 0;
    const { stato, verifica } = createAndata(() => new Uint8Array(32).fill(++volta), '/area-riservata');
    expect(stato).not.toBe(verifica);
    for (const uno of [stato, verifica]) expect(uno).toMatch(/^[\w-]{43}$/);
  });

  const accesso = { dominio: 'https://pdz.example', cliente: 'abc', ritorno: 'https://sito.example/area-riservata' };
  test('what leaves asks for a code, with the challenge and no secret', () => {
    const { origin, pathname, searchParams } = new URL(buildAndata(accesso, 'S', 'C'));
    expect([origin, pathname, Object.fromEntries(searchParams)]).toEqual([
      'https://pdz.example',
      '/oauth2/authorize',
      {
        response_type: 'code',
        client_id: 'abc',
        redirect_uri: 'https://sito.example/area-riservata',
        scope: 'openid',
        state: 'S',
        code_challenge: 'C',
        code_challenge_method: 'S256',
        lang: 'it',
      },
    ]);
    expect(buildUscita(accesso)).toBe(
      'https://pdz.example/logout?client_id=abc&logout_uri=https%3A%2F%2Fsito.example%2Farea-riservata',
    );
  });

  const andata = { stato: 'S', verifica: 'V', indirizzo: '/area-riservata/casarano' };
  test.each<[string, Record<string, string>, typeof andata | null, string]>([
    ['a code that was asked for', { code: 'c', state: 'S' }, andata, 'codice'],
    ['a code with the state of somebody else', { code: 'c', state: 'X' }, andata, 'rifiutato'],
    ['a code that nobody here asked for', { code: 'c', state: 'S' }, null, 'rifiutato'],
    ['a refusal', { error: 'access_denied', state: 'S' }, andata, 'rifiutato'],
    ['nothing', {}, andata, 'nessuno'],
  ])('%s: %s', (...[, ricerca, kept, esito]) => {
    expect(readRitorno(ricerca, kept).esito).toBe(esito);
  });
});

/** A token with those groups; nobody verifies it here. */
function buildGettone(gruppi: unknown): string {
  const corpo = toBase64Url(new TextEncoder().encode(JSON.stringify({ 'cognito:groups': gruppi })));
  return `testa.${corpo}.firma`;
}

describe('who is in', () => {
  test.each<[string, string, string[]]>([
    ['groups', buildGettone(['casarano/operatore', 'lecce/organi']), ['casarano/operatore', 'lecce/organi']],
    ['letters that are not ASCII', buildGettone(['forlì/organi']), ['forlì/organi']],
    ['no groups', buildGettone(undefined), []],
    ['what is not a token', 'niente', []],
    ['a body that is not JSON', 'a.!!!.c', []],
  ])('%s', (_titolo, accessToken, gruppi) => {
    expect(listGruppi({ accessToken })).toEqual(gruppi);
  });

  test('ambiti and roles follow from the groups', () => {
    const gruppi = ['casarano/operatore', 'casarano/responsabile', 'lecce/organi', 'amministratore', 'fasano/altro'];
    expect(listAmbiti(gruppi)).toEqual(['casarano', 'lecce']);
    expect(['casarano', 'lecce', 'fasano'].map((ambito) => ruoloIn(gruppi, ambito))).toEqual([
      'responsabile',
      'organi',
      undefined,
    ]);
  });

  test('a reload finds who was in; leaving forgets; what is not ours is nobody', () => {
    const voci = new Map<string, string>();
    const archivio = {
      getItem: (chiave: string) => voci.get(chiave) ?? null,
      setItem: (chiave: string, valore: string) => void voci.set(chiave, valore),
      removeItem: (chiave: string) => void voci.delete(chiave),
    };
    const registro = createRegistro(archivio);
    let cambi = 0;
    registro.subscribe(() => {
      cambi += 1;
    });
    registro.write({ accessToken: 'a', refreshToken: 'r' });
    expect(createRegistro(archivio).read()).toEqual({ accessToken: 'a', refreshToken: 'r' });
    registro.write(null);
    expect([createRegistro(archivio).read(), cambi, voci.size]).toEqual([null, 2, 0]);
    archivio.setItem('osservatorio.sessione', '{"accessToken":7}');
    expect(createRegistro(archivio).read()).toBeNull();
  });
});

describe('after the way in one is back', () => {
  test.each([
    ['in the draft that one was in', '/area-riservata/casarano/bozze/a1', '/area-riservata/casarano/bozze/a1'],
    ['with what the address said', '/area-riservata/casarano/carica?tipo=fondi&da=a1', undefined],
    [
      'without what the hosted pages said',
      '/area-riservata/casarano?code=c&state=s&error=e',
      '/area-riservata/casarano',
    ],
    ['at the start, from the start', '/area-riservata', undefined],
    ['at the start, from nowhere', '', '/area-riservata'],
    ['at the start, from another site', 'https://altrove.example/area-riservata/casarano', '/area-riservata'],
    ['at the start, from another site without a scheme', '//altrove.example/area-riservata', '/area-riservata'],
    ['at the start, from another site behind the desk', '/area-riservata//altrove.example', '/area-riservata'],
    ['at the start, from a backslash', '/\\altrove.example', '/area-riservata'],
    ['at the start, from a script', 'javascript:alert(1)', '/area-riservata'],
    ['at the start, from another page of the site', '/casarano/spesa', '/area-riservata'],
    ['at the start, from a name that begins alike', '/area-riservatamente/casarano', '/area-riservata'],
    ['at the start, from a view that is not there', '/area-riservata/casarano/altro', '/area-riservata'],
  ])('%s', (_titolo, lasciato, trovato = lasciato) => {
    expect(findRitorno(lasciato)).toBe(trovato);
  });
});

describe('the addresses of the desk', () => {
  test.each([
    [scrivania.inizio(), { vista: 'inizio' }],
    [scrivania.tabelle('casarano'), { vista: 'tabelle', ambito: 'casarano' }],
    [scrivania.carica('casarano'), { vista: 'carica', ambito: 'casarano' }],
    [scrivania.bozza('casarano', 'a1'), { vista: 'bozza', ambito: 'casarano', id: 'a1' }],
    [scrivania.storia('casarano', 'fondi'), { vista: 'storia', ambito: 'casarano', tipo: 'fondi' }],
    ['/area-riservata/', { vista: 'inizio' }],
    ['/area-riservata/casarano/altro', null],
    ['/area-riservata/casarano/bozze', null],
    ['/area-riservata/casarano/bozze/a1/altro', null],
    ['/area-riservata/%E0%A4%A', { vista: 'tabelle', ambito: '%E0%A4%A' }],
  ])('%s', (percorso, vista) => {
    expect(findVista(percorso)).toEqual(vista);
  });
});
