import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, type ITable, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BUCKET_PRIVATO, BucketFirmato } from './bucket.ts';
import { addUscita } from './uscite.ts';

export interface PropsDati {
  readonly conserva: boolean;
  readonly registriGiorni: number;
}

/** Where the keys of the originals begin. */
const PREFISSO_ORIGINALI = 'originali/';

const LETTURA_TABELLA = ['dynamodb:GetItem', 'dynamodb:Query'];
/** No DeleteItem nor UpdateItem: a published edizione is for ever, and a draft is replaced whole. */
const SCRITTURA_TABELLA = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'];

/** To look for what nobody names: keys and times; the contents themselves stay where they are. */
const RICERCA_ORFANI = [...LETTURA_TABELLA, 'dynamodb:Scan'];

const LETTURA_OGGETTI = ['s3:GetObject'];
const SCRITTURA_OGGETTI = ['s3:PutObject'];

/** The one table and the original files. A function gets the names and the permission together, or neither. */
export class Dati extends Construct {
  readonly #tabella: TableV2;
  /** Every file that was ever received, by the hash of its bytes. */
  readonly originali: BucketFirmato;
  /** Who reads the files, or brings them. */
  readonly registri: Bucket;

  constructor(scope: Construct, id: string, { conserva, registriGiorni }: PropsDati) {
    super(scope, id);
    const removalPolicy = conserva ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.#tabella = new TableV2(this, 'Tabella', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // Keys are all that who prepares the pages must be told.
      dynamoStream: StreamViewType.KEYS_ONLY,
      // As the store writes it: a test holds the two together.
      timeToLiveAttribute: 'scade',
      deletionProtection: conserva,
      removalPolicy,
    });
    this.registri = new Bucket(this, 'Registri', {
      ...BUCKET_PRIVATO,
      lifecycleRules: [{ expiration: Duration.days(registriGiorni) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(this.registri).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs of the files: logging who reads the logs would never end.',
    });
    this.originali = new BucketFirmato(this, 'Originali', {
      nome: 'pdz-originali',
      versioned: true,
      serverAccessLogsBucket: this.registri,
      serverAccessLogsPrefix: PREFISSO_ORIGINALI,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy,
    });
    addUscita(this, 'Tabella', { valore: this.#tabella.tableName, descrizione: 'Tabella DynamoDB' });
    addUscita(this, 'BucketOriginali', {
      valore: this.originali.bucketName,
      descrizione: 'Bucket dei file ricevuti, come sono arrivati',
    });
    addUscita(this, 'BucketRegistri', {
      valore: this.registri.bucketName,
      descrizione: 'Bucket con i registri di chi legge o porta quei file',
    });
  }

  allowReading(funzione: Lambda): void {
    this.#allow(funzione, LETTURA_TABELLA, LETTURA_OGGETTI);
  }

  allowReadingAndWriting(funzione: Lambda): void {
    this.#allow(funzione, [...LETTURA_TABELLA, ...SCRITTURA_TABELLA], [...LETTURA_OGGETTI, ...SCRITTURA_OGGETTI]);
  }

  /** Of the table what is published, and word of what changes in it; no file. @returns what tells of the changes */
  allowFollowing(funzione: Lambda): ITable {
    funzione.addEnvironment('TABELLA', this.#tabella.tableName);
    this.#tabella.grant(funzione, ...LETTURA_TABELLA);
    return this.#tabella;
  }

  /** The table alone, and of it the contents alone: an edizione or a draft cannot be deleted, whatever the code does. */
  allowClearing(funzione: Lambda): void {
    funzione.addEnvironment('TABELLA', this.#tabella.tableName);
    this.#tabella.grant(funzione, ...RICERCA_ORFANI);
    funzione.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DeleteItem'],
        resources: [this.#tabella.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['contenuto#*'] } },
      }),
    );
  }

  #allow(funzione: Lambda, sullaTabella: readonly string[], sugliOggetti: readonly string[]): void {
    funzione.addEnvironment('TABELLA', this.#tabella.tableName);
    funzione.addEnvironment('ORIGINALI', this.originali.bucketName);
    this.#tabella.grant(funzione, ...sullaTabella);
    const oggetti = this.originali.arnForObjects(`${PREFISSO_ORIGINALI}*`);
    funzione.addToRolePolicy(new PolicyStatement({ actions: [...sugliOggetti], resources: [oggetti] }));
    // Without it, the answer about a file that is not there is "forbidden" instead of "not found".
    funzione.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.originali.bucketArn] }),
    );
    if (!funzione.role) throw new TypeError('una funzione ha sempre un ruolo');
    const bucket = Stack.of(this).getLogicalId(this.originali.node.defaultChild as CfnBucket);
    Validations.of(funzione.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${PREFISSO_ORIGINALI}*]`,
      reason: 'An original is named by the hash of its bytes: no list of names can be written beforehand.',
    });
  }
}
