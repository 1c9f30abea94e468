import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';

export interface PropsAggiornamento {
  /** The same package as that of the function that writes: another of its handlers. */
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly registriGiorni: number;
}

/** After a new version of the software a person calls it: the files are read again, the figures computed again. */
export class Aggiornamento extends Construct {
  constructor(scope: Construct, id: string, { pacchetto, dati, registriGiorni }: PropsAggiornamento) {
    super(scope, id);
    const funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      gestore: 'aggiorna',
      memoriaMb: 1769,
      limite: Duration.minutes(15),
      registriGiorni,
    });
    dati.allowReadingAndWriting(funzione);
    new CfnOutput(this, 'NomeFunzione', { value: funzione.functionName });
  }
}
