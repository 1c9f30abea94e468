import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { toPercorsoGateway } from '../../functions/core/http/percorsi.ts';
import { BASE, listRotte } from '../../functions/core/http/rotte.ts';
import { listRotteGateway } from '../../infra/api.ts';
import { createPila, listRisorse, PRODUZIONE } from './pila.ts';

const template = Template.fromStack(createPila());
const chiavi = new Map(
  listRisorse(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => [String(Properties.RouteKey), Properties]),
);

describe('the routes of the gateway', () => {
  test.each(listRotte().map((rotta) => [rotta.id, rotta] as const))(
    '%s is there, open or closed as the core declares',
    (_, rotta) => {
      const chiave = `${rotta.metodo} ${BASE}${toPercorsoGateway(rotta.percorso)}`;
      expect(chiavi.get(chiave)).toMatchObject(
        rotta.accesso === 'pubblico'
          ? { AuthorizationType: 'NONE' }
          : { AuthorizationType: 'JWT', AuthorizerId: { Ref: expect.any(String) } },
      );
    },
  );

  test('every route that is not read by everyone has the authorizer', () => {
    const aperte = listRotteGateway().filter(({ pubblica }) => pubblica);
    const senza = [...chiavi]
      .filter(([, { AuthorizationType }]) => AuthorizationType !== 'JWT')
      .map(([chiave]) => chiave);
    expect(senza.toSorted()).toEqual(
      aperte.flatMap(({ metodi, percorso }) => metodi.map((metodo) => `${metodo} ${percorso}`)).toSorted(),
    );
  });

  test('two routes that are one for the gateway go to one function, with one kind of access', () => {
    const perChiave = new Map<string, Set<string>>();
    for (const { metodo, percorso, funzione, accesso } of listRotte()) {
      const chiave = `${metodo} ${toPercorsoGateway(percorso)}`;
      perChiave.set(
        chiave,
        (perChiave.get(chiave) ?? new Set()).add(`${funzione} ${accesso === 'pubblico' ? accesso : 'riservato'}`),
      );
    }
    expect([...perChiave].filter(([, mete]) => mete.size > 1)).toEqual([]);
  });

  test('no route writes without a token', () => {
    const aperte = listRotteGateway().filter(({ pubblica }) => pubblica);
    expect(aperte.filter(({ funzione }) => funzione === 'ingest')).toEqual([]);
  });
});

describe('the gateway', () => {
  test('it may call its two functions, by one permission each: one for each route would be more than the policy of a function holds', () => {
    // @source AWS Lambda, quotas: 20 KB for a function's resource-based policy; a statement takes some 450 bytes
    const permessi = listRisorse(template, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
    );
    expect(permessi.map(({ Properties }) => JSON.stringify(Properties.FunctionName).slice(0, 20)).toSorted()).toEqual([
      '{"Fn::GetAtt":["ApiF',
      '{"Fn::GetAtt":["Inge',
    ]);
    expect(permessi.filter(({ Properties }) => !JSON.stringify(Properties.SourceArn).includes('ApiGateway'))).toEqual(
      [],
    );
  });

  test('it asks for tokens of its own user pool and its own client', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: [{ Ref: Match.stringLikeRegexp('Utenti') }], Issuer: Match.anyValue() },
    });
  });

  test('it lets through so many requests a second, and logs them without the address of who asks', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp('sourceIp|userAgent|authorizer')) },
    });
  });

  test('each package has a code of its own, and those of one package share it', () => {
    const codici = listRisorse<{ readonly Code: { readonly S3Key: string } }>(template, 'AWS::Lambda::Function');
    expect(new Set(codici.map(({ Properties }) => Properties.Code.S3Key)).size).toBe(
      Object.keys(PRODUZIONE.pacchetti).length,
    );
  });

  test('every function runs on the latest Node, on ARM, and their logs end', () => {
    const funzioni = listRisorse(template, 'AWS::Lambda::Function');
    expect(funzioni.map(({ Properties: { Runtime, Architectures } }) => ({ Runtime, Architectures }))).toEqual(
      funzioni.map(() => ({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })),
    );
    const registri = listRisorse(template, 'AWS::Logs::LogGroup');
    // One for each function, and that of the gateway.
    expect(registri.map(({ Properties }) => Properties.RetentionInDays)).toEqual(
      [...funzioni, 'gateway'].map(() => 90),
    );
  });
});
