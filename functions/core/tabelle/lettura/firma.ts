/** The first bytes of a file: what it is, whatever it is called. */

export const FIRMA_ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
export const FIRMA_OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** Workbooks, and the older files of the same programs: what the reader of spreadsheets reads or refuses by name. */
export function isFoglioDiCalcolo(byte: Uint8Array): boolean {
  return hasFirma(byte, FIRMA_ZIP) || hasFirma(byte, FIRMA_OLE);
}

export function hasFirma(byte: Uint8Array, firma: readonly number[]): boolean {
  return firma.every((valore, indice) => byte[indice] === valore);
}

/** Under which extension bytes that came without a name are handed out. */
export function getEstensione(byte: Uint8Array): 'csv' | 'xlsx' {
  return hasFirma(byte, FIRMA_ZIP) ? 'xlsx' : 'csv';
}
