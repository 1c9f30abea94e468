import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishCaricamenti, toPubblicazione } from '../../functions/ingest/pubblica.ts';
import { putAmbito } from '../../functions/store/ambiti.ts';
import { readCaricamento } from '../../functions/store/caricamenti.ts';
import { VALIDITA_MS } from '../../functions/store/contenuti.ts';
import type { Deposito } from '../../functions/store/deposito.ts';
import { commitEdizione, listEdizioni, readEdizione } from '../../functions/store/edizioni.ts';
import {
  ArchivioOccupatoError,
  ConflittoError,
  NonPubblicabileError,
  NonTrovatoError,
} from '../../functions/store/errori.ts';
import { putRisultati } from '../../functions/store/risultati.ts';
import { type Banco, pauseCalls, reopen, startBanco } from '../store/banco.ts';
import { createEdizione, putCaricamento } from '../store/esempi.ts';
import {
  ADESSO,
  assertIntegro,
  COMUNI,
  createAmbito,
  type Documento,
  famiglie,
  migrazioni,
  popolazione,
  publishInFila,
  receive,
  registerAmbito,
  territorio,
  toDocumento,
} from './scena.ts';

let banco: Banco;
let deposito: Deposito;
beforeAll(async () => {
  banco = await startBanco();
});
afterAll(() => banco.stop());
beforeEach(async () => {
  deposito = await banco.createDeposito();
  await registerAmbito(deposito);
});

const FAMIGLIE = famiglie([100, 200, 300]);
const FAMIGLIE_CORRETTE = famiglie([100, 200, 350]);
const MIGRAZIONI = migrazioni([10, 20, 30]);

async function receiveAll(...documenti: Documento[]): Promise<string[]> {
  const ids: string[] = [];
  for (const documento of documenti) ids.push((await receive(deposito, documento)).id);
  return ids;
}

function publish(ids: readonly string[], base: number, ruolo = 'responsabile') {
  return publishCaricamenti(deposito, { ambito: 'fasano', ids, base, ruolo, adesso: ADESSO });
}

describe('a publication', () => {
  test('of several files is one edizione', async () => {
    const ids = await receiveAll(FAMIGLIE, MIGRAZIONI, popolazione([1000, 2000, 3000]));
    expect(await publish(ids, 0)).toEqual([
      { edizione: 1, tipo: 'famiglie', versione: 1 },
      { edizione: 1, tipo: 'migrazioni', versione: 1 },
      { edizione: 1, tipo: 'popolazione', versione: 1 },
    ]);
    const [edizione] = await assertIntegro(reopen(deposito, banco));
    expect(edizione).toMatchObject({
      pubblicataIl: ADESSO.toISOString(),
      azione: 'pubblicazione',
      ruolo: 'responsabile',
      caricamenti: ids,
      cosa: 'Pubblicate le tabelle «Popolazione residente» (versione 1), «Famiglie» (versione 1), «Movimento migratorio» (versione 1)',
    });
  });

  test('of several parti of one tipo is one versione of it', async () => {
    const ids = await receiveAll(
      famiglie([1, 2, 3], { anno: 2020, parte: '2020' }),
      famiglie([4, 5, 6], { anno: 2021, parte: '2021' }),
    );
    expect(await publish(ids, 0)).toEqual([{ edizione: 1, tipo: 'famiglie', versione: 1 }]);
    const [edizione] = await assertIntegro(deposito);
    expect(edizione?.versioni.famiglie).toMatchObject({
      parteNuova: '2020',
      cambiamenti: { aggiunte: 6, modificate: 0, tolte: 0 },
    });
    expect(edizione?.versioni.famiglie?.parti.map(({ parte }) => parte)).toEqual(['2020', '2021']);
  });

  test('grows the versione of its tipo alone, and registers what changed', async () => {
    await publishInFila(deposito, [FAMIGLIE, MIGRAZIONI, FAMIGLIE_CORRETTE]);
    const edizioni = await assertIntegro(deposito);
    expect(edizioni.at(-1)?.versioni).toMatchObject({
      famiglie: { versione: 2, edizione: 3, cambiamenti: { aggiunte: 0, modificate: 1, tolte: 0 } },
      migrazioni: { versione: 1, edizione: 2 },
    });
    expect(edizioni.at(-1)?.cosa).toBe('Pubblicata la tabella «Famiglie» (versione 2)');
  });

  test('of the same rows from a corrected act is a new versione, in which no fact changes', async () => {
    const fonte = { documento: 'Documento di prova', atto: 'DGC 2/2022, che rettifica la 1/2022' };
    await publishInFila(deposito, [FAMIGLIE, { ...FAMIGLIE, parametri: { ...FAMIGLIE.parametri, fonte } }]);
    const edizioni = await assertIntegro(deposito);
    expect(edizioni.at(-1)?.versioni.famiglie).toMatchObject({
      versione: 2,
      parti: [{ fonte }],
      cambiamenti: { aggiunte: 0, modificate: 0, tolte: 0 },
    });
  });

  test('of one parte says which it brought, and keeps under what name its file came', async () => {
    const parti = [famiglie([1, 2, 3], { anno: 2020, parte: '2020' }), famiglie([4, 5, 6], { parte: '2021' })];
    const conNome = parti.map((documento) => ({
      ...documento,
      parametri: { ...documento.parametri, nomeFile: `famiglie-${documento.parametri.contesto.parte}.csv` },
    }));
    await publishInFila(deposito, conNome);
    expect((await assertIntegro(deposito)).at(-1)?.versioni.famiglie).toMatchObject({
      parteNuova: '2021',
      parti: [{ nomeFile: 'famiglie-2020.csv' }, { nomeFile: 'famiglie-2021.csv' }],
    });
  });

  test('shows its caricamento as published', async () => {
    const [id = ''] = await receiveAll(FAMIGLIE);
    await publish([id], 0);
    expect((await readCaricamento(deposito, 'fasano', id))?.stato).toBe('pubblicato');
  });
});

test('a table that no edizione has is not there to be told', () => {
  for (const edizione of [null, { versioni: {} }] as const) {
    expect(() => toPubblicazione(edizione && createEdizione(1, edizione), 'famiglie')).toThrow(
      new NonTrovatoError('La tabella «famiglie» non è stata ancora pubblicata.'),
    );
  }
});

describe('asked again', () => {
  test('after success: the same answer, no new edizione', async () => {
    const ids = await receiveAll(FAMIGLIE);
    const prima = await publish(ids, 0);
    expect(await publish(ids, 0)).toEqual(prima);
    expect(await publish(ids, 1)).toEqual(prima);
    expect(await listEdizioni(deposito, 'fasano')).toHaveLength(1);
  });

  test('after success, when another tipo was published since: the same answer', async () => {
    const ids = await receiveAll(FAMIGLIE);
    const prima = await publish(ids, 0);
    await publishInFila(deposito, [MIGRAZIONI]);
    expect(await publish(ids, 0)).toEqual(prima);
    expect(await publish(ids, 2)).toEqual(prima);
    expect(await listEdizioni(deposito, 'fasano')).toHaveLength(2);
  });

  test('after success, when the same tipo was published since: still what it brought', async () => {
    const ids = await receiveAll(FAMIGLIE);
    const prima = await publish(ids, 0);
    await publishInFila(deposito, [FAMIGLIE_CORRETTE]);
    expect(await publish(ids, 0)).toEqual(prima);
    expect(await listEdizioni(deposito, 'fasano')).toHaveLength(2);
  });

  test('of several files, where one alone was published since: that is not what was asked', async () => {
    const ids = await receiveAll(FAMIGLIE, MIGRAZIONI);
    await publish(ids.slice(0, 1), 0);
    await expect(publish(ids, 0)).rejects.toBeInstanceOf(ConflittoError);
    expect(await publish(ids, 1)).toEqual([
      { edizione: 1, tipo: 'famiglie', versione: 1 },
      { edizione: 2, tipo: 'migrazioni', versione: 1 },
    ]);
  });

  test('what is current already, where an earlier software computed otherwise: to compute again is not its work', async () => {
    await publishInFila(deposito, [FAMIGLIE]);
    const ultima = await readEdizione(deposito, 'fasano');
    const risultati = await putRisultati(deposito, { osservazioni: [], segnalazioni: [] });
    if (ultima) await commitEdizione(deposito, { ...ultima, numero: 2, caricamenti: [], risultati });
    const { id } = await receive(deposito, FAMIGLIE);
    expect(await publish([id], 2)).toEqual([{ edizione: 1, tipo: 'famiglie', versione: 1 }]);
    expect(await listEdizioni(deposito, 'fasano')).toHaveLength(2);
  });

  test('an older file, brought in afresh: it becomes current again', async () => {
    await publishInFila(deposito, [FAMIGLIE, FAMIGLIE_CORRETTE, FAMIGLIE]);
    const edizioni = await assertIntegro(deposito);
    expect(edizioni.map(({ versioni }) => versioni.famiglie?.versione)).toEqual([1, 2, 3]);
    expect(edizioni[2]?.versioni.famiglie?.parti).toEqual(edizioni[0]?.versioni.famiglie?.parti);
  });
});

describe('a publication is refused', () => {
  test('if its tipo changed since the base: says what, when, by which role', async () => {
    const [vecchio = ''] = await receiveAll(FAMIGLIE);
    await publishInFila(deposito, [FAMIGLIE_CORRETTE]);
    const errore = await publish([vecchio], 0).catch((e: unknown) => e);
    expect(errore).toBeInstanceOf(ConflittoError);
    expect(errore).toMatchObject({
      base: 0,
      corrente: 1,
      cambiamenti: [{ tipo: 'famiglie', versione: 1, pubblicataIl: ADESSO.toISOString(), ruolo: 'responsabile' }],
      message:
        'Dopo l’edizione 0, su cui è stato fatto il confronto, qualcuno ha pubblicato la versione 1 della tabella ' +
        '«famiglie» il 22/06/2026 alle 10:15 (ruolo: responsabile). ' +
        'Ricarica lo stesso file per confrontarlo con i dati di oggi, poi pubblicalo.',
    });
  });

  test('but not if only other tipi did', async () => {
    const ids = await receiveAll(FAMIGLIE);
    await publishInFila(deposito, [MIGRAZIONI]);
    expect(await publish(ids, 0)).toEqual([{ edizione: 2, tipo: 'famiglie', versione: 1 }]);
    await assertIntegro(deposito);
  });

  test('if the file was refused, with its problems', async () => {
    const ids = await receiveAll(famiglie([100, 'molte', 300]));
    const errore = await publish(ids, 0).catch((e: unknown) => e);
    expect(errore).toBeInstanceOf(NonPubblicabileError);
    expect((errore as NonPubblicabileError).message).toBe(
      'Questo file ha problemi da correggere: correggilo e ricaricalo.',
    );
    expect((errore as NonPubblicabileError).problemi[0]).toMatchObject({ riga: 3, valore: 'molte' });
  });

  test('if it was withdrawn', async () => {
    const caricamento = await receive(deposito, FAMIGLIE);
    await putCaricamento(deposito, { ...caricamento, stato: 'ritirato' });
    const esito = publish([caricamento.id], 0);
    await expect(esito).rejects.toThrow(
      new NonPubblicabileError('Questo caricamento è stato ritirato: ricarica il file.'),
    );
  });

  test('if findings block', async () => {
    const ids = await receiveAll(FAMIGLIE);
    await putAmbito(deposito, { ...createAmbito(), comuni: [...COMUNI, { codiceIstat: '074999', nome: 'Altrove' }] });
    const errore = await publish(ids, 0).catch((e: unknown) => e);
    expect(errore).toBeInstanceOf(NonPubblicabileError);
    expect((errore as NonPubblicabileError).segnalazioni).toMatchObject([{ codice: 'copertura', gravita: 'errore' }]);
    expect((errore as NonPubblicabileError).message).toMatch(
      /^Non si può pubblicare: c’è un errore da correggere\. .*Altrove/,
    );
  });

  test('if findings block one of the tables that it brings, or several', async () => {
    const ids = await receiveAll(FAMIGLIE, MIGRAZIONI, territorio(['129,00', '54,04', '225,56']));
    await putAmbito(deposito, { ...createAmbito(), comuni: [...COMUNI, { codiceIstat: '074999', nome: 'Altrove' }] });
    const [, , superfici = ''] = ids;
    const completa = [...COMUNI.map(({ nome }) => `${nome};2021;5;10`), 'Altrove;2021;5;10'];
    const buona = await receive(
      deposito,
      toDocumento('famiglie', ['comune;anno;famiglie;popolazione', ...completa], 'b'),
    );
    await expect(publish([superfici, buona.id], 0)).rejects.toBeInstanceOf(NonPubblicabileError);
    await expect(publish(ids, 0)).rejects.toThrow(/^Non si può pubblicare: ci sono 3 errori da correggere\. /);
  });

  test('if two of its files state one fact, each good by itself', async () => {
    const ids = await receiveAll(famiglie([1, 2, 3], { parte: 'a' }), famiglie([1, 2, 3], { parte: 'b' }));
    const errore = await publish(ids, 0).catch((e: unknown) => e);
    expect(errore).toBeInstanceOf(NonPubblicabileError);
    expect((errore as NonPubblicabileError).problemi[0]?.regola).toBe('chiave-in-due-parti');
  });

  test('if its file states what another parte states by now: told on the file being published', async () => {
    const [seconda = ''] = await receiveAll(famiglie([1, 2, 3], { parte: 'b' }));
    await publishInFila(deposito, [famiglie([1, 2, 3], { parte: 'a' })]);
    const caricamento = await readCaricamento(deposito, 'fasano', seconda);
    if (caricamento) await putCaricamento(deposito, { ...caricamento, base: 1 });
    await expect(publish([seconda], 1)).rejects.toThrow(/^Tutti i 3 dati di questo file sono già nella parte «a»/);
  });

  test('if two of its files are for one parte', async () => {
    const ids = await receiveAll(FAMIGLIE, FAMIGLIE_CORRETTE);
    await expect(publish(ids, 0)).rejects.toThrow(
      new NonPubblicabileError('Due file portano la stessa parte «intera» della tabella «famiglie»: scegline uno.'),
    );
  });

  test.each<[string, { ids?: readonly string[]; base?: number; ambito?: string }, string]>([
    ['a caricamento that does not exist', { ids: ['no'] }, 'Il caricamento «no» non esiste.'],
    [
      'a base that does not exist',
      { base: 7 },
      'L’edizione 7 di Fasano non esiste: serve quella con cui la bozza è stata confrontata.',
    ],
    ['no caricamento of an ambito that is not there', { ids: [], ambito: 'no' }, 'L’ambito «no» non è registrato.'],
  ])('for %s', async (_caso, { ids, base = 0, ambito = 'fasano' }, messaggio) => {
    const suoi = ids ?? (await receiveAll(FAMIGLIE));
    const esito = publishCaricamenti(deposito, { ambito, ids: suoi, base, ruolo: 'responsabile', adesso: ADESSO });
    await expect(esito).rejects.toThrow(new NonTrovatoError(messaggio));
  });

  test('if it slept for more than an hour before the commit: what it wrote may have been cleared', async () => {
    const ids = await receiveAll(FAMIGLIE);
    let ora = ADESSO.getTime();
    const lento = reopen(deposito, { ...banco, now: () => new Date(ora) });
    pauseCalls(lento, {
      dopo: (operazione) => {
        if (operazione === 'BatchWriteItem') ora += VALIDITA_MS + 1;
      },
    });
    const esito = publishCaricamenti(lento, { ambito: 'fasano', ids, base: 0, ruolo: 'responsabile', adesso: ADESSO });
    await expect(esito).rejects.toBeInstanceOf(ArchivioOccupatoError);
    expect(await readEdizione(deposito, 'fasano')).toBeNull();
  });

  test('if it loses every race to others: it is told to try again', async () => {
    await publishInFila(deposito, [MIGRAZIONI]);
    const ids = await receiveAll(FAMIGLIE);
    const lento = reopen(deposito, banco);
    let gare = 0;
    pauseCalls(lento, {
      prima: async (operazione) => {
        const ultima = operazione === 'PutItem' ? await readEdizione(deposito, 'fasano') : null;
        if (ultima) await commitEdizione(deposito, { ...ultima, numero: ultima.numero + 1 });
        if (ultima) gare += 1;
      },
    });
    const esito = publishCaricamenti(lento, { ambito: 'fasano', ids, base: 1, ruolo: 'responsabile', adesso: ADESSO });
    await expect(esito).rejects.toThrow(
      new ArchivioOccupatoError('Troppe pubblicazioni nello stesso momento. Riprova tra qualche secondo.'),
    );
    expect(gare).toBe(16);
    expect((await readEdizione(deposito, 'fasano'))?.versioni.famiglie).toBeUndefined();
  });

  afterEach(async () => {
    for (const { versioni } of await assertIntegro(deposito)) {
      expect(versioni.famiglie?.versione ?? 1).toBe(1);
    }
  });
});

describe('people at once', () => {
  test('on different tipi: all are published, each on top of the other', async () => {
    const documenti = [
      FAMIGLIE,
      MIGRAZIONI,
      popolazione([1000, 2000, 3000]),
      territorio(['129,00', '54,04', '225,56']),
    ];
    const ids = await receiveAll(...documenti);
    const esiti = await Promise.all(
      ids.map((id) =>
        publishCaricamenti(reopen(deposito, banco), {
          ambito: 'fasano',
          ids: [id],
          base: 0,
          ruolo: 'responsabile',
          adesso: ADESSO,
        }),
      ),
    );
    expect(
      esiti
        .flat()
        .map(({ edizione }) => edizione)
        .sort(),
    ).toEqual([1, 2, 3, 4]);
    const edizioni = await assertIntegro(reopen(deposito, banco));
    expect(Object.keys(edizioni[3]?.versioni ?? {})).toHaveLength(4);
  });

  test('on one tipo: one wins, the others learn what it did', async () => {
    const ids = await receiveAll(FAMIGLIE, FAMIGLIE_CORRETTE, famiglie([1, 2, 3]), famiglie([4, 5, 6]));
    const esiti = await Promise.allSettled(
      ids.map((id) =>
        publishCaricamenti(reopen(deposito, banco), {
          ambito: 'fasano',
          ids: [id],
          base: 0,
          ruolo: 'responsabile',
          adesso: ADESSO,
        }),
      ),
    );
    expect(esiti.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const esito of esiti) {
      if (esito.status === 'rejected') expect(esito.reason).toBeInstanceOf(ConflittoError);
    }
    expect(await assertIntegro(deposito)).toHaveLength(1);
  });

  test('with one and the same request: one edizione, one answer', async () => {
    const ids = await receiveAll(FAMIGLIE);
    const esiti = await Promise.all(
      Array.from({ length: 5 }, () =>
        publishCaricamenti(reopen(deposito, banco), {
          ambito: 'fasano',
          ids,
          base: 0,
          ruolo: 'responsabile',
          adesso: ADESSO,
        }),
      ),
    );
    for (const esito of esiti) expect(esito).toEqual([{ edizione: 1, tipo: 'famiglie', versione: 1 }]);
    expect(await assertIntegro(deposito)).toHaveLength(1);
  });

  test('readers meanwhile see one whole edizione, and never an earlier one than before', async () => {
    await publishInFila(deposito, [FAMIGLIE]);
    let finito = false;
    const lettura = (async () => {
      const visti: number[] = [];
      while (!finito) visti.push((await readEdizione(reopen(deposito, banco), 'fasano'))?.numero ?? 0);
      return visti;
    })();
    await publishInFila(deposito, [MIGRAZIONI, FAMIGLIE_CORRETTE, popolazione([1, 2, 3]), FAMIGLIE]);
    finito = true;
    const visti = await lettura;
    expect(visti).toEqual(visti.toSorted((a, b) => a - b));
    await assertIntegro(reopen(deposito, banco));
  });
});
