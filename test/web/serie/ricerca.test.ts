import { describe, expect, test } from 'vitest';
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { INDICATORI } from '../../../functions/core/indicatori/index.ts';
import { findVoci, type Indice, listVoci, MASSIMO_VOCI } from '../../../web/src/serie/ricerca.ts';
import { buildCartaServizi } from '../../../web/src/serie/servizi.ts';
import { CASARANO, describeIndicatore } from '../osservazioni.ts';

const LECCE = { id: 'lecce', nome: 'Ambito Territoriale Sociale di Lecce', capofila: '075035' };
const toAmbito = (ambito: Pick<AmbitoDto, 'id' | 'nome' | 'capofila' | 'comuni'>): AmbitoDto => ({
  formaGiuridica: 'convenzione',
  cicli: [],
  edizione: 1,
  pubblicataIl: null,
  versioni: {},
  ...ambito,
});

const INDICE: Indice = {
  ambiti: [toAmbito(CASARANO), toAmbito({ ...LECCE, comuni: [{ codiceIstat: '075035', nome: 'Lecce' }] })],
  catalogo: INDICATORI.map(({ id }) => describeIndicatore(id)),
  servizi: buildCartaServizi(
    ['Asilo nido', 'Servizio di Assistenza Domiciliare', 'Trasporto sociale'].map((servizio, i) => ({
      parte: 'prova',
      riga: i + 2,
      valori: { ciclo: '2022-2024', intervento: 'A.1', servizio },
    })),
  ).servizi,
};

describe('what one writes leads to', () => {
  test.each<[string, string | null, string]>([
    ['parabita', 'casarano', '/casarano/comuni/075059'],
    ['Parab', null, '/casarano/comuni/075059'],
    ['075059', null, '/casarano/comuni/075059'],
    ['parabitta', null, '/casarano/comuni/075059'],
    ['lecce', 'casarano', '/lecce/comuni/075035'],
    ['ambito di lecce', 'casarano', '/lecce'],
    ['vecchiaia', 'casarano', '/casarano/confronto?indicatore=indice-vecchiaia'],
    ['vecchiaia', null, '/metodo/indicatori/indice-vecchiaia'],
    ['badante', 'casarano', '/casarano/servizi?servizio=a-1-servizio-di-assistenza-domiciliare'],
    ['asilo', 'casarano', '/casarano/servizi?servizio=a-1-asilo-nido'],
    ['tavoli', 'casarano', '/casarano/percorso'],
    ['LEPS', 'casarano', '/casarano/leps'],
    ['qualità', 'casarano', '/casarano/qualita'],
    ['csv', null, '/dati'],
    ['assistenti sociali', 'casarano', '/casarano/leps#assistenti'],
    ['assistenti sociali', null, '/casarano/leps#assistenti'],
    ['quanti assistenti sociali mancano', 'casarano', '/casarano/leps#assistenti'],
    ['soldi non spesi', 'casarano', '/casarano/spesa#risposta'],
    ['errori nel piano', 'casarano', '/casarano/qualita#risposta'],
    ['chi paga meno', 'casarano', '/casarano/cofinanziamento#risposta'],
    ['che cosa è cambiato dal 2018', 'casarano', '/casarano#cambiamenti'],
    ['leps senza soldi', 'casarano', '/casarano/leps#risposta'],
    ['quanto si spende', 'casarano', '/casarano/spesa'],
    ['FNA', 'casarano', '/casarano/spesa'],
    ['quando si riunisce il tavolo', 'casarano', '/casarano/percorso'],
    ['sindacati', 'casarano', '/casarano/percorso'],
    ['scadenza', 'casarano', '/casarano/percorso'],
    ['tavolo anziani', 'casarano', '/casarano/percorso'],
    ['quota minima come si calcola', 'casarano', '/casarano/cofinanziamento#chiave'],
    ['se calano i trasferimenti', 'casarano', '/casarano/cofinanziamento#simulatore'],
    ['quanto spende il mio comune', 'casarano', '/casarano/confronto#risposta'],
    ['cooperative', 'casarano', '/casarano/servizi#titolari'],
    ['leps 2023', 'casarano', '/casarano/leps'],
    ['sedia a rotelle', 'casarano', '/casarano/servizi?servizio=a-1-servizio-di-assistenza-domiciliare'],
  ])('«%s» in %s: %s', (testo, ambito, href) => {
    expect(findVoci(INDICE, ambito, testo)[0]?.href).toBe(href);
  });

  test('where nothing has all the words, what has some: the comune, and what is asked of it', () => {
    const href = findVoci(INDICE, 'casarano', 'quanto paga Supersano').map((voce) => voce.href);
    expect(href.slice(0, 2)).toEqual(['/casarano/comuni/075081', '/casarano/cofinanziamento#risposta']);
  });

  test('«nido» leads to the service, and to how many places there are', () => {
    const href = findVoci(INDICE, 'casarano', 'nido').map((voce) => voce.href);
    expect(href[0]).toBe('/casarano/servizi?servizio=a-1-asilo-nido');
    expect(href).toContain('/casarano/leps#nido');
  });

  test.each(['', '   ', '…', 'zzzzzz', 'di', 'casa di riposo'])('nothing: «%s»', (testo) => {
    const servizi = findVoci(INDICE, 'casarano', testo).filter(({ dettaglio }) => dettaglio === 'servizio');
    expect(testo === 'di' ? servizi : findVoci(INDICE, 'casarano', testo)).toEqual([]);
  });

  test('never more than can be read at a glance, never the same address twice', () => {
    for (const testo of ['a', 'c', 's', 'spesa', 'residenti']) {
      const href = findVoci(INDICE, 'casarano', testo).map((voce) => voce.href);
      expect(href.length).toBeLessThanOrEqual(MASSIMO_VOCI);
      expect(new Set(href).size).toBe(href.length);
    }
  });

  test('services are of the ambito that one is in: elsewhere there are none', () => {
    expect(findVoci(INDICE, null, 'asilo').filter(({ dettaglio }) => dettaglio === 'servizio')).toEqual([]);
  });
});

test('everything that can be found has an address of its own', () => {
  for (const ambito of ['casarano', null]) {
    const href = listVoci(INDICE, ambito).map((voce) => voce.href);
    expect(new Set(href).size).toBe(href.length);
    expect(href.every((uno) => uno.startsWith('/'))).toBe(true);
  }
});
