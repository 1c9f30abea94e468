import { dirname, join } from 'node:path';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { toConservazione } from './conservazione.ts';
import { bundleFunzione } from './impacchetta.ts';

const RADICE = join(import.meta.dirname, '..');

export interface PropsFunzione {
  /** Path of the handler from the root of the project; its export is `handler`. */
  readonly gestore: string;
  readonly memoriaMb: number;
  readonly limite: Duration;
  readonly registriGiorni: number;
}

/** A Lambda function with a role that may write its own log and, at first, nothing else. */
export class Funzione extends Lambda {
  constructor(scope: Construct, id: string, { gestore, memoriaMb, limite, registriGiorni }: PropsFunzione) {
    const registro = new LogGroup(scope, `${id}Registro`, {
      retention: toConservazione(registriGiorni),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const ruolo = new Role(scope, `${id}Ruolo`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    registro.grantWrite(ruolo);
    super(scope, id, {
      code: packFunzione(gestore),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoriaMb,
      timeout: limite,
      role: ruolo,
      logGroup: registro,
      loggingFormat: LoggingFormat.JSON,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
    });
  }
}

/**
 * Bundled here, by the esbuild of the project: neither Docker nor the network is asked. The folder tells one package from
 * the other: CDK bundles once what comes from one folder.
 */
function packFunzione(gestore: string): Code {
  return Code.fromAsset(join(RADICE, dirname(gestore)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('mai-usata'),
      local: {
        tryBundle: (cartella) => {
          bundleFunzione(gestore, cartella);
          return true;
        },
      },
    },
  });
}
