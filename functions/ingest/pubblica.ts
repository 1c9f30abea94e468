import { TIPI } from '../core/tabelle/index.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import { type Caricamento, readCaricamento } from '../store/caricamenti.ts';
import type { Deposito, Edizione, ParteRegistrata } from '../store/deposito.ts';
import { NonPubblicabileError, NonTrovatoError } from '../store/errori.ts';
import { type PartiPerTipo, publishNuova, type VersioneNuova } from './nuova-edizione.ts';

export interface RichiestaPubblicazione {
  readonly ambito: string;
  /** Caricamenti that become public together, in one edizione. */
  readonly ids: readonly string[];
  /** Edizione that the person compared them with; 0 where there was none. */
  readonly base: number;
  readonly ruolo: string;
  readonly adesso: Date;
}

/** Where a tipo stands after a publication: the versione that is current, and the edizione that brought it. */
export interface Pubblicazione {
  readonly edizione: number;
  readonly tipo: TipoId;
  readonly versione: number;
}

/**
 * Publishes caricamenti in one edizione, with everything computed from the whole ambito. Asked again after success, or with
 * what is current already, it makes nothing new and answers the same.
 * @returns one entry for each tipo of the caricamenti
 * @throws NonTrovatoError if the ambito, the base or a caricamento does not exist
 * @throws ConflittoError if one of their tipi changed since `base`
 * @throws NonPubblicabileError if one was refused or withdrawn, or together they have problems or findings that block
 */
export async function publishCaricamenti(
  deposito: Deposito,
  { ambito, ids, base, ruolo, adesso }: RichiestaPubblicazione,
): Promise<Pubblicazione[]> {
  const iniziata = deposito.now();
  const caricamenti = await Promise.all(ids.map((id) => fetchCaricamento(deposito, ambito, id)));
  const tipi = [...new Set(caricamenti.map(({ tipo }) => tipo))];
  assertDistinti(caricamenti);
  const parti = caricamenti.map((caricamento) => ({ tipo: caricamento.tipo, parte: toParte(caricamento) }));
  const edizione = await publishNuova(deposito, {
    ambito,
    base,
    azione: 'pubblicazione',
    ruolo,
    adesso,
    iniziata,
    caricamenti: ids,
    tipi,
    propose: async (corrente) => replaceParti(corrente, parti),
    describe: describeVersioni,
  });
  return tipi.map((tipo) => toPubblicazione(edizione, tipo));
}

/** @throws NonTrovatoError where the edizione does not have the tipo */
export function toPubblicazione(edizione: Edizione | null, tipo: TipoId): Pubblicazione {
  const versione = edizione?.versioni[tipo];
  if (!versione) throw new NonTrovatoError(`La tabella «${tipo}» non è stata ancora pubblicata.`);
  return { edizione: versione.edizione, tipo, versione: versione.versione };
}

async function fetchCaricamento(deposito: Deposito, ambito: string, id: string): Promise<Caricamento> {
  const caricamento = await readCaricamento(deposito, ambito, id);
  if (!caricamento) throw new NonTrovatoError(`Il caricamento «${id}» non esiste.`);
  return caricamento;
}

function toParte({ stato, problemi, contenuto, ...caricamento }: Caricamento): ParteRegistrata {
  if (stato === 'ritirato') throw new NonPubblicabileError('Questo caricamento è stato ritirato: ricarica il file.');
  if (contenuto === null) {
    throw new NonPubblicabileError('Questo file ha problemi da correggere: correggilo e ricaricalo.', { problemi });
  }
  const { parte, sha256, nomeFile, fonte, righe, contesto, id } = caricamento;
  return { parte, sha256, ...(nomeFile && { nomeFile }), fonte, righe, contenuto, contesto, caricamento: id };
}

function assertDistinti(caricamenti: readonly Caricamento[]): void {
  const viste = new Set<string>();
  for (const { tipo, parte } of caricamenti) {
    const chiave = `${tipo} ${parte}`;
    if (viste.has(chiave)) {
      throw new NonPubblicabileError(
        `Due file portano la stessa parte «${parte}» della tabella «${tipo}»: scegline uno.`,
      );
    }
    viste.add(chiave);
  }
}

function replaceParti(
  corrente: Edizione | null,
  nuove: readonly { readonly tipo: TipoId; readonly parte: ParteRegistrata }[],
): PartiPerTipo {
  const proposte = new Map<TipoId, ParteRegistrata[]>();
  for (const { tipo, parte } of nuove) {
    const parti = proposte.get(tipo) ?? [...(corrente?.versioni[tipo]?.parti ?? [])];
    proposte.set(tipo, [...parti.filter((altra) => altra.parte !== parte.parte), parte]);
  }
  return proposte;
}

/** The line of the register: `Pubblicata la tabella «Popolazione residente» (versione 2)`. */
function describeVersioni(nuove: readonly VersioneNuova[]): string {
  const tabelle = nuove.map(({ tipo, versione }) => `«${TIPI[tipo].titolo}» (versione ${versione})`);
  return tabelle.length === 1 ? `Pubblicata la tabella ${tabelle[0]}` : `Pubblicate le tabelle ${tabelle.join(', ')}`;
}
