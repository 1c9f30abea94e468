import { S3Client } from '@aws-sdk/client-s3';
import type { Arrivi } from '../store/arrivi.ts';
import { createArriviS3 } from '../store/arrivi-s3.ts';

/** Alone in its module, so that the client of the buckets and its signer are loaded only when they are needed. */
export function openArriviBucket(bucket: { readonly arrivi: string; readonly originali: string }): Arrivi {
  return createArriviS3(new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }), bucket);
}
