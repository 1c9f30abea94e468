import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';

export interface PropsIngest {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly registriGiorni: number;
}

/** The only function that writes: it receives files, previews, publishes, restores. */
export class Ingest extends Construct {
  readonly funzione: Funzione;

  constructor(scope: Construct, id: string, { pacchetto, dati, registriGiorni }: PropsIngest) {
    super(scope, id);
    this.funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      // A whole processor: it reads, compares and publishes 50.000 data of an ambito while somebody waits. docs/benchmarks.md
      memoriaMb: 1769,
      // The gateway gives up at 30 seconds: past it nobody is waiting for the answer.
      limite: Duration.seconds(29),
      registriGiorni,
    });
    dati.allowReadingAndWriting(this.funzione);
  }
}
