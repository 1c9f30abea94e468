/** `npm run carica-sito -- STACK`: the built site to the bucket of that stack. Needs the file in which the deploy wrote what the stack is called. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { listFileSito } from './file-sito.ts';
import { REGIONE } from './regione.ts';

/** Where `cdk deploy --outputs-file` leaves it. */
const USCITE = 'uscite.json';
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
  const testo = await readFile(join(RADICE, USCITE), 'utf8').catch((cause: unknown) => {
    throw new Error(`Manca ${USCITE}: lo scrive «npx cdk deploy STACK --outputs-file ${USCITE}».`, { cause });
  });
  const lette = uscite.parse(JSON.parse(testo));
  const suo = lette[stack ?? ''];
  if (!suo) throw new Error(`Quale stack? In ${USCITE} ci sono: ${Object.keys(lette).join(', ')}.`);
  const file = await listFileSito(join(RADICE, 'web/dist'), suo.Configurazione);
  const s3 = new S3Client({ region: REGIONE });
  for (const { chiave, tipo, durata, byte } of file) {
    await s3.send(
      new PutObjectCommand({
        Bucket: suo.BucketPagine,
        Key: chiave,
        Body: byte,
        ContentType: tipo,
        CacheControl: durata,
      }),
    );
  }
  console.info(`${file.length} file caricati. Il sito è ${suo.Indirizzo}`);
}
