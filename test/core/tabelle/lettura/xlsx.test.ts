import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFoglioDiCalcolo } from '../../../../functions/core/tabelle/lettura/firma.ts';
import { parseNumero } from '../../../../functions/core/tabelle/lettura/numeri.ts';
import { Rifiuto } from '../../../../functions/core/tabelle/lettura/rifiuto.ts';
import { type Grigliato, readXlsx } from '../../../../functions/core/tabelle/lettura/xlsx.ts';
import { formatColonna } from '../../../../functions/core/tabelle/lettura/xlsx-riferimento.ts';
import { composeParti, escapeXml, writeCartella, writeFoglio, zipParti } from './xlsx-cartelle.ts';

describe('a table as Excel writes it', () => {
  const byte = writeFoglio(
    `<dimension ref="A1:E6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>
     <cols><col min="1" max="1" width="22.7" customWidth="1"/></cols>
     <sheetData>
       <row r="1" spans="1:5" ht="21" customHeight="1"><c r="A1" s="3" t="s"><v>0</v></c><c r="B1" s="3"/><c r="C1" s="3"/></row>
       <row r="3" spans="1:5"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c><c r="E3" t="s"><v>4</v></c></row>
       <row r="4" spans="1:5"><c r="A4" t="s"><v>5</v></c><c r="B4" s="1"><v>251622.44</v></c><c r="C4" s="2"><v>0.95</v></c><c r="E4" s="3"><v>46195</v></c></row>
       <row r="5" spans="1:5"><c r="A5" t="s"><v>6</v></c><c r="B5" s="1"><v>1435449.1299999999</v></c><c r="C5" s="2"/><c r="E5" t="b"><v>1</v></c></row>
       <row r="6" spans="1:5"><c r="A6" t="s"><v>7</v></c><c r="B6" s="1"><f>SUM(B4:B5)</f><v>1687071.5699999998</v></c><c r="C6" t="e"><f>C4/C9</f><v>#DIV/0!</v></c></row>
     </sheetData>
     <mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells><pageMargins left="0.7"/>`,
    {
      formati: ['#,##0.00\\ "€"', 9, 14],
      condivisi: [
        '<si><r><rPr><b/></rPr><t>Spesa sociale </t></r><r><t xml:space="preserve">dei comuni</t></r><rPh sb="0" eb="1"><t>fonetica</t></rPh></si>',
        '<si><t>Comune</t></si>',
        '<si><t xml:space="preserve"> Importo\n(€) </t></si>',
        '<si><t>Quota &amp; resto</t></si>',
        '<si><t>Data_x000D_\natto</t></si>',
        '<si><t>Casarano</t></si>',
        '<si><t>Taurisano</t></si>',
        '<si><t>Totale</t></si>',
      ],
    },
  );

  test('rows keep their numbers, cells their columns, numbers their meaning', () => {
    expect(readXlsx({ byte })).toEqual<Grigliato>({
      foglio: 'Foglio1',
      fogli: ['Foglio1'],
      altriFogli: '',
      openUnite: expect.any(Function),
      righe: [
        { riga: 1, celle: ['Spesa sociale dei comuni'] },
        { riga: 3, celle: ['Comune', ' Importo\n(€) ', 'Quota & resto', '', 'Data\natto'] },
        { riga: 4, celle: ['Casarano', '251622.44', '95%', '', '2026-06-22'] },
        { riga: 5, celle: ['Taurisano', '1435449.13', '', '', 'SI'] },
        { riga: 6, celle: ['Totale', '1687071.57', '#DIV/0!'] },
      ],
      avvisi: [],
    });
  });
});

describe('the same table as other programs write it', () => {
  const parti = composeParti({
    fogli: [{ nome: 'Foglio1', xml: '<sheetData/>' }],
    formati: ['General', 'dd/mm/yyyy', 'hh:mm'],
    condivisi: ['<si><t xml:space="preserve">Casarano</t></si>'],
  });
  const sheet = 'xl/worksheets/sheet1.xml';
  const ATTESE = [{ riga: 1, celle: ['Casarano', '6917', 'NO', '2026-06-22', '09:30'] }];

  test.each<[programma: string, xml: string]>([
    [
      'LibreOffice',
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><cols><col collapsed="false" customWidth="false" hidden="false" outlineLevel="0" max="1024" min="1" style="0" width="11.53"/></cols><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="n"><v>6917</v></c><c r="C1" s="1" t="b"><f aca="false">FALSE()</f><v>0</v></c><c r="D1" s="2" t="n"><v>46195</v></c><c r="E1" s="3" t="n"><v>0.395833333333333</v></c></row></sheetData></worksheet>`,
    ],
    [
      'an exporter in streaming: no references, texts in place',
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>Casa</t></is></c><c><v>6917</v></c><c t="b"><v>0</v></c><c s="2"><v>46195</v></c><c s="3"><v>0.39583333333333331</v></c></row></sheetData></worksheet>`.replace(
        '<t>Casa</t>',
        '<r><t>Casa</t></r><r><t>rano</t></r>',
      ),
    ],
    [
      'a library that prefixes every name',
      `\ufeff<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Casarano</x:v></x:c><x:c r="B1"><x:v>6917</x:v></x:c><x:c r="C1" t="b"><x:v>0</x:v></x:c><x:c r="D1" t="d"><x:v>2026-06-22T00:00:00</x:v></x:c><x:c r="E1" t="str"><x:f>TEXT(E2,"hh:mm")</x:f><x:v>09:30</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ],
    [
      'a writer that uses CDATA and comments',
      `<worksheet><sheetData><!-- nota --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[Casarano]]></t></is></c><c r="B1"><v>6917</v></c><c r="C1" t="b"><v>false</v></c><c r="D1" s="2"><v>46195</v></c><c r="E1" s="3"><v>0.39583333333333331</v></c></row></sheetData></worksheet>`,
    ],
  ])('%s', (_, xml) => {
    expect(readXlsx({ byte: zipParti({ ...parti, [sheet]: xml }) }).righe).toEqual(ATTESE);
  });

  test('entries that are not compressed', () => {
    const xml = '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>';
    expect(readXlsx({ byte: zipParti({ ...parti, [sheet]: xml }, { level: 0 }) }).righe).toEqual([
      { riga: 1, celle: ['Casarano'] },
    ]);
  });

  test('a workbook without styles nor shared texts', () => {
    const { 'xl/styles.xml': _, 'xl/sharedStrings.xml': __, ...resto } = parti;
    const relazioni = `${resto['xl/_rels/workbook.xml.rels']}`.replace(/<Relationship Id="rId90\d"[^>]*>/g, '');
    const xml = '<worksheet><sheetData><row><c><v>6917</v></c></row></sheetData></worksheet>';
    const byte = zipParti({ ...resto, 'xl/_rels/workbook.xml.rels': relazioni, [sheet]: xml });
    expect(readXlsx({ byte }).righe).toEqual([{ riga: 1, celle: ['6917'] }]);
  });
});

describe('what a cell holds', () => {
  const formati = [9, 14, 20, '000000', 22];
  test.each<[cosa: string, cella: string, atteso: string]>([
    ['a count', '<c r="A1"><v>6917</v></c>', '6917'],
    ['a percentage', '<c r="A1" s="1"><v>0.125</v></c>', '12.5%'],
    ['a day', '<c r="A1" s="2"><v>46195</v></c>', '2026-06-22'],
    ['a time', '<c r="A1" s="3"><v>0.375</v></c>', '09:00'],
    ['a code that keeps its zero', '<c r="A1" s="4"><v>75016</v></c>', '075016'],
    ['a day with its time', '<c r="A1" s="5"><v>46195.5</v></c>', '2026-06-22 12:00'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'SI'],
    ['no', '<c r="A1" t="b"><v>0</v></c>', 'NO'],
    ['a formula with its result', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that gives zero', '<c r="A1"><f>1-1</f><v>0</v></c>', '0'],
    ['a formula that shares another', '<c r="A1"><f t="shared" si="0"/><v>2</v></c>', '2'],
    ['a formula that gives an empty text', '<c r="A1" t="str"><f>IF(1,"")</f><v></v></c>', ''],
    ['a formula in error', '<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a broken reference', '<c r="A1" t="e"><f>#REF!+1</f><v>#REF!</v></c>', '#REF!'],
    ['a formula never computed', '<c r="A1"><f>SUM(B1:B9)</f></c>', '#VALORE! (formula senza risultato salvato)'],
    [
      'a formula with an empty result',
      '<c r="A1"><f>SUM(B1:B9)</f><v/></c>',
      '#VALORE! (formula senza risultato salvato)',
    ],
    ['a text formula never computed', '<c r="A1" t="str"><f>B1</f></c>', '#VALORE! (formula senza risultato salvato)'],
    ['a text that looks like a number', '<c r="A1" t="inlineStr"><is><t>1.435.449,13</t></is></c>', '1.435.449,13'],
    ['a text with an escaped line break', '<c r="A1" t="str"><v>uno_x000a_due</v></c>', 'uno\ndue'],
    ['a text that speaks of escapes', '<c r="A1" t="str"><v>_x005F_x000A_</v></c>', '_x000A_'],
    ['a control character that no text holds', '<c r="A1" t="str"><v>a_x0000_b</v></c>', 'a_x0000_b'],
    ['nothing, with a style', '<c r="A1" s="2"/>', ''],
    ['a note of another program beside the value', '<c r="A1"><v>5</v><extLst><ext><v>9</v></ext></extLst></c>', '5'],
  ])('%s', (_, cella, atteso) => {
    const { righe } = readXlsx({ byte: writeFoglio(`<sheetData><row r="1">${cella}</row></sheetData>`, { formati }) });
    expect(righe).toEqual(atteso === '' ? [] : [{ riga: 1, celle: [atteso] }]);
  });

  test('a number that was never computed, or is in error, is unreadable in every column of numbers, never zero', () => {
    for (const cella of [
      '<c r="A1"><f>B1</f></c>',
      '<c r="A1" t="e"><v>#REF!</v></c>',
      '<c r="A1" t="e"><v>#N/A</v></c>',
    ]) {
      const testo = readXlsx({ byte: writeFoglio(`<sheetData><row r="1">${cella}</row></sheetData>`) }).righe[0]
        ?.celle[0];
      for (const formato of ['conteggio', 'importo', 'decimale', 'percentuale'] as const) {
        const letto = parseNumero(testo ?? '', { formato, conSegno: true });
        expect(letto).toBeInstanceOf(Rifiuto);
        expect(letto).toMatchObject({ regola: 'errore-del-foglio' });
      }
    }
  });

  test('days are counted from 1904 where the workbook says so', () => {
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>44733</v></c></row></sheetData>';
    const byte = writeFoglio(xml, { formati: [14], proprieta: '<workbookPr date1904="1"/>' });
    expect(readXlsx({ byte }).righe).toEqual([{ riga: 1, celle: ['2026-06-22'] }]);
  });

  test('formatted and empty cells far away are not columns, nor rows', () => {
    const byte = writeFoglio(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="1"><c r="A1048576" s="1"/></row></sheetData>',
      { formati: [14] },
    );
    expect(readXlsx({ byte }).righe).toEqual([{ riga: 1, celle: ['1'] }]);
  });

  test('the 200th column is read', () => {
    const byte = writeFoglio('<sheetData><row r="1"><c r="GR1"><v>1</v></c></row></sheetData>');
    expect(readXlsx({ byte }).righe[0]?.celle).toHaveLength(200);
  });
});

describe('which sheet is read, and what the person is told', () => {
  const cell = (testo: string): string =>
    `<sheetData><row r="1"><c r="A1" t="str"><v>${testo}</v></c></row></sheetData>`;
  const byte = writeCartella({
    fogli: [
      { nome: 'Elenchi', xml: cell('nascosto'), stato: 'hidden' },
      { nome: 'Grafico', xml: '<drawing/>', tipo: 'chartsheet' },
      { nome: 'Spesa & quote', xml: cell('spesa') },
      { nome: 'Note', xml: cell('note') },
    ],
  });

  test.each<{ chiesto?: string; foglio: string; testo: string; avvisi: readonly string[] }>([
    {
      foglio: 'Spesa & quote',
      testo: 'spesa',
      avvisi: [
        'Il file ha 3 fogli («Elenchi», «Spesa & quote» e «Note»): è stato letto «Spesa & quote», il primo visibile. Un file si legge un foglio alla volta: un altro si sceglie correggendo la lettura; se servono più fogli, lo stesso file si carica di nuovo per ognuno, come una parte in più.',
      ],
    },
    { chiesto: 'Note', foglio: 'Note', testo: 'note', avvisi: [] },
    { chiesto: ' spesa & QUOTE', foglio: 'Spesa & quote', testo: 'spesa', avvisi: [] },
    {
      chiesto: 'Elenchi',
      foglio: 'Elenchi',
      testo: 'nascosto',
      avvisi: ['Il foglio «Elenchi» è nascosto: è stato letto come se si vedesse.'],
    },
  ])('asked for $chiesto', ({ chiesto, foglio, testo, avvisi }) => {
    const letto = readXlsx(chiesto === undefined ? { byte } : { byte, foglio: chiesto });
    expect(letto).toEqual({
      foglio,
      fogli: ['Elenchi', 'Spesa & quote', 'Note'],
      righe: [{ riga: 1, celle: [testo] }],
      altriFogli: expect.stringContaining(`È stato letto il foglio «${foglio}»`),
      openUnite: expect.any(Function),
      avvisi,
    });
  });

  test('a merged area gives its first value; what lies under it is left out, and said', () => {
    const letto = readXlsx({
      byte: writeFoglio(
        `<sheetData>${composeRighe([
          ['Comune', '2018', 'sotto', 'fine'],
          ['Casarano', '1', '2', '3'],
          ['sotto', '4', '5', '6'],
          ['sotto', '', '', ''],
        ])}</sheetData><mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="A2:A4"/></mergeCells>`,
      ),
    });
    expect(letto.righe).toEqual([
      { riga: 1, celle: ['Comune', '2018', '', 'fine'] },
      { riga: 2, celle: ['Casarano', '1', '2', '3'] },
      { riga: 3, celle: ['', '4', '5', '6'] },
    ]);
    expect(letto.avvisi).toEqual([
      'Sotto celle unite ci sono valori che il foglio non mostra, e non sono stati letti: C1, A3 e A4.',
    ]);
  });

  test('hidden rows and columns are read as the others, and said; hidden and empty ones are not', () => {
    const righe = Array.from({ length: 9 }, (_, i) => {
      const cella = i === 8 ? '' : `<c r="A${i + 1}"><v>${i}</v></c><c r="C${i + 1}"><v>${i}</v></c>`;
      return `<row r="${i + 1}"${[2, 3, 4, 6, 8].includes(i) ? ' hidden="1"' : ''}>${cella}</row>`;
    });
    const letto = readXlsx({
      byte: writeFoglio(
        `<cols><col min="2" max="3" hidden="1"/><col min="7" max="999999999" hidden="1"/></cols><sheetData>${righe.join('')}</sheetData>`,
      ),
    });
    expect(letto.righe).toHaveLength(8);
    expect(letto.avvisi).toEqual([
      'Il foglio nasconde delle righe, lette come le altre: 3-5 e 7.',
      'Il foglio nasconde delle colonne, lette come le altre: B-C.',
    ]);
  });

  test('formulas without result are named, the first ten of them', () => {
    const celle = (quante: number): string =>
      Array.from({ length: quante }, (_, i) => `<c r="${formatColonna(i + 1)}5"><f>Z9</f></c>`).join('');
    const leggi = (quante: number): readonly string[] =>
      readXlsx({ byte: writeFoglio(`<sheetData><row r="5">${celle(quante)}</row></sheetData>`) }).avvisi;
    expect(leggi(1)).toEqual([
      'Ci sono formule senza risultato salvato (A5): il file va aperto nel foglio di calcolo e salvato di nuovo.',
    ]);
    expect(leggi(11)[0]).toContain('(A5, B5, C5, D5, E5, F5, G5, H5, I5, J5 e un’altra)');
    expect(leggi(30)[0]).toContain('J5 e altre 20)');
  });
});

test('spreadsheets are told from texts by their first bytes', () => {
  expect(isFoglioDiCalcolo(writeFoglio('<sheetData/>'))).toBe(true);
  expect(isFoglioDiCalcolo(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(true);
  expect(isFoglioDiCalcolo(new TextEncoder().encode('Comune;2018'))).toBe(false);
  expect(isFoglioDiCalcolo(new Uint8Array())).toBe(false);
});

/** Cell styles of the property below. */
const STILI = ['0%', 'dd/mm/yyyy', 'hh:mm'];

interface CellaGenerata {
  /** Of the `<c>` element, beside its reference. */
  readonly attributi: string;
  readonly contenuto: string;
  /** Text that goes among the shared ones, and whose number is then the value. */
  readonly condiviso?: string;
  readonly atteso: string;
}

const testo = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((scritto) => scritto.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replaceAll('_x', ''));
const cellaGenerata: fc.Arbitrary<CellaGenerata> = fc.oneof(
  testo.map((atteso) => ({ attributi: ' t="s"', contenuto: '', condiviso: atteso, atteso })),
  testo.map((atteso) => ({ attributi: ' t="str"', contenuto: `<f>A1</f><v>${escapeXml(atteso)}</v>`, atteso })),
  testo.map((atteso) => ({
    attributi: ' t="inlineStr"',
    contenuto: `<is><t xml:space="preserve">${escapeXml(atteso)}</t></is>`,
    atteso,
  })),
  fc.maxSafeInteger().map((numero) => ({ attributi: '', contenuto: `<v>${numero}</v>`, atteso: `${numero}` })),
  fc.integer({ min: -1e9, max: 1e9 }).map((cent) => {
    const segno = cent < 0 ? '-' : '';
    const cifre = `${Math.abs(cent)}`.padStart(3, '0');
    const decimali = cifre.slice(-2).replace(/0+$/, '');
    const atteso = `${segno}${cifre.slice(0, -2)}${decimali && `.${decimali}`}`;
    // As Excel stores it: seventeen digits, whatever binary makes of the cents.
    return { attributi: '', contenuto: `<v>${(cent / 100).toPrecision(17)}</v>`, atteso };
  }),
  fc.integer({ min: 0, max: 500 }).map((quota) => ({
    attributi: ' s="1"',
    contenuto: `<v>${quota / 100}</v>`,
    atteso: `${quota}%`,
  })),
  fc.integer({ min: 61, max: 100_000 }).map((giorno) => ({
    attributi: ' s="2"',
    contenuto: `<v>${giorno}</v>`,
    atteso: new Date((giorno - 25_569) * 86_400_000).toISOString().slice(0, 10),
  })),
  fc.integer({ min: 0, max: 1439 }).map((minuto) => ({
    attributi: ' s="3"',
    contenuto: `<v>${minuto / 1440}</v>`,
    atteso: new Date(minuto * 60_000).toISOString().slice(11, 16),
  })),
  fc
    .boolean()
    .map((vero) => ({ attributi: ' t="b"', contenuto: `<v>${vero ? 1 : 0}</v>`, atteso: vero ? 'SI' : 'NO' })),
  fc.constant({ attributi: ' s="2"', contenuto: '', atteso: '' }),
);

test('any grid of values, written in any of the ways, gives back their texts', () => {
  const griglia = fc.array(fc.array(cellaGenerata, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(griglia, fc.boolean(), (righe, conRiferimenti) => {
      const attese = righe
        .map((celle, i) => ({ riga: i + 1, celle: trimCoda(celle.map(({ atteso }) => atteso)) }))
        .filter(({ celle }) => celle.length > 0);
      expect(readXlsx({ byte: writeGriglia(righe, conRiferimenti) }).righe).toEqual(attese);
    }),
    { numRuns: 300 },
  );
});

function writeGriglia(righe: readonly (readonly CellaGenerata[])[], conRiferimenti: boolean): Uint8Array {
  const condivisi: string[] = [];
  const xml = righe.map((celle, i) => {
    const scritte = celle.map(({ attributi, contenuto, condiviso }, j) => {
      const inizio = `<c${conRiferimenti ? ` r="${formatColonna(j + 1)}${i + 1}"` : ''}${attributi}>`;
      if (condiviso === undefined) return `${inizio}${contenuto}</c>`;
      condivisi.push(`<si><t xml:space="preserve">${escapeXml(condiviso)}</t></si>`);
      return `${inizio}<v>${condivisi.length - 1}</v></c>`;
    });
    return `<row${conRiferimenti ? ` r="${i + 1}"` : ''}>${scritte.join('')}</row>`;
  });
  return writeFoglio(`<sheetData>${xml.join('')}</sheetData>`, { condivisi, formati: STILI });
}

function composeRighe(righe: readonly (readonly string[])[]): string {
  return righe
    .map((celle, i) => {
      const scritte = celle.map((valore, j) =>
        valore === '' ? '' : `<c r="${formatColonna(j + 1)}${i + 1}" t="str"><v>${escapeXml(valore)}</v></c>`,
      );
      return `<row r="${i + 1}">${scritte.join('')}</row>`;
    })
    .join('');
}

function trimCoda(celle: readonly string[]): string[] {
  return celle.slice(0, celle.findLastIndex((cella) => cella !== '') + 1);
}
