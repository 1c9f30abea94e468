import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Sorgente } from './deposito.ts';

export interface Oggetto {
  readonly Bucket: string;
  readonly Key: string;
}

/** @returns null where there is no such object */
export async function openOggetto(s3: S3Client, oggetto: Oggetto): Promise<Sorgente | null> {
  const byte = await measureOggetto(s3, oggetto);
  return byte === null ? null : { byte, open: () => readPezzi(s3, oggetto) };
}

/** @returns its length in bytes, null where there is no such object */
export async function measureOggetto(s3: S3Client, oggetto: Oggetto): Promise<number | null> {
  try {
    return (await s3.send(new HeadObjectCommand(oggetto))).ContentLength ?? 0;
  } catch (cause) {
    // An answer to HEAD has no body in which the error could be named.
    if (cause instanceof NotFound || (cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 404)) {
      return null;
    }
    throw cause;
  }
}

async function* readPezzi(s3: S3Client, oggetto: Oggetto): AsyncGenerator<Uint8Array> {
  const { Body } = await s3.send(new GetObjectCommand(oggetto));
  if (Body) yield* Body as AsyncIterable<Uint8Array>;
}
