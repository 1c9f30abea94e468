import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Originali } from './deposito.ts';
import { openOggetto } from './oggetto-s3.ts';

/** Key of the object that holds the bytes with that sha256. */
export function keyOriginale(sha256: string): string {
  return `originali/${sha256}`;
}

/** Originals in a bucket. An object is put once and never over itself, so that its age says when the file first came. */
export function createOriginaliS3(s3: S3Client, bucket: string): Originali {
  return {
    async put(sha256, byte) {
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOriginale(sha256),
            Body: byte,
            ContentType: 'application/octet-stream',
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            IfNoneMatch: '*',
          }),
        );
      } catch (cause) {
        if (!isGiaPresente(cause)) throw cause;
      }
    },
    async get(sha256) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOriginale(sha256) }));
        return Body ? await Body.transformToByteArray() : null;
      } catch (cause) {
        if (cause instanceof NoSuchKey) return null;
        throw cause;
      }
    },
    open: (sha256) => openOggetto(s3, { Bucket: bucket, Key: keyOriginale(sha256) }),
    sign(sha256, { nomeFile, scadeIl }) {
      const comando = new GetObjectCommand({
        Bucket: bucket,
        Key: keyOriginale(sha256),
        // Inside the signature: nobody can have it shown as a page.
        ResponseContentDisposition: `attachment; filename="${nomeFile}"`,
        ResponseContentType: 'application/octet-stream',
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(s3, comando, {
        expiresIn: Math.max(1, Math.round((scadeIl.getTime() - Date.now()) / 1000)),
      });
    },
  };
}

/** 412: the object is there. (409, another put of it is under way, is left to the caller to try again: it may yet fail.) */
function isGiaPresente(cause: unknown): boolean {
  return cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 412;
}
