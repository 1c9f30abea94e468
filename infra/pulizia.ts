import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { type Avvisi, CHE_FARE, PERIODO_GUASTI } from './avvisi.ts';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';

export interface PropsPulizia {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly avvisi: Avvisi;
  readonly registriGiorni: number;
}

/** Every night, what nothing names any more is cleared: the only function that may delete, and contents alone. */
export class Pulizia extends Construct {
  constructor(scope: Construct, id: string, { pacchetto, dati, avvisi, registriGiorni }: PropsPulizia) {
    super(scope, id);
    const funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      memoriaMb: 512,
      limite: Duration.minutes(15),
      registriGiorni,
    });
    dati.allowClearing(funzione);
    avvisi.watch('PuliziaGuasta', {
      metrica: funzione.metricErrors({ period: PERIODO_GUASTI }),
      soglia: 1,
      descrizione: `La pulizia di stanotte si è fermata: nulla è andato perso. ${CHE_FARE}`,
    });
    new Rule(this, 'OgniNotte', {
      schedule: Schedule.cron({ hour: '2', minute: '40' }),
      // What is not cleared tonight is cleared tomorrow night.
      targets: [new LambdaFunction(funzione, { retryAttempts: 1, maxEventAge: Duration.hours(1) })],
    });
  }
}
