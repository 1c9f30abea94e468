import { CfnOutput, CfnParameter, Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Function as CodiceAlBordo,
  Distribution,
  type DistributionProps,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  type HeadersReferrerPolicy,
  HttpVersion,
  KeyValueStore,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PERCORSO_TOKEN } from '../functions/core/http/accesso.ts';
import { INTESTAZIONI_SITO } from '../functions/core/http/intestazioni.ts';
import { CARTELLA_EDIZIONI } from '../functions/core/http/istantanee.ts';
import { PREFISSO_ARRIVI } from './arrivi.ts';
import { CODICE_PERMALINK, CODICE_POLITICA } from './bordo.ts';
import { PREFISSO_ORIGINALI } from './dati.ts';

export interface PropsSito {
  readonly api: HttpApi;
  /** Name of the hosted pages where one enters. */
  readonly accesso: string;
  /** Where signed uploads land. */
  readonly arrivi: IBucket;
  /** Where large originals are taken from, by signature. */
  readonly originali: IBucket;
  readonly dominioProprio: boolean;
}

/** Pages and API on one origin: files from a private bucket, `/api` from the gateway, one set of security headers. */
export class Sito extends Construct {
  readonly dominio: string;
  readonly #pagine: Bucket;
  /** Which publication of each set of pages is current. */
  readonly #mappa: KeyValueStore;

  constructor(scope: Construct, id: string, { api, accesso, arrivi, originali, dominioProprio }: PropsSito) {
    super(scope, id);
    this.#mappa = new KeyValueStore(this, 'Mappa');
    this.#pagine = new Bucket(this, 'Pagine', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.#pagine).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Built from the sources and read by the distribution alone: its access log would repeat what readers ask, which is not kept.',
    });
    const proprio = dominioProprio ? this.#askDominio() : undefined;
    const versoApi = this.#describeApi(api);
    const intestazioni = this.#describeIntestazioni();
    const distribuzione = new Distribution(this, 'Distribuzione', {
      ...proprio,
      defaultBehavior: this.#describePagine(intestazioni),
      additionalBehaviors: {
        '/api': versoApi,
        '/api/*': versoApi,
        [PERCORSO_TOKEN]: describeToken(accesso),
        [`/${PREFISSO_ARRIVI}*`]: this.#describeArrivi(arrivi),
        [`/${PREFISSO_ORIGINALI}*`]: this.#describeOriginali(originali, intestazioni),
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
    });
    this.dominio = proprio?.domainNames[0] ?? distribuzione.domainName;
    acknowledgeScelte(distribuzione, dominioProprio);
    new CfnOutput(this, 'NomePagine', { value: this.#pagine.bucketName });
    new CfnOutput(this, 'DistribuzioneId', { value: distribuzione.distributionId });
    new CfnOutput(this, 'Indirizzo', { value: `https://${this.dominio}` });
  }

  /** Folders of publications and what says which is current: of the bucket nothing else, of the map its values. */
  allowPublishing(funzione: Lambda): void {
    funzione.addEnvironment('PAGINE', this.#pagine.bucketName);
    funzione.addEnvironment('MAPPA', this.#mappa.keyValueStoreArn);
    const oggetti = `${CARTELLA_EDIZIONI}/*`;
    funzione.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [this.#pagine.arnForObjects(oggetti)],
      }),
    );
    funzione.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.#pagine.bucketArn],
        conditions: { StringLike: { 's3:prefix': [oggetti] } },
      }),
    );
    funzione.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'cloudfront-keyvaluestore:DescribeKeyValueStore',
          'cloudfront-keyvaluestore:GetKey',
          'cloudfront-keyvaluestore:PutKey',
        ],
        resources: [this.#mappa.keyValueStoreArn],
      }),
    );
    if (!funzione.role) throw new TypeError('una funzione ha sempre un ruolo');
    const bucket = Stack.of(this).getLogicalId(this.#pagine.node.defaultChild as CfnBucket);
    Validations.of(funzione.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${oggetti}]`,
      reason: 'A folder of pages is named by what it holds: no list of names can be written beforehand.',
    });
  }

  #describePagine(responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    const permalink = new CodiceAlBordo(this, 'Permalink', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(CODICE_PERMALINK),
      keyValueStore: this.#mappa,
    });
    const politica = new CodiceAlBordo(this, 'Politica', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(CODICE_POLITICA),
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.#pagine),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [
        { function: permalink, eventType: FunctionEventType.VIEWER_REQUEST },
        { function: politica, eventType: FunctionEventType.VIEWER_RESPONSE },
      ],
    };
  }

  /** The API states its own headers and how long an answer lasts. The token is part of the key: no answer passes from one user to another. */
  #describeApi(api: HttpApi): BehaviorOptions {
    const cachePolicy = new CachePolicy(this, 'CacheApi', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    return {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  /**
   * A signed upload passes on the site's own origin, which the Content-Security-Policy admits alone. No access control of ours: the
   * signature in the address is S3's, and S3 turns away what has none (ADR 12).
   */
  #describeArrivi(arrivi: IBucket): BehaviorOptions {
    return {
      origin: new HttpOrigin(arrivi.bucketRegionalDomainName),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new OriginRequestPolicy(this, 'VersoArrivi', {
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
        headerBehavior: OriginRequestHeaderBehavior.allowList('x-amz-checksum-sha256'),
        cookieBehavior: OriginRequestCookieBehavior.none(),
      }),
    };
  }

  /**
   * An original too large for an answer goes out by S3's own signature, whose bytes are then the site's: under its headers, so that
   * nothing that somebody brought is ever read as a page of it. The token of who asks stays here: to S3 it would be a second signature.
   */
  #describeOriginali(originali: IBucket, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    return {
      origin: new HttpOrigin(originali.bucketRegionalDomainName),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new OriginRequestPolicy(this, 'VersoOriginali', {
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
        headerBehavior: OriginRequestHeaderBehavior.none(),
        cookieBehavior: OriginRequestCookieBehavior.none(),
      }),
      responseHeadersPolicy,
    };
  }

  /** The headers that the core declares; CloudFront wants the ones it knows in fields of their own. */
  #describeIntestazioni(): ResponseHeadersPolicy {
    const {
      'content-security-policy': contentSecurityPolicy,
      'strict-transport-security': trasporto,
      'x-content-type-options': _sempreNosniff,
      'x-frame-options': cornice,
      'referrer-policy': provenienza,
      ...altre
    } = INTESTAZIONI_SITO;
    const override = true;
    return new ResponseHeadersPolicy(this, 'Intestazioni', {
      securityHeadersBehavior: {
        // The edge writes that of each page, with the hash of the styles that it has in itself: this one is for what has none.
        contentSecurityPolicy: { contentSecurityPolicy, override: false },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(trasporto)?.[1])),
          includeSubdomains: trasporto.includes('includeSubDomains'),
          override,
        },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption[cornice], override },
        referrerPolicy: { referrerPolicy: provenienza as HeadersReferrerPolicy, override },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(altre).map(([header, value]) => ({ header, value, override })),
      },
    });
  }

  /** Asked at deploy, since name and certificate belong to who runs the site and not to the sources. */
  #askDominio(): Pick<DistributionProps, 'certificate' | 'minimumProtocolVersion'> & {
    readonly domainNames: [string];
  } {
    const nome = new CfnParameter(Stack.of(this), 'Dominio', {
      description: 'Name on which the site answers, e.g. osservatorio.ambitocasarano.it',
      allowedPattern: '^([a-z0-9-]+\\.)+[a-z]{2,}$',
    });
    const certificato = new CfnParameter(Stack.of(this), 'CertificatoArn', {
      description: 'Certificate of that name in ACM, region us-east-1, where CloudFront looks for it',
      allowedPattern: '^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+$',
    });
    return {
      domainNames: [nome.valueAsString],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: Certificate.fromCertificateArn(this, 'Certificato', certificato.valueAsString),
    };
  }
}

/** A code is changed for a token on the site's own origin: the pages may speak to no other. Nothing of it is ever kept. */
function describeToken(accesso: string): BehaviorOptions {
  return {
    origin: new HttpOrigin(accesso),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  };
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
      id: 'AwsSolutions-CFR7',
      reason:
        'Arrivals and originals are behind S3’s own signature, which an access control would write over; the pages have theirs.',
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
