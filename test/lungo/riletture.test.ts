import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rereadCaricamento } from '../../functions/ingest/correggi.ts';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { readCaricamento } from '../../functions/store/caricamenti.ts';
import { readEdizione } from '../../functions/store/edizioni.ts';
import { type EsitoAttore, runIntreccio } from '../ingest/regia.ts';
import { ADESSO, assertIntegro, famiglie, publishInFila, receive, registerAmbito } from '../ingest/scena.ts';
import { type Banco, MOTORI, putItems, reopen, scanItems, startBanco } from '../store/banco.ts';

const CHI = { ambito: 'fasano', ruolo: 'responsabile', adesso: ADESSO } as const;
const [PUBBLICA, RILEGGE] = [0, 1];

/** A person publishes a draft while the reading of it that a colleague asked to correct is made again: whoever comes first, nothing is lost. */
describe.each(MOTORI)('over $nome', (motore) => {
  let banco: Banco;
  let items: readonly Record<string, unknown>[];
  let bozza: string;
  beforeAll(async () => {
    banco = await startBanco(motore);
    const deposito = await banco.createDeposito();
    await registerAmbito(deposito);
    await publishInFila(deposito, [famiglie([1, 2, 3])]);
    bozza = (await receive(deposito, famiglie([4, 5, 6]))).id;
    items = await scanItems(deposito);
  });
  afterAll(() => banco.stop());

  test.each([
    ['the publication', PUBBLICA],
    ['the new reading', RILEGGE],
  ])('%s stopped at each of its calls by the whole of the other', async (_chi, fermo) => {
    const esiti: string[] = [];
    for (let chiamata = 0; ; chiamata++) {
      const [pubblicata, riletta] = await play(fermo, chiamata);
      expect(riletta?.errore).toBeUndefined();
      esiti.push(await judge(pubblicata, riletta));
      if (((fermo === PUBBLICA ? pubblicata : riletta)?.chiamate ?? 0) <= chiamata) break;
    }
    expect(esiti.length).toBeGreaterThan(10);
    expect(new Set(esiti)).toEqual(new Set(['pubblicato', 'ritirato']));
  });

  let ultima: ReturnType<typeof reopen>;

  async function play(fermo: number, chiamata: number): Promise<readonly EsitoAttore[]> {
    ultima = await banco.createDeposito();
    await putItems(ultima, items);
    const [pubblica, rilegge] = [reopen(ultima, banco), reopen(ultima, banco)];
    const caricamento = await readCaricamento(ultima, 'fasano', bozza);
    if (!caricamento) throw new Error('no draft to be read again');
    const contesto = { ...caricamento.contesto, correzioni: 'colonna 4=ignora' };
    return runIntreccio(
      [
        {
          nome: 'pubblica',
          deposito: pubblica,
          run: () => publishCaricamenti(pubblica, { ...CHI, ids: [bozza], base: 1 }),
        },
        {
          nome: 'rilegge',
          deposito: rilegge,
          run: () => rereadCaricamento(rilegge, { ...CHI, autore: undefined, caricamento, contesto }),
        },
      ],
      (pronti, fatte) => {
        const altro = 1 - fermo;
        const aspetta = (fatte[fermo] ?? 0) >= chiamata && pronti.includes(altro);
        return aspetta || !pronti.includes(fermo) ? altro : fermo;
      },
    );
  }

  /** @returns what the draft has become */
  async function judge(pubblicata: EsitoAttore | undefined, riletta: EsitoAttore | undefined): Promise<string> {
    await assertIntegro(reopen(ultima, banco));
    const ultimaEdizione = await readEdizione(reopen(ultima, banco), 'fasano');
    const stato = (await readCaricamento(reopen(ultima, banco), 'fasano', bozza))?.stato;
    const nuova = (riletta?.valore as { readonly caricamento: { readonly id: string } } | undefined)?.caricamento.id;
    // The new reading can be worked on whatever became of the first.
    expect(await readCaricamento(reopen(ultima, banco), 'fasano', nuova ?? '')).toMatchObject({ stato: 'letto' });
    if (pubblicata?.errore) {
      expect(pubblicata.errore).toMatchObject({ name: 'NonPubblicabileError' });
      expect([ultimaEdizione?.numero, stato]).toEqual([1, 'ritirato']);
    } else {
      expect([ultimaEdizione?.numero, stato]).toEqual([2, 'pubblicato']);
    }
    return stato ?? '';
  }
});
