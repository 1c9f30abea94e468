/** The yearly report: which chapters there are, what they say, and what can't be told yet. */
import { describe, expect, test } from 'vitest';
import type { AmbitoDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import { buildCapitolo, outlineRelazione } from '../../../web/src/serie/relazione.ts';
import { joinDocumenti } from '../../../web/src/serie/relazione-frasi.ts';
import { buildOsservazioni, CASARANO, describeIndicatore, type PerComune } from '../osservazioni.ts';

const plain = (testo: string) => testo.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

interface Materiali {
  readonly serie?: readonly OsservazioneDto[][];
  readonly servizi?: TabellaDto['righe'];
  readonly versioni?: AmbitoDto['versioni'];
}

function tellRelazione({ serie = [], servizi = [], versioni = {} }: Materiali) {
  const osservazioni = serie.flat();
  const catalogo = [...new Set(osservazioni.map((o) => o.indicatore))].map(describeIndicatore);
  const ambito: AmbitoDto = {
    id: 'casarano',
    nome: CASARANO.nome,
    capofila: CASARANO.capofila,
    formaGiuridica: CASARANO.formaGiuridica,
    comuni: CASARANO.comuni,
    cicli: CASARANO.cicli,
    edizione: 1,
    pubblicataIl: null,
    versioni,
  };
  const qualita = { edizione: 1, segnalazioni: [], cursore: null };
  const materia = { ambito, catalogo, osservazioni, qualita, versioni: {}, servizi };
  const sommario = outlineRelazione(materia, []);
  return { ...sommario, capitoli: sommario.capitoli.map((nominato) => buildCapitolo(materia, nominato)) };
}

const ANAGRAFE = { rilevazione: 'anagrafe' };
/** Piano Sociale di Zona 2022-2024 di Casarano, par. 1. */
const POPOLAZIONE: PerComune = {
  Casarano: 19_552,
  Collepasso: 5717,
  Matino: 11_108,
  Parabita: 8823,
  Ruffano: 9357,
  Supersano: 4228,
  Taurisano: 11_489,
  ambito: 70_274,
};
const SALDO: PerComune = { Casarano: -40, Supersano: 13, ambito: -152 };

const popolazione = buildOsservazioni({
  indicatore: 'popolazione',
  periodo: '2021',
  dimensioni: ANAGRAFE,
  valori: POPOLAZIONE,
});
const saldo = buildOsservazioni({ indicatore: 'saldo-migratorio', periodo: '2021', valori: SALDO });

const servizio = (riga: number, nome: string, attivo: string | null): TabellaDto['righe'][number] => ({
  parte: '2018-2021',
  riga,
  valori: { ciclo: '2018-2021', servizio: nome, attivo, ente_titolare: 'Ambito di Casarano' },
});

describe('the chapters', () => {
  const CASI = [
    {
      titolo: 'nothing published: every chapter is named as missing',
      materiali: {},
      anno: null,
      capitoli: [],
      mancanti: 7,
    },
    {
      titolo: 'residents alone: one chapter, numbered from one',
      materiali: { serie: [popolazione], versioni: { popolazione: 1 } },
      anno: '2021',
      capitoli: [
        {
          titolo: '1 La popolazione',
          frasi: [
            'Al 31 dicembre 2021 nei sette comuni dell’ambito vivono 70.274 persone.',
            'Tra i comuni, quanto a residenti, il valore più alto è di Casarano: 19.552 persone, 4,6 volte quello di Supersano (4.228). In tutto l’ambito: 70.274 persone.',
          ],
        },
      ],
      mancanti: 6,
    },
    {
      titolo: 'who arrives and who leaves, without a rate to draw',
      materiali: { serie: [saldo] },
      anno: null,
      capitoli: [
        {
          titolo: '1 Chi arriva e chi parte',
          frasi: ['Nel 2021 chi è partito supera chi è arrivato di 152 persone: è il saldo migratorio.'],
        },
      ],
      mancanti: 6,
    },
    {
      titolo: 'services: active, not active, not said',
      materiali: {
        servizi: [
          servizio(2, 'Asili nido', 'SI'),
          servizio(3, 'Strutture per disabili', 'NO'),
          servizio(4, 'Rete per il PIS', null),
          { parte: 'scheda-a-1', riga: 2, valori: { ciclo: '2022-2024', servizio: 'Segretariato' } },
        ],
      },
      anno: null,
      capitoli: [
        {
          titolo: '1 L’offerta di servizi',
          frasi: [
            'Dei 3 servizi del Piano 2018-2021 ne era attivo uno. Di «Rete per il PIS» il documento non lo dice.',
          ],
        },
      ],
      mancanti: 6,
    },
  ];
  test.each(CASI)('$titolo', ({ materiali, anno, capitoli, mancanti }) => {
    const relazione = tellRelazione(materiali);
    expect(relazione.anno).toBe(anno);
    expect(
      relazione.capitoli.map(({ numero, titolo, frasi }) => ({
        titolo: `${numero} ${titolo}`,
        frasi: frasi.map(plain),
      })),
    ).toEqual(capitoli);
    expect(relazione.mancanti).toHaveLength(mancanti);
  });

  test('a table that is there but says too little is named with what it lacks', () => {
    const { mancanti } = tellRelazione({ serie: [popolazione], versioni: { popolazione: 1 } });
    expect(mancanti[0]).toEqual({ titolo: 'Le età', tabelle: ['popolazione per fascia d’età'] });
  });

  test('two counts in one table are told apart', () => {
    const istat = buildOsservazioni({
      indicatore: 'variazione-popolazione',
      periodo: '2018-2021',
      dimensioni: { rilevazione: 'istat' },
      valori: { Casarano: -529, ambito: -1732 },
    });
    const [insieme] = tellRelazione({ serie: [popolazione, istat] }).capitoli;
    const [solo] = tellRelazione({ serie: [popolazione] }).capitoli;
    expect(insieme?.note).toHaveLength(1);
    expect(solo?.note).toEqual([]);
  });
});

describe('documents in a sentence', () => {
  const CASI: [string, string[], string][] = [
    ['none', [], ''],
    ['once each', ['Piano 2022-2024', 'Piano 2022-2024'], 'Piano 2022-2024'],
    [
      'years of one name, in order',
      ['ISTAT al 1° gennaio 2021', 'ISTAT al 1° gennaio 2019'],
      'ISTAT al 1° gennaio 2019 e 2021',
    ],
    ['different names', ['Piano 2022-2024', 'ISTAT, superfici'], 'ISTAT, superfici; Piano 2022-2024'],
  ];
  test.each(CASI)('%s', (_, documenti, detto) => expect(joinDocumenti(documenti)).toBe(detto));
});
