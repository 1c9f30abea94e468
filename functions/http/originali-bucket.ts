import { S3Client } from '@aws-sdk/client-s3';
import type { Originali } from '../store/deposito.ts';
import { createOriginaliS3 } from '../store/originali-s3.ts';

/** Alone in its module, so that the client of the bucket is loaded when the first original is asked for. */
export function openOriginaliBucket(bucket: string): Originali {
  return createOriginaliS3(new S3Client({}), bucket);
}
