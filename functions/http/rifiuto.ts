import type { ProblemJson } from '../core/http/schemi.ts';

/** Statuses with which a request is refused. */
export type StatoRifiuto = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;

/** A request that cannot be served as it is. The message is the `detail` that its author reads, in Italian. */
export class RifiutoError extends Error {
  override readonly name = 'RifiutoError';
  readonly stato: StatoRifiuto;
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly problemi: ProblemJson['problemi'];

  constructor(
    stato: StatoRifiuto,
    dettaglio: string,
    altro: { intestazioni?: Record<string, string>; problemi?: ProblemJson['problemi']; cause?: unknown } = {},
  ) {
    super(dettaglio, { cause: altro.cause });
    this.stato = stato;
    this.intestazioni = altro.intestazioni ?? {};
    this.problemi = altro.problemi;
  }
}
