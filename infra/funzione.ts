import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { toConservazione } from './conservazione.ts';

const RADICE = join(import.meta.dirname, '..');

/** How a handler becomes one file. The SDK is inside it: the version that was tested, not the runtime's, and a faster start. */
export const IMPACCHETTAMENTO = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  externalModules: [],
  // Packages in CommonJS call `require` for Node's own modules, which an ES module does not have.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
} as const satisfies BundlingOptions;

export interface PropsFunzione {
  /** Path of the handler from the root of the project; its export is `handler`. */
  readonly gestore: string;
  readonly memoriaMb: number;
  readonly limite: Duration;
  readonly registriGiorni: number;
}

/** A Lambda function with a role that may write its own log and, at first, nothing else. */
export class Funzione extends NodejsFunction {
  constructor(scope: Construct, id: string, { gestore, memoriaMb, limite, registriGiorni }: PropsFunzione) {
    const registro = new LogGroup(scope, `${id}Registro`, {
      retention: toConservazione(registriGiorni),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const ruolo = new Role(scope, `${id}Ruolo`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    registro.grantWrite(ruolo);
    super(scope, id, {
      entry: join(RADICE, gestore),
      projectRoot: RADICE,
      depsLockFilePath: join(RADICE, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoriaMb,
      timeout: limite,
      role: ruolo,
      logGroup: registro,
      loggingFormat: LoggingFormat.JSON,
      awsSdkConnectionReuse: false,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      bundling: IMPACCHETTAMENTO,
    });
  }
}
