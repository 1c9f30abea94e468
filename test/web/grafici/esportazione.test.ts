/** A chart that travels alone: nothing in it stands on anything else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import {
  type Didascalia,
  type Disposizione,
  layoutEsportazione,
  type Riquadro,
} from '../../../web/src/grafici/disposizione-esportazione.ts';
import { writeSvg } from '../../../web/src/grafici/esportazione.ts';
import { type ModelloGrafico, toModello } from '../../../web/src/grafici/modello.ts';
import { createScala } from '../../../web/src/grafici/scala.ts';
import { estimateLarghezza, wrapTesto } from '../../../web/src/grafici/testo.ts';
import { buildConfronto } from '../../../web/src/serie/confronto.ts';
import { chooseOsservazioni } from '../../../web/src/serie/scelta.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

const DIDASCALIA: Didascalia = {
  titolo: 'Spesa storica media per residente: Supersano 41,35 €, 2,4 volte Collepasso',
  misura: 'Casarano. Euro per abitante, nel triennio 2018-2020',
  fonte: 'Fonte: Piano Sociale di Zona 2022-2024, Cap. I, par. 1.4. Edizione 1 dei dati.',
  indirizzo: 'http://localhost:3000/casarano/confronto?indicatore=spesa-storica-procapite',
};

interface Caso {
  titolo: string;
  indicatore: string;
  periodo: string;
  valori: PerComune;
  evidenzia?: string[];
  soglia?: IndicatoreDto['soglia'];
}

const CASI: Caso[] = [
  {
    titolo: 'bars with the value of the ambito',
    indicatore: 'spesa-storica-procapite',
    periodo: '2018-2020',
    valori: {
      Supersano: 4135,
      Matino: 3233,
      Parabita: 2460,
      Casarano: 2444,
      Ruffano: 2408,
      Taurisano: 2226,
      Collepasso: 1716,
      ambito: 2573,
    },
  },
  {
    titolo: 'negatives, a zero, a long amount',
    indicatore: 'aumento-quota-denaro',
    periodo: '2022',
    valori: { Casarano: 691_574_000_000, Supersano: -446_948, Taurisano: 0, ambito: 98_216 },
    evidenzia: [codiceOf('Supersano')],
  },
  {
    titolo: 'dots on a cut scale',
    indicatore: 'componenti-medi',
    periodo: '2021',
    valori: { Casarano: 2.83, Parabita: 2.3, ambito: 2.54 },
  },
  {
    titolo: 'the ambito at the very end, with a threshold beside it',
    indicatore: 'peso-quota',
    periodo: '2022',
    valori: { Casarano: 30, Collepasso: 20, ambito: 40 },
    soglia: { valore: 39.9, verso: 'almeno', legge: 'L. 234/2021' },
  },
  { titolo: 'all missing', indicatore: 'peso-quota', periodo: '2022', valori: { Casarano: 'non-trasmesso' } },
  {
    titolo: 'all zero',
    indicatore: 'saldo-migratorio',
    periodo: '2021',
    valori: { Casarano: 0, Matino: 0, ambito: 0 },
  },
];

function model({ indicatore: id, periodo, valori, evidenzia = [], soglia }: Caso): ModelloGrafico {
  const indicatore = { ...describeIndicatore(id), ...(soglia ? { soglia } : {}) };
  const scelta = chooseOsservazioni(buildOsservazioni({ indicatore: id, periodo, valori }), { dimensioni: {} });
  return toModello(buildConfronto({ ambito: CASARANO, indicatore, scelta }), evidenzia);
}

const overlap = (a: Riquadro, b: Riquadro) =>
  a.x < b.x + b.larghezza && b.x < a.x + a.larghezza && a.y < b.y + b.altezza && b.y < a.y + a.altezza;

/** What stands on something else, or outside the picture: sentences, [] where all is well. */
function findFaults({ larghezza, altezza, testi, righe, linee }: Disposizione): string[] {
  const difetti: string[] = [];
  const tratti = linee.map(({ x, y1, y2, ruolo }) => ({ x, y: y1, larghezza: 0, altezza: y2 - y1, ruolo }));
  for (const [i, testo] of testi.entries()) {
    for (const altro of testi.slice(i + 1))
      if (overlap(testo, altro)) difetti.push(`«${testo.testo}» on «${altro.testo}»`);
    for (const riga of righe)
      if (overlap(testo, riga)) difetti.push(`«${testo.testo}» on the bar of ${riga.riga.nome}`);
    for (const tratto of tratti) if (overlap(testo, tratto)) difetti.push(`${tratto.ruolo} crosses «${testo.testo}»`);
  }
  for (const { x, y, larghezza: l, altezza: a } of [...testi, ...righe, ...tratti]) {
    if (x < 0 || y < 0 || x + l > larghezza || y + a > altezza || l < 0) difetti.push(`outside: ${x} ${y} ${l} ${a}`);
  }
  return difetti;
}

describe('the layout of an exported chart', () => {
  test.each(CASI)('$titolo', (caso) => {
    const disposizione = layoutEsportazione(model(caso), DIDASCALIA);
    expect(findFaults(disposizione)).toEqual([]);
    expect(disposizione.testi.filter(({ ruolo }) => ruolo === 'nome').map(({ testo }) => testo)).toEqual(
      model(caso).righe.map(({ nome }) => nome),
    );
  });

  test('whatever the names and the values', () => {
    const nome = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 34 });
    const valore = fc.option(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }));
    const modello = fc
      .record({
        nomi: fc.array(fc.tuple(nome, valore), { maxLength: 14 }),
        riferimento: valore,
        soglia: valore,
        daZero: fc.boolean(),
      })
      .map(({ nomi, riferimento, soglia, daZero }): ModelloGrafico => {
        const write = (v: number) => `${(v / 100).toFixed(2)} €`;
        const linea = (v: number | null, come: string) =>
          v === null ? null : { valore: v, nome: come, testo: write(v) };
        return {
          forma: daZero ? 'barre' : 'punti',
          righe: nomi.map(([uno, v], i) => ({
            chiave: String(i),
            nome: uno,
            valore: v,
            testo: v === null ? 'dato mancante' : write(v),
            evidenziata: i === 0,
            segnalazioni: [],
          })),
          scala: createScala(
            [...nomi.map(([, v]) => v), riferimento, soglia].filter((v) => v !== null),
            daZero,
          ),
          riferimento: linea(riferimento, 'Intero ambito'),
          soglia: linea(soglia, 'Minimo di legge'),
        };
      });
    fc.assert(
      fc.property(modello, fc.lorem({ maxCount: 40 }), (uno, titolo) => {
        expect(findFaults(layoutEsportazione(uno, { ...DIDASCALIA, titolo }))).toEqual([]);
      }),
    );
  });
});

describe('the exported document', () => {
  test.each(CASI)('$titolo: well-formed, with its title, its source and its address', (caso) => {
    const svg = writeSvg(model(caso), DIDASCALIA, '');
    const documento = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(documento.querySelector('title')?.textContent).toBe(DIDASCALIA.titolo);
    const scritte = [...documento.querySelectorAll('text')].map((t) => t.textContent).join(' ');
    for (const { nome, testo } of model(caso).righe) expect(scritte).toContain(`${nome} ${testo}`);
    expect(scritte).toContain(DIDASCALIA.fonte);
    expect(scritte).toContain(DIDASCALIA.indirizzo);
    expect(svg).not.toMatch(/NaN|undefined|Infinity| style=/);
  });

  test('a name cannot become markup', () => {
    const svg = writeSvg(model(CASI[0] as Caso), { ...DIDASCALIA, titolo: `<script>alert('1')</script> & "due"` }, '');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;due&quot;');
  });
});

test.each([
  ['', 100, ['']],
  ['una parola', 1000, ['una parola']],
  ['una parola', 20, ['una', 'parola']],
  ['precipitevolissimevolmente no', 20, ['precipitevolissimevolmente', 'no']],
])('%j within %d px', (testo, larghezza, righe) => {
  expect(wrapTesto(testo, 16, larghezza)).toEqual(righe);
  expect(righe.join(' ')).toBe(testo);
});

test('a line is never estimated shorter than a part of it', () => {
  expect(estimateLarghezza('Monteroni di Lecce', 17)).toBeGreaterThan(estimateLarghezza('Monteroni', 17));
});
