/** No false alarm on consistent schede, funds and quadro sinottico of any size; one broken amount, and its scheda is found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segnalazione } from '../../../functions/core/controlli/controllo.ts';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import { PANIERE_PDZ } from '../../../functions/core/fonti.ts';
import { LIVELLI } from '../../../functions/core/livelli.ts';
import { createQuadro, type DichiaratoDiProva, type FoglioDiProva, type RigaDiProva } from '../quadri.ts';

const INTERVENTI = ['A.1', 'A.2', 'B.1', 'B.4', 'C.2', 'D.4', 'E.8', 'F.6', 'F.8', 'T'] as const;
const ANNI = [2022, 2023, 2024] as const;
const NOMI = ['PdZ', 'QFP', 'PNRR', 'Regione'] as const;

/** The amounts of a year, one for each fonte: [] where the scheda states none. */
type Anno = readonly { readonly fonte: string; readonly cent: number }[];

interface Scheda {
  readonly intervento: string;
  readonly anni: readonly Anno[];
}

const anno = fc
  .subarray([...NOMI], { minLength: 1 })
  .chain((fonti) => fc.tuple(...fonti.map((fonte) => fc.nat(90_000_000).map((cent) => ({ fonte, cent })))));

const schede: fc.Arbitrary<Scheda[]> = fc
  .subarray([...INTERVENTI], { minLength: 1 })
  .chain((scelti) =>
    fc.tuple(...scelti.map((intervento) => fc.tuple(anno, anno, anno).map((anni) => ({ intervento, anni })))),
  );

const COLONNA_IMPORTO = 2;
const COLONNA_FONTI = 3;

/** A scheda as the reader gives it: one fonte fills the column of the amounts, several share the cell beside. */
function createScheda({ intervento, anni }: Scheda, rotta: Rottura | null): FoglioDiProva {
  const righe: RigaDiProva[] = [];
  const dichiarati: DichiaratoDiProva[] = [];
  let totale = 0;
  for (const [indice, voci] of anni.entries()) {
    const riga = indice + 2;
    const dellAnno = ANNI[indice] ?? 0;
    const somma = voci.reduce((cent, voce) => cent + voce.cent, 0);
    totale += somma;
    const sola = voci.length === 1;
    const scarto = (colonna: number) =>
      rotta?.intervento === intervento && rotta.riga === riga && rotta.colonna === colonna ? rotta.scarto : 0;
    for (const [posto, { fonte, cent }] of voci.entries()) {
      righe.push({
        riga,
        colonna: sola ? COLONNA_IMPORTO : COLONNA_FONTI,
        chiave: { intervento, anno: dellAnno, fonte },
        misure: { importo: cent + (posto === 0 ? scarto(sola ? COLONNA_IMPORTO : COLONNA_FONTI) : 0) },
      });
    }
    if (!sola) {
      dichiarati.push({
        ruolo: 'somma-riga',
        misura: 'importo',
        valori: { intervento, anno: dellAnno },
        valore: somma + scarto(COLONNA_IMPORTO),
        riga,
        colonna: COLONNA_IMPORTO,
      });
    }
  }
  const riga = anni.length + 2;
  const scarto = rotta?.intervento === intervento && rotta.riga === riga ? rotta.scarto : 0;
  const valori = { intervento };
  dichiarati.push({ ruolo: 'somma-colonna', misura: 'importo', valori, valore: totale + scarto, riga, colonna: 2 });
  return { tipo: 'programmazione', parte: intervento.toLowerCase(), righe, dichiarati };
}

/** Funds that are used to the last cent; what has no fund table of its own has one here. */
function createFondi(tutte: readonly Scheda[]): FoglioDiProva {
  const voci = tutte.flatMap(({ anni }) => anni.flat());
  const sum = (fonte: string) =>
    voci.filter((voce) => voce.fonte === fonte).reduce((cent, voce) => cent + voce.cent, 0);
  const paniere = PANIERE_PDZ.slice(1);
  const quota = Math.floor(sum('PdZ') / paniere.length);
  const righe = [
    ...paniere.map((fonte, i) => [fonte, i === 0 ? sum('PdZ') - quota * (paniere.length - 1) : quota] as const),
    ...NOMI.slice(1).map((fonte) => [fonte, sum(fonte)] as const),
  ];
  return {
    tipo: 'fondi',
    righe: righe.map(([fonte, importo]) => ({
      chiave: { fonte, periodo: '2022-2024', annualita_fondo: null, origine: 'competenza', vincolo: null },
      misure: { importo },
    })),
  };
}

function createSinottico(tutte: readonly Scheda[]): FoglioDiProva {
  return {
    tipo: 'servizi',
    righe: tutte.map(({ intervento }, i) => ({
      chiave: { ciclo: '2022-2024', intervento, livello: LIVELLI[i % LIVELLI.length] ?? null },
      misure: { voce: `Voce di ${intervento}` },
    })),
  };
}

interface Rottura {
  readonly intervento: string;
  readonly riga: number;
  readonly colonna: number;
  readonly scarto: number;
}

function check(fogli: readonly FoglioDiProva[]): Segnalazione[] {
  const quadro = createQuadro({ comuni: 1, fogli });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro));
}

/** Which scheda, which of its cells, by how many cents. */
const punto = fc.record({ quale: fc.nat(), dove: fc.nat(), scarto: fc.integer({ min: 1, max: 900_000 }) });

describe('consistent schede', () => {
  test('silence', () => {
    fc.assert(
      fc.property(schede, (tutte) => {
        const fogli = [
          ...tutte.map((scheda) => createScheda(scheda, null)),
          createFondi(tutte),
          createSinottico(tutte),
        ];
        expect(check(fogli)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('one broken amount, and its cell is among those in doubt, in its scheda alone', () => {
    fc.assert(
      fc.property(schede, punto, (tutte, { quale, dove, scarto }) => {
        const scheda = tutte[quale % tutte.length];
        if (!scheda) throw new RangeError('c’è sempre una scheda');
        const riga = 2 + (dove % (scheda.anni.length + 1));
        const divisa = (scheda.anni[riga - 2]?.length ?? 1) > 1;
        const colonna = divisa && dove % 2 === 0 ? COLONNA_FONTI : COLONNA_IMPORTO;
        const rotta = { intervento: scheda.intervento, riga, colonna, scarto };
        const trovate = check(tutte.map((una) => createScheda(una, rotta))).filter(({ codice }) =>
          codice.startsWith('somma-'),
        );
        expect(trovate.length).toBeGreaterThan(0);
        for (const { parte, celle } of trovate) {
          expect(parte).toBe(scheda.intervento.toLowerCase());
          expect(celle.map((cella) => `${cella.riga}:${cella.colonna}`)).toContain(`${riga}:${colonna}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a cent beyond the fund is named with both sides; a cent less is what is left', () => {
    fc.assert(
      fc.property(schede, fc.constantFrom(-1, 1), (tutte, scarto) => {
        fc.pre(tutte.some(({ anni }) => anni.flat().some(({ fonte, cent }) => fonte === 'QFP' && cent > 1)));
        const fondi = createFondi(tutte);
        const righe = fondi.righe.map((una) =>
          una.chiave.fonte === 'QFP' ? { ...una, misure: { importo: Number(una.misure.importo) + scarto } } : una,
        );
        const trovate = check([...tutte.map((scheda) => createScheda(scheda, null)), { ...fondi, righe }]);
        expect(trovate.map(({ codice, gravita, messaggio }) => [codice, gravita, messaggio.slice(0, 9)])).toEqual([
          ['capienza', scarto < 0 ? 'avviso' : 'nota', 'Fonte QFP'],
        ]);
        expect(trovate.map(({ celle }) => celle.length > 0)).toEqual([scarto < 0]);
      }),
      { numRuns: 60 },
    );
  });
});
