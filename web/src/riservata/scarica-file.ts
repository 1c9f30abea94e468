/** First bytes of a ZIP archive, which a workbook is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** Hands bytes that were read with a token to the browser, to be saved: a link alone would not carry the token. */
export function saveFile(byte: Uint8Array, nome: string): void {
  const estensione = ZIP.every((atteso, i) => byte[i] === atteso) ? 'xlsx' : 'csv';
  const indirizzo = URL.createObjectURL(new Blob([new Uint8Array(byte)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = indirizzo;
  link.download = `${nome}.${estensione}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(indirizzo), 60_000);
}
