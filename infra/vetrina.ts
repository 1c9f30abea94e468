import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { KeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { CARTELLA_EDIZIONI } from '../functions/core/http/istantanee.ts';
import { BUCKET_PRIVATO } from './bucket.ts';
import { addUscita } from './uscite.ts';

/** What the public looks at: the files of the site, and which publication of each set of pages is the current one. */
export class Vetrina extends Construct {
  readonly pagine: Bucket;
  readonly mappa: KeyValueStore;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.mappa = new KeyValueStore(this, 'Mappa');
    this.pagine = new Bucket(this, 'Pagine', {
      ...BUCKET_PRIVATO,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.pagine).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Built from the sources and read by the distribution alone: its access log would repeat what readers ask, which is not kept.',
    });
    addUscita(this, 'BucketPagine', {
      valore: this.pagine.bucketName,
      descrizione: 'Bucket dei file del sito',
    });
    addUscita(this, 'MappaArn', {
      valore: this.mappa.keyValueStoreArn,
      descrizione: 'Mappa che dice quale pubblicazione di ciascun ambito è la corrente',
    });
  }

  /** Folders of publications and what says which is current: of the bucket nothing else, of the map its values. */
  allowPublishing(funzione: Lambda): void {
    funzione.addEnvironment('PAGINE', this.pagine.bucketName);
    funzione.addEnvironment('MAPPA', this.mappa.keyValueStoreArn);
    const oggetti = `${CARTELLA_EDIZIONI}/*`;
    for (const permesso of [
      {
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [this.pagine.arnForObjects(oggetti)],
      },
      // Without it, the answer about a file that is not there is "forbidden" instead of "not found". With a prefix for its condition too:
      // whoever asks for one file names no prefix, and the first publication would never find out that it is the first.
      { actions: ['s3:ListBucket'], resources: [this.pagine.bucketArn] },
      {
        actions: ['DescribeKeyValueStore', 'GetKey', 'PutKey'].map((azione) => `cloudfront-keyvaluestore:${azione}`),
        resources: [this.mappa.keyValueStoreArn],
      },
    ]) {
      funzione.addToRolePolicy(new PolicyStatement(permesso));
    }
    if (!funzione.role) throw new TypeError('una funzione ha sempre un ruolo');
    const bucket = Stack.of(this).getLogicalId(this.pagine.node.defaultChild as CfnBucket);
    Validations.of(funzione.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${oggetti}]`,
      reason: 'A folder of pages is named by what it holds: no list of names can be written beforehand.',
    });
  }
}
