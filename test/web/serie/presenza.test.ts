import { expect, test } from 'vitest';
import type { TipoDto, VersioniDto } from '../../../functions/core/http/schemi.ts';
import { buildPresenza } from '../../../web/src/serie/presenza.ts';

type VersioneDto = VersioniDto['versioni'][number];

const tipo = (id: TipoDto['id']): TipoDto => ({
  id,
  titolo: id,
  descrizione: '',
  chiave: [],
  daContesto: [],
  copertura: 'libera',
  colonne: [],
  layout: [],
});

const FONTE = { documento: 'Piano Sociale di Zona 2022-2024' };

function versione(numero: number, contesti: readonly VersioneDto['parti'][number]['contesto'][]): VersioneDto {
  return {
    versione: numero,
    edizione: numero,
    pubblicataIl: `2026-11-2${numero}T10:00:00Z`,
    ruolo: 'responsabile',
    righe: 7,
    cambiamenti: { aggiunte: 7, modificate: 0, tolte: 0 },
    parti: contesti.map((contesto, i) => ({ parte: `parte-${i}`, sha256: '', righe: 1, fonte: FONTE, contesto })),
    sha256: '',
    fonte: FONTE,
  };
}

const CATALOGO = [{ titolo: 'Residenti per assistente sociale', tabelle: ['personale' as const] }];

test.each<[string, VersioneDto['parti'][number]['contesto'][], string | null]>([
  ['a year', [{ anno: 2021 }], '2021'],
  ['the year that closes last', [{ anno: 2019 }, { anno: 2021 }, { periodo: '2018-2020' }], '2021'],
  ['a span that closes later than the years', [{ anno: 2021 }, { ciclo: '2022-2024' }], '2022-2024'],
  ['the year rather than the span that closes with it', [{ periodo: '2018-2021' }, { anno: 2021 }], '2021'],
  ['no period where no file states one', [{ parte: 'istat' }], null],
])('a table reaches as far as its files say: %s', (_, contesti, finoA) => {
  const { presenti } = buildPresenza({
    ambito: { versioni: { popolazione: 1 } },
    tipi: [tipo('popolazione')],
    catalogo: [],
    versioni: { popolazione: [versione(1, contesti)] },
    segnalazioni: [],
  });
  expect(presenti.map((una) => una.finoA)).toEqual([finoA]);
});

test('what is current is told, and what has never come since the first publication', () => {
  const presenza = buildPresenza({
    ambito: { versioni: { popolazione: 2 } },
    tipi: [tipo('popolazione'), tipo('personale')],
    catalogo: CATALOGO,
    versioni: { popolazione: [versione(2, [{ anno: 2022 }]), versione(1, [{ anno: 2021 }])] },
    segnalazioni: [],
  });
  expect(presenza.presenti).toMatchObject([{ versione: 2, finoA: '2022', file: 1, segnalazioni: 0 }]);
  expect(presenza.mancanti).toMatchObject([
    { tipo: { id: 'personale' }, indicatori: ['Residenti per assistente sociale'] },
  ]);
  expect(presenza.dal).toBe('2026-11-21T10:00:00Z');
});
