/** What the bucket of the arrivals does in the cloud when a file has landed: it calls the function, and again where that fails. */
import type { S3Event } from 'aws-lambda';
import type { Ricezione } from '../ingest/ricevi.ts';
import type { Arrivi } from '../store/arrivi.ts';

export interface Notifica {
  /** Returns at once: who sent the file does not wait for its reading. */
  notify(chiave: string, byte: number): void;
  /** Resolves when nothing is being read any more. */
  drain(): Promise<void>;
}

const TENTATIVI = 3;
const ATTESA_MS = 1_000;

/** @param attesaMs before trying again what failed */
export function createNotifica(ricezione: Ricezione, attesaMs = ATTESA_MS): Notifica {
  const inCorso = new Set<Promise<void>>();
  const deliver = async (evento: S3Event, id: string): Promise<void> => {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo++) {
      try {
        return await ricezione(evento, id);
      } catch {
        // Told to the log by who failed; asked for again at the next start, if it is of no use now.
        if (tentativo < TENTATIVI) await new Promise((then) => setTimeout(then, attesaMs * tentativo));
      }
    }
  };
  return {
    notify(chiave, byte) {
      // The same for one file, also after a restart: the reading that a dead process left is taken up at once.
      const consegna = deliver(buildEventoS3(chiave, byte), `locale:${chiave}`).finally(() => inCorso.delete(consegna));
      inCorso.add(consegna);
    },
    drain: async () => void (await Promise.all(inCorso)),
  };
}

/** What is announced is told at once, as what lands is; after a death in between, at the next start. */
export function withNotifica<A extends Arrivi>(arrivi: A, { notify }: Pick<Notifica, 'notify'>): A {
  return {
    ...arrivi,
    async announce(chiave) {
      await arrivi.announce(chiave);
      notify(chiave, 0);
    },
  };
}

/** As S3 tells that an object was put, with the names in the form of a URL. */
export function buildEventoS3(chiave: string, byte: number): S3Event {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'eu-south-1',
        eventTime: new Date().toISOString(),
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'locale' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': 'locale', 'x-amz-id-2': 'locale' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'arrivi',
          bucket: { name: 'arrivi', ownerIdentity: { principalId: 'locale' }, arn: 'arn:aws:s3:::arrivi' },
          object: {
            key: chiave.split('/').map(encodeURIComponent).join('/'),
            size: byte,
            eTag: '',
            sequencer: '0',
          },
        },
      },
    ],
  };
}
