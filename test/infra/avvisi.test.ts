import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { createPila, listRisorse } from './pila.ts';

const template = Template.fromStack(createPila());
const allarmi = listRisorse<{ readonly AlarmActions?: readonly object[]; readonly AlarmDescription: string }>(
  template,
  'AWS::CloudWatch::Alarm',
);

test('every alarm writes to somebody, and says in words what has happened and where to read on', () => {
  expect(allarmi.map(({ id }) => id.replace(/^Avvisi|[0-9A-F]{8}$/g, '')).toSorted()).toEqual([
    'ApiGuasta',
    'ArrivoNonLetto',
    'PagineFerme',
    'PuliziaGuasta',
  ]);
  for (const { Properties } of allarmi) {
    expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AvvisiCasella/) }]);
    expect(Properties.AlarmDescription).toContain('docs/distribuire.md');
  }
});

test('alarms may write to the box, though its own policy takes the place of the account’s', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});

test('who is written to is asked at deploy, and may be nobody', () => {
  expect(template.findParameters('EmailAvvisi').EmailAvvisi).toMatchObject({ Default: '' });
  template.hasResource('AWS::SNS::Subscription', { Condition: Match.stringLikeRegexp('^AvvisiConIndirizzo') });
});
