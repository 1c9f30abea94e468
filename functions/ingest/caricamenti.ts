/** Drafts: a file comes in, is looked at, withdrawn or published. Nothing here is public before its publication. */
import { createHash } from 'node:crypto';
import type { Ambito } from '../core/ambito.ts';
import type { Ruolo } from '../core/http/ruoli.ts';
import type { CaricamentoDto } from '../core/http/schemi.ts';
import { TIPI } from '../core/tabelle/index.ts';
import { Rifiuto } from '../core/tabelle/lettura/rifiuto.ts';
import type { Gestori } from '../http/gestore.ts';
import { answerOriginale } from '../http/originale.ts';
import { paginate } from '../http/pagina.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { csv, json, VUOTA } from '../http/risposta.ts';
import { type Caricamento, listCaricamenti } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';
import { ContenutoGuastoError } from '../store/errori.ts';
import { hideBozza, showBozza, withdrawBozza } from './bozze.ts';
import { toArrivato } from './carica.ts';
import { toParametri } from './parametri.ts';
import { toEsameDto } from './presenta.ts';
import { publishCaricamenti } from './pubblica.ts';
import { restoreVersione } from './ripristina.ts';
import { loadFoglio, writeCopiaSorgente } from './sorgente.ts';
import { assertSostituibile, receiveAlPosto } from './sostituisci.ts';

type Bozza =
  | 'carica'
  | 'caricamenti'
  | 'caricamento'
  | 'caricamento-originale'
  | 'caricamento-copia'
  | 'caricamento-foglio'
  | 'apri-consultazione'
  | 'chiudi-consultazione'
  | 'ritira'
  | 'pubblica'
  | 'ripristina';

export const CARICAMENTI: Pick<Gestori<'ingest'>, Bozza> = {
  carica: async ({ deposito, risorse, query, corpo, ruolo, autore, now }) => {
    const { sostituisce, ...contesto } = query;
    await assertSostituibile(deposito, risorse.ambito, sostituisce);
    const arrivato = toArrivato(deposito, {
      ambito: risorse.ambito.id,
      byte: corpo,
      parametri: toParametri(risorse.ambito, contesto),
      ruolo,
      autore: toPseudonimo(autore, risorse.ambito),
      adesso: now(),
    });
    const { caricamento, nuovo } = await receiveAlPosto(deposito, arrivato, sostituisce);
    return json(toCaricamentoDto(caricamento), { stato: nuovo ? 201 : 200 });
  },
  caricamenti: async ({ deposito, risorse, query, ruolo }) => {
    const visibili = (await listCaricamenti(deposito, risorse.ambito.id)).filter(
      (una) => maySee(ruolo, una) && (query.stato?.includes(una.stato) ?? true),
    );
    const { pagina, cursore } = paginate(visibili, query);
    return json({ caricamenti: pagina.map(toCaricamentoDto), cursore });
  },
  caricamento: ({ risorse, ruolo }) => json(toCaricamentoDto(assertVisibile(ruolo, risorse.caricamento))),
  'caricamento-originale': ({ deposito, risorse, ruolo, now }) => {
    const { sha256, nomeFile, tipo, parte } = assertVisibile(ruolo, risorse.caricamento);
    const senzaNome = `${risorse.ambito.id}-${tipo}-${parte}`;
    return answerOriginale(deposito.originali, { sha256, nomeFile, senzaNome, adesso: now() });
  },
  'caricamento-copia': async ({ deposito, risorse, ruolo }) => {
    const { sha256, tipo, parte, contesto } = assertVisibile(ruolo, risorse.caricamento);
    const sorgente = await deposito.originali.open(sha256);
    if (!sorgente) throw new ContenutoGuastoError(`originale ${sha256} non trovato`);
    const copia = await writeCopiaSorgente(sorgente, { tipo: TIPI[tipo], ambito: risorse.ambito, contesto });
    if (copia instanceof Rifiuto) throw new RifiutoError(422, copia.motivo);
    return csv(copia, `${risorse.ambito.id}-${tipo}-${parte}-da-correggere.csv`);
  },
  'caricamento-foglio': async ({ deposito, risorse, ruolo, query }) => {
    const { sha256, interpretazione } = assertVisibile(ruolo, risorse.caricamento);
    const { foglio } = interpretazione;
    if (foglio === undefined) {
      throw new RifiutoError(404, 'Questo file non è un foglio di calcolo: le sue righe sono quelle dell’originale.');
    }
    const aperto = await loadFoglio(await fetchOriginale(deposito, sha256), foglio);
    if ('motivo' in aperto) throw new ContenutoGuastoError(`originale ${sha256}: ${aperto.motivo}`);
    const { righe } = aperto;
    const { pagina, cursore } = paginate(righe, query);
    return json({ foglio, righe: pagina.map(({ riga, celle }) => ({ riga, celle: [...celle] })), cursore });
  },
  'apri-consultazione': async ({ deposito, risorse: { caricamento }, ruolo, now }) =>
    json(toCaricamentoDto(await showBozza(deposito, caricamento, { quando: now().toISOString(), ruolo }))),
  'chiudi-consultazione': async ({ deposito, risorse: { caricamento }, ruolo, now }) =>
    json(toCaricamentoDto(await hideBozza(deposito, caricamento, { quando: now().toISOString(), ruolo }))),
  ritira: async ({ deposito, risorse, ruolo, autore, now }) => {
    const { caricamento, ambito } = risorse;
    if (ruolo === 'operatore' && caricamento.autore !== toPseudonimo(autore, ambito)) {
      throw new RifiutoError(
        403,
        'L’operatore ritira soltanto le bozze che ha caricato; le altre le ritira il responsabile.',
      );
    }
    await withdrawBozza(deposito, caricamento, { quando: now().toISOString(), ruolo });
    return VUOTA;
  },
  pubblica: async ({ deposito, risorse, corpo, ruolo, now }) => {
    const [pubblicazione] = await publishCaricamenti(deposito, {
      ambito: risorse.ambito.id,
      ids: [risorse.caricamento.id],
      base: corpo.base,
      ruolo,
      adesso: now(),
    });
    return json(pubblicazione);
  },
  ripristina: async ({ deposito, risorse, corpo, ruolo, now }) =>
    json(
      await restoreVersione(deposito, {
        ambito: risorse.ambito.id,
        tipo: risorse.tipo.id,
        versione: corpo.versione,
        ruolo,
        adesso: now(),
      }),
    ),
};

/** The organi look at a draft when the Ufficio di Piano shows it to them, not before. */
function maySee(ruolo: Ruolo, { stato }: Caricamento): boolean {
  return ruolo !== 'organi' || stato === 'in-consultazione';
}

function assertVisibile(ruolo: Ruolo, caricamento: Caricamento): Caricamento {
  if (maySee(ruolo, caricamento)) return caricamento;
  throw new RifiutoError(403, 'Questa bozza non è in consultazione.');
}

async function fetchOriginale(deposito: Deposito, sha256: string): Promise<Uint8Array> {
  const byte = await deposito.originali.get(sha256);
  if (!byte) throw new ContenutoGuastoError(`originale ${sha256} non trovato`);
  return byte;
}

/** Tells one's own drafts from a colleague's without keeping who anyone is. */
export function toPseudonimo(autore: string | undefined, ambito: Ambito): string | undefined {
  return autore && createHash('sha256').update(`${ambito.id} ${autore}`).digest('hex').slice(0, 16);
}

export function toCaricamentoDto(caricamento: Caricamento): CaricamentoDto {
  const { id, stato, tipo, parte, contesto, fonte, creatoIl, byte, sha256, base, interpretazione, righe } = caricamento;
  const { sostituitaDa } = caricamento;
  return {
    id,
    stato,
    tipo,
    parte,
    contesto: { ...contesto },
    fonte: { ...fonte },
    creatoIl,
    ...(byte !== undefined && { byte }),
    sha256,
    base,
    interpretazione,
    righe,
    ...(sostituitaDa !== undefined && { sostituitaDa }),
    atti: (caricamento.atti ?? []).map((atto) => ({ ...atto, sha256 })),
    ...toEsameDto(caricamento),
  };
}
