import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { describe, expect, test } from 'vitest';
import { PERCORSO_TOKEN } from '../../functions/core/http/accesso.ts';
import { buildCspSito, INTESTAZIONI_SITO } from '../../functions/core/http/intestazioni.ts';
import { toPuntatoreAlBordo } from '../../functions/core/http/pagine-al-bordo.ts';
import { buildPolitica, CODICE_PERMALINK } from '../../infra/bordo.ts';
import { RADICE } from '../sorgenti.ts';
import { createPila, listRisorse } from './pila.ts';
import { resolveValore } from './risolvi.ts';

const template = Template.fromStack(createPila());

describe('the site', () => {
  test('its files are read by its distribution alone, which is told which are not there', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: Match.stringLikeRegexp('SitoVetrinaPagine') },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:ListBucket'],
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

  test('the errors of the API reach who asked, and are asked for again the next time: no page stands before them, no edge remembers them', () => {
    const [distribuzione] = listRisorse<Distribuzione>(template, 'AWS::CloudFront::Distribution');
    const errori = distribuzione?.Properties.DistributionConfig.CustomErrorResponses ?? [];
    // @source CloudFront, "How CloudFront processes HTTP 4xx and 5xx status codes from your origin": those it caches whatever they say
    expect(errori.map(({ ErrorCode }) => ErrorCode)).toEqual(expect.arrayContaining([404, 500, 501, 502, 503, 504]));
    expect(errori).toEqual(errori.map(({ ErrorCode }) => ({ ErrorCode, ErrorCachingMinTTL: 0 })));
  });

  test('who may list the files never does: the root is a page', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { DefaultRootObject: 'index.html' },
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

  const APPRODO = 'https://pdz-arrivi-0a1b2c3d-1111-2222-3333-444455556666.s3.eu-south-1.amazonaws.com';
  const ORIGINALI = 'https://pdz-originali-0a1b2c3d-1111-2222-3333-444455556666.s3.eu-south-1.amazonaws.com';

  test.each([
    ['arrivi', 'PUT', APPRODO],
    ['originali', 'GET', ORIGINALI],
  ])(
    'large files pass by the address of the bucket «%s», to which pages may %s as its owner lets them',
    (_, metodo, origine) => {
      const secchi = listRisorse<Secchio>(template, 'AWS::S3::Bucket').filter(
        ({ Properties }) => Properties.BucketName,
      );
      const secchio = secchi.find(({ Properties }) => origine.includes(resolveValore(Properties.BucketName)));
      const [regola, ...altre] = secchio?.Properties.CorsConfiguration?.CorsRules ?? [];
      expect(altre).toEqual([]);
      expect(regola?.AllowedMethods).toEqual([metodo]);
      expect(regola?.AllowedOrigins.map((una) => resolveValore(una, { Dominio: 'osservatorio.example.it' }))).toEqual([
        'https://osservatorio.example.it',
      ]);
    },
  );

  test('what passes through the distribution is the site and its API: no file by signature', () => {
    const [distribuzione] = listRisorse<Distribuzione>(template, 'AWS::CloudFront::Distribution');
    const vie = distribuzione?.Properties.DistributionConfig.CacheBehaviors ?? [];
    expect(vie.map(({ PathPattern }) => PathPattern)).toEqual(['/api', '/api/*', PERCORSO_TOKEN]);
  });

  test('its pages carry every security header that the core declares, and may speak to the two buckets by signature', () => {
    const [politica] = listRisorse<{ readonly ResponseHeadersPolicyConfig: Intestazioni }>(
      template,
      'AWS::CloudFront::ResponseHeadersPolicy',
    );
    expect(politica && flattenIntestazioni(politica.Properties.ResponseHeadersPolicyConfig)).toEqual({
      ...INTESTAZIONI_SITO,
      'content-security-policy': buildCspSito({ depositi: [APPRODO, ORIGINALI] }),
    });
  });
});

interface Secchio {
  readonly BucketName?: unknown;
  readonly CorsConfiguration?: {
    readonly CorsRules: readonly {
      readonly AllowedMethods: readonly string[];
      readonly AllowedOrigins: readonly unknown[];
    }[];
  };
}

interface Distribuzione {
  readonly DistributionConfig: {
    readonly CacheBehaviors: readonly { readonly PathPattern: string }[];
    readonly CustomErrorResponses?: readonly { readonly ErrorCode: number; readonly ErrorCachingMinTTL: number }[];
  };
}

interface Intestazioni {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: unknown };
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
    'content-security-policy': resolveValore(note.ContentSecurityPolicy.ContentSecurityPolicy),
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
  function run(indirizzo: string): Promise<{ uri?: string; statusCode?: number; body?: string }> {
    const get = (insieme: string) => {
      const valore = MAPPA[insieme];
      return valore === undefined ? Promise.reject(new Error('KeyNotFound')) : Promise.resolve(valore);
    };
    const { pathname: uri, searchParams } = new URL(indirizzo, 'https://osservatorio.example');
    const querystring = Object.fromEntries([...searchParams].map(([nome, value]) => [nome, { value }]));
    const codice = CODICE_PERMALINK.replace("import cf from 'cloudfront';", '');
    return runInNewContext(`${codice}; handler(event)`, {
      event: { request: { uri, querystring } },
      cf: { kvs: () => ({ get }) },
    });
  }

  test.each([
    ['/', '/edizioni/metodo/cd34/inizio.html'],
    ['/metodo', '/edizioni/metodo/cd34/metodo.html'],
    ['/metodo/indicatori/indice-vecchiaia', '/edizioni/metodo/cd34/metodo/indicatori/indice-vecchiaia.html'],
    ['/metodo/indicatori/felicita', '/assente.html'],
    ['/metodo/spesa', '/assente.html'],
    ['/casarano', '/edizioni/casarano/ab12/casarano.html'],
    ['/casarano/', '/edizioni/casarano/ab12/casarano.html'],
    ['/casarano/confronto', '/edizioni/casarano/ab12/casarano/confronto.html'],
    ['/casarano/comuni/075021', '/edizioni/casarano/ab12/casarano/comuni/075021.html'],
    ['/casarano/comuni/075035', '/assente.html'],
    // Inside two codes that stand side by side there is a third that is none.
    ['/casarano/comuni/160750', '/assente.html'],
    ['/casarano/nulla', '/assente.html'],
    ['/lecce', '/assente.html'],
    ['/area-riservata/', '/index.html'],
    ['/area-riservata/casarano/bozze', '/index.html'],
    ['/area-riservata-no', '/assente.html'],
    ['/assets/index-B1x2.js', '/assets/index-B1x2.js'],
    ['/edizioni/casarano/ab12/casarano.json', '/edizioni/casarano/ab12/casarano.json'],
    ['/icona.svg', '/icona.svg'],
    // The figures of an edizione are never those of another, not even for a moment.
    ['/casarano?edizione=3', '/edizioni/casarano/ab12/casarano.html'],
    ['/casarano?edizione=2', '/index.html'],
    ['/casarano?edizione=', '/index.html'],
    // A comune may have been of the ambito then.
    ['/casarano/comuni/075035?edizione=2', '/index.html'],
    ['/casarano/confronto?indicatore=densita&edizione=4', '/index.html'],
    ['/dati?ambito=casarano&edizione=5', '/index.html'],
    ['/assets/index-B1x2.js?edizione=2', '/assets/index-B1x2.js'],
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

  describe('the policy of a page', () => {
    const DEPOSITI = ['https://arrivi.example'];
    type Intestazioni = Record<string, { value: string }>;
    const respond = (statusCode: number, headers: Intestazioni): Intestazioni =>
      runInNewContext(`${buildPolitica(DEPOSITI)}; handler(event).headers`, {
        event: { response: { statusCode, headers } },
      });

    test('it allows the styles that the page has in itself, and nothing else is allowed any', () => {
      expect(respond(200, { 'x-amz-meta-stile': { value: 'sha256-aB+/=' } })).toEqual({
        'content-security-policy': { value: buildCspSito({ depositi: DEPOSITI, stile: 'sha256-aB+/=' }) },
      });
      expect(respond(200, {})).toEqual({ 'content-security-policy': { value: buildCspSito({ depositi: DEPOSITI }) } });
    });

    test('where no page is, the page without content says so by its status', () => {
      const event = { response: { statusCode: 200, headers: { 'x-amz-meta-stato': { value: '404' } } } };
      const { statusCode, headers } = runInNewContext(`${buildPolitica(DEPOSITI)}; handler(event)`, { event });
      expect([statusCode, Object.keys(headers)]).toEqual([404, ['content-security-policy']]);
    });

    test('a page that has not changed keeps the one it came with', () => {
      const dellaDistribuzione = { 'content-security-policy': { value: buildCspSito() }, etag: { value: '"a"' } };
      expect(respond(304, dellaDistribuzione)).toEqual({ etag: { value: '"a"' } });
    });
  });
});

describe('what the stack tells at the end', () => {
  test('it is called as the guide calls it', async () => {
    const guida = await readFile(join(RADICE, 'docs/distribuire.md'), 'utf8');
    const uscite = Object.keys(template.findOutputs('*'));
    expect(uscite.filter((nome) => !guida.includes(nome))).toEqual([]);
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
    const uscita = template.findOutputs('Configurazione').Configurazione;
    expect(JSON.parse(resolveValore(uscita?.Value))).toEqual({
      accesso: {
        modo: 'cognito',
        dominio: 'https://pdz-0a1b2c3d-1111-2222-3333-444455556666.auth.eu-south-1.amazoncognito.com',
        cliente: expect.stringContaining('UtentiBacinoWeb'),
      },
    });
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
