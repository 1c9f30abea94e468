/** Small answers at the desk: a number that was not written, a question that is closed. */
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Correzioni, NESSUNA_CORREZIONE, parseCorrezioni } from '../../../functions/core/tabelle/correzioni.ts';
import { TIPI } from '../../../functions/core/tabelle/index.ts';
import { CorreggiColonna } from '../../../web/src/riservata/correggi-colonna.tsx';
import { CorreggiMancanti } from '../../../web/src/riservata/correggi-mancanti.tsx';
import { CorreggiRiga } from '../../../web/src/riservata/correggi-riga.tsx';
import type { InCorso } from '../../../web/src/riservata/correzioni.ts';
import { Conferma } from '../../../web/src/riservata/esito.tsx';
import { ParteModulo } from '../../../web/src/riservata/parte-modulo.tsx';
import { buildBozza } from './bozze.ts';
import { type Montato, mount } from './monta.ts';
import { toTipoDto } from './tipi.ts';

let montato: Montato;
afterEach(() => montato.remove());

test.each(['', '0'])('a line without a number (%j) is asked for, in the field where it goes', async (scritta) => {
  const change = vi.fn<InCorso['change']>();
  montato = await mount(
    <CorreggiRiga inCorso={{ correzioni: NESSUNA_CORREZIONE, change } as Partial<InCorso> as InCorso} />,
  );
  const campo = montato.nodo.querySelector('input');
  await write(campo, scritta);
  await montato.press('Aggiungi');
  expect(change).not.toHaveBeenCalled();
  expect(montato.nodo.querySelector('[role="status"]')?.textContent).toBe('Scrivi il numero della riga, da 1 in su.');
  expect([document.activeElement, campo?.getAttribute('aria-invalid')]).toEqual([campo, 'true']);
  await write(campo, '7');
  await montato.press('Aggiungi');
  expect(change.mock.calls[0]?.[0].righe).toEqual(new Map([[7, 'nota']]));
  expect(montato.nodo.querySelector('[role="status"]')?.textContent).toBe('');
});

/** As a person types: React listens to the setter of the element. */
async function write(campo: HTMLInputElement | null, testo: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  await act(async () => {
    set?.call(campo, testo);
    campo?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('which file a new one replaces', () => {
  const fonte = { documento: 'Piano' };
  const parti = ['a-2020', 'a-2021'].map((parte) => ({ parte, sha256: '', righe: 1, fonte, contesto: { parte } }));
  const [onScegli, onAggiungi, onNomina] = [vi.fn(), vi.fn(), vi.fn()];
  const modulo = (parte: string, errore?: string) => (
    <ParteModulo
      parti={parti}
      parte={parte}
      errore={errore}
      onScegli={onScegli}
      onAggiungi={onAggiungi}
      onNomina={onNomina}
    />
  );

  test('is asked for where there are many, and told where it lacks', async () => {
    montato = await mount(modulo('', 'un nome'));
    const scelta = montato.nodo.querySelector('select');
    expect([scelta?.name, scelta?.selectedOptions[0]?.textContent]).toEqual(['parte', 'Scegli']);
    expect(montato.nodo.querySelector('.campo-errore')?.textContent).toMatch(/^Scegli quale file sostituisce/);
    expect(montato.nodo.querySelector('input')).toBeNull();
    await choose(scelta, 'a-2021');
    expect(onScegli).toHaveBeenCalledWith('a-2021');
  });

  test('is none, where it is one more: then it is given a name', async () => {
    montato = await mount(modulo(''));
    await choose(montato.nodo.querySelector('select'), 'una in più');
    expect(onAggiungi).toHaveBeenCalledOnce();
    expect(montato.nodo.querySelector('input')?.name).toBe('parte');
    expect(montato.nodo.querySelector('select')?.hasAttribute('name')).toBe(false);
  });
});

describe('what the reader asks and offers of a file', () => {
  const tipo = toTipoDto(TIPI.cofinanziamento);
  const bozza = buildBozza({
    tipo: 'cofinanziamento',
    interpretazione: {
      mancanti: ['natura', 'forma'],
      colonne: [{ colonna: 3, intestazione: 'VERSAMENTO', significato: null, formato: null, proposta: 'forma' }],
    },
  });

  test('one value for all the lines, taken back with the first choice', async () => {
    const onCambia = vi.fn<(correzioni: Correzioni) => void>();
    const correzioni = parseCorrezioni('colonna 3=forma');
    montato = await mount(<CorreggiMancanti tipo={tipo} bozza={bozza} correzioni={correzioni} onCambia={onCambia} />);
    // What a column was said to be is not asked for.
    expect([...montato.nodo.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual([
      'Natura, in tutte le righe',
    ]);
    const scelta = montato.nodo.querySelector('select');
    await choose(scelta, 'versato');
    expect(onCambia.mock.calls.at(-1)?.[0].valori).toEqual(new Map([['natura', 'versato']]));
    await choose(scelta, '');
    expect(onCambia.mock.calls.at(-1)?.[0].valori).toEqual(new Map());
  });

  test('a column that was not recognised, with one press', async () => {
    const onCambia = vi.fn<(correzioni: Correzioni) => void>();
    const colonna = { colonna: 3, nome: 'VERSAMENTO', tipo, bozza, onCambia };
    montato = await mount(<CorreggiColonna {...colonna} correzioni={NESSUNA_CORREZIONE} />);
    await montato.press('Sì, è «Forma»');
    expect(onCambia.mock.calls[0]?.[0].colonne).toEqual(new Map([[3, 'forma']]));
    await montato.render(<CorreggiColonna {...colonna} correzioni={parseCorrezioni('colonna 3=ignora')} />);
    expect(montato.nodo.querySelector('button')).toBeNull();
  });
});

async function choose(scelta: HTMLSelectElement | null, valore: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value') ?? {};
  await act(async () => {
    set?.call(scelta, valore);
    scelta?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('a question that the browser closes, by Esc or otherwise, is a no', async () => {
  const [si, no] = [vi.fn(), vi.fn()];
  montato = await mount(
    <Conferma titolo="Pubblicare?" conferma="Pubblica" onConferma={si} onRinuncia={no}>
      <p>Lo vedono tutti.</p>
    </Conferma>,
  );
  await act(async () => montato.nodo.querySelector('dialog')?.close());
  expect([si.mock.calls.length, no.mock.calls.length]).toEqual([0, 1]);
});
