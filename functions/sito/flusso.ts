/** Which pages a change of the table touches. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { INSIEME_COMUNE } from '../core/http/istantanee.ts';
import { PARTIZIONE_AMBITI, PREFISSO_AMBITO, PREFISSO_EDIZIONE, partitionOf } from '../store/chiavi.ts';

/** @returns the sets of pages, or all of them: who is registered is named in the pages of the others */
export function listInsiemi({ Records }: Pick<DynamoDBStreamEvent, 'Records'>): readonly string[] | 'tutti' {
  const chiavi = Records.map(({ dynamodb }) => ({
    pk: dynamodb?.Keys?.PK?.S ?? '',
    sk: dynamodb?.Keys?.SK?.S ?? '',
  }));
  if (chiavi.some(({ pk, sk }) => pk === PARTIZIONE_AMBITI && sk.startsWith(PREFISSO_AMBITO))) return 'tutti';
  const prefisso = partitionOf('');
  const ambiti = chiavi.flatMap(({ pk, sk }) =>
    pk.startsWith(prefisso) && sk.startsWith(PREFISSO_EDIZIONE) ? [pk.slice(prefisso.length)] : [],
  );
  return ambiti.length === 0 ? [] : [...new Set([...ambiti, INSIEME_COMUNE])];
}
