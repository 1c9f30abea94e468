import type { Ambito } from '../core/ambito.ts';
import type { Segnalazione } from '../core/controlli/controllo.ts';
import type { Quadro } from '../core/quadro.ts';
import { computeRisultati } from '../core/risultati.ts';
import type { Tabella } from '../core/tabelle/tabella.ts';
import { TIPI_ID, type TipoId } from '../core/tabelle/tipo.ts';
import { readAmbito } from '../store/ambiti.ts';
import { toCanonico } from '../store/canonico.ts';
import { assertInTempo } from '../store/contenuti.ts';
import type { Deposito, Edizione, ParteRegistrata, VersioneRegistrata } from '../store/deposito.ts';
import { commitEdizione, listEdizioni, readEdizione } from '../store/edizioni.ts';
import {
  ArchivioOccupatoError,
  type CambiamentoConcorrente,
  ConflittoError,
  NonPubblicabileError,
  NonTrovatoError,
} from '../store/errori.ts';
import { readQuadro, readTabella } from '../store/quadro.ts';
import { putRisultati } from '../store/risultati.ts';
import { findChiaviInDueParti } from './chiavi-doppie.ts';
import { sortParti } from './componi.ts';
import { compareTabelle } from './differenze.ts';
import { touches } from './esamina.ts';

export type PartiPerTipo = ReadonlyMap<TipoId, readonly ParteRegistrata[]>;

export interface Richiesta {
  readonly ambito: string;
  /** Edizione that the person had before their eyes; 0 where there was none. */
  readonly base: number;
  readonly azione: Edizione['azione'];
  readonly ruolo: string;
  readonly adesso: Date;
  /** By the store's clock, when the request began to read what it is going to name. */
  readonly iniziata: Date;
  readonly caricamenti: readonly string[];
  /** Tipi that must not have changed since `base`. */
  readonly tipi: readonly TipoId[];
  /** All the parti of those tipi as they would stand on top of `corrente`. May write contents, never more. */
  readonly propose: (corrente: Edizione | null) => Promise<PartiPerTipo>;
  /** The line of the register, from the versioni that change. */
  readonly describe: (nuove: readonly VersioneNuova[]) => string;
  /** Makes an edizione also where no parte changes but what is computed does. */
  readonly soloRisultati?: boolean;
}

export interface VersioneNuova extends VersioneRegistrata {
  readonly tipo: TipoId;
}

/** Publishers of other tipi that one may lose to before giving up. */
const GARE_MASSIME = 16;

/**
 * Makes the next edizione: writes everything it needs, then commits it with one conditional put. Whoever loses the race to
 * another tipo computes again on top of the winner, so that no result ever speaks of a table that is no longer there.
 * @returns the edizione in which the request holds: a new one, the one that an earlier try of the same request made, or the
 *   current one where nothing would change; null where nothing would change and there is none
 * @throws ConflittoError if one of the tipi changed since `base`
 * @throws NonPubblicabileError if the tables as they would stand have problems or findings that block
 */
export async function publishNuova(deposito: Deposito, richiesta: Richiesta): Promise<Edizione | null> {
  const ambito = await readAmbito(deposito, richiesta.ambito);
  if (!ambito) throw new NonTrovatoError(`L’ambito «${richiesta.ambito}» non è registrato.`);
  const base = richiesta.base === 0 ? null : await readEdizione(deposito, richiesta.ambito, richiesta.base);
  if (richiesta.base !== 0 && !base) {
    throw new NonTrovatoError(
      `L’edizione ${richiesta.base} di ${ambito.nome} non esiste: serve quella con cui la bozza è stata confrontata.`,
    );
  }
  for (let gara = 0; gara < GARE_MASSIME; gara++) {
    const successive = await listEdizioni(deposito, richiesta.ambito, { dopo: richiesta.base });
    const gia = successive.find((edizione) => isEsitoDi(edizione, richiesta));
    if (gia) return gia;
    const corrente = successive.at(-1) ?? base;
    assertInvariati(richiesta, base, corrente);
    const nuova = await prepareEdizione(deposito, { ambito, corrente, richiesta });
    if (!nuova) return corrente;
    assertInTempo(deposito, richiesta.iniziata);
    if (await commitEdizione(deposito, nuova)) return nuova;
  }
  throw new ArchivioOccupatoError('Troppe pubblicazioni nello stesso momento. Riprova tra qualche secondo.');
}

/** A request whose reply was lost finds its own work in the log. */
function isEsitoDi(edizione: Edizione, { caricamenti }: Richiesta): boolean {
  return caricamenti.length > 0 && caricamenti.every((id) => edizione.caricamenti.includes(id));
}

function assertInvariati(richiesta: Richiesta, base: Edizione | null, corrente: Edizione | null): void {
  const cambiamenti = richiesta.tipi.flatMap((tipo): CambiamentoConcorrente[] => {
    const ora = corrente?.versioni[tipo];
    if (ora?.versione === base?.versioni[tipo]?.versione) return [];
    const { versione = null, pubblicataIl = null, ruolo = null } = ora ?? {};
    return [{ tipo, versione, pubblicataIl, ruolo }];
  });
  if (cambiamenti.length === 0) return;
  throw new ConflittoError({ base: richiesta.base, corrente: corrente?.numero ?? 0, cambiamenti });
}

/** @returns null where nothing would change */
async function prepareEdizione(
  deposito: Deposito,
  { ambito, corrente, richiesta }: { ambito: Ambito; corrente: Edizione | null; richiesta: Richiesta },
): Promise<Edizione | null> {
  const { azione, ruolo, caricamenti } = richiesta;
  const numero = (corrente?.numero ?? 0) + 1;
  const pubblicataIl = richiesta.adesso.toISOString();
  const proposte = await richiesta.propose(corrente);
  const cambiate = TIPI_ID.flatMap((tipo) => {
    const cambiata = changeTipo(corrente?.versioni[tipo], sortParti(proposte.get(tipo) ?? []));
    return cambiata ? [{ tipo, ...cambiata, edizione: numero, pubblicataIl, ruolo }] : [];
  });
  if (cambiate.length === 0 && !richiesta.soloRisultati) return null;

  const dopo = await readQuadro(deposito, ambito, { versioni: withVersioni(corrente, cambiate) });
  const nuove: VersioneNuova[] = [];
  // One at a time: of what is replaced, no more than one table is ever in memory beside all that stands.
  for (const cambiata of cambiate) {
    const prima = corrente?.versioni[cambiata.tipo] ? await readTabella(deposito, corrente, cambiata.tipo) : null;
    nuove.push(compareVersione(cambiata, prima, dopo));
  }
  const risultati = computeRisultati(dopo);
  assertSenzaErrori(risultati.segnalazioni, nuove);
  const chiaveRisultati = await putRisultati(deposito, risultati);
  if (nuove.length === 0 && chiaveRisultati === corrente?.risultati) return null;
  return {
    ambito: ambito.id,
    numero,
    pubblicataIl,
    azione,
    ruolo,
    cosa: richiesta.describe(nuove),
    caricamenti,
    versioni: withVersioni(corrente, nuove),
    risultati: chiaveRisultati,
  };
}

/** @returns null where the tipo stays as it is */
function changeTipo(
  prima: VersioneRegistrata | undefined,
  parti: readonly ParteRegistrata[],
): Pick<VersioneNuova, 'versione' | 'parteNuova' | 'parti' | 'cambiamenti'> | null {
  const prime = prima?.parti ?? [];
  const nuova = parti.find((parte) => !prime.some((altra) => isStessaParte(parte, altra)));
  const parteNuova = (nuova ?? parti[0])?.parte;
  if (parteNuova === undefined || (!nuova && prime.length === parti.length)) return null;
  return { versione: (prima?.versione ?? 0) + 1, parteNuova, parti, cambiamenti: NESSUN_CAMBIAMENTO };
}

const NESSUN_CAMBIAMENTO = { aggiunte: 0, modificate: 0, tolte: 0 } as const;

function withVersioni(corrente: Edizione | null, nuove: readonly VersioneNuova[]): Edizione['versioni'] {
  return { ...corrente?.versioni, ...Object.fromEntries(nuove.map(({ tipo, ...versione }) => [tipo, versione])) };
}

/** @throws NonPubblicabileError if one key stands in two parti */
function compareVersione(nuova: VersioneNuova, prima: Tabella | null, dopo: Quadro): VersioneNuova {
  const tabella = dopo.tabelle.get(nuova.tipo);
  if (!tabella) throw new RangeError(`tabella «${nuova.tipo}» non composta`);
  const problemi = findChiaviInDueParti(tabella, nuova.parteNuova, dopo.ambito);
  if (problemi[0]) throw new NonPubblicabileError(problemi[0].messaggio, { problemi });
  const { aggiunte, modificate, tolte } = compareTabelle(prima, tabella, dopo.ambito);
  return { ...nuova, cambiamenti: { aggiunte, modificate, tolte } };
}

/** Two parti say the same when rows, bytes and stated source are the same: a corrected act is a change that readers must see. */
function isStessaParte(a: ParteRegistrata, b: ParteRegistrata): boolean {
  const identita = ({ parte, contenuto, sha256, fonte, contesto }: ParteRegistrata) =>
    toCanonico({ parte, contenuto, sha256, fonte, contesto });
  return identita(a) === identita(b);
}

/** Findings that block, on the tables being published: what stands already does not keep others from being corrected. */
function assertSenzaErrori(segnalazioni: readonly Segnalazione[], nuove: readonly VersioneNuova[]): void {
  const bloccanti = segnalazioni.filter((s) => s.gravita === 'errore' && nuove.some(({ tipo }) => touches(s, tipo)));
  const [prima] = bloccanti;
  if (!prima) return;
  const quanti = bloccanti.length === 1 ? 'c’è un errore' : `ci sono ${bloccanti.length} errori`;
  throw new NonPubblicabileError(`Non si può pubblicare: ${quanti} da correggere. ${prima.messaggio}`, {
    segnalazioni: bloccanti,
  });
}
