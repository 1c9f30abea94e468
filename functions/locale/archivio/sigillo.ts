/** What stands locally for the signature of S3: an HMAC of what it lets do, with a key that lives as long as the process. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What is signed, in its order. */
type Campi = readonly (string | number)[];

export interface Sigillo {
  /** @returns hexadecimal */
  sign(campi: Campi): string;
  isDi(firma: string | null, campi: Campi): boolean;
}

export function createSigillo(): Sigillo {
  const segreto = randomBytes(32);
  // As JSON: no text of one field can pass for the end of it and the beginning of the next.
  const compute = (campi: Campi): Buffer => createHmac('sha256', segreto).update(JSON.stringify(campi)).digest();
  return {
    sign: (campi) => compute(campi).toString('hex'),
    isDi(firma, campi) {
      const scritta = Buffer.from(firma ?? '', 'hex');
      const attesa = compute(campi);
      return scritta.length === attesa.length && timingSafeEqual(scritta, attesa);
    },
  };
}
