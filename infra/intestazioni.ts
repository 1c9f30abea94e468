import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, type HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { buildCspSito, INTESTAZIONI_SITO } from '../functions/core/http/intestazioni.ts';

/** The headers that the core declares; CloudFront wants the ones it knows in fields of their own. */
export function describeIntestazioni(scope: Construct, depositi: readonly string[]): ResponseHeadersPolicy {
  const {
    'content-security-policy': _conDepositi,
    'strict-transport-security': trasporto,
    'x-content-type-options': _sempreNosniff,
    'x-frame-options': cornice,
    'referrer-policy': provenienza,
    ...altre
  } = INTESTAZIONI_SITO;
  const override = true;
  return new ResponseHeadersPolicy(scope, 'Intestazioni', {
    securityHeadersBehavior: {
      // The edge writes that of each page, with the hash of the styles that it has in itself: this one is for what has none.
      contentSecurityPolicy: { contentSecurityPolicy: buildCspSito({ depositi }), override: false },
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
