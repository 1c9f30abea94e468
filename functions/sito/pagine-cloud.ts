/** Prepared pages in the bucket of the site; which of them are current is said by the map that the edge reads. */
import '@aws-sdk/signature-v4a';
import {
  type CloudFrontKeyValueStoreClient,
  CloudFrontKeyValueStoreServiceException,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { toCartella, toPuntatore } from '../core/http/istantanee.ts';
import { type PuntatoreAlBordo, toPuntatoreAlBordo } from '../core/http/pagine-al-bordo.ts';
import type { DepositoPagine, Registro } from './deposito-pagine.ts';

export interface Luoghi {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly mappe: CloudFrontKeyValueStoreClient;
  /** Of the map. */
  readonly arn: string;
}

/** Kept by the edge for ever under the name of its folder, by a browser only until it asks again. */
const PAGINA = { ContentType: 'text/html; charset=utf-8', CacheControl: 'public, max-age=0, s-maxage=31536000' };
const DATI = { ContentType: 'application/json', CacheControl: 'public, max-age=31536000, immutable' };
const REGISTRO = { ContentType: 'application/json', CacheControl: 'no-store' };

/** Others that publish at the same moment. */
const GARE_MASSIME = 8;

export function openPagineCloud({ s3, bucket, mappe, arn }: Luoghi): DepositoPagine {
  const keyOf = (indirizzo: string): string => indirizzo.slice(1);

  async function readCorrente(insieme: string): Promise<PuntatoreAlBordo | null> {
    try {
      const { Value } = await mappe.send(new GetKeyCommand({ KvsARN: arn, Key: insieme }));
      return Value === undefined ? null : (JSON.parse(Value) as PuntatoreAlBordo);
    } catch (cause) {
      if (cause instanceof ResourceNotFoundException) return null;
      throw cause;
    }
  }

  /** One write: every page of the set changes with it. @returns false where a later publication is current already */
  async function flip(insieme: string, valore: PuntatoreAlBordo): Promise<boolean> {
    for (let gara = 1; ; gara++) {
      const { ETag } = await mappe.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
      const corrente = await readCorrente(insieme);
      if (corrente && corrente.numero > valore.numero) return false;
      if (corrente && JSON.stringify(corrente) === JSON.stringify(valore)) return true;
      try {
        await mappe.send(
          new PutKeyCommand({ KvsARN: arn, Key: insieme, Value: JSON.stringify(valore), IfMatch: ETag }),
        );
        return true;
      } catch (cause) {
        // Somebody wrote since the map was described: what is current is looked at again.
        if (!isSuperata(cause) || gara === GARE_MASSIME) throw cause;
      }
    }
  }

  return {
    readRegistro: async (insieme) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(toPuntatore(insieme)) }));
        return Body ? (JSON.parse(await Body.transformToString()) as Registro) : null;
      } catch (cause) {
        if (cause instanceof NoSuchKey) return null;
        throw cause;
      }
    },
    putFile: async ({ indirizzo, testo, stile }) => {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(indirizzo),
          Body: testo,
          ...(stile === undefined ? DATI : { ...PAGINA, Metadata: { stile } }),
        }),
      );
    },
    publish: async (insieme, registro) => {
      if (!(await flip(insieme, toPuntatoreAlBordo(registro, registro.pagine)))) return false;
      // Only who prepares the pages reads it: what was lost here is made up for by the next publication.
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(toPuntatore(insieme)),
          Body: JSON.stringify(registro),
          ...REGISTRO,
        }),
      );
      return true;
    },
    removeCartella: async (insieme, impronta) => {
      const oggetti = paginateListObjectsV2(
        { client: s3 },
        { Bucket: bucket, Prefix: `${keyOf(toCartella(insieme, impronta))}/` },
      );
      for await (const { Contents = [] } of oggetti) {
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
        if (Objects.length > 0) {
          await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
        }
      }
    },
  };
}

function isSuperata(cause: unknown): boolean {
  return (
    cause instanceof CloudFrontKeyValueStoreServiceException &&
    (cause.$metadata.httpStatusCode === 409 || cause.$metadata.httpStatusCode === 412)
  );
}
