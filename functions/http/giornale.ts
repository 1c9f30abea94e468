/** The log: one JSON object a line. Never what a person wrote or who they are: no query, no body, no token. */

export interface Guasto {
  readonly id: string;
  readonly rotta: string;
  readonly errore: unknown;
}
export type Giornale = (guasto: Guasto) => void;

/** What was done, where nobody waits for an answer that would say it. */
export interface Nota {
  /** Of the request. */
  readonly id: string;
  readonly evento: string;
  readonly dati: Readonly<Record<string, string | number | null>>;
}

export const writeNota = ({ id, evento, dati }: Nota): void => {
  console.info(toRiga({ livello: 'nota', id, evento, ...dati }));
};

export const writeGuasto: Giornale = ({ id, rotta, errore }) => {
  console.error(toRiga({ livello: 'errore', id, rotta, causa: describe(errore) }));
};

/** Where Lambda itself makes JSON of what it is given, a text would become a text inside it: nobody could look for its fields. */
function toRiga(riga: object): object | string {
  return process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON' ? riga : JSON.stringify(riga);
}

function describe(errore: unknown): unknown {
  if (!(errore instanceof Error)) return { nome: typeof errore };
  const { name, message, stack, cause } = errore;
  return { nome: name, messaggio: message, pila: stack, ...(cause === undefined ? {} : { causa: describe(cause) }) };
}
