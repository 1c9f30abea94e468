import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';
import { addUscita } from './uscite.ts';

export interface PropsGestione {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly registriGiorni: number;
}

/** Called by a person, from a terminal or the console: registers an ambito, computes everything anew after a new version of the software. */
export class Gestione extends Construct {
  constructor(scope: Construct, id: string, { pacchetto, dati, registriGiorni }: PropsGestione) {
    super(scope, id);
    const funzione = new Funzione(this, 'Funzione', {
      pacchetto,
      memoriaMb: 1769,
      limite: Duration.minutes(15),
      registriGiorni,
    });
    dati.allowReadingAndWriting(funzione);
    addUscita(this, 'FunzioneGestione', {
      valore: funzione.functionName,
      descrizione: 'Funzione da chiamare per registrare un ambito, o per ricalcolare tutto dopo una versione nuova',
    });
  }
}
