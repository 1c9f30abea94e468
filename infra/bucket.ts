/** How the buckets are made, and which of them a browser reaches by itself. */
import { Aws } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { nameUnico } from './nomi.ts';

/** Every bucket: of nobody outside, encrypted, and under TLS alone. */
export const BUCKET_PRIVATO = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
} as const satisfies BucketProps;

/** As S3 asks for it in a preflight. */
const INTESTAZIONI_AMMESSE = ['content-type', 'x-amz-checksum-sha256'];
const MEMORIA_CORS_SECONDI = 3600;

/**
 * A bucket whose files come in or go out on its own address, by a signature alone (ADR 12): its name is known before it is made, so that the
 * policy of the pages can name it while it names the pages.
 */
export class BucketFirmato extends Bucket {
  /** As the signer writes it and the Content-Security-Policy admits it. */
  readonly origine: string;

  constructor(scope: Construct, id: string, { nome, ...props }: BucketProps & { readonly nome: string }) {
    const bucketName = nameUnico(nome);
    super(scope, id, { ...BUCKET_PRIVATO, ...props, bucketName });
    this.origine = `https://${bucketName}.s3.${Aws.REGION}.amazonaws.com`;
  }

  /** Lets the pages of the site use a signature; what a signature is good for, it says by itself. */
  admitSito(sito: string, metodo: 'GET' | 'PUT'): void {
    this.addCorsRule({
      allowedOrigins: [sito],
      allowedMethods: [HttpMethods[metodo]],
      ...(metodo === 'PUT' && { allowedHeaders: INTESTAZIONI_AMMESSE }),
      maxAge: MEMORIA_CORS_SECONDI,
    });
  }
}
