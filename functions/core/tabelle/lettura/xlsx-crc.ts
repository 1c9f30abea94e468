const TAVOLA = Uint32Array.from({ length: 256 }, (_, indice) => {
  let resto = indice;
  for (let bit = 0; bit < 8; bit++) resto = resto & 1 ? (resto >>> 1) ^ 0xedb88320 : resto >>> 1;
  return resto;
});

/**
 * @param precedente the sum of the bytes before these, 0 at the beginning
 * @source ISO 3309, as the ZIP format uses it
 */
export function computeCrc32(byte: Uint8Array, precedente: number): number {
  let crc = ~precedente;
  for (const valore of byte) crc = (TAVOLA[(crc ^ valore) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
