/** What people send in the place of a table, known by its bytes whatever its name: each is told what it is. */

/** The first bytes, two digits each. */
const FIRME: readonly (readonly [firma: RegExp, cosa: string])[] = [
  // `%PDF`
  [/^25504446/, 'un PDF'],
  [/^feff/, 'in UTF-16 con i byte in ordine inverso, da salvare come CSV UTF-8'],
  // gzip, RAR, 7z
  [/^(1f8b|52617221|377abcaf)/, 'un archivio compresso, da estrarre'],
  // JPEG, PNG, GIF, TIFF, HEIC
  [/^(ffd8ff|89504e47|47494638|49492a00|4d4d002a|.{8}66747970(686569|6d6966))/, 'un’immagine'],
  // PKCS #7, signed data
  [/^30.{2,10}06092a864886f70d010702/, 'firmato (P7M), da estrarre'],
];
const TESTA = 24;

/** @returns null where the bytes are of nothing that is known */
export function describeEstraneo(byte: Uint8Array): string | null {
  const testa = Array.from(byte.subarray(0, TESTA), (valore) => valore.toString(16).padStart(2, '0')).join('');
  const cosa = FIRME.find(([firma]) => firma.test(testa))?.[1];
  return cosa === undefined ? null : composeServe(`è ${cosa}`);
}

/** @param cosa what the file is, after «Il file» */
export function composeServe(cosa: string): string {
  return `Il file ${cosa}: serve la tabella in un file CSV o XLSX.`;
}
