import { Duration, Validations } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Avvisi, CHE_FARE, PERIODO_GUASTI } from './avvisi.ts';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';
import { addUscita } from './uscite.ts';
import type { Vetrina } from './vetrina.ts';

export interface PropsPagine {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly vetrina: Vetrina;
  readonly avvisi: Avvisi;
  readonly registriGiorni: number;
}

/** Of the stream, what changes the pages: an edizione published, an ambito registered. Keys as the store writes them. */
export const CAMBIAMENTI = [
  { eventName: FilterRule.isEqual('INSERT'), dynamodb: { Keys: { SK: { S: FilterRule.beginsWith('E#') } } } },
  {
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { Keys: { PK: { S: FilterRule.isEqual('ambiti') } } },
  },
];

/** The function that prepares the pages of what is published, called by the stream of the table. */
export class Pagine extends Construct {
  constructor(scope: Construct, id: string, { pacchetto, dati, vetrina, avvisi, registriGiorni }: PropsPagine) {
    super(scope, id);
    const funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      // The pages of an ambito with fifty thousand data are all in memory until they are written: docs/benchmarks.md.
      memoriaMb: 2048,
      limite: Duration.minutes(5),
      registriGiorni,
    });
    const tabella = dati.allowFollowing(funzione);
    vetrina.allowPublishing(funzione);
    const nonRiuscite = new Queue(this, 'NonRiuscite', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    Validations.of(nonRiuscite).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where what could not be done is put.',
    });
    funzione.addEventSource(
      new DynamoEventSource(tabella, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: CAMBIAMENTI.map((cambiamento) => FilterCriteria.filter(cambiamento)),
        batchSize: 10,
        // Pages are a projection: what is done twice ends the same, and the last publication counts.
        retryAttempts: 5,
        onFailure: new SqsDlq(nonRiuscite),
      }),
    );
    avvisi.watch('PagineFerme', {
      metrica: nonRiuscite.metricApproximateNumberOfMessagesVisible({ period: PERIODO_GUASTI }),
      soglia: 1,
      descrizione: `Ciò che è stato pubblicato non è ancora diventato pagina. ${CHE_FARE}`,
    });
    addUscita(this, 'FunzionePagine', {
      valore: funzione.functionName,
      descrizione: 'Funzione da chiamare per preparare di nuovo tutte le pagine',
    });
    addUscita(this, 'PagineNonRiuscite', {
      valore: nonRiuscite.queueUrl,
      descrizione: 'Coda di ciò che non è diventato pagina dopo tutti i tentativi',
    });
  }
}
