/** From the registry of routes and the code behind them to a Lambda function. */
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { readParametri } from '../core/http/parametri.ts';
import {
  type Funzione,
  findRotta,
  type Instradamento,
  type Metodo,
  type Rotta,
  type RottaIdDi,
  ritmoOf,
} from '../core/http/rotte.ts';
import { findRuolo, type Ruolo, readGruppi } from '../core/http/ruoli.ts';
import { readCorpo } from './corpo.ts';
import { toRifiuto } from './errori.ts';
import { Freno } from './freno.ts';
import type { Contesto, Dipendenze, Gestore, Gestori } from './gestore.ts';
import { RifiutoError } from './rifiuto.ts';
import { findRisorse } from './risorse.ts';
import { type Durata, toRisultato, toRisultatoProblema } from './risposta.ts';

/** An event with or without the claims of a verified token. */
export type Evento = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
export type Handler = (event: Evento) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * One Lambda function: verdicts in the order 401, 403, 404, 400/413/415, then the code behind the route.
 * It never throws: what goes wrong is a problem+json, and a fault is told to the log alone.
 */
export function createHandler<F extends Funzione>(funzione: F, gestori: Gestori<F>, dipendenze: Dipendenze): Handler {
  const freno = new Freno();
  return async (event) => {
    const id = event.requestContext.requestId;
    const instradamento = findRotta(event.requestContext.http.method, event.rawPath);
    try {
      const { rotta, parametri } = assertRotta(instradamento, funzione);
      const ruolo = rotta.accesso === 'pubblico' ? undefined : authorize(rotta.accesso, event, parametri.ambito);
      assertRitmo(freno, { rotta, event, adesso: dipendenze.now() });
      const risorse = await findRisorse(rotta, parametri, dipendenze.deposito);
      const { valori: query, errori } = readParametri(rotta.query, new URLSearchParams(event.rawQueryString));
      if (errori.length > 0) throw new RifiutoError(400, errori.join(' '));
      const corpo = readCorpo(rotta.corpo, event);
      const autore = ruolo && readAutore(event);
      const gestore = gestori[rotta.id as RottaIdDi<F>] as Gestore<Rotta>;
      const contesto = { ...dipendenze, id, risorse, query, corpo, ruolo, autore } as Contesto<Rotta>;
      return toRisultato(await gestore(contesto), {
        id,
        durata: durataOf(rotta, query),
        seNonCambiato: event.headers['if-none-match'],
      });
    } catch (errore) {
      const rifiuto = toRifiuto(errore);
      if (!rifiuto) dipendenze.giornale({ id, rotta: 'rotta' in instradamento ? instradamento.rotta.id : '', errore });
      return toRisultatoProblema(rifiuto, id);
    }
  };
}

function assertRotta(instradamento: Instradamento | readonly Metodo[], funzione: Funzione): Instradamento {
  if ('rotta' in instradamento) {
    if (instradamento.rotta.funzione === funzione) return instradamento;
  } else if (instradamento.length > 0) {
    const ammessi = instradamento.flatMap((metodo) => (metodo === 'GET' ? [metodo, 'HEAD'] : [metodo]));
    const allow = [...new Set(ammessi)].join(', ');
    throw new RifiutoError(405, `Questo indirizzo ammette soltanto: ${allow}.`, { intestazioni: { allow } });
  }
  throw new RifiutoError(404, 'Non c’è nulla a questo indirizzo. Gli indirizzi dell’API sono descritti in /api.');
}

/** Before anything is read: what is asked too often must cost nothing. */
function assertRitmo(
  freno: Freno,
  { rotta, event, adesso }: { readonly rotta: Rotta; readonly event: Evento; readonly adesso: Date },
): void {
  const ritmo = ritmoOf(rotta);
  if (!ritmo) return;
  const attesaS = freno.take(`${rotta.funzione} ${readAutore(event) ?? readProvenienza(event)}`, ritmo, adesso);
  if (attesaS === 0) return;
  const quanto = attesaS === 1 ? 'un secondo' : `${attesaS} secondi`;
  throw new RifiutoError(429, `Troppe richieste in poco tempo. Riprova fra ${quanto}: nulla è andato perso.`, {
    intestazioni: { 'retry-after': String(attesaS) },
  });
}

/** Whoever stands behind the site's distribution: it writes who asks before itself. */
function readProvenienza({ headers, requestContext }: Evento): string {
  const passaggi = (headers['x-forwarded-for'] ?? '').split(',').map((uno) => uno.trim());
  return passaggi.at(-2) || requestContext.http.sourceIp;
}

function readClaims(event: Evento): Readonly<Record<string, unknown>> | undefined {
  return 'authorizer' in event.requestContext ? event.requestContext.authorizer?.jwt?.claims : undefined;
}

function authorize(accesso: readonly Ruolo[], event: Evento, ambito: string | undefined): Ruolo {
  const claims = readClaims(event);
  if (!claims) {
    throw new RifiutoError(401, 'Per questa richiesta serve l’accesso dell’Ufficio di Piano.', {
      intestazioni: { 'www-authenticate': 'Bearer' },
    });
  }
  const ruolo = findRuolo(accesso, readGruppi(claims['cognito:groups']), ambito);
  if (ruolo) return ruolo;
  const dove = ambito === undefined || accesso.includes('amministratore') ? '' : ` nell’ambito «${ambito}»`;
  throw new RifiutoError(403, `Serve uno di questi ruoli${dove}: ${accesso.join(', ')}.`);
}

function readAutore(event: Evento): string | undefined {
  const sub = readClaims(event)?.sub;
  return typeof sub === 'string' ? sub : undefined;
}

function durataOf(rotta: Rotta, query: Readonly<Record<string, unknown>>): Durata {
  if (rotta.accesso !== 'pubblico' || rotta.metodo !== 'GET') return 'riservata';
  return query.edizione === undefined ? 'corrente' : 'immutabile';
}
