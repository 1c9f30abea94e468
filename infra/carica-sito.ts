/** `npm run carica-sito -- STACK`: the built site to the bucket of that stack. Needs the file in which the deploy wrote what the stack is called. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { listFileSito } from './file-sito.ts';
import { REGIONE } from './regione.ts';

const RADICE = join(import.meta.dirname, '..');

const uscite = z.record(
  z.string(),
  z.object({ BucketPagine: z.string(), Configurazione: z.string(), Indirizzo: z.string() }),
);

try {
  await carica(process.argv[2]);
} catch (errore) {
  console.error(errore instanceof Error ? errore.message : errore);
  process.exitCode = 1;
}

async function carica(stack: string | undefined): Promise<void> {
  if (!stack) throw new Error('Quale stack? npm run carica-sito -- Osservatorio-Prova');
  // One for each stack: a deploy writes the file anew, with what it has deployed and nothing else.
  const nome = `uscite-${stack}.json`;
  const testo = await readFile(join(RADICE, nome), 'utf8').catch((cause: unknown) => {
    throw new Error(`Manca ${nome}: lo scrive «npx cdk deploy ${stack} --outputs-file ${nome}».`, { cause });
  });
  const suo = uscite.parse(JSON.parse(testo))[stack];
  if (!suo) throw new Error(`${nome} è di un altro stack.`);
  const file = await listFileSito(join(RADICE, 'web/dist'), suo.Configurazione);
  const s3 = new S3Client({ region: REGIONE });
  for (const { chiave, tipo, durata, byte, dati } of file) {
    await s3.send(
      new PutObjectCommand({
        Bucket: suo.BucketPagine,
        Key: chiave,
        Body: byte,
        ContentType: tipo,
        CacheControl: durata,
        ...(dati && { Metadata: dati }),
      }),
    );
  }
  console.info(`${file.length} file caricati. Il sito è ${suo.Indirizzo}`);
}
