/** What the checks find between the schede, the funds, the quadro sinottico and the services: small tables, one trouble each. */
import { describe, expect, test } from 'vitest';
import { CONTROLLI } from '../../../functions/core/controlli/index.ts';
import type { Valore } from '../../../functions/core/tabelle/tabella.ts';
import { createQuadro, type FoglioDiProva } from '../quadri.ts';

/** `codice gravita tipo riga:colonna`, and how the sentence goes. */
function listTrovate(fogli: readonly FoglioDiProva[]): string[] {
  const quadro = createQuadro({ comuni: 1, fogli });
  return CONTROLLI.flatMap((controllo) => controllo.run(quadro)).map(
    ({ codice, gravita, tipo, riga, colonna, messaggio }) =>
      `${codice} ${gravita} ${tipo} ${riga}:${colonna} ${messaggio.replaceAll('\u202f', ' ')}`,
  );
}

function schede(righe: readonly [string, string | null, Valore, number?][]): FoglioDiProva {
  return {
    tipo: 'programmazione',
    righe: righe.map(([intervento, fonte, importo, anno = 2022]) => ({
      chiave: { intervento, anno, fonte },
      misure: { importo },
    })),
  };
}

function fondi(righe: readonly [string, number, Record<string, Valore>?][]): FoglioDiProva {
  return {
    tipo: 'fondi',
    righe: righe.map(([fonte, importo, altro]) => ({
      chiave: { fonte, periodo: '2022-2024', annualita_fondo: null, origine: 'competenza', vincolo: null, ...altro },
      misure: { importo },
    })),
  };
}

function sinottico(righe: readonly [string, string | null][]): FoglioDiProva {
  return {
    tipo: 'servizi',
    parte: 'quadro',
    righe: righe.map(([intervento, livello]) => ({
      chiave: { ciclo: '2022-2024', intervento, livello, titolo_intervento: `Titolo ${intervento}` },
      misure: { voce: livello },
    })),
  };
}

function servizi(righe: readonly [string, string][]): FoglioDiProva {
  return {
    tipo: 'servizi',
    parte: 'schede',
    righe: righe.map(([intervento, servizio]) => ({
      chiave: { ciclo: '2022-2024', intervento },
      misure: { servizio, utenza_testo: 'Cittadini' },
    })),
  };
}

const PANIERE = fondi([
  ['FNPS', 100],
  ['FNA', 100],
  ['FGSA', 100],
  ['Cofinanziamento comunale', 100],
]);

describe('a fonte holds what is programmed on it', () => {
  test.each<[caso: string, fogli: FoglioDiProva[], trovate: string[]]>([
    ['to the last cent', [schede([['A.1', 'PdZ', 400]]), PANIERE], []],
    [
      'PdZ is a basket, and the funds named one by one draw on it',
      [
        schede([
          ['A.1', 'PdZ', 350],
          ['A.2', 'FNPS', 60],
        ]),
        PANIERE,
      ],
      [
        'capienza avviso fondi null:null Fonte PdZ, 2022-2024: i fondi mettono a disposizione 4,00 € (FNPS 1,00 €, FNA 1,00 €, FGSA 1,00 €, Cofinanziamento comunale 1,00 €), le schede programmano 4,10 €; li superano di 0,10 €.',
      ],
    ],
    [
      'what is left is named',
      [schede([['A.1', 'QFP', 300]]), fondi([['QFP', 500]])],
      [
        'capienza nota fondi 2:6 Fonte QFP, 2022-2024: i fondi mettono a disposizione 5,00 €, le schede programmano 3,00 €; 2,00 € restano da programmare nelle schede.',
      ],
    ],
    [
      'what is left from earlier plans counts, and the same money in two tables counts once',
      [
        schede([['A.1', 'QFP', 800]]),
        fondi([
          ['QFP', 500, { annualita_fondo: '2021' }],
          ['QFP', 500, { annualita_fondo: '2021', periodo: '2022', origine: null }],
          ['QFP', 300, { annualita_fondo: '2018-2020', origine: 'residuo' }],
        ]),
      ],
      [],
    ],
    [
      'without a fund table: not verifiable',
      [schede([['A.1', 'PNRR', 300]])],
      [
        'capienza nota programmazione 2:4 Fonte PNRR, 2022-2024: le schede programmano 3,00 €, ma nessuna tabella dice la disponibilità di questo fondo: non verificabile.',
      ],
    ],
    [
      'a basket with a fund missing: not verifiable',
      [
        schede([['A.1', 'PdZ', 300]]),
        fondi([
          ['FNPS', 100],
          ['FGSA', 100],
        ]),
      ],
      [
        'capienza nota programmazione 2:4 Fonte PdZ, 2022-2024: le schede programmano 3,00 €, ma nessuna tabella dice la disponibilità di FNA e Cofinanziamento comunale: non verificabile.',
      ],
    ],
    [
      'zero and blanks need no fund',
      [
        schede([
          ['A.1', 'PNRR', 0],
          ['A.2', 'PAIS', null],
          ['A.3', null, 10],
        ]),
      ],
      [],
    ],
  ])('%s', (_caso, fogli, trovate) => {
    expect(listTrovate(fogli)).toEqual(trovate);
  });
});

describe('the total of a scheda', () => {
  const totale = (valore: number): FoglioDiProva => ({
    ...schede([
      ['D.4', null, null, 2022],
      ['D.4', null, 365, 2023],
      ['D.4', null, 725, 2024],
    ]),
    dichiarati: [
      { ruolo: 'somma-colonna', misura: 'importo', valori: { intervento: 'D.4' }, valore, riga: 5, colonna: 4 },
    ],
  });
  test('does without the years left blank', () => {
    expect(listTrovate([totale(1090)])).toEqual([]);
  });
  test('is held to the others', () => {
    expect(listTrovate([totale(1100)])).toEqual([
      'somma-colonna avviso programmazione 5:4 Tabella «Programmazione», colonna «importo»: il totale dichiarato è 11,00 €, le 2 righe con un importo insieme danno 10,90 €; la differenza è di 0,10 €.',
    ]);
  });
});

describe('every intervento is in all its places', () => {
  test.each<[caso: string, fogli: FoglioDiProva[], trovate: string[]]>([
    ['all three', [schede([['A.1', null, 100]]), sinottico([['A.1', 'LEPS']]), servizi([['A.1', 'PUA']])], []],
    ['a quadro alone says nothing of money', [sinottico([['A.1', 'LEPS']])], []],
    ['schede alone say nothing of levels', [schede([['A.1', null, 100]])], []],
    [
      'money and no level',
      [
        schede([['C.4', null, 100]]),
        sinottico([
          ['A.1', 'LEPS'],
          ['C.4', null],
        ]),
        schede([['A.1', null, 5]]),
      ],
      [
        'tra-tabelle avviso programmazione 2:4 L’intervento C.4 («Titolo C.4») ha 1,00 € programmati nella sua scheda, ma nessuna voce nel quadro sinottico del 2022-2024: il denaro non corrisponde a nessun livello di priorità.',
      ],
    ],
    [
      'neither money nor a level is no contradiction',
      [
        schede([
          ['C.4', null, 0],
          ['A.1', null, 5],
        ]),
        sinottico([
          ['A.1', 'LEPS'],
          ['C.4', null],
          ['D.3', null],
        ]),
      ],
      [],
    ],
    [
      'a level and no scheda',
      [
        schede([['A.1', null, 5]]),
        sinottico([
          ['A.1', 'LEPS'],
          ['D.1', 'ODS'],
        ]),
      ],
      [
        'tra-tabelle avviso servizi 3:5 L’intervento D.1 («Titolo D.1») è previsto nel quadro sinottico (ODS), ma nessuna scheda ne dice importo, anno e fonte: non si sa se sia finanziato.',
      ],
    ],
    [
      'a level, and a scheda with every year blank',
      [
        schede([
          ['B.1', 'Regione', null, 2022],
          ['B.1', 'Regione', null, 2023],
        ]),
        sinottico([['B.1', 'ODS']]),
      ],
      [
        'tra-tabelle avviso servizi 2:5 L’intervento B.1 («Titolo B.1») è previsto nel quadro sinottico (ODS), ma la sua scheda lascia in bianco l’importo di ogni anno: non si sa se sia finanziato.',
      ],
    ],
    [
      'a level, and a scheda at zero',
      [
        schede([
          ['B.8', null, 0, 2022],
          ['B.8', null, null, 2023],
        ]),
        sinottico([['B.8', 'ODS']]),
      ],
      [
        'tra-tabelle avviso servizi 2:5 L’intervento B.8 («Titolo B.8») è previsto nel quadro sinottico (ODS), ma la sua scheda programma 0,00 € per tutto il 2022-2024: non è finanziato.',
      ],
    ],
    [
      'a scheda and not in the quadro',
      [
        schede([
          ['A.1', null, 5],
          ['F.8', null, 7],
        ]),
        sinottico([['A.1', 'LEPS']]),
      ],
      [
        'tra-tabelle avviso programmazione 3:4 L’intervento F.8 ha una scheda con 0,07 € programmati, ma non è nel quadro sinottico del 2022-2024: non si sa a quale livello di priorità stia.',
      ],
    ],
    [
      'money and a level, and nobody says for whom',
      [
        schede([
          ['A.1', null, 5],
          ['A.2', null, 7],
        ]),
        sinottico([
          ['A.1', 'LEPS'],
          ['A.2', 'LEPS'],
        ]),
        servizi([['A.1', 'PUA']]),
      ],
      [
        'tra-tabelle avviso programmazione 3:4 L’intervento A.2 («Titolo A.2») ha 0,07 € programmati, ma nessuna tabella dice quali servizi lo compongono e per chi sono.',
      ],
    ],
  ])('%s', (_caso, fogli, trovate) => {
    expect(listTrovate(fogli)).toEqual(trovate);
  });
});

describe('what a fund reserves for an intervento', () => {
  const quota = fondi([
    ['FNA', 100, { periodo: '2022' }],
    ['FNA', 100, { periodo: '2022', vincolo: 'C.2' }],
  ]);
  const trova = (fogli: readonly FoglioDiProva[]) => listTrovate(fogli).filter((una) => una.startsWith('tra-tabelle'));
  test.each<[caso: string, scheda: FoglioDiProva, trovate: string[]]>([
    ['is in its scheda, on the fund itself', schede([['C.2', 'FNA', 100]]), []],
    ['is in its scheda, with more of the same basket', schede([['C.2', 'PdZ', 150]]), []],
    ['without the scheda: nothing to say', schede([['A.1', 'PdZ', 5]]), []],
    [
      'is more than the scheda has that year',
      schede([
        ['C.2', 'PdZ', 60, 2022],
        ['C.2', 'QFP', 900, 2022],
        ['C.2', 'PdZ', 80, 2023],
      ]),
      [
        'tra-tabelle avviso fondi 3:6 La tabella del fondo FNA destina 1,00 € a C.2 per il 2022; nella sua scheda C.2 ha 0,60 € da PdZ, che comprende FNA: mancano 0,40 €. In tutto il 2022-2024 la scheda ne programma 1,40 €.',
      ],
    ],
  ])('%s', (_caso, scheda, trovate) => {
    expect(trova([quota, scheda])).toEqual(trovate);
  });
});

describe('a fonte that a service names', () => {
  const conUtenza = (utenza: string): FoglioDiProva => ({
    tipo: 'servizi',
    parte: 'schede',
    righe: [{ chiave: { ciclo: '2022-2024', intervento: 'C.1' }, misure: { servizio: 'SAD', utenza_testo: utenza } }],
  });
  const trova = (fogli: readonly FoglioDiProva[]) => listTrovate(fogli).filter((una) => una.startsWith('tra-tabelle'));
  test.each<[caso: string, fogli: FoglioDiProva[], trovate: number]>([
    ['is among those of the scheda', [schede([['C.1', 'PAC Anziani', 1]]), conUtenza('10 con fondi PAC')], 0],
    ['is not', [schede([['C.1', 'PdZ', 1]]), conUtenza('10 con fondi PAC')], 1],
    ['is part of a longer word', [schede([['C.1', 'PdZ', 1]]), conUtenza('10 con capacità: PACE, IMPACT')], 0],
    ['where the scheda states no fonte', [schede([['C.1', null, 1]]), conUtenza('10 con fondi PAC')], 0],
    ['where there is no scheda', [conUtenza('10 con fondi PAC')], 0],
  ])('%s', (_caso, fogli, trovate) => {
    expect(trova(fogli)).toHaveLength(trovate);
  });
});

describe('names', () => {
  const PASSATO: FoglioDiProva = {
    tipo: 'servizi',
    righe: [
      { chiave: { ciclo: '2018-2021', servizio: 'Rete di servizi e strutture per PIS' }, misure: { attivo: 'SI' } },
    ],
  };
  test.each<[caso: string, fogli: FoglioDiProva[], frase: string]>([
    [
      'a near miss',
      [schede([['A.1', 'PNNR', 0]])],
      'la fonte «PNNR» non è tra le fonti conosciute: probabilmente è «PNRR», e come tale è contata.',
    ],
    [
      'an unknown fonte',
      [schede([['A.1', 'Fondazione Rossi', 0]])],
      'la fonte «Fondazione Rossi» non è tra le fonti conosciute: è contata per conto suo, fuori dal budget ordinario.',
    ],
    [
      'an intervento out of the numbering',
      [schede([['A.7', null, 0]])],
      'l’intervento «A.7» non è nella numerazione del piano regionale (A.1 … F.8, T).',
    ],
    [
      'a service of the raccordo under another name',
      [
        PASSATO,
        {
          tipo: 'raccordo',
          righe: [{ chiave: { intervento: 'B.7' }, misure: { servizio: 'Rete di servizi e struture per PIS' } }],
        },
      ],
      'il servizio «Rete di servizi e struture per PIS» non è tra quelli del ciclo precedente: probabilmente è «Rete di servizi e strutture per PIS».',
    ],
  ])('%s', (_caso, fogli, frase) => {
    const trovate = listTrovate(fogli);
    expect(trovate).toHaveLength(1);
    expect(trovate[0]).toMatch(/^dizionario avviso /);
    expect(trovate[0]).toContain(frase);
  });

  test('known names, in any writing', () => {
    const raccordo: FoglioDiProva = {
      tipo: 'raccordo',
      righe: [{ chiave: { intervento: 'B.7' }, misure: { servizio: 'RETE DI SERVIZI E STRUTTURE PER PIS' } }],
    };
    expect(listTrovate([PASSATO, raccordo, schede([['T', 'fondi regionali', 0]])])).toEqual([]);
  });
});
