import { Duration, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccessLevel,
  type BehaviorOptions,
  CachePolicy,
  Function as CodiceAlBordo,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  type ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { PERCORSO_TOKEN } from '../functions/core/http/accesso.ts';
import { buildPolitica, CODICE_PERMALINK } from './bordo.ts';
import { describeApi, describeToken } from './comportamenti.ts';
import { askDominio } from './dominio.ts';
import { describeIntestazioni } from './intestazioni.ts';
import { addUscita } from './uscite.ts';
import { Vetrina } from './vetrina.ts';

export interface PropsSito {
  readonly api: HttpApi;
  /** Name of the hosted pages where one enters. */
  readonly accesso: string;
  /** Origins where large files come in and go out by signature: the pages may speak to them. */
  readonly depositi: readonly string[];
  readonly dominioProprio: boolean;
}

/** What CloudFront would otherwise go on answering for ten seconds, though the API says that nobody may keep it. */
const ERRORI_MAI_RICORDATI = [400, 403, 404, 405, 500, 501, 502, 503, 504];

/** Pages and API on one origin: files from a private bucket, `/api` from the gateway, one set of security headers. */
export class Sito extends Construct {
  /** `https://…`, without a slash at the end. */
  readonly origine: string;
  readonly vetrina: Vetrina;

  constructor(scope: Construct, id: string, { api, accesso, depositi, dominioProprio }: PropsSito) {
    super(scope, id);
    this.vetrina = new Vetrina(this, 'Vetrina');
    const proprio = dominioProprio ? askDominio(this) : undefined;
    const versoApi = describeApi(this, api);
    const distribuzione = new Distribution(this, 'Distribuzione', {
      ...proprio,
      defaultBehavior: this.#describePagine(describeIntestazioni(this, depositi), depositi),
      additionalBehaviors: { '/api': versoApi, '/api/*': versoApi, [PERCORSO_TOKEN]: describeToken(accesso) },
      errorResponses: ERRORI_MAI_RICORDATI.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      // The edge has an answer of its own for the root; should it ever not, the root is a page and never a list of the files.
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
    });
    this.origine = `https://${proprio?.domainNames[0] ?? distribuzione.domainName}`;
    acknowledgeScelte(distribuzione, dominioProprio);
    addUscita(this, 'Indirizzo', { valore: this.origine, descrizione: 'Indirizzo del sito' });
    addUscita(this, 'NomeCloudFront', {
      valore: distribuzione.domainName,
      descrizione: 'Dove punta il nome del sito, nel DNS',
    });
    addUscita(this, 'DistribuzioneId', {
      valore: distribuzione.distributionId,
      descrizione: 'Distribuzione di CloudFront',
    });
  }

  #describePagine(responseHeadersPolicy: ResponseHeadersPolicy, depositi: readonly string[]): BehaviorOptions {
    const { pagine, mappa } = this.vetrina;
    const permalink = new CodiceAlBordo(this, 'Permalink', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(CODICE_PERMALINK),
      keyValueStore: mappa,
    });
    const politica = new CodiceAlBordo(this, 'Politica', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(buildPolitica(depositi)),
    });
    return {
      // Who may list is told that a file is not there; who may not, that it is forbidden. No address asks for a list: the edge sees to it.
      origin: S3BucketOrigin.withOriginAccessControl(pagine, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [
        { function: permalink, eventType: FunctionEventType.VIEWER_REQUEST },
        { function: politica, eventType: FunctionEventType.VIEWER_RESPONSE },
      ],
    };
  }
}

function acknowledgeScelte(distribuzione: Distribution, dominioProprio: boolean): void {
  const scelte = [
    { id: 'AwsSolutions-CFR1', reason: 'Public data of Italian public bodies: whoever reads them may be anywhere.' },
    {
      id: 'AwsSolutions-CFR2',
      reason:
        'Static files and a read-only API behind a cache and a throttle: a firewall would cost more than all the rest.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason: 'Access logs hold the addresses of readers: personal data that nobody needs are not collected.',
    },
    {
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason:
        'The edge sends every address without a name of a file to a page, the root too, which has a default besides.',
    },
  ];
  Validations.of(distribuzione).acknowledge(...scelte);
  if (dominioProprio) return;
  Validations.of(distribuzione).acknowledge({
    id: 'AwsSolutions-CFR4',
    reason:
      'Under the name that CloudFront gives, CloudFront alone decides the oldest TLS; a name of its own asks for TLS 1.2.',
  });
}
