/**
 * How often one may ask for what costs: a bucket of tokens for each who asks, that fills with time. It lives as long as the process, and each
 * process has its own: why that is enough, ADR 16.
 */
import type { Ritmo } from '../core/http/rotte.ts';

interface Secchio {
  gettoni: number;
  alMs: number;
}

/** Past these many who ask, those that asked longest ago start afresh. */
const MASSIMI_SECCHI = 10_000;

export class Freno {
  readonly #secchi = new Map<string, Secchio>();

  /**
   * @param chi who asks; kept in memory alone, and as long as they ask
   * @returns 0 where the request may go on, else the seconds after which it may be made again
   */
  take(chi: string, { capienza, alSecondo }: Ritmo, adesso: Date): number {
    const alMs = adesso.getTime();
    const prima = this.#secchi.get(chi) ?? { gettoni: capienza, alMs };
    const passatiMs = Math.max(0, alMs - prima.alMs);
    const gettoni = Math.min(capienza, prima.gettoni + (passatiMs / 1000) * alSecondo);
    const passa = gettoni >= 1;
    // To the end of the line of those that go.
    this.#secchi.delete(chi);
    this.#secchi.set(chi, { gettoni: passa ? gettoni - 1 : gettoni, alMs: Math.max(alMs, prima.alMs) });
    const [primo] = this.#secchi.keys();
    if (this.#secchi.size > MASSIMI_SECCHI && primo !== undefined) this.#secchi.delete(primo);
    return passa ? 0 : Math.max(1, Math.ceil((1 - gettoni) / alSecondo));
  }
}
