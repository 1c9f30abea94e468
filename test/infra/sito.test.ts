import { runInNewContext } from 'node:vm';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, test } from 'vitest';
import { PERCORSO_TOKEN } from '../../functions/core/http/accesso.ts';
import { CSP_SITO, cspWithStile, INTESTAZIONI_SITO } from '../../functions/core/http/intestazioni.ts';
import { toPuntatoreAlBordo } from '../../functions/core/http/pagine-al-bordo.ts';
import { CODICE_PERMALINK, CODICE_POLITICA } from '../../infra/bordo.ts';
import { createPila, listRisorse } from './pila.ts';

const template = Template.fromStack(createPila());

describe('the site', () => {
  test('its files are read by its distribution alone', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: Match.stringLikeRegexp('SitoPagine') },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
          }),
        ]),
      },
    });
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  test('it speaks HTTP/3 and, under its own name, nothing older than TLS 1.2', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        HttpVersion: 'http2and3',
        Aliases: [{ Ref: 'Dominio' }],
        ViewerCertificate: { AcmCertificateArn: { Ref: 'CertificatoArn' }, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
  });

  test('the errors of the API reach who asked: no error page stands before them', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { CustomErrorResponses: Match.absent() },
    });
  });

  test('the answer to a token is never the answer to another', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
        },
      },
    });
  });

  test('a signed upload passes to where it lands with its signature and its hash, and nothing of it is kept on the way', () => {
    const politica = listRisorse<{ readonly OriginRequestPolicyConfig: object }>(
      template,
      'AWS::CloudFront::OriginRequestPolicy',
    ).find(({ id }) => id.includes('VersoArrivi'));
    expect(politica?.Properties.OriginRequestPolicyConfig).toMatchObject({
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['x-amz-checksum-sha256'] },
      CookiesConfig: { CookieBehavior: 'none' },
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: '/arrivi/*',
            ViewerProtocolPolicy: 'https-only',
            AllowedMethods: Match.arrayWith(['PUT']),
            CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
            OriginRequestPolicyId: { Ref: politica?.id },
          }),
        ]),
      },
    });
  });

  test('an original goes out with its signature and without the token of who asks, under the site’s headers, kept by nobody', () => {
    const politica = listRisorse<{ readonly OriginRequestPolicyConfig: object }>(
      template,
      'AWS::CloudFront::OriginRequestPolicy',
    ).find(({ id }) => id.includes('VersoOriginali'));
    expect(politica?.Properties.OriginRequestPolicyConfig).toMatchObject({
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      HeadersConfig: { HeaderBehavior: 'none' },
      CookiesConfig: { CookieBehavior: 'none' },
    });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: '/originali/*',
            ViewerProtocolPolicy: 'https-only',
            AllowedMethods: ['GET', 'HEAD'],
            CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
            OriginRequestPolicyId: { Ref: politica?.id },
            ResponseHeadersPolicyId: { Ref: Match.stringLikeRegexp('^SitoIntestazioni') },
          }),
        ]),
      },
    });
  });

  test('its pages carry every security header that the core declares, with the same value', () => {
    const [politica] = listRisorse<{ readonly ResponseHeadersPolicyConfig: Intestazioni }>(
      template,
      'AWS::CloudFront::ResponseHeadersPolicy',
    );
    expect(politica && flattenIntestazioni(politica.Properties.ResponseHeadersPolicyConfig)).toEqual(INTESTAZIONI_SITO);
  });
});

interface Intestazioni {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
    readonly ContentTypeOptions: object;
    readonly FrameOptions: { readonly FrameOption: string };
    readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number; readonly IncludeSubdomains: boolean };
  };
  readonly CustomHeadersConfig: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] };
}

/** What a browser will read, from CloudFront's fields back to headers. */
function flattenIntestazioni({
  SecurityHeadersConfig: note,
  CustomHeadersConfig: altre,
}: Intestazioni): Record<string, string> {
  const { AccessControlMaxAgeSec, IncludeSubdomains } = note.StrictTransportSecurity;
  return {
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': note.FrameOptions.FrameOption,
    'referrer-policy': note.ReferrerPolicy.ReferrerPolicy,
    'content-security-policy': note.ContentSecurityPolicy.ContentSecurityPolicy,
    ...Object.fromEntries(altre.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

describe('a permalink is the page that the current publication has prepared', () => {
  const CORRENTE = toPuntatoreAlBordo({ numero: 3, impronta: 'ab12' }, [
    '/casarano',
    '/casarano/comuni/075016',
    '/casarano/comuni/075021',
  ]);
  const MAPPA: Readonly<Record<string, string>> = {
    casarano: JSON.stringify(CORRENTE),
    metodo: JSON.stringify(toPuntatoreAlBordo({ numero: 5, impronta: 'cd34' }, [])),
  };

  /** As the edge runs it, with a map of two sets. */
  function run(uri: string): Promise<{ uri?: string; statusCode?: number; body?: string }> {
    const get = (insieme: string) => {
      const valore = MAPPA[insieme];
      return valore === undefined ? Promise.reject(new Error('KeyNotFound')) : Promise.resolve(valore);
    };
    const codice = CODICE_PERMALINK.replace("import cf from 'cloudfront';", '');
    return runInNewContext(`${codice}; handler(event)`, { event: { request: { uri } }, cf: { kvs: () => ({ get }) } });
  }

  test.each([
    ['/', '/edizioni/metodo/cd34/inizio.html'],
    ['/metodo', '/edizioni/metodo/cd34/metodo.html'],
    ['/metodo/indicatori/indice-vecchiaia', '/edizioni/metodo/cd34/metodo/indicatori/indice-vecchiaia.html'],
    ['/metodo/indicatori/felicita', '/index.html'],
    ['/casarano', '/edizioni/casarano/ab12/casarano.html'],
    ['/casarano/', '/edizioni/casarano/ab12/casarano.html'],
    ['/casarano/confronto', '/edizioni/casarano/ab12/casarano/confronto.html'],
    ['/casarano/comuni/075021', '/edizioni/casarano/ab12/casarano/comuni/075021.html'],
    ['/casarano/comuni/075035', '/index.html'],
    // Inside two codes that stand side by side there is a third that is none.
    ['/casarano/comuni/160750', '/index.html'],
    ['/casarano/nulla', '/index.html'],
    ['/lecce', '/index.html'],
    ['/area-riservata/', '/index.html'],
    ['/assets/index-B1x2.js', '/assets/index-B1x2.js'],
    ['/edizioni/casarano/ab12/casarano.json', '/edizioni/casarano/ab12/casarano.json'],
    ['/icona.svg', '/icona.svg'],
  ])('%s gets %s', async (uri, atteso) => {
    expect((await run(uri)).uri).toBe(atteso);
  });

  test('which publication is current is answered by the edge itself', async () => {
    const { statusCode, body = '' } = await run('/edizioni/casarano.json');
    expect([statusCode, JSON.parse(body)]).toEqual([200, CORRENTE]);
    expect((await run('/edizioni/lecce.json')).statusCode).toBe(404);
  });

  test('the code is short enough for the edge, and the map of an ambito of 130 comuni too', () => {
    expect(CODICE_PERMALINK.length).toBeLessThan(10_000);
    const comuni = Array.from({ length: 130 }, (_, i) => `/casarano/comuni/${String(100_000 + i)}`);
    const valore = toPuntatoreAlBordo({ numero: 123_456, impronta: '0'.repeat(32) }, comuni);
    expect(JSON.stringify(valore).length).toBeLessThan(1024);
  });

  test('a page is allowed the styles that it has in itself, and nothing else is allowed any', () => {
    const respond = (headers: Record<string, { value: string }>) =>
      runInNewContext(`${CODICE_POLITICA}; handler(event)`, { event: { response: { headers } } }) as {
        headers: Record<string, { value: string }>;
      };
    expect(respond({ 'x-amz-meta-stile': { value: 'sha256-aB+/=' } }).headers).toEqual({
      'content-security-policy': { value: cspWithStile('sha256-aB+/=') },
    });
    expect(respond({}).headers).toEqual({ 'content-security-policy': { value: CSP_SITO } });
  });
});

describe('the users', () => {
  test('nobody makes an account alone, and every account has a second factor', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 14 }) },
      DeletionProtection: 'ACTIVE',
    });
  });

  test('there is a group for each role of each ambito, and one above them', () => {
    const gruppi = listRisorse(template, 'AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName);
    expect(gruppi).toEqual([
      'amministratore',
      'casarano/organi',
      'casarano/operatore',
      'casarano/responsabile',
      'fasano/organi',
      'fasano/operatore',
      'fasano/responsabile',
    ]);
  });

  test('the code is changed for a token on the site’s own origin, by a way that keeps nothing', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: PERCORSO_TOKEN,
            ViewerProtocolPolicy: 'https-only',
            CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
          }),
        ]),
      },
    });
  });

  test('the desk is told the pages to enter by and the client, which has a look of its own', () => {
    const [uscita] = Object.values(template.findOutputs('*')).filter(({ Description }) =>
      String(Description).startsWith('What configurazione.json holds'),
    );
    const testo = JSON.stringify(uscita?.Value);
    for (const parola of ['cognito', '.auth.', 'amazoncognito.com', 'UtentiBacinoWeb']) expect(testo).toContain(parola);
    template.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 1);
  });

  test('the browser gets a token with a code, holds no secret, and comes back to the desk of its own site', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      CallbackURLs: [{ 'Fn::Join': ['', ['https://', { Ref: 'Dominio' }, '/area-riservata']] }],
    });
  });
});
