import { Aws, CfnCondition, CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface Guasto {
  /** Counts what went wrong. */
  readonly metrica: IMetric;
  /** From this many in one period on. */
  readonly soglia: number;
  /** Italian: it is the text of the letter. */
  readonly descrizione: string;
}

/** Tells by e-mail that something does not work, since nobody of a small office sits before a console. */
export class Avvisi extends Construct {
  readonly #casella: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const indirizzo = new CfnParameter(Stack.of(this), 'EmailAvvisi', {
      description:
        'A chi scrivere quando qualcosa non funziona; vuoto: a nessuno, gli allarmi si leggono in CloudWatch',
      default: '',
      allowedPattern: '^$|^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
      constraintDescription: 'un indirizzo di posta elettronica, oppure niente',
    });
    const conIndirizzo = new CfnCondition(this, 'ConIndirizzo', {
      expression: Fn.conditionNot(Fn.conditionEquals(indirizzo.valueAsString, '')),
    });
    this.#casella = new Topic(this, 'Casella', { enforceSSL: true });
    // A policy of our own takes the place of that by which the alarms of the account may write.
    this.#casella.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#casella.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const iscrizione = new CfnSubscription(this, 'Iscrizione', {
      topicArn: this.#casella.topicArn,
      protocol: 'email',
      endpoint: indirizzo.valueAsString,
    });
    iscrizione.cfnOptions.condition = conIndirizzo;
  }

  /** @param nome of the alarm, unique */
  watch(nome: string, { metrica, soglia, descrizione }: Guasto): void {
    const allarme = new Alarm(this, nome, {
      alarmDescription: descrizione,
      metric: metrica,
      threshold: soglia,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    allarme.addAlarmAction(new SnsAction(this.#casella));
  }
}

/** Where the operator reads what to do. */
export const CHE_FARE = 'Che cosa fare: docs/distribuire.md, «Quando qualcosa non va».';
/** How long a count goes on before it is looked at. */
export const PERIODO_GUASTI = Duration.minutes(15);
