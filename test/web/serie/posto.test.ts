/** A place among the others is told without a judgement, whatever the ties. */
import { describe, expect, test } from 'vitest';
import { buildColonna, listPresenti } from '../../../web/src/serie/insieme.ts';
import { findPosto } from '../../../web/src/serie/posto.ts';
import { buildOsservazioni, CASARANO, codiceOf, describeIndicatore, type PerComune } from '../osservazioni.ts';

interface Caso {
  titolo: string;
  valori: PerComune;
  di: string;
  posto: string | null;
  estremo?: 'alto' | 'basso' | null;
}

const TUTTI = { Casarano: 70, Collepasso: 60, Matino: 50, Parabita: 40, Ruffano: 30, Supersano: 20, Taurisano: 10 };

const CASI: Caso[] = [
  { titolo: 'the highest', valori: TUTTI, di: 'Casarano', posto: 'valore più alto su sette', estremo: 'alto' },
  { titolo: 'in the middle', valori: TUTTI, di: 'Matino', posto: 'terzo valore su sette', estremo: null },
  { titolo: 'the lowest', valori: TUTTI, di: 'Taurisano', posto: 'valore più basso su sette', estremo: 'basso' },
  {
    titolo: 'tied as written, whatever the further digits',
    valori: { ...TUTTI, Matino: 60.001, Parabita: 60.004 },
    di: 'Parabita',
    posto: 'secondo valore su sette, a pari con Matino e Collepasso',
    estremo: null,
  },
  {
    titolo: 'tied at the top',
    valori: { Casarano: 70, Matino: 70, Ruffano: 10 },
    di: 'Matino',
    posto: 'valore più alto su tre, a pari con Casarano',
    estremo: 'alto',
  },
  {
    titolo: 'tied at the foot, where the missing do not count',
    valori: { Casarano: 70, Matino: 10, Ruffano: 10, Supersano: 'non-trasmesso' },
    di: 'Ruffano',
    posto: 'valore più basso su tre, a pari con Matino',
    estremo: 'basso',
  },
  {
    titolo: 'all alike',
    valori: { Casarano: 10, Matino: 10, Ruffano: 10 },
    di: 'Ruffano',
    posto: 'lo stesso valore in tutti e tre',
    estremo: null,
  },
  { titolo: 'alone', valori: { Casarano: 10 }, di: 'Casarano', posto: 'unico comune con il dato', estremo: null },
  { titolo: 'missing', valori: { Casarano: 10, Matino: 'in-verifica' }, di: 'Matino', posto: null },
];

describe('the place of a comune', () => {
  test.each(CASI)('$titolo', ({ valori, di, posto, estremo }) => {
    const indicatore = describeIndicatore('peso-quota');
    const osservazioni = buildOsservazioni({ indicatore: 'peso-quota', periodo: '2022', valori });
    const { confronto } = buildColonna({
      ambito: CASARANO,
      indicatore,
      osservazioni,
      richiesta: { dimensioni: {} },
    });
    const voce = confronto.voci.find(({ codice }) => codice === codiceOf(di));
    expect(voce).toBeDefined();
    const trovato = voce ? findPosto(listPresenti(confronto), voce) : null;
    expect(trovato?.testo ?? null).toBe(posto);
    if (estremo !== undefined) expect(trovato?.estremo).toBe(estremo);
  });
});
