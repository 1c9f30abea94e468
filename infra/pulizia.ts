import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';

export interface PropsPulizia {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly registriGiorni: number;
}

/** Every night, what nothing names any more is cleared: the only function that may delete, and contents alone. */
export class Pulizia extends Construct {
  constructor(scope: Construct, id: string, { pacchetto, dati, registriGiorni }: PropsPulizia) {
    super(scope, id);
    const funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      memoriaMb: 512,
      limite: Duration.minutes(15),
      registriGiorni,
    });
    dati.allowClearing(funzione);
    new Rule(this, 'OgniNotte', {
      schedule: Schedule.cron({ hour: '2', minute: '40' }),
      // What is not cleared tonight is cleared tomorrow night.
      targets: [new LambdaFunction(funzione, { retryAttempts: 1, maxEventAge: Duration.hours(1) })],
    });
  }
}
