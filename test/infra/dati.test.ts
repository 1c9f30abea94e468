import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { PREFISSO_CONTENUTO, SCADENZA, SCHEMA_TABELLA } from '../../functions/store/chiavi.ts';
import { createPila, listRisorse } from './pila.ts';

const template = Template.fromStack(createPila());
const bucket = listRisorse(template, 'AWS::S3::Bucket');
const politiche = listRisorse<Politica>(template, 'AWS::IAM::Policy');

interface Permesso {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}
interface Politica {
  readonly PolicyDocument: { readonly Statement: readonly Permesso[] };
}

function listAzioni(parte: string): string[] {
  const permessi = politiche
    .filter(({ id }) => id.startsWith(parte))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  return permessi.flatMap(({ Action }) => Action).toSorted();
}

describe('the buckets', () => {
  test('every bucket blocks public access', () => {
    const blocco = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    expect(bucket.map(({ Properties }) => Properties.PublicAccessBlockConfiguration)).toEqual(bucket.map(() => blocco));
  });

  test('every bucket is encrypted', () => {
    expect(bucket.filter(({ Properties }) => Properties.BucketEncryption === undefined)).toEqual([]);
  });

  test.each(bucket.map(({ id }) => id))('%s refuses what does not travel under TLS 1.2 or later', (id) => {
    const deny = (Condition: object) =>
      Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          deny({ Bool: { 'aws:SecureTransport': 'false' } }),
          deny({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
        ]),
      },
    });
  });

  test('the originals keep every version and say who reads them', () => {
    const [originali] = bucket.filter(({ id }) => id.startsWith('DatiOriginali'));
    expect(originali?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'originali/' },
    });
  });
});

describe('the arrivals', () => {
  test('none stays longer than a day, nor what a broken upload leaves', () => {
    const [approdo] = bucket.filter(({ id }) => id.startsWith('ArriviApprodo'));
    expect(approdo?.Properties.LifecycleConfiguration).toEqual({
      Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, ExpirationInDays: 1, Status: 'Enabled' }],
    });
    expect(approdo?.DeletionPolicy).toBe('Delete');
  });

  test('each is told to the function that reads it, in the form of S3, and again where that fails', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { object: { key: [{ prefix: 'arrivi/' }] } },
      },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ArriviFunzione'), 'Arn'] },
          InputTransformer: Match.objectLike({ InputTemplate: Match.stringLikeRegexp('"Records":.*"object":.*"key"') }),
          RetryPolicy: Match.objectLike({ MaximumRetryAttempts: 2 }),
        }),
      ],
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.arrivi',
      MemorySize: 1024,
      Timeout: 900,
    });
  });

  test('what is promised and never kept is forgotten by the table', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TimeToLiveSpecification: { AttributeName: SCADENZA, Enabled: true },
    });
  });
});

describe('the table', () => {
  test('it has the keys that the store reads and writes by', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: SCHEMA_TABELLA.KeySchema,
      AttributeDefinitions: SCHEMA_TABELLA.AttributeDefinitions,
      BillingMode: SCHEMA_TABELLA.BillingMode,
    });
  });

  test('it goes back to any moment of the last 35 days', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
    });
  });

  test('in production it refuses to be deleted, and so do the originals', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })],
    });
    template.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket.find(({ id }) => id.startsWith('DatiOriginali'))?.DeletionPolicy).toBe('Retain');
  });
});

describe('the permissions', () => {
  test('the function that reads cannot write', () => {
    expect(listAzioni('Api')).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:ListBucket',
    ]);
  });

  test('the function that writes can neither delete nor administer', () => {
    expect(listAzioni('Ingest')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      's3:PutObject',
    ]);
  });

  test('the function that reads arrivals writes what a file that comes by the other way would, and may take away arrivals alone', () => {
    expect(listAzioni('Arrivi')).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:DeleteObject',
      's3:GetObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    const toglie = politiche
      .filter(({ id }) => id.startsWith('Arrivi'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat().includes('s3:DeleteObject'));
    expect(JSON.stringify(toglie.map(({ Resource }) => Resource))).toMatch(
      /^\[\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["ArriviApprodo[^"]*","Arn"\]\},"\/arrivi\/\*"\]\]\}\]$/,
    );
  });

  test('the function that clears reads keys and deletes contents, nothing else, and does not know the originals', () => {
    expect(listAzioni('Pulizia')).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    const [funzione] = listRisorse(template, 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('Pulizia'));
    expect(funzione?.Properties.Environment).toMatchObject({ Variables: { TABELLA: { Ref: expect.any(String) } } });
    expect(JSON.stringify(funzione?.Properties.Environment)).not.toContain('ORIGINALI');
  });

  test('whoever deletes from the table deletes contents alone', () => {
    const cancellano = politiche
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat().some((azione) => /^dynamodb:.*Delete/.test(azione)));
    expect(cancellano).toHaveLength(1);
    expect(cancellano[0]).toMatchObject({
      Action: 'dynamodb:DeleteItem',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${PREFISSO_CONTENUTO}*`] } },
    });
  });

  test('it runs every night, and may only be called by that rule', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(40 2 * * ? *)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Pulizia'), 'Arn'] } })],
    });
    const chiama = listRisorse(template, 'AWS::Lambda::Permission').filter(({ Properties }) =>
      JSON.stringify(Properties.FunctionName).includes('Pulizia'),
    );
    expect(chiama.map(({ Properties }) => [Properties.Principal, 'SourceArn' in Properties])).toEqual([
      ['events.amazonaws.com', true],
    ]);
  });

  test('no wildcard action, no wildcard resource', () => {
    const permessi = politiche.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(permessi.flatMap(({ Action }) => Action).filter((azione) => azione.includes('*'))).toEqual([]);
    expect(permessi.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'))).toEqual([]);
  });

  test('no role takes a policy that somebody else may change', () => {
    expect(
      listRisorse(template, 'AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns !== undefined),
    ).toEqual([]);
  });

  test('who has the permission on the table has its name, and nobody else', () => {
    const funzioni = listRisorse(template, 'AWS::Lambda::Function').filter(({ id }) => !/^(Pulizia|Pagine)/.test(id));
    expect(funzioni).toHaveLength(4);
    for (const { Properties } of funzioni) {
      expect(Properties.Environment).toMatchObject({
        Variables: { TABELLA: { Ref: expect.any(String) }, ORIGINALI: { Ref: expect.any(String) } },
      });
    }
  });
});
