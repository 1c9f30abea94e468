/** What does not depend on any ambito: types of table, indicators, tools, health, the API's own description. */
import { fromDecimale, splitImporto, toDecimale } from '../core/denaro.ts';
import type { IndicatoreDto, TipoDto } from '../core/http/schemi.ts';
import { INDICATORI } from '../core/indicatori/index.ts';
import type { Indicatore } from '../core/indicatori/indicatore.ts';
import { listLayout } from '../core/tabelle/lettura/layout-anni.ts';
import { writeModello } from '../core/tabelle/modello.ts';
import { toTableSchema } from '../core/tabelle/schema.ts';
import { type Colonna, TIPI_ID, type Tipo } from '../core/tabelle/tipo.ts';
import type { Gestori } from '../http/gestore.ts';
import { paginate } from '../http/pagina.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { csv, json } from '../http/risposta.ts';
import { listAmbiti } from '../store/ambiti.ts';

type Catalogo =
  | 'salute'
  | 'tipi'
  | 'tipo'
  | 'tipo-schema'
  | 'tipo-modello'
  | 'indicatori'
  | 'indicatore'
  | 'riparto'
  | 'openapi';

export const CATALOGHI: Pick<Gestori<'api'>, Catalogo> = {
  salute: async ({ deposito, versione, id, giornale }) => {
    const risponde = await listAmbiti(deposito).then(
      () => true,
      (errore: unknown) => {
        giornale({ id, rotta: 'salute', errore });
        return false;
      },
    );
    if (!risponde) throw new RifiutoError(503, 'L’archivio non risponde. Riprova tra qualche minuto.');
    return json({ stato: 'ok', versione }, { durata: 'riservata' });
  },
  tipi: async ({ query }) => {
    const { TIPI } = await import('../http/tipi.ts');
    const { pagina, cursore } = paginate(TIPI_ID, query);
    return json({ tipi: pagina.map((id) => toTipoDto(TIPI[id])), cursore });
  },
  tipo: ({ risorse }) => json(toTipoDto(risorse.tipo)),
  'tipo-schema': ({ risorse }) => json(toTableSchema(risorse.tipo)),
  'tipo-modello': ({ risorse }) => csv(writeModello(risorse.tipo), `${risorse.tipo.id}-modello.csv`),
  indicatori: ({ query }) => {
    const { pagina, cursore } = paginate(INDICATORI, query);
    return json({ indicatori: pagina.map(toIndicatoreDto), cursore });
  },
  indicatore: ({ risorse }) => json(toIndicatoreDto(risorse.indicatore)),
  riparto: ({ corpo }) => {
    const { importo, chiavi } = corpo;
    if (new Set(chiavi.map(({ id }) => id)).size < chiavi.length) {
      throw new RifiutoError(400, 'Due chiavi hanno lo stesso «id»: ogni chiave deve averne uno suo.');
    }
    if (chiavi.every(({ peso }) => peso === 0)) {
      throw new RifiutoError(400, 'Tutti i pesi sono zero: non c’è una chiave con cui ripartire.');
    }
    const quote = splitImporto(fromDecimale(importo), chiavi);
    return json({
      quote: quote.map(({ id, importoCent, resto }) => ({ id, importo: toDecimale(importoCent), resto })),
    });
  },
  openapi: async ({ versione }) => {
    // Asked for once in a while, by programs: what makes JSON Schemas stays out of every other start.
    const { buildOpenApi } = await import('../core/http/openapi.ts');
    return json(buildOpenApi(versione));
  },
};

export function toTipoDto(tipo: Tipo): TipoDto {
  return {
    id: tipo.id,
    titolo: tipo.titolo,
    descrizione: tipo.descrizione,
    chiLaHa: tipo.chiLaHa,
    chiave: [...tipo.chiave],
    daContesto: [...tipo.daContesto],
    copertura: tipo.copertura,
    colonne: tipo.colonne.map(toColonnaDto),
    layout: listLayout(tipo).map(({ id, titolo, esempio }) => ({ id, titolo, esempio })),
  };
}

function toColonnaDto({ unita, valori, sinonimi, ...colonna }: Colonna): TipoDto['colonne'][number] {
  const { id, titolo, descrizione, formato, obbligatoria, esempio } = colonna;
  return {
    id,
    titolo,
    descrizione,
    formato,
    obbligatoria,
    ...(unita ? { unita } : {}),
    ...(valori ? { valori: [...valori] } : {}),
    sinonimi: [...sinonimi],
    esempio,
  };
}

export function toIndicatoreDto({ compute: _, ...definizione }: Indicatore): IndicatoreDto {
  return { ...definizione, tabelle: [...definizione.tabelle], avvertenze: [...definizione.avvertenze] };
}
