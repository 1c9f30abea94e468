import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { toPercorsoGateway } from '../functions/core/http/percorsi.ts';
import {
  BASE,
  listRotte,
  type Funzione as NomeFunzione,
  PAGINA_API,
  type Rotta,
  STILE_API,
} from '../functions/core/http/rotte.ts';
import { type Avvisi, CHE_FARE, PERIODO_GUASTI } from './avvisi.ts';
import { toConservazione } from './conservazione.ts';
import type { Dati } from './dati.ts';
import { Funzione } from './funzione.ts';
import type { Utenti } from './utenti.ts';

export interface PropsApi {
  readonly pacchetto: string;
  readonly dati: Dati;
  readonly utenti: Utenti;
  readonly ingest: Funzione;
  readonly avvisi: Avvisi;
  readonly registriGiorni: number;
  readonly richiesteAlSecondo: number;
}

interface RottaGateway {
  readonly percorso: string;
  readonly metodi: readonly HttpMethod[];
  readonly funzione: NomeFunzione;
  readonly pubblica: boolean;
}

/** The function that reads, and the gateway in front of both functions, with one route for each that the core declares. */
export class Api extends Construct {
  readonly gateway: HttpApi;

  constructor(scope: Construct, id: string, props: PropsApi) {
    super(scope, id);
    const lettura = new Funzione(this, 'Funzione', {
      pacchetto: props.pacchetto,
      memoriaMb: 512,
      limite: Duration.seconds(10),
      registriGiorni: props.registriGiorni,
    });
    props.dati.allowReading(lettura);

    this.gateway = new HttpApi(this, 'Gateway', { createDefaultStage: false });
    // One permission for the whole gateway: one for each route is more text than the policy of a function may be long.
    const scopePermissionToRoute = false;
    const integrazioni = {
      api: new HttpLambdaIntegration('Lettura', lettura, { scopePermissionToRoute }),
      ingest: new HttpLambdaIntegration('Ingest', props.ingest, { scopePermissionToRoute }),
    };
    const riservato = new HttpJwtAuthorizer('Utenti', props.utenti.emittente, {
      jwtAudience: [props.utenti.clienteId],
    });
    const aperto: IHttpRouteAuthorizer = new HttpNoneAuthorizer();
    for (const { percorso, metodi, funzione, pubblica } of listRotteGateway()) {
      const rotte = this.gateway.addRoutes({
        path: percorso,
        methods: [...metodi],
        integration: integrazioni[funzione],
        authorizer: pubblica ? aperto : riservato,
      });
      if (pubblica) rotte.forEach(acknowledgePubblica);
    }
    this.#addStadio(props);
    props.avvisi.watch('ApiGuasta', {
      metrica: this.gateway.metricServerError({ period: PERIODO_GUASTI, statistic: 'Sum' }),
      soglia: 5,
      descrizione: `L’API ha risposto con un guasto almeno cinque volte in un quarto d’ora. ${CHE_FARE}`,
    });
  }

  #addStadio({ registriGiorni, richiesteAlSecondo }: PropsApi): void {
    const registro = new LogGroup(this, 'Registro', {
      retention: toConservazione(registriGiorni),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // No address of who calls: what is needed to mend a fault, and no personal data.
    const annotati = ['requestId', 'requestTime', 'routeKey', 'status', 'responseLatency', 'integrationErrorMessage'];
    new CfnStage(this, 'Stadio', {
      apiId: this.gateway.apiId,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: richiesteAlSecondo, throttlingBurstLimit: richiesteAlSecondo * 2 },
      accessLogSettings: {
        destinationArn: registro.logGroupArn,
        format: JSON.stringify(Object.fromEntries(annotati.map((nome) => [nome, `$context.${nome}`]))),
      },
    });
  }
}

/** The routes as the gateway can tell them apart: some that differ only inside a segment become one there, and the handler parts them again. */
export function listRotteGateway(): RottaGateway[] {
  const fisse = [PAGINA_API, STILE_API].map((percorso) =>
    toRottaGateway(percorso, { metodo: 'GET', funzione: 'api', accesso: 'pubblico' }),
  );
  const dichiarate = listRotte().map((rotta) => toRottaGateway(`${BASE}${toPercorsoGateway(rotta.percorso)}`, rotta));
  const distinte = new Map(
    [...fisse, ...dichiarate].map((rotta) => [`${rotta.metodi.join()} ${rotta.percorso}`, rotta]),
  );
  return [...distinte.values()];
}

function toRottaGateway(
  percorso: string,
  { metodo, funzione, accesso }: Pick<Rotta, 'metodo' | 'funzione' | 'accesso'>,
): RottaGateway {
  const metodi = metodo === 'GET' ? [HttpMethod.GET, HttpMethod.HEAD] : [HttpMethod[metodo]];
  return { percorso, metodi, funzione, pubblica: accesso === 'pubblico' };
}

function acknowledgePubblica(rotta: Construct): void {
  Validations.of(rotta).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'What an ambito has published is for everyone: these routes read it, and their function cannot write.',
  });
}
