import { describe, expect, test } from 'vitest';
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';
import { groupPerControllo, groupSegnalazioni } from '../../../web/src/serie/segnalazioni.ts';
import { tellAltre, tellNonTornano } from '../../../web/src/serie/segnalazioni-frasi.ts';

function found(codice: SegnalazioneDto['codice'], cambia: Partial<SegnalazioneDto> = {}): SegnalazioneDto {
  return {
    codice,
    gravita: 'avviso',
    tipo: 'famiglie',
    versione: 1,
    parte: 'anagrafe-2021',
    riga: 6,
    colonna: 3,
    comune: null,
    periodo: '2021',
    misura: 'residenti',
    dichiarato: '8.824',
    ricalcolato: '8.823',
    differenza: '+1',
    messaggio: codice,
    titolo: codice,
    perche: '',
    ...cambia,
  };
}

const SENZA_CIFRE = { dichiarato: null, ricalcolato: null, differenza: null };
const NOTA = { gravita: 'nota' } as const;

describe('what was found, by what it asks of a reader', () => {
  test.each([
    ['a declared figure that its numbers contradict', found('tra-tabelle'), 'nonTornano'],
    ['a figure that blocks', found('copertura', { gravita: 'errore' }), 'nonTornano'],
    ['a threshold of the law is no contradiction', found('vincolo'), 'daGuardare'],
    ['an intervento that one table has and another has not', found('tra-tabelle', SENZA_CIFRE), 'daGuardare'],
    ['a name written otherwise', found('dizionario', { ...SENZA_CIFRE, dichiarato: 'PON INCLUSIOE' }), 'daGuardare'],
    ['a cent of difference', found('somma-colonna', NOTA), 'arrotondamenti'],
    ['what is left on a fund', found('capienza', NOTA), 'annotazioni'],
  ] as const)('%s', (_, segnalazione, gruppo) => {
    const gruppi = groupSegnalazioni([segnalazione]);
    expect(Object.entries(gruppi).filter(([, trovate]) => trovate.length > 0)).toEqual([[gruppo, [segnalazione]]]);
  });
});

describe('the sentences', () => {
  const casi: readonly { nome: string; trovate: SegnalazioneDto[]; nonTornano: string; altre: string }[] = [
    {
      nome: 'nothing found',
      trovate: [],
      nonTornano: 'Nelle tabelle pubblicate nessuna cifra contraddice le altre.',
      altre: '',
    },
    {
      nome: 'only rounding',
      trovate: [found('somma-riga', NOTA)],
      nonTornano: 'Nelle tabelle pubblicate nessuna cifra contraddice le altre.',
      altre: 'Una differenza sta dentro l’arrotondamento.',
    },
    {
      nome: 'some of each',
      trovate: [found('rapporto'), found('scala'), found('vincolo'), found('capienza', NOTA), found('capienza', NOTA)],
      nonTornano: 'Due cifre dichiarate non tornano con gli stessi numeri pubblicati.',
      altre:
        'Un’altra cosa è da guardare: una soglia, un intervento che manca in una tabella o un nome scritto in altro modo. Due note dicono quanto resta su un fondo, o che cosa non si può verificare.',
    },
  ];
  test.each(casi)('$nome', ({ trovate, nonTornano, altre }) => {
    const gruppi = groupSegnalazioni(trovate);
    expect([tellNonTornano(gruppi), tellAltre(gruppi)]).toEqual([nonTornano, altre]);
  });
});

describe('what one check found, read once', () => {
  const altrove = { tipo: 'territorio', parte: 'dichiarato-2021' } as const;
  test.each([
    [
      'two figures that contradict each other in two tables are one thing',
      [found('tra-tabelle'), found('tra-tabelle', altrove)],
      [2],
    ],
    [
      'the same figures of another comune are another',
      [found('tra-tabelle'), found('tra-tabelle', { comune: '075059' })],
      [1, 1],
    ],
    [
      'what has no figures to compare is never put together',
      [found('tra-tabelle', SENZA_CIFRE), found('tra-tabelle', SENZA_CIFRE)],
      [1, 1],
    ],
  ])('%s', (_, segnalazioni, luoghi) => {
    const [famiglia] = groupPerControllo(segnalazioni);
    expect(famiglia?.riscontri.map((uno) => uno.segnalazioni.length)).toEqual(luoghi);
  });

  test('a floor missed in three years is told once, with the years', () => {
    const anni = ['2022', '2023', '2024'].map((periodo) => found('vincolo', { periodo }));
    expect(groupPerControllo(anni)[0]?.riscontri.map(({ periodi }) => periodi)).toEqual([['2022', '2023', '2024']]);
  });

  test('each check has its own heading, in the order of what was found', () => {
    const famiglie = groupPerControllo([found('vincolo'), found('scala'), found('vincolo', { comune: '075016' })]);
    expect(famiglie.map(({ codice, riscontri }) => [codice, riscontri.length])).toEqual([
      ['vincolo', 2],
      ['scala', 1],
    ]);
  });
});
