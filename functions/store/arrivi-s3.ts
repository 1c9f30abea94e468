import { CopyObjectCommand, DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Arrivi } from './arrivi.ts';
import { measureOggetto, openOggetto } from './oggetto-s3.ts';
import { keyOriginale } from './originali-s3.ts';

const IMPRONTA = 'x-amz-checksum-sha256';

/**
 * Arrivals in a bucket of their own. The signature names length and sha256: S3 itself turns away any other bytes.
 * @param s3 made with `requestChecksumCalculation: 'WHEN_REQUIRED'`, or the signature would want a checksum of an empty body
 */
export function createArriviS3(
  s3: S3Client,
  { arrivi, originali }: { readonly arrivi: string; readonly originali: string },
): Arrivi {
  return {
    async sign({ chiave, byte, sha256, scadeIl }) {
      const impronta = Buffer.from(sha256, 'hex').toString('base64');
      const comando = new PutObjectCommand({
        Bucket: arrivi,
        Key: chiave,
        ContentLength: byte,
        ChecksumSHA256: impronta,
      });
      const url = await getSignedUrl(s3, comando, {
        expiresIn: Math.max(1, Math.round((scadeIl.getTime() - Date.now()) / 1000)),
        // In the query S3 would not look at it.
        unhoistableHeaders: new Set([IMPRONTA]),
      });
      return { metodo: 'PUT', url, intestazioni: { [IMPRONTA]: impronta } };
    },
    open: (chiave) => openOggetto(s3, { Bucket: arrivi, Key: chiave }),
    async keep(chiave, sha256) {
      const oggetto = { Bucket: originali, Key: keyOriginale(sha256) };
      // Never over itself, so that its age says when the file first came.
      if ((await measureOggetto(s3, oggetto)) !== null) return;
      await s3.send(
        new CopyObjectCommand({
          ...oggetto,
          CopySource: `${arrivi}/${chiave}`,
          ChecksumAlgorithm: 'SHA256',
          ContentType: 'application/octet-stream',
          MetadataDirective: 'REPLACE',
        }),
      );
    },
    async announce(chiave) {
      await s3.send(new PutObjectCommand({ Bucket: arrivi, Key: chiave, Body: '', ContentLength: 0 }));
    },
    async remove(chiave) {
      await s3.send(new DeleteObjectCommand({ Bucket: arrivi, Key: chiave }));
    },
  };
}
