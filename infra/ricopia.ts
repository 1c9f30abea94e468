/** `npm run ricopia -- DA A`: see copia-tabella.ts. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { copyTabella } from './copia-tabella.ts';
import { REGIONE } from './regione.ts';

const [, , da, a] = process.argv;
if (!da || !a || da === a) {
  console.error('Servono due nomi: npm run ricopia -- TABELLA-RIPRISTINATA TABELLA-DELLO-STACK');
  process.exitCode = 1;
} else {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: REGIONE, maxAttempts: 8 }));
  console.info(`${await copyTabella(db, { da, a })} elementi ricopiati da ${da} a ${a}.`);
}
