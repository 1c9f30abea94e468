import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { keyAmbito, keyCaricamento, keyEdizione } from '../../functions/store/chiavi.ts';
import { createPila, listRisorse } from './pila.ts';

const template = Template.fromStack(createPila());

interface Filtro {
  readonly eventName: readonly string[];
  readonly dynamodb: {
    readonly Keys: Readonly<Record<string, { readonly S: readonly (string | { prefix: string })[] }>>;
  };
}

interface Ascolto {
  readonly FilterCriteria: { readonly Filters: readonly { readonly Pattern: string }[] };
  readonly MaximumRetryAttempts: number;
  readonly DestinationConfig: object;
}

const [ascolto] = listRisorse<Ascolto>(template, 'AWS::Lambda::EventSourceMapping');
const filtri = (ascolto?.Properties.FilterCriteria.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as Filtro);

/** As the stream decides whether to call the function. */
function isChiamata(eventName: string, chiave: Readonly<Record<string, string>>): boolean {
  return filtri.some(
    (filtro) =>
      filtro.eventName.includes(eventName) &&
      Object.entries(filtro.dynamodb.Keys).every(([nome, { S }]) =>
        S.some((una) => (typeof una === 'string' ? una === chiave[nome] : chiave[nome]?.startsWith(una.prefix))),
      ),
  );
}

describe('the pages follow what is published', () => {
  test.each([
    ['an edizione is published', 'INSERT', { ...keyEdizione('casarano', 3) }, true],
    ['an ambito is registered', 'INSERT', { ...keyAmbito('casarano') }, true],
    ['an ambito is registered anew', 'MODIFY', { ...keyAmbito('casarano') }, true],
    ['a draft comes in', 'INSERT', { ...keyCaricamento('casarano', 'x') }, false],
    ['a draft changes', 'MODIFY', { ...keyCaricamento('casarano', 'x') }, false],
    ['a content is written', 'INSERT', { PK: 'contenuto#ab', SK: 'B#0000' }, false],
  ])('%s', (...[, evento, chiave, chiamata]) => {
    expect(isChiamata(evento, chiave)).toBe(chiamata);
  });

  test('the stream tells keys and nothing of what stands under them', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
  });

  test('what does not come off is tried again, then put aside, and an alarm says so by e-mail', () => {
    expect(ascolto?.Properties.MaximumRetryAttempts).toBeGreaterThanOrEqual(3);
    expect(ascolto?.Properties.DestinationConfig).toMatchObject({ OnFailure: { Destination: expect.anything() } });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
    });
  });

  test('the function reads what is published and writes pages: it writes no table, reads no file, touches nothing else of the site', () => {
    const politiche = listRisorse<{
      PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] };
    }>(template, 'AWS::IAM::Policy').filter(({ id }) => id.startsWith('PagineFunzione'));
    const azioni = politiche.flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }) => Action),
    );
    expect(azioni.filter((azione) => azione.startsWith('dynamodb:')).sort()).toEqual(
      ['DescribeStream', 'GetItem', 'GetRecords', 'GetShardIterator', 'ListStreams', 'Query'].map(
        (a) => `dynamodb:${a}`,
      ),
    );
    expect(azioni.filter((azione) => /^s3:/.test(azione)).sort()).toEqual([
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    const oggetti = politiche.flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }) => [Action].flat().includes('s3:PutObject')),
    );
    expect(JSON.stringify(oggetti.map(({ Resource }) => Resource))).toMatch(/SitoVetrinaPagine.*\/edizioni\/\*/);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ MAPPA: Match.anyValue(), PAGINE: Match.anyValue() }) },
    });
  });

  test('a file that is not there is told from one that is forbidden: every permission to list is without conditions', () => {
    // @source Amazon S3, GetObject: "If you have the s3:ListBucket permission … 404, otherwise 403"; a request for one object has no s3:prefix
    const elencano = listRisorse<{
      PolicyDocument: { Statement: { Action: string | string[]; Condition?: object }[] };
    }>(template, 'AWS::IAM::Policy').flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }) => [Action].flat().includes('s3:ListBucket')),
    );
    expect(elencano.length).toBeGreaterThanOrEqual(5);
    expect(elencano.filter(({ Condition }) => Condition !== undefined)).toEqual([]);
  });
});
