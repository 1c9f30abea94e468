import { describe, expect, test } from 'vitest';
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';
import { groupSegnalazioni } from '../../../web/src/serie/segnalazioni.ts';
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
      nonTornano: 'Le cifre dichiarate tornano con gli stessi numeri pubblicati.',
      altre: '',
    },
    {
      nome: 'only rounding',
      trovate: [found('somma-riga', NOTA)],
      nonTornano: 'Le cifre dichiarate tornano con gli stessi numeri pubblicati.',
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
