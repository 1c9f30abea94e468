/**
 * JSON with the keys of every object sorted: two values that say the same have the same text, whatever the order in which
 * the code that made them set the keys. What is hashed or compared goes through here.
 */
export function toCanonico(valore: unknown): string {
  return JSON.stringify(valore, (_chiave, v: unknown) => (isOggetto(v) ? sortKeys(v) : v));
}

function isOggetto(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

function sortKeys(oggetto: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(oggetto)
      .sort()
      .map((chiave) => [chiave, oggetto[chiave]]),
  );
}
