import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type DistributionProps, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** A name of the site's own, and what proves that it is. */
export type Dominio = Pick<DistributionProps, 'certificate' | 'minimumProtocolVersion'> & {
  readonly domainNames: [string];
};

/** Asked at deploy, since name and certificate belong to who runs the site and not to the sources. */
export function askDominio(scope: Construct): Dominio {
  const nome = new CfnParameter(Stack.of(scope), 'Dominio', {
    description: 'Nome a cui risponde il sito, per esempio osservatorio.ambitocasarano.it',
    allowedPattern: '^([a-z0-9-]+\\.)+[a-z]{2,}$',
    constraintDescription: 'un nome di dominio in lettere minuscole, senza https:// e senza barre',
  });
  const certificato = new CfnParameter(Stack.of(scope), 'CertificatoArn', {
    description: 'ARN del suo certificato in ACM, regione us-east-1, dove lo cerca CloudFront',
    allowedPattern: '^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+$',
    constraintDescription: 'l’ARN di un certificato della regione us-east-1',
  });
  return {
    domainNames: [nome.valueAsString],
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    certificate: Certificate.fromCertificateArn(scope, 'Certificato', certificato.valueAsString),
  };
}
