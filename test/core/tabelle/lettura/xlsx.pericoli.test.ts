import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../../functions/core/tabelle/lettura/xlsx.ts';
import { XlsxError } from '../../../../functions/core/tabelle/lettura/xlsx-errore.ts';
import { composeParti, type Parti, patchIntestazioni, zipParti } from './xlsx-cartelle.ts';
import { composePericoli } from './xlsx-pericoli.ts';

const parti = composeParti({
  fogli: [{ nome: 'Foglio1', xml: '<sheetData><row r="1"><c r="A1"><v>6917</v></c></row></sheetData>' }],
});

describe('what cannot be read safely is refused', () => {
  test.each(composePericoli(1))('$cosa: $regola', ({ byte, foglio, regola, messaggio }) => {
    const errore = catchErrore(() => readXlsx({ byte: byte(), ...(foglio === undefined ? {} : { foglio }) }));
    expect(errore).toBeInstanceOf(XlsxError);
    expect(errore).toMatchObject({ name: 'XlsxError', regola, messaggio, message: messaggio });
  });
});

describe('64-bit sizes that lie are refused', () => {
  test.each<[string, (vista: DataView, campo: number) => void, RegExp]>([
    ['an exabyte when opened', (vista, campo) => vista.setBigUint64(campo, 2n ** 60n, true), /ingannevole/],
    ['more than a number can say', (vista, campo) => vista.setBigUint64(campo, 2n ** 64n - 1n, true), /ingannevole/],
    ['nothing when opened', (vista, campo) => vista.setBigUint64(campo, 0n, true), /ingannevole/],
    [
      'an exabyte as it is stored',
      (vista, campo) => vista.setBigUint64(campo + 8, 2n ** 60n, true),
      /danneggiato|ingannevole/,
    ],
    [
      'nothing as it is stored',
      (vista, campo) => vista.setBigUint64(campo + 8, 0n, true),
      /danneggiato|ingannevole|eccessivo/,
    ],
    [
      'a field of another kind',
      (vista, campo) => vista.setUint16(campo - 4, 0x7777, true),
      /eccessivo|danneggiato|ingannevole/,
    ],
    ['a field that ends at once', (vista, campo) => vista.setUint16(campo - 2, 0, true), /ingannevole/],
    ['a field of one size alone', (vista, campo) => vista.setUint16(campo - 2, 8, true), /ingannevole/],
  ])('%s', (_caso, lie, regola) => {
    const errore = catchErrore(() => readXlsx({ byte: zipParti64(parti, lie) }));
    expect(errore).toBeInstanceOf(XlsxError);
    expect((errore as XlsxError).regola).toMatch(regola);
  });
});

describe('a file that is only unusual is read', () => {
  const letta = [{ riga: 1, celle: ['6917'] }];

  test('with printer settings, pictures and folders', () => {
    const byte = zipParti({
      ...parti,
      'xl/printerSettings/printerSettings1.bin': new Uint8Array(300).fill(7),
      'xl/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      'xl/media/': '',
    });
    expect(readXlsx({ byte }).righe).toEqual(letta);
  });

  test('with the types of parts that it does not have, as some libraries declare in every file', () => {
    const tipi = `${parti['[Content_Types].xml']}`.replace(
      '<Override',
      '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="vba" ContentType="application/vnd.ms-office.vbaProject"/><Override',
    );
    expect(readXlsx({ byte: zipParti({ ...parti, '[Content_Types].xml': tipi }) }).righe).toEqual(letta);
  });

  test('made from a template', () => {
    const tipi = `${parti['[Content_Types].xml']}`.replace('sheet.main', 'template.main');
    expect(readXlsx({ byte: zipParti({ ...parti, '[Content_Types].xml': tipi }) }).righe).toEqual(letta);
  });

  test('with a comment after the archive', () => {
    const archivio = zipParti(parti);
    const byte = new Uint8Array(archivio.length + 5);
    byte.set(archivio);
    new DataView(byte.buffer).setUint16(archivio.length - 2, 5, true);
    expect(readXlsx({ byte }).righe).toEqual(letta);
  });

  test('in a view upon a larger buffer', () => {
    const archivio = zipParti(parti);
    const intorno = new Uint8Array(archivio.length + 20).fill(0x50);
    intorno.set(archivio, 10);
    expect(readXlsx({ byte: intorno.subarray(10, 10 + archivio.length) }).righe).toEqual(letta);
  });

  test('with the sizes after the data, as an export in streaming leaves them', () => {
    let byte = zipParti(parti);
    for (const nome of Object.keys(parti)) {
      byte = patchIntestazioni(byte, nome, (vista, { posizione, centrale }) => {
        if (!centrale) {
          vista.setUint16(posizione + 6, vista.getUint16(posizione + 6, true) | 8, true);
          for (const campo of [14, 18, 22]) vista.setUint32(posizione + campo, 0, true);
        }
      });
    }
    expect(readXlsx({ byte }).righe).toEqual(letta);
  });

  test('with 64-bit sizes', () => {
    expect(readXlsx({ byte: zipParti64(parti) }).righe).toEqual(letta);
  });
});

function catchErrore(azione: () => unknown): unknown {
  try {
    azione();
  } catch (errore) {
    return errore;
  }
  return undefined;
}

/**
 * As the streaming exports of Java programs: sizes in the extra field, record and locator before the end.
 * @param lie what to write over the extra field of each part, which begins at `campo` with the expanded size
 */
function zipParti64(parti: Parti, lie: (vista: DataView, campo: number) => void = () => {}): Uint8Array {
  const byte = zipParti(parti, { level: 0, extra: { 1: new Uint8Array(16) } });
  let conCampi = byte;
  for (const nome of Object.keys(parti)) {
    conCampi = patchIntestazioni(conCampi, nome, (vista, { posizione, centrale }) => {
      const dimensioni = posizione + (centrale ? 20 : 18);
      const campo = posizione + (centrale ? 46 : 30) + nome.length + 4;
      vista.setBigUint64(campo, BigInt(vista.getUint32(dimensioni + 4, true)), true);
      vista.setBigUint64(campo + 8, BigInt(vista.getUint32(dimensioni, true)), true);
      lie(vista, campo);
      vista.setUint32(dimensioni, 0xffffffff, true);
      vista.setUint32(dimensioni + 4, 0xffffffff, true);
    });
  }
  const fine = conCampi.length - 22;
  const intero = new Uint8Array(conCampi.length + 76);
  intero.set(conCampi.subarray(0, fine));
  intero.set(conCampi.subarray(fine), fine + 76);
  const vista = new DataView(intero.buffer);
  vista.setUint32(fine, 0x06064b50, true);
  vista.setUint32(fine + 56, 0x07064b50, true);
  return intero;
}
