import { Aws, Duration, Lazy, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Configurazione } from '../functions/core/http/accesso.ts';
import { RUOLI } from '../functions/core/http/ruoli.ts';
import { nameUnico } from './nomi.ts';
import { addUscita } from './uscite.ts';

export interface PropsUtenti {
  readonly ambiti: readonly string[];
  readonly conserva: boolean;
}

/** What Cognito writes to who has a new account; it puts the name and the temporary password in their places. */
const INVITO = {
  oggetto: 'Osservatorio del Piano di Zona: il tuo accesso all’area riservata',
  testo:
    'Chi gestisce l’Osservatorio del Piano di Zona ti ha dato un accesso all’area riservata.<br><br>' +
    'Nome: {username}<br>Parola d’accesso provvisoria, valida tre giorni: {####}<br><br>' +
    'Apri il sito dell’Osservatorio, scegli «Area riservata» ed entra. La prima volta scegli una parola d’accesso tua, ' +
    'di almeno 14 caratteri, e colleghi un’app che genera codici.',
} as const;

/** To who has forgotten the password. */
const CODICE = {
  oggetto: 'Osservatorio del Piano di Zona: il codice che hai chiesto',
  testo: 'Il codice per scegliere una nuova parola d’accesso è {####}. Se non lo hai chiesto tu, non serve fare nulla.',
} as const;

/** Who works at the desk: accounts made by an administrator, one group for each role of each ambito. */
export class Utenti extends Construct {
  /** `iss` of the tokens. */
  readonly emittente: string;
  readonly clienteId: string;
  /** Name of the hosted pages where one enters. */
  readonly dominio: string;
  #sito: string | undefined;

  constructor(scope: Construct, id: string, { ambiti, conserva }: PropsUtenti) {
    super(scope, id);
    const bacino = new UserPool(this, 'Bacino', {
      // The app that makes the codes shows it beside them.
      userPoolName: 'Osservatorio del Piano di Zona',
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      userInvitation: { emailSubject: INVITO.oggetto, emailBody: INVITO.testo },
      userVerification: { emailSubject: CODICE.oggetto, emailBody: CODICE.testo },
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: conserva,
      removalPolicy: conserva ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(bacino).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'A few dozen accounts made by hand, each with a second factor: the plus tier is paid for guesses that have no way in.',
    });
    for (const groupName of listGruppi(ambiti)) {
      new CfnUserPoolGroup(this, `Gruppo-${groupName.replace('/', '-')}`, { userPoolId: bacino.userPoolId, groupName });
    }
    const prefisso = nameUnico('pdz');
    bacino.addDomain('Accesso', {
      cognitoDomain: { domainPrefix: prefisso },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.dominio = `${prefisso}.auth.${Aws.REGION}.amazoncognito.com`;
    const cliente = this.#addCliente(bacino);
    this.emittente = `https://cognito-idp.${Aws.REGION}.amazonaws.com/${bacino.userPoolId}`;
    this.clienteId = cliente.userPoolClientId;
    // Without a look of its own, though it be the one that Cognito gives, a client has no pages to enter by.
    new CfnManagedLoginBranding(this, 'Aspetto', {
      userPoolId: bacino.userPoolId,
      clientId: this.clienteId,
      useCognitoProvidedValues: true,
    });
    const configurazione: Configurazione = {
      accesso: { modo: 'cognito', dominio: `https://${this.dominio}`, cliente: this.clienteId },
    };
    addUscita(this, 'Configurazione', {
      valore: Stack.of(this).toJsonString(configurazione),
      descrizione: 'Contenuto di configurazione.json, alla radice del sito',
    });
    addUscita(this, 'BacinoUtenti', { valore: bacino.userPoolId, descrizione: 'Bacino degli utenti, in Cognito' });
  }

  /** The site whose pages may ask for a token; it is known only after the API, which needs the client. */
  addSito(origine: string): void {
    this.#sito = origine;
  }

  /** Code with PKCE, no secret: a browser cannot keep one. */
  #addCliente(bacino: UserPool): UserPoolClient {
    const desk = Lazy.string({ produce: () => this.#sito && `${this.#sito}/area-riservata` });
    return bacino.addClient('Web', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [desk],
        logoutUrls: [desk],
      },
    });
  }
}

/** `casarano/responsabile` for each ambito and role; `amministratore` stands above the ambiti. */
function listGruppi(ambiti: readonly string[]): string[] {
  const diAmbito = RUOLI.filter((ruolo) => ruolo !== 'amministratore');
  return ['amministratore', ...ambiti.flatMap((ambito) => diAmbito.map((ruolo) => `${ambito}/${ruolo}`))];
}
