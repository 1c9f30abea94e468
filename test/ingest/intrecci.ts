/**
 * Three publishers, a restore, clean-up and a slow reader on one ambito, in any order of their calls to the storage; and what must hold
 * whatever the order was. The figures that are computed need two tables each, so that a stale one would show.
 */
import { expect } from 'vitest';
import type { TipoId } from '../../functions/core/tabelle/tipo.ts';
import { type Pubblicazione, publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { restoreVersione } from '../../functions/ingest/ripristina.ts';
import { TENTATIVI } from '../../functions/store/crea.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { readEdizione } from '../../functions/store/edizioni.ts';
import { clearOrfani, type Sgombero } from '../../functions/store/orfani.ts';
import { type Banco, pauseCalls, putItems, reopen, scanItems } from '../store/banco.ts';
import { createRitentiva, type Sorte, startPassaggio } from '../store/passaggio.ts';
import { type Attore, type Copione, type EsitoAttore, runIntreccio } from './regia.ts';
import {
  ADESSO,
  assertCoerente,
  assertIntegro,
  famiglie,
  migrazioni,
  popolazione,
  publishInFila,
  receive,
  registerAmbito,
} from './scena.ts';

const ORA_MS = 3_600_000;
const ATTO = { ambito: 'fasano', ruolo: 'responsabile', adesso: ADESSO } as const;
const BASE = 4;
const LETTURE = 3;

export const ATTORI = ['famiglie', 'migrazioni', 'popolazione', 'ripristino', 'pulizia', 'lettore'] as const;

/** An order in which they go on, and whether who is stopped half-way sleeps for a day. */
export interface Intreccio {
  readonly copione: Copione;
  /** Asked at each step; true once: from then on it is 25 hours later. */
  readonly sleeps?: (fatte: readonly number[]) => boolean;
}

export interface Tavolo {
  readonly banco: Banco;
  /** What is stored: four edizioni, three drafts ready to be published, and what an earlier try of each of them left behind. */
  readonly items: readonly Record<string, unknown>[];
  readonly bozze: Readonly<Record<'famiglie' | 'migrazioni' | 'popolazione', string>>;
}

export interface Conto {
  chiamate: number;
  atti: number;
  /** 409: somebody else published that tipo. */
  conflitti: number;
  /** It had slept for a day, or the storage refused it to the end; done at the next try. */
  ritentati: number;
  letture: number;
  blocchiTolti: number;
}

/** Everything is a day and a half old, what was left behind too: each publisher writes again what clean-up is about to delete. */
export async function setTavolo(banco: Banco): Promise<Tavolo> {
  const ieri = () => new Date(ADESSO.getTime() - 36 * ORA_MS);
  const deposito = reopen(await banco.createDeposito(), { endpoint: banco.endpoint, now: ieri });
  await registerAmbito(deposito);
  const prime = [migrazioni([10, 20, 30]), popolazione([1000, 2000, 3000]), famiglie([1, 2, 3]), famiglie([4, 5, 6])];
  await publishInFila(deposito, prime);
  const nuove = {
    famiglie: famiglie([7, 8, 9]),
    migrazioni: migrazioni([40, 50, 60]),
    popolazione: popolazione([7, 8, 9]),
  };
  const bozze = { famiglie: '', migrazioni: '', popolazione: '' };
  for (const tipo of ['famiglie', 'migrazioni', 'popolazione'] as const) {
    bozze[tipo] = (await receive(deposito, nuove[tipo])).id;
    const morente = reopen(deposito, banco);
    pauseCalls(morente, {
      prima: (operazione) => {
        if (operazione === 'PutItem') throw new Error('morto prima di pubblicare');
      },
    });
    const prova = publishCaricamenti(morente, { ...ATTO, ids: [bozze[tipo]], base: BASE });
    await expect(prova).rejects.toThrow('morto prima di pubblicare');
  }
  return { banco, items: await scanItems(deposito), bozze };
}

/**
 * Plays one order through, and holds it to all that must be so.
 * @returns what happened, added to `conto`
 */
export async function playIntreccio(tavolo: Tavolo, { copione, sleeps }: Intreccio, conto: Conto): Promise<void> {
  let ora = ADESSO.getTime();
  const base = await layTavolo(tavolo, () => new Date(ora));
  const open = (): Deposito => reopen(base, tavolo.banco);
  let dorme = sleeps;
  const esiti = await runIntreccio(listAttori(tavolo, open), (pronti, fatte) => {
    if (dorme?.(fatte)) {
      ora += 25 * ORA_MS;
      dorme = undefined;
    }
    return copione(pronti, fatte);
  });
  // Awake, with a storage that answers, nobody is told to try again.
  if (ora === ADESSO.getTime()) for (const { errore } of esiti) expect(errore ?? {}).not.toMatchObject(OCCUPATO);
  ora += 25 * ORA_MS;
  await judgeEsiti(tavolo, { esiti, open }, conto);
}

/** All of them at once, over a network that refuses three calls in ten, loses one reply in ten and takes one batch in five by half. */
export async function playGuasti(tavolo: Tavolo, seme: number, conto: Conto & Guasti): Promise<void> {
  let ora = ADESSO.getTime();
  const base = await layTavolo(tavolo, () => new Date(ora));
  const draw = createSorteggio(seme);
  const passaggio = await startPassaggio(tavolo.banco.endpoint, ({ operazione }) => {
    const caso = draw();
    const sorte = SORTI.find(({ fino }) => caso < fino)?.sorte ?? 'passa';
    return sorte === 'meta' && operazione !== 'BatchWriteItem' ? 'passa' : sorte;
  });
  const client = { retryStrategy: createRitentiva(TENTATIVI) };
  const attori = listAttori(tavolo, () => reopen(base, { endpoint: passaggio.endpoint, client }));
  const esiti = await Promise.all(
    attori.map(async ({ nome, run }): Promise<EsitoAttore> => {
      const [esito] = await Promise.allSettled([run()]);
      return esito.status === 'fulfilled' ? { nome, valore: esito.value } : { nome, errore: esito.reason };
    }),
  );
  await passaggio.stop();
  conto.chiamate += passaggio.viste.length;
  for (const { sorte } of passaggio.viste) if (sorte !== 'passa') conto[sorte] += 1;
  ora += 25 * ORA_MS;
  await judgeEsiti(tavolo, { esiti, open: () => reopen(base, tavolo.banco) }, conto);
}

export type Guasti = Record<Exclude<Sorte, 'passa'>, number>;

const SORTI: readonly { readonly sorte: Sorte; readonly fino: number }[] = [
  { sorte: 'limita', fino: 0.3 },
  { sorte: 'perdi-risposta', fino: 0.4 },
  { sorte: 'meta', fino: 0.6 },
];
const OCCUPATO = { name: 'ArchivioOccupatoError' };
/** What the client of the storage throws when it has tried as often as it does: nobody knows what became of the call. */
const ESAUSTO = /ArchivioOccupato|ProvisionedThroughputExceeded|TimeoutError|ECONNRESET/;

async function layTavolo({ banco, items }: Tavolo, now: () => Date): Promise<Deposito> {
  const deposito = reopen(await banco.createDeposito(), { endpoint: banco.endpoint, now });
  await putItems(deposito, items);
  return deposito;
}

/** A day later: who was told no tries again, all that is left over goes, and what is named must be whole. */
async function judgeEsiti(
  tavolo: Tavolo,
  { esiti, open }: { esiti: readonly EsitoAttore[]; open: () => Deposito },
  conto: Conto,
): Promise<void> {
  const base = open();
  for (const { nome, valore, errore, chiamate } of esiti) {
    conto.chiamate += chiamate ?? 0;
    if (isNamed(errore, 'ConflittoError')) conto.conflitti += 1;
    else if (errore) {
      if (!isEsausto(errore)) throw errore;
      conto.ritentati += 1;
      await retry(
        listAttori(tavolo, open).find((attore) => attore.nome === nome),
        base,
        conto,
      );
    } else if (nome === 'pulizia') conto.blocchiTolti += (valore as Sgombero).blocchi;
    else if (nome === 'lettore') conto.letture += (valore as number[]).length;
    else await assertNelRegistro(base, valore as Pubblicazione[], conto);
  }
  conto.blocchiTolti += (await clearOrfani(open())).blocchi;
  await assertIntegro(open());
}

function listAttori({ bozze }: Tavolo, open: () => Deposito): Attore[] {
  const pubblica = (tipo: keyof Tavolo['bozze']): Attore => {
    const deposito = open();
    return {
      nome: tipo,
      deposito,
      run: () => publishCaricamenti(deposito, { ...ATTO, ids: [bozze[tipo]], base: BASE }),
    };
  };
  const [ripristino, pulizia, lettore] = [open(), open(), open()];
  return [
    pubblica('famiglie'),
    pubblica('migrazioni'),
    pubblica('popolazione'),
    {
      nome: 'ripristino',
      deposito: ripristino,
      run: async () => [await restoreVersione(ripristino, { ...ATTO, tipo: 'famiglie', versione: 1 })],
    },
    { nome: 'pulizia', deposito: pulizia, run: () => clearOrfani(pulizia) },
    { nome: 'lettore', deposito: lettore, run: () => readPiuVolte(lettore) },
  ];
}

/** One edizione after the other, each whole, never an earlier one. */
async function readPiuVolte(deposito: Deposito): Promise<number[]> {
  const letti: number[] = [];
  for (let volta = 0; volta < LETTURE; volta++) {
    const edizione = await readEdizione(deposito, 'fasano');
    if (!edizione) throw new Error('nessuna edizione');
    await assertCoerente(deposito, edizione);
    expect(edizione.numero).toBeGreaterThanOrEqual(letti.at(-1) ?? BASE);
    letti.push(edizione.numero);
  }
  return letti;
}

/** What was acknowledged is in the log, where it was said to be. */
async function assertNelRegistro(
  deposito: Deposito,
  pubblicate: readonly Pubblicazione[],
  conto: Conto,
): Promise<void> {
  for (const { edizione, tipo, versione } of pubblicate) {
    const registrata = await readEdizione(deposito, 'fasano', edizione);
    expect(registrata?.versioni[tipo as TipoId]).toMatchObject({ versione, edizione });
    conto.atti += 1;
  }
}

async function retry(attore: Attore | undefined, deposito: Deposito, conto: Conto): Promise<void> {
  try {
    const valore = await attore?.run();
    if (attore?.nome === 'pulizia') conto.blocchiTolti += (valore as Sgombero).blocchi;
    else if (attore?.nome === 'lettore') conto.letture += (valore as number[]).length;
    else await assertNelRegistro(deposito, valore as Pubblicazione[], conto);
  } catch (errore) {
    if (!isNamed(errore, 'ConflittoError')) throw errore;
    conto.conflitti += 1;
  }
}

function isEsausto(errore: unknown): boolean {
  if (!(errore instanceof Error)) return false;
  return ESAUSTO.test(`${errore.name} ${(errore as Error & { code?: string }).code ?? ''}`);
}

function isNamed(errore: unknown, nome: string): boolean {
  return errore instanceof Error && errore.name === nome;
}

export function createConto(): Conto {
  return { chiamate: 0, atti: 0, conflitti: 0, ritentati: 0, letture: 0, blocchiTolti: 0 };
}

/** How many calls each of them makes when nobody is in its way. */
export async function countChiamate(tavolo: Tavolo): Promise<number[]> {
  let ultime: readonly number[] = [];
  await playIntreccio(
    tavolo,
    {
      copione: ([primo = 0], fatte) => {
        ultime = fatte;
        return primo;
      },
    },
    createConto(),
  );
  return [...ultime];
}

/**
 * One stopped at each of its calls, another that does all its work meanwhile, then the first goes on and the others follow: every pair, every
 * call, and each with and without a day of sleep in between.
 */
export function listIntrecci(chiamate: readonly number[]): Intreccio[] {
  return chiamate.flatMap((quante, fermato) =>
    chiamate.flatMap((_, altro) =>
      altro === fermato
        ? []
        : Array.from({ length: quante }, (_fatte, k) => k).flatMap((k) => [
            stopAt({ fermato, altro, k, sonno: false }),
            stopAt({ fermato, altro, k, sonno: true }),
          ]),
    ),
  );
}

function stopAt({
  fermato,
  altro,
  k,
  sonno,
}: {
  fermato: number;
  altro: number;
  k: number;
  sonno: boolean;
}): Intreccio {
  return {
    copione: (pronti, fatte) => {
      if ((fatte[fermato] ?? 0) < k && pronti.includes(fermato)) return fermato;
      return [altro, fermato, ...pronti].find((chi) => pronti.includes(chi)) ?? 0;
    },
    ...(sonno && { sleeps: (fatte: readonly number[]) => (fatte[fermato] ?? 0) >= k }),
  };
}

/** Anybody at any moment, as a seed has it; one in four with a day of sleep somewhere. */
export function drawIntreccio(seme: number): Intreccio {
  const draw = createSorteggio(seme);
  const dopo = draw() < 0.25 ? Math.floor(draw() * 150) : undefined;
  // Whoever goes on tends to go on for a while: shorter and longer turns are both met.
  const cambia = draw();
  let corrente = -1;
  return {
    copione: (pronti) => {
      if (!pronti.includes(corrente) || draw() < cambia) corrente = pronti[Math.floor(draw() * pronti.length)] ?? 0;
      return corrente;
    },
    ...(dopo !== undefined && {
      sleeps: (fatte: readonly number[]) => fatte.reduce((somma, n) => somma + n, 0) >= dopo,
    }),
  };
}

/** Mulberry32: the same numbers for the same seed. */
function createSorteggio(seme: number): () => number {
  let stato = seme >>> 0;
  return () => {
    stato = (stato + 0x6d2b79f5) >>> 0;
    let t = stato;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
