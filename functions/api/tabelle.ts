/** The published tables: rows, declared figures, versions, original files. */
import { createHash } from 'node:crypto';
import { type Cella, type Importo, writeCsv } from '../core/http/csv.ts';
import type { TabellaDto, VersioniDto } from '../core/http/schemi.ts';
import type { Dichiarato, Tabella, Valore } from '../core/tabelle/tabella.ts';
import type { Tipo } from '../core/tabelle/tipo.ts';
import type { Gestori } from '../http/gestore.ts';
import { answerOriginale } from '../http/originale.ts';
import { paginate } from '../http/pagina.ts';
import { toValoreCella } from '../http/presenta.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { csv, json } from '../http/risposta.ts';
import type { Deposito, Edizione, VersioneRegistrata } from '../store/deposito.ts';
import { listVersioni } from '../store/edizioni.ts';
import { readTabella } from '../store/quadro.ts';
import { openEdizione } from './edizione.ts';

export const TABELLE: Pick<Gestori<'api'>, 'tabella' | 'tabella-csv' | 'versioni' | 'originale'> = {
  tabella: async ({ deposito, risorse, query }) => {
    const { ambito, tipo } = risorse;
    const edizione = await openEdizione(deposito, ambito, query);
    const numero = edizione?.numero ?? 0;
    const { versione, righe, dichiarati } = await openTabella(deposito, edizione, tipo);
    const { pagina, prima, cursore } = paginate(righe, query, numero);
    const dto: TabellaDto = {
      edizione: numero,
      versione,
      righe: pagina.map(({ parte, riga, valori }) => ({ parte, riga, valori: toValori(tipo, valori) })),
      // Not paged, so they come once, with the first rows.
      dichiarati: prima ? dichiarati.map((dichiarato) => toDichiaratoDto(tipo, dichiarato)) : [],
      cursore,
    };
    return json(dto);
  },
  'tabella-csv': async ({ deposito, risorse, query }) => {
    const { ambito, tipo } = risorse;
    const edizione = await openEdizione(deposito, ambito, query);
    const { versione, righe } = await openTabella(deposito, edizione, tipo);
    const colonne = tipo.colonne.map(({ id }) => id);
    return csv(
      writeCsv(
        ['parte', 'riga', ...colonne],
        righe.map(({ parte, riga, valori }) => [
          parte,
          riga,
          ...colonne.map((colonna) => toCellaCsv(tipo, colonna, valori[colonna])),
        ]),
      ),
      `${ambito.id}-${tipo.id}-versione-${versione}.csv`,
    );
  },
  versioni: async ({ deposito, risorse, query }) => {
    const versioni = await listVersioni(deposito, risorse.ambito.id, risorse.tipo.id);
    const { pagina, cursore } = paginate(versioni.toReversed(), query);
    return json({ versioni: pagina.map(toVersioneDto), cursore });
  },
  originale: async ({ deposito, risorse, now }) => {
    const { ambito, tipo, versione, parte } = risorse;
    const versioni = await listVersioni(deposito, ambito.id, tipo.id);
    const registrata = versioni.find((una) => una.versione === versione)?.parti.find((una) => una.parte === parte);
    if (!registrata) {
      throw new RifiutoError(
        404,
        `La tabella «${tipo.id}» non ha una versione ${versione} con la parte «${parte.slice(0, 80)}».`,
      );
    }
    const { sha256, nomeFile } = registrata;
    return answerOriginale(deposito.originali, {
      sha256,
      nomeFile,
      senzaNome: `${ambito.id}-${tipo.id}-${parte}`,
      durata: 'immutabile',
      adesso: now(),
    });
  },
};

const VUOTA: Pick<Tabella, 'versione' | 'righe' | 'dichiarati'> = { versione: 0, righe: [], dichiarati: [] };

/** A table that the edizione doesn't have is empty, not an error: nothing of it has been published. */
async function openTabella(deposito: Deposito, edizione: Edizione | null, tipo: Tipo): Promise<typeof VUOTA> {
  return edizione?.versioni[tipo.id] ? readTabella(deposito, edizione, tipo.id) : VUOTA;
}

function toValori(tipo: Tipo, valori: Readonly<Record<string, Valore>>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(valori).map(([colonna, valore]) => [colonna, toValoreCella(tipo, colonna, valore)]),
  );
}

function toDichiaratoDto(tipo: Tipo, dichiarato: Dichiarato): TabellaDto['dichiarati'][number] {
  const { parte, ruolo, misura, valori, valore, posizione } = dichiarato;
  return {
    parte,
    riga: posizione.riga,
    colonna: posizione.colonna,
    ruolo,
    misura,
    valori: toValori(tipo, valori),
    valore: ruolo === 'quota-percentuale' ? valore : toValoreCella(tipo, misura, valore),
    scritto: posizione.scritto,
  };
}

function toCellaCsv(tipo: Tipo, colonna: string, valore: Valore | undefined): Cella | Importo {
  const mostrato = toValoreCella(tipo, colonna, valore ?? null);
  return typeof valore === 'number' && typeof mostrato === 'string' ? { importo: mostrato } : mostrato;
}

function toVersioneDto(versione: VersioneRegistrata): VersioniDto['versioni'][number] {
  const parti = versione.parti.map(({ parte, sha256, righe, fonte, contesto }) => ({
    parte,
    sha256,
    righe,
    fonte: { ...fonte },
    contesto: { ...contesto },
  }));
  const nuova = parti.find(({ parte }) => parte === versione.parteNuova) ?? parti[0];
  return {
    versione: versione.versione,
    edizione: versione.edizione,
    pubblicataIl: versione.pubblicataIl,
    ruolo: versione.ruolo,
    righe: parti.reduce((somma, { righe }) => somma + righe, 0),
    cambiamenti: { ...versione.cambiamenti },
    parti,
    sha256: hashOf(parti.map(({ sha256 }) => sha256)),
    fonte: nuova?.fonte ?? { documento: '' },
  };
}

/** Of the one file, or of the concatenated hashes where there are more. */
function hashOf(impronte: readonly string[]): string {
  const [unica] = impronte;
  if (impronte.length === 1 && unica) return unica;
  return createHash('sha256').update(impronte.join('')).digest('hex');
}
