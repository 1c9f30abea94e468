import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { toConservazione } from './conservazione.ts';

export interface PropsFunzione {
  /** Folder of the packed function, whose `index.mjs` exports the handler. */
  readonly pacchetto: string;
  /** Name of the handler; default `handler`. */
  readonly gestore?: string;
  readonly memoriaMb: number;
  readonly limite: Duration;
  readonly registriGiorni: number;
}

/** A Lambda function with a role that may write its own log and, at first, nothing else. */
export class Funzione extends Lambda {
  constructor(scope: Construct, id: string, props: PropsFunzione) {
    const { pacchetto, gestore = 'handler', memoriaMb, limite, registriGiorni } = props;
    const registro = new LogGroup(scope, `${id}Registro`, {
      retention: toConservazione(registriGiorni),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const ruolo = new Role(scope, `${id}Ruolo`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    registro.grantWrite(ruolo);
    super(scope, id, {
      code: Code.fromAsset(pacchetto),
      handler: `index.${gestore}`,
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
