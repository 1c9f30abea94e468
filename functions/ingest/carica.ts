import { createHash } from 'node:crypto';
import type { Ambito } from '../core/ambito.ts';
import { TIPI } from '../core/tabelle/index.ts';
import type { Contesto, Lettura } from '../core/tabelle/lettura/leggi.ts';
import type { Fonte, Parte } from '../core/tabelle/tabella.ts';
import type { Tipo, TipoId } from '../core/tabelle/tipo.ts';
import { readAmbito } from '../store/ambiti.ts';
import { toCanonico } from '../store/canonico.ts';
import { type Caricamento, changeCaricamento, type StatoCaricamento } from '../store/caricamenti.ts';
import { assertInTempo, putTabella } from '../store/contenuti.ts';
import type { Deposito, Edizione, Sorgente } from '../store/deposito.ts';
import { readEdizione } from '../store/edizioni.ts';
import { NonTrovatoError } from '../store/errori.ts';
import { readQuadro } from '../store/quadro.ts';
import { readRisultati } from '../store/risultati.ts';
import { type Esame, examineLettura, refuseLettura } from './esamina.ts';
import { readSorgente, scanSorgente, toSorgente } from './sorgente.ts';

/** What comes with the file. */
export interface Parametri {
  readonly tipo: TipoId;
  /** What the file does not carry, and the parte that it replaces. */
  readonly contesto: Contesto;
  readonly fonte: Fonte;
  readonly nomeFile?: string;
}

interface Ricezione {
  /** Id of the ambito. */
  readonly ambito: string;
  readonly parametri: Parametri;
  readonly ruolo: string;
  /** Pseudonym of who brings it; absent where nobody in particular does. */
  readonly autore?: string | undefined;
  readonly adesso: Date;
}

export interface FileRicevuto extends Ricezione {
  readonly byte: Uint8Array;
}

export interface FileArrivato extends Ricezione {
  readonly sorgente: Sorgente;
  /** Puts it among the originals. */
  readonly keep: (sha256: string) => Promise<void>;
}

export interface Ricevuto {
  readonly caricamento: Caricamento;
  /** Whether these bytes with these parameters came for the first time. */
  readonly nuovo: boolean;
}

/** A file that came whole with its request. */
export function receiveFile(deposito: Deposito, file: FileRicevuto): Promise<Ricevuto> {
  return receiveSorgente(deposito, toArrivato(deposito, file));
}

export function toArrivato({ originali }: Deposito, { byte, ...ricezione }: FileRicevuto): FileArrivato {
  return { ...ricezione, sorgente: toSorgente(byte), keep: (sha256) => originali.put(sha256, byte) };
}

/**
 * Takes a file in: keeps its bytes whatever they hold, reads it, and says what would change if it were published now.
 * In order of durability: the original, then the rows (only of a file without problems), then the caricamento.
 * @throws NonTrovatoError where the ambito is not registered
 */
export async function receiveSorgente(
  deposito: Deposito,
  { ambito: ambitoId, sorgente, keep, parametri, ruolo, autore, adesso }: FileArrivato,
): Promise<Ricevuto> {
  const iniziata = deposito.now();
  const ambito = await readAmbito(deposito, ambitoId);
  if (!ambito) throw new NonTrovatoError(`L’ambito «${ambitoId}» non è registrato.`);
  const scorsa = await scanSorgente(sorgente);
  const { sha256 } = scorsa;
  await keep(sha256);

  const tipo = TIPI[parametri.tipo];
  const { contesto, fonte, nomeFile } = parametri;
  const id = identifyCaricamento(ambitoId, sha256, parametri);
  const corrente = await readEdizione(deposito, ambitoId);
  const lettura = await readSorgente(sorgente, scorsa, { tipo, ambito, contesto });
  const parte: Parte = {
    parte: contesto.parte,
    sha256,
    fonte,
    contesto,
    righe: lettura.righe.length,
    ...(nomeFile && { nomeFile }),
  };
  const esame = await examine(deposito, { ambito, tipo, parte, lettura, corrente });
  const rifiutato = esame.problemiTotali > 0;
  const contenuto = rifiutato ? null : await putTabella(deposito, lettura);
  const letto = {
    ambito: ambitoId,
    id,
    tipo: tipo.id,
    parte: contesto.parte,
    contesto,
    fonte,
    ...(nomeFile && { nomeFile }),
    ruolo,
    byte: sorgente.byte,
    sha256,
    base: corrente?.numero ?? 0,
    interpretazione: lettura.interpretazione,
    righe: lettura.righe.length,
    contenuto,
    ...esame,
  };
  const quando = adesso.toISOString();
  let nuovo = false;
  const caricamento = await changeCaricamento(deposito, letto, (gia) => {
    assertInTempo(deposito, iniziata);
    nuovo = gia === null;
    const suo = gia?.autore ?? autore;
    const stato = rifiutato ? 'rifiutato' : stateOf(gia, isInVigore(corrente, tipo.id, id));
    // The same file on the same tables says nothing new: an event that is delivered five times is one act.
    const ripetuto = gia?.stato === stato && gia.base === letto.base;
    const atti = [...(gia?.atti ?? []), ...(ripetuto ? [] : [{ quando, ruolo, azione: 'caricamento' as const }])];
    return { ...letto, stato, creatoIl: gia?.creatoIl ?? quando, ...(suo && { autore: suo }), atti };
  });
  return { caricamento, nuovo };
}

/** The name that a file was given on somebody's desk does not make it another file. */
export function identifyCaricamento(ambito: string, sha256: string, { tipo, contesto, fonte }: Parametri): string {
  return createHash('sha256').update(toCanonico({ ambito, sha256, tipo, contesto, fonte })).digest('hex').slice(0, 32);
}

/** What was shown to the organi stays before their eyes when the same file comes again; what was withdrawn comes back. */
function stateOf(gia: Caricamento | null, inVigore: boolean): StatoCaricamento {
  if (inVigore) return 'pubblicato';
  return gia?.stato === 'in-consultazione' ? 'in-consultazione' : 'letto';
}

function isInVigore(corrente: Edizione | null, tipo: TipoId, id: string): boolean {
  return corrente?.versioni[tipo]?.parti.some(({ caricamento }) => caricamento === id) ?? false;
}

interface DaEsaminare {
  readonly ambito: Ambito;
  readonly tipo: Tipo;
  readonly parte: Parte;
  readonly lettura: Lettura;
  readonly corrente: Edizione | null;
}

/** The whole ambito as it would stand with this file, against the ambito as it stands. */
async function examine(deposito: Deposito, { ambito, tipo, parte, lettura, corrente }: DaEsaminare): Promise<Esame> {
  if (lettura.problemiTotali > 0) return refuseLettura(lettura);
  const [quadro, risultati] = await Promise.all([
    readQuadro(deposito, ambito, corrente),
    corrente ? readRisultati(deposito, corrente.risultati) : null,
  ]);
  return examineLettura({ quadro, osservazioni: risultati?.osservazioni ?? [], tipo, parte, lettura });
}
