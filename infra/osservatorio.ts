import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Funzione } from '../functions/core/http/rotte.ts';
import { Api } from './api.ts';
import { Arrivi } from './arrivi.ts';
import { Avvisi } from './avvisi.ts';
import { Dati } from './dati.ts';
import { Gestione } from './gestione.ts';
import { Ingest } from './ingest.ts';
import { Pagine } from './pagine.ts';
import { Pulizia } from './pulizia.ts';
import { Sito } from './sito.ts';
import { Utenti } from './utenti.ts';

/** Folders of the packed functions. */
export type Pacchetti = Readonly<Record<Funzione | 'gestione' | 'pulizia' | 'sito', string>>;

export interface PropsOsservatorio extends StackProps {
  readonly pacchetti: Pacchetti;
  /** Ids of the ambiti whose groups of users are created. */
  readonly ambiti: readonly string[];
  /** Table, originals and users are kept when the stack is deleted, and the table refuses to be deleted. */
  readonly conservaDati: boolean;
  /** The site answers on a name of its own, with a certificate: both are parameters of the deploy. */
  readonly dominioProprio: boolean;
  /** Days that the logs are kept. */
  readonly conservazioneRegistriGiorni: number;
  /** Requests per second that the API lets through; what CloudFront has in its cache does not count. */
  readonly richiesteAlSecondo: number;
}

/** The whole of one stage: data, functions, users, site. */
export class Osservatorio extends Stack {
  constructor(scope: Construct, id: string, props: PropsOsservatorio) {
    super(scope, id, { ...props, description: 'Osservatorio del Piano di Zona' });
    const registriGiorni = props.conservazioneRegistriGiorni;
    const avvisi = new Avvisi(this, 'Avvisi');
    const dati = new Dati(this, 'Dati', { conserva: props.conservaDati, registriGiorni });
    const utenti = new Utenti(this, 'Utenti', { ambiti: props.ambiti, conserva: props.conservaDati });
    const ingest = new Ingest(this, 'Ingest', { pacchetto: props.pacchetti.ingest, dati, registriGiorni });
    const arrivi = new Arrivi(this, 'Arrivi', { pacchetto: props.pacchetti.ingest, dati, avvisi, registriGiorni });
    arrivi.allowSigning(ingest.funzione);
    new Gestione(this, 'Gestione', { pacchetto: props.pacchetti.gestione, dati, registriGiorni });
    new Pulizia(this, 'Pulizia', { pacchetto: props.pacchetti.pulizia, dati, avvisi, registriGiorni });
    const api = new Api(this, 'Api', {
      pacchetto: props.pacchetti.api,
      dati,
      utenti,
      ingest: ingest.funzione,
      avvisi,
      registriGiorni,
      richiesteAlSecondo: props.richiesteAlSecondo,
    });
    const sito = new Sito(this, 'Sito', {
      api: api.gateway,
      accesso: utenti.dominio,
      depositi: [arrivi.bucket.origine, dati.originali.origine],
      dominioProprio: props.dominioProprio,
    });
    new Pagine(this, 'Pagine', {
      pacchetto: props.pacchetti.sito,
      dati,
      vetrina: sito.vetrina,
      avvisi,
      registriGiorni,
    });
    arrivi.bucket.admitSito(sito.origine, 'PUT');
    dati.originali.admitSito(sito.origine, 'GET');
    utenti.addSito(sito.origine);
  }
}
