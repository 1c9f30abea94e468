/** Every way to be interrupted, one by one: before and after each call to the storage, replies lost, work refused, the storage killed. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifyCaricamento } from '../../functions/ingest/carica.ts';
import { type Pubblicazione, publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { createRicezione, type DipendenzeIngest } from '../../functions/ingest/ricevi.ts';
import { restoreVersione } from '../../functions/ingest/ripristina.ts';
import { toSorgente } from '../../functions/ingest/sorgente.ts';
import { buildEventoS3 } from '../../functions/locale/notifica.ts';
import { type Arrivi, type Arrivo, keyOggetto, putArrivo, readArrivo } from '../../functions/store/arrivi.ts';
import { readCaricamento } from '../../functions/store/caricamenti.ts';
import { TENTATIVI } from '../../functions/store/crea.ts';
import type { Deposito, Originali } from '../../functions/store/deposito.ts';
import { readEdizione } from '../../functions/store/edizioni.ts';
import { type Banco, MOTORI, pauseCalls, putItems, reopen, scanItems, startBanco } from '../store/banco.ts';
import { createRitentiva, type Sorte, startPassaggio } from '../store/passaggio.ts';
import {
  ADESSO,
  assertCoerente,
  assertIntegro,
  type Documento,
  famiglie,
  migrazioni,
  publishInFila,
  receive,
  registerAmbito,
} from './scena.ts';

/** A process that dies at one of its calls to the storage: from then on it does nothing at all. */
class MorteError extends Error {
  override readonly name = 'MorteError';
}

interface Interruzione {
  /** Which call, from 1; Infinity: never. */
  readonly chiamata: number;
  readonly quando: 'prima' | 'dopo';
}

function interrupt(deposito: Deposito, { chiamata, quando }: Interruzione): () => number {
  let fatte = 0;
  let morto = false;
  const diesAt = (momento: Interruzione['quando'], n: number): void => {
    morto ||= n === chiamata && momento === quando;
    if (morto) throw new MorteError(`alla chiamata ${n}`);
  };
  pauseCalls(deposito, {
    prima: (_operazione, n) => {
      fatte = n;
      diesAt('prima', n);
    },
    dopo: (_operazione, n) => diesAt('dopo', n),
  });
  return () => fatte;
}

const ATTO = { ambito: 'fasano', ruolo: 'responsabile', adesso: ADESSO };

const OPERAZIONI: readonly { nome: string; run: (deposito: Deposito, id: string) => Promise<Pubblicazione[]> }[] = [
  { nome: 'a publication', run: (deposito, id) => publishCaricamenti(deposito, { ...ATTO, ids: [id], base: 3 }) },
  {
    nome: 'a restore',
    run: async (deposito) => [await restoreVersione(deposito, { ...ATTO, tipo: 'famiglie', versione: 1 })],
  },
];

describe.each(MOTORI)('over $nome', (motore) => {
  let banco: Banco;
  /** Three edizioni: migrazioni, then two versioni of famiglie; never touched. */
  let scena: readonly Record<string, unknown>[];
  /** A caricamento that is ready to be published on them. */
  let id: string;
  beforeAll(async () => {
    banco = await startBanco(motore);
    const deposito = await banco.createDeposito();
    await registerAmbito(deposito);
    await publishInFila(deposito, [migrazioni([10, 20, 30]), famiglie([1, 2, 3]), famiglie([4, 5, 6])]);
    id = (await receive(deposito, famiglie([7, 8, 9]))).id;
    scena = await scanItems(deposito);
  });
  afterAll(() => banco.stop());

  async function setScena(): Promise<Deposito> {
    const deposito = await banco.createDeposito();
    await putItems(deposito, scena);
    return deposito;
  }

  test.each(OPERAZIONI)(
    '$nome that dies at any call leaves the old edizione or the new one, and the next run ends it',
    async ({ run }) => {
      const contata = await setScena();
      const count = interrupt(contata, MAI);
      const atteso = await run(contata, id);
      expect(count()).toBeGreaterThan(8);
      const numeri = new Set<number>();
      for (const interruzione of listInterruzioni(count())) {
        const deposito = await setScena();
        const morente = reopen(deposito, banco);
        interrupt(morente, interruzione);
        await expect(run(morente, id)).rejects.toBeInstanceOf(MorteError);
        numeri.add(await readNumeroCoerente(reopen(deposito, banco)));
        expect(await run(reopen(deposito, banco), id)).toEqual(atteso);
        expect(await assertIntegro(reopen(deposito, banco))).toHaveLength(4);
      }
      // Both outcomes were met: old until the commit, new from it on.
      expect([...numeri].sort()).toEqual([3, 4]);
    },
  );

  test('a file being received that dies at any call publishes nothing, and comes in whole the next time', async () => {
    const documento = famiglie([70, 80, 90]);
    const contata = await setScena();
    const count = interrupt(contata, MAI);
    const { id: atteso } = await receive(contata, documento);
    for (const interruzione of listInterruzioni(count())) {
      const deposito = await setScena();
      const morente = reopen(deposito, banco);
      interrupt(morente, interruzione);
      await expect(receive(morente, documento)).rejects.toBeInstanceOf(MorteError);
      expect((await readEdizione(deposito, 'fasano'))?.numero).toBe(3);
      expect((await receive(reopen(deposito, banco), documento)).id).toBe(atteso);
      expect(await readCaricamento(deposito, 'fasano', atteso)).toMatchObject({ stato: 'letto', base: 3 });
    }
  });

  test('a signed file whose reading dies at any call publishes nothing, and is one draft when the event comes again, and again', async () => {
    const byte = new TextEncoder().encode(famiglie([70, 80, 90]).testo);
    const promessa = promise(famiglie([70, 80, 90]));
    const chiave = keyOggetto(promessa);
    const evento = buildEventoS3(chiave, byte.length);
    const contata = await setScena();
    await putArrivo(contata, promessa);
    const count = interrupt(contata, MAI);
    await createRicezione(hold(contata, byte))(evento, 'una');
    expect(count()).toBeGreaterThan(8);
    for (const interruzione of listInterruzioni(count())) {
      const deposito = await setScena();
      await putArrivo(deposito, promessa);
      const morente = reopen(deposito, banco);
      interrupt(morente, interruzione);
      await expect(createRicezione(hold(morente, byte))(evento, 'una')).rejects.toBeInstanceOf(AggregateError);
      // Another delivery meanwhile finds it taken, unless the death was told; the same one, called again, ends it.
      for (const id of ['altra', 'una', 'altra'])
        await createRicezione(hold(reopen(deposito, banco), byte))(evento, id);
      expect(await readArrivo(deposito, 'fasano', promessa.id)).toMatchObject({ stato: 'letto' });
      expect((await readEdizione(deposito, 'fasano'))?.numero).toBe(3);
      const nuovi = (await scanItems(deposito)).filter(
        ({ PK, SK }) => PK === 'ambito#fasano' && /^C#/.test(String(SK)),
      );
      expect(nuovi).toHaveLength(scena.filter(({ SK }) => /^C#/.test(String(SK))).length + 1);
      expect(await readCaricamento(deposito, 'fasano', promessa.caricamento)).toMatchObject({
        stato: 'letto',
        base: 3,
      });
    }
  });

  test('a kept file whose new reading dies at any call is one draft in the place of the other when the event comes again, and again', async () => {
    const giunta = famiglie([70, 80, 90]);
    const byte = new TextEncoder().encode(giunta.testo);
    // A column that is left out: another reading of the same bytes.
    const contesto = { ...giunta.parametri.contesto, correzioni: 'colonna 4=ignora' };
    const promessa = (rilegge: string): Arrivo => ({
      ...promise({ ...giunta, parametri: { ...giunta.parametri, contesto } }),
      rilegge,
    });
    const evento = buildEventoS3(keyOggetto(promessa('')), 0);
    const setRilettura = async (): Promise<{ deposito: Deposito; prima: string }> => {
      const deposito = await setScena();
      const { id: prima } = await receive(deposito, giunta);
      await putArrivo(deposito, promessa(prima));
      return { deposito, prima };
    };
    const contata = (await setRilettura()).deposito;
    const count = interrupt(contata, MAI);
    await createRicezione(hold(contata, byte))(evento, 'una');
    expect(count()).toBeGreaterThan(10);
    // Before a call things stand as after the one before it: each state is met once, and the first of all.
    const stati = listInterruzioni(count()).filter(({ chiamata, quando }) => chiamata === 1 || quando === 'dopo');
    for (const interruzione of stati) {
      const { deposito, prima } = await setRilettura();
      const morente = reopen(deposito, banco);
      interrupt(morente, interruzione);
      await expect(createRicezione(hold(morente, byte))(evento, 'una')).rejects.toBeInstanceOf(AggregateError);
      // Whatever was done by then, one of the two can be worked on.
      const [vecchia, nuova] = [prima, promessa(prima).caricamento].map((id) =>
        readCaricamento(deposito, 'fasano', id),
      );
      expect([(await vecchia)?.stato, (await nuova)?.stato]).toContain('letto');
      for (const id of ['altra', 'una', 'altra'])
        await createRicezione(hold(reopen(deposito, banco), byte))(evento, id);
      expect(await readArrivo(deposito, 'fasano', promessa(prima).id)).toMatchObject({ stato: 'letto' });
      expect(await readCaricamento(deposito, 'fasano', prima)).toMatchObject({ stato: 'ritirato' });
      expect(await readCaricamento(deposito, 'fasano', promessa(prima).caricamento)).toMatchObject({ stato: 'letto' });
      expect((await readEdizione(deposito, 'fasano'))?.numero).toBe(3);
    }
  });

  test('a file whose original cannot be kept leaves nothing else behind', async () => {
    const deposito = await setScena();
    const originali: Originali = {
      put: () => Promise.reject(new Error('disco pieno')),
      get: async () => null,
      open: async () => null,
      sign: async () => '',
    };
    const senza = reopen(deposito, { endpoint: banco.endpoint, originali });
    await expect(receive(senza, famiglie([70, 80, 90]))).rejects.toThrow('disco pieno');
    expect(await scanItems(deposito)).toHaveLength(scena.length);
  });

  const SORTI: readonly { nome: string; decide: (n: number, operazione: string) => Sorte }[] = [
    { nome: 'every second reply is lost', decide: (n) => (n % 2 === 0 ? 'perdi-risposta' : 'passa') },
    { nome: 'two calls in three are throttled', decide: (n) => (n % 3 === 2 ? 'passa' : 'limita') },
    {
      nome: 'batches are taken by halves',
      decide: (_n, operazione) => (operazione === 'BatchWriteItem' ? 'meta' : 'passa'),
    },
  ];
  test.each(SORTI)('when $nome, what is asked is done, once', async ({ decide }) => {
    const deposito = await setScena();
    let n = 0;
    const passaggio = await startPassaggio(banco.endpoint, ({ operazione }) => decide(n++, operazione));
    const client = { retryStrategy: createRitentiva(TENTATIVI) };
    const lontano = reopen(deposito, { endpoint: passaggio.endpoint, client });
    const nuovo = await receive(lontano, famiglie([70, 80, 90]));
    const esito = await publishCaricamenti(lontano, { ...ATTO, ids: [nuovo.id], base: 3 });
    await passaggio.stop();
    expect(esito).toEqual([{ edizione: 4, tipo: 'famiglie', versione: 3 }]);
    expect(await assertIntegro(reopen(deposito, banco))).toHaveLength(4);
  });

  test('publishers and restorers racing in every order leave one whole log, with every acknowledged act in it', async () => {
    for (let giro = 0; giro < 4; giro++) {
      const deposito = await setScena();
      const altra = await receive(deposito, migrazioni([40, 50, 60 + giro]));
      const atti = [
        () => publishCaricamenti(reopen(deposito, banco), { ...ATTO, ids: [id], base: 3 }),
        () => publishCaricamenti(reopen(deposito, banco), { ...ATTO, ids: [altra.id], base: 3 }),
        () => restoreVersione(reopen(deposito, banco), { ...ATTO, tipo: 'famiglie', versione: 1 }),
        () => restoreVersione(reopen(deposito, banco), { ...ATTO, tipo: 'migrazioni', versione: 1 }),
      ];
      const inOrdine = [...atti.slice(giro), ...atti.slice(0, giro)];
      const esiti = await Promise.allSettled(inOrdine.map((atto) => atto()));
      const log = await assertIntegro(reopen(deposito, banco));
      for (const esito of esiti) {
        if (esito.status === 'rejected') {
          expect(esito.reason).toMatchObject({ name: 'ConflittoError' });
          continue;
        }
        for (const { edizione, tipo, versione } of [esito.value].flat()) {
          expect(log[edizione - 1]?.versioni[tipo]?.versione).toBe(versione);
        }
      }
    }
  });
});

/** What was signed for a document. */
function promise({ testo, parametri }: Documento): Arrivo {
  const sha256 = createHash('sha256').update(testo).digest('hex');
  return {
    ambito: 'fasano',
    id: '0'.repeat(32),
    stato: 'atteso',
    caricamento: identifyCaricamento('fasano', sha256, parametri),
    ...parametri,
    byte: testo.length,
    sha256,
    ruolo: 'operatore',
    firmatoIl: ADESSO.toISOString(),
    scadeIl: ADESSO.toISOString(),
  };
}

/** The function that reads arrivals, with that file among them. */
function hold(deposito: Deposito, byte: Uint8Array): DipendenzeIngest {
  const arrivi: Arrivi = {
    sign: () => Promise.reject(new Error('non serve')),
    open: async () => toSorgente(byte),
    keep: (_chiave, sha256) => deposito.originali.put(sha256, byte),
    announce: () => Promise.reject(new Error('non serve')),
    remove: async () => undefined,
  };
  const tace = () => undefined;
  return { deposito, arrivi, versione: '9.9.9', now: () => ADESSO, giornale: tace, annota: tace };
}

/** What a reader sees at this moment: one edizione, whole. */
async function readNumeroCoerente(deposito: Deposito): Promise<number> {
  const ultima = await readEdizione(deposito, 'fasano');
  if (ultima) await assertCoerente(deposito, ultima);
  return ultima?.numero ?? 0;
}

const MAI: Interruzione = { chiamata: Number.POSITIVE_INFINITY, quando: 'prima' };

function listInterruzioni(chiamate: number): Interruzione[] {
  return Array.from({ length: chiamate }, (_, i) => i + 1).flatMap((chiamata): Interruzione[] => [
    { chiamata, quando: 'prima' },
    { chiamata, quando: 'dopo' },
  ]);
}
