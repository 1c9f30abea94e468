import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Avvisi, CHE_FARE, PERIODO_GUASTI } from './avvisi.ts';
import { BucketFirmato } from './bucket.ts';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';
import { addUscita } from './uscite.ts';

export interface PropsArrivi {
  /** The same package as that of the function that writes: another of its handlers. */
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly avvisi: Avvisi;
  readonly registriGiorni: number;
}

/** Where the keys of the objects begin. */
const PREFISSO_ARRIVI = 'arrivi/';

/** Where signed uploads land, and the function that reads what has landed. Nothing stays here longer than a day. */
export class Arrivi extends Construct {
  readonly bucket: BucketFirmato;
  readonly funzione: Funzione;

  constructor(scope: Construct, id: string, { pacchetto, dati, avvisi, registriGiorni }: PropsArrivi) {
    super(scope, id);
    this.bucket = new BucketFirmato(this, 'Approdo', {
      nome: 'pdz-arrivi',
      serverAccessLogsBucket: dati.registri,
      serverAccessLogsPrefix: PREFISSO_ARRIVI,
      lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      gestore: 'arrivi',
      // The national file passes in 512 MB; 50.000 data of the ambito beside as many that are published, in these: docs/benchmarks.md.
      memoriaMb: 1024,
      limite: Duration.minutes(15),
      registriGiorni,
    });
    dati.allowReadingAndWriting(this.funzione);
    this.#allow(this.funzione, ['s3:GetObject', 's3:DeleteObject']);
    // Without it, the answer about a file that is not there is "forbidden" instead of "not found".
    this.funzione.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
    this.#announce(this.funzione);
    avvisi.watch('ArrivoNonLetto', {
      metrica: this.funzione.metricErrors({ period: PERIODO_GUASTI }),
      soglia: 1,
      descrizione: `Un file grande è arrivato e non si è potuto leggere. ${CHE_FARE}`,
    });
    addUscita(this, 'BucketArrivi', {
      valore: this.bucket.bucketName,
      descrizione: 'Bucket dove arrivano i file grandi; nulla vi resta più di un giorno',
    });
  }

  /** A signature lets in what its signer may bring in: that, and nothing else of the bucket. */
  allowSigning(funzione: Lambda): void {
    this.#allow(funzione, ['s3:PutObject']);
  }

  /** By EventBridge: a notification of the bucket itself would make bucket and function wait for each other. */
  #announce(funzione: Lambda): void {
    const bucket = this.bucket.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new TypeError('un bucket ha sempre la sua risorsa');
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    new Rule(this, 'Arrivato', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ prefix: PREFISSO_ARRIVI }] } },
      },
      targets: [
        new LambdaFunction(funzione, { event: toEventoS3(), retryAttempts: 2, maxEventAge: Duration.hours(1) }),
      ],
    });
  }

  #allow(funzione: Lambda, azioni: readonly string[]): void {
    funzione.addEnvironment('ARRIVI', this.bucket.bucketName);
    const oggetti = this.bucket.arnForObjects(`${PREFISSO_ARRIVI}*`);
    funzione.addToRolePolicy(new PolicyStatement({ actions: [...azioni], resources: [oggetti] }));
    if (!funzione.role) throw new TypeError('una funzione ha sempre un ruolo');
    const bucket = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    Validations.of(funzione.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${PREFISSO_ARRIVI}*]`,
      reason: 'An arrival is named when it is signed: no list of names can be written beforehand.',
    });
  }
}

/** The event in the form in which S3 itself tells it: the function does not know who calls it. */
function toEventoS3(): RuleTargetInput {
  return RuleTargetInput.fromObject({
    Records: [
      {
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        s3: {
          bucket: { name: EventField.fromPath('$.detail.bucket.name') },
          object: {
            key: EventField.fromPath('$.detail.object.key'),
            size: EventField.fromPath('$.detail.object.size'),
          },
        },
      },
    ],
  });
}
