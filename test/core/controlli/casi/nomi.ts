/** Names that nobody knows, names that are nearly known, and fonti that a service names. */
import { type FoglioDiProva, foglio } from '../../quadri.ts';
import type { Caso } from './caso.ts';
import { schede } from './fogli-del-piano.ts';

const PASSATO = foglio('servizi', [
  [{ ciclo: '2018-2021', servizio: 'Centro sociale' }, { attivo: 'SI' }],
  [{ ciclo: '2018-2021', servizio: 'Rete di servizi e strutture per PIS' }, { attivo: 'SI' }],
]);

const raccordo = (...servizi: readonly string[]): FoglioDiProva =>
  foglio(
    'raccordo',
    servizi.map((servizio) => [{ intervento: 'B.7' }, { servizio }]),
  );

const descritto = (ciclo: string, misure: Readonly<Record<string, string>>): FoglioDiProva => ({
  ...foglio('servizi', [[{ ciclo, intervento: 'C.1' }, misure]]),
  parte: 'schede',
});

export const NOMI: readonly Caso[] = [
  {
    titolo: 'dizionario: a near miss of a fonte, an unknown one, an intervento out of the numbering',
    fogli: [
      schede([
        ['A.1', 'PNNR', 0],
        ['A.1', 'Fondazione Rossi', 0],
        ['A.7', null, 0],
      ]),
    ],
    attese: [
      'dizionario avviso programmazione 4:4 ambito',
      'dizionario avviso programmazione 2:4 ambito',
      'dizionario avviso programmazione 3:4 ambito',
    ],
  },
  {
    titolo: 'dizionario: a name that stands in no cell of its own is in doubt with its whole line',
    fogli: [
      {
        tipo: 'raccordo',
        righe: [{ chiave: { servizio: 'Centro diurno', intervento: 'Z.9' }, misure: {} }],
      },
    ],
    attese: ['dizionario avviso raccordo 2:null ambito'],
  },
  {
    titolo: 'dizionario: up to three letters away a service of the raccordo is a near miss, beyond it is another one',
    fogli: [
      PASSATO,
      raccordo('Rete di servizi e struture per PIS', 'Centro socialexyz', 'Centro socialewxyz', 'CENTRO SOCIALE'),
    ],
    attese: [
      'dizionario avviso raccordo 2:2 ambito',
      'dizionario avviso raccordo 3:2 ambito',
      'dizionario avviso raccordo 4:2 ambito',
    ],
  },
  {
    titolo: 'dizionario: known names, in any writing; without the past services nothing is said of the raccordo',
    fogli: [raccordo('Qualunque'), schede([['T', 'fondi regionali', 0]])],
    attese: [],
  },
  {
    titolo: 'tra-tabelle: a service names PAC, and its scheda has money of the PAC',
    fogli: [
      schede([['C.1', 'PAC Anziani', 0]]),
      descritto('2022-2024', { servizio: 'SAD', utenza_testo: 'con fondi PAC' }),
    ],
    attese: [],
  },
  {
    titolo: 'tra-tabelle: a service names PAC, and its scheda has none of it',
    fogli: [
      schede([
        ['C.1', 'PdZ', 0],
        ['C.1', 'PAC', 0, 2026],
        ['C.2', 'PAC', 0],
      ]),
      descritto('2022-2024', { servizio: 'SAD', utenza_testo: '10 con fondi PAC' }),
    ],
    attese: ['tra-tabelle avviso servizi 2:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: the fonte may stand in the name itself, or beside a voce',
    fogli: [
      schede([['C.1', 'PdZ', 0]]),
      descritto('2022-2024', { servizio: 'Centri PNRR' }),
      { ...descritto('2022-2024', { voce: 'ADI', articolo_rr: 'con PON' }), parte: 'voci' },
    ],
    attese: ['tra-tabelle avviso servizi 2:3 ambito', 'tra-tabelle avviso servizi 2:4 ambito'],
  },
  {
    titolo: 'tra-tabelle: an acronym that is part of a longer word is no fonte; nor is one without a ciclo held to any',
    fogli: [
      schede([['C.1', 'PdZ', 0]]),
      descritto('2022-2024', { servizio: 'SAD', utenza_testo: 'con capacità: PACE, IMPACT' }),
      { ...descritto('', { servizio: 'SAD', utenza_testo: 'con fondi PAC' }), parte: 'senza ciclo' },
    ],
    attese: [],
  },
  {
    titolo: 'tra-tabelle: a service names PAC where the scheda states no fonte, or where there is none',
    fogli: [
      schede([['C.1', null, 1]]),
      descritto('2022-2024', { servizio: 'SAD', utenza_testo: 'con fondi PAC' }),
      { ...foglio('servizi', [[{ ciclo: '2022-2024', intervento: 'C.3' }, { servizio: 'PAC' }]]), parte: 'altre' },
      { ...foglio('servizi', [[{ ciclo: '2022-2024', intervento: null }, { servizio: 'PAC' }]]), parte: 'sciolte' },
    ],
    attese: [],
  },
];
