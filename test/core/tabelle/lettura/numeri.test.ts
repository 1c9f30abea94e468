import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEuro, formatNumero } from '../../../../functions/core/formato.ts';
import { isNonDichiarato, type OpzioniNumero, parseNumero } from '../../../../functions/core/tabelle/lettura/numeri.ts';
import { Rifiuto } from '../../../../functions/core/tabelle/lettura/rifiuto.ts';

const CONTEGGIO: OpzioniNumero = { formato: 'conteggio', conSegno: false };
const INTERO: OpzioniNumero = { formato: 'intero', conSegno: true };
const DECIMALE: OpzioniNumero = { formato: 'decimale', conSegno: false };
const PERCENTUALE: OpzioniNumero = { formato: 'percentuale', conSegno: false };
const IMPORTO: OpzioniNumero = { formato: 'importo', conSegno: false };
const SALDO: OpzioniNumero = { formato: 'importo', conSegno: true };

function parse(testo: string, opzioni: OpzioniNumero): number | string {
  const letto = parseNumero(testo, opzioni);
  return letto instanceof Rifiuto ? letto.regola : letto.valore;
}

describe('numbers as offices write them', () => {
  const casi: [testo: string, opzioni: OpzioniNumero, atteso: number | string][] = [
    ['1.895', CONTEGGIO, 1895],
    ['1.435.449', CONTEGGIO, 1_435_449],
    ['71 804', CONTEGGIO, 71_804],
    ['71\u00a0804', CONTEGGIO, 71_804],
    ['537', CONTEGGIO, 537],
    ['537,00', CONTEGGIO, 537],
    ['0', CONTEGGIO, 0],
    ['2,39', CONTEGGIO, 'numero-non-intero'],
    ['2.55', CONTEGGIO, 'numero-non-intero'],
    ['1,895', CONTEGGIO, 'numero-non-intero'],
    ['12.34.567', CONTEGGIO, 'numero-non-leggibile'],
    ['0.537', CONTEGGIO, 'numero-non-intero'],
    ['(5)', CONTEGGIO, 'numero-non-leggibile'],
    ['-5', CONTEGGIO, 'conteggio-negativo'],
    ['-0', CONTEGGIO, 0],
    ['9.007.199.254.740.993', CONTEGGIO, 'numero-troppo-grande'],
    ['- 40', INTERO, -40],
    ['(40,00)', INTERO, -40],
    ['(1.234,56)', SALDO, -123_456],
    ['(€ 1.234,56)', SALDO, -123_456],
    ['(-40)', INTERO, 'numero-non-leggibile'],
    ['(1)(2)', INTERO, 'numero-non-leggibile'],
    ['(2,39)', INTERO, 'numero-non-intero'],
    ['−40', INTERO, -40],
    ['–40', INTERO, -40],
    ['+16', INTERO, 16],
    ['-1.529', INTERO, -1529],
    ['-1000', INTERO, -1000],
    ['--5', INTERO, 'numero-non-leggibile'],
    ['2,39', DECIMALE, 2.39],
    ['2.55', DECIMALE, 2.55],
    ['2', DECIMALE, 2],
    ['1.580,56', DECIMALE, 1580.56],
    ['1.234', DECIMALE, 1.234],
    ['1.234.567', DECIMALE, 1_234_567],
    ['95%', PERCENTUALE, 95],
    ['2.55', PERCENTUALE, 2.55],
    ['24,06 %', PERCENTUALE, 24.06],
    ['95%', DECIMALE, 'unita-inattesa'],
    ['€ 1.435.449,13', IMPORTO, 143_544_913],
    ['1.435.449,13', IMPORTO, 143_544_913],
    ['1.435.449,13 €', IMPORTO, 143_544_913],
    ['1435449.13', IMPORTO, 143_544_913],
    ['1435449,1', IMPORTO, 143_544_910],
    ['1.435.449', IMPORTO, 143_544_900],
    ['1.234', IMPORTO, 123_400],
    ['€1.234', IMPORTO, 123_400],
    ['EUR 10', IMPORTO, 1000],
    ['€ 0', IMPORTO, 0],
    ['€ 0,00', IMPORTO, 0],
    ['0,07', IMPORTO, 7],
    ['1,234', IMPORTO, 'troppi-decimali'],
    ['1,435,449.13', IMPORTO, 'numero-non-leggibile'],
    ['€ 1.435.44,13', IMPORTO, 'numero-non-leggibile'],
    ['€ 5 €', IMPORTO, 500],
    ['-€ 40,00', IMPORTO, 'numero-negativo'],
    ['-€ 40,00', SALDO, -4000],
    ['€ -40,00', SALDO, -4000],
    ['########', IMPORTO, 'cifra-non-visibile'],
    ['9,46E+03', IMPORTO, 'notazione-scientifica'],
    ['1e5', CONTEGGIO, 'notazione-scientifica'],
    ['#DIV/0!', DECIMALE, 'errore-del-foglio'],
    ['Err:502', IMPORTO, 'errore-del-foglio'],
    ['abc', IMPORTO, 'numero-non-leggibile'],
    ['12 abc', CONTEGGIO, 'numero-non-leggibile'],
    ['1O', CONTEGGIO, 'numero-non-leggibile'],
  ];
  it.each(casi)('%s as %o is %s', (testo, opzioni, atteso) => {
    expect(parse(testo, opzioni)).toBe(atteso);
  });

  it('tells the reader when a dot could have meant thousands', () => {
    expect(parseNumero('1.234', DECIMALE)).toEqual({
      valore: 1.234,
      nota: '«1.234» letto come 1,234 (il punto separa i decimali)',
    });
  });
});

describe('what states nothing', () => {
  it.each(['', '  ', '-', '–', '—', 'n.d.', 'nd', 'N.D.', 'n. d.', 'N/D', '€ _____', '____', '…', '...', '€', '€ -'])(
    '«%s»',
    (testo) => {
      expect(isNonDichiarato(testo)).toBe(true);
    },
  );
  it.each(['0', '€ 0', '€ 0,00', '-5', 'n', 'zero', '.', '1-'])('«%s» states something', (testo) => {
    expect(isNonDichiarato(testo)).toBe(false);
  });
});

describe('what is written in Italian is read back', () => {
  const cent = fc.integer({ min: 0, max: 10 ** 13 });
  it('sums, with and without sign', () => {
    fc.assert(fc.property(cent, (importoCent) => parse(formatEuro(importoCent), IMPORTO) === importoCent));
    fc.assert(
      fc.property(
        cent,
        (importoCent) => parse(formatEuro(-importoCent), SALDO) === (importoCent === 0 ? 0 : -importoCent),
      ),
    );
  });
  it('counts', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => parse(formatNumero(n), CONTEGGIO) === n && parse(String(n), CONTEGGIO) === n),
    );
  });
  it('decimals', () => {
    const decimali = fc.tuple(fc.nat(10 ** 7), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(decimali, ([n, cifre]) => parse(formatNumero(n / 10 ** cifre, cifre), DECIMALE) === n / 10 ** cifre),
    );
  });
  it('any text is read, or refused with a rule: never NaN, never an exception', () => {
    const formati = fc.constantFrom(CONTEGGIO, INTERO, DECIMALE, PERCENTUALE, IMPORTO, SALDO);
    const cifre = fc.string({ unit: fc.constantFrom(...'0123456789.,-+€% eE#') });
    fc.assert(
      fc.property(fc.oneof(cifre, fc.string()), formati, (testo, opzioni) => {
        const letto = parse(testo, opzioni);
        return typeof letto === 'string' || Number.isFinite(letto);
      }),
    );
  });
});
