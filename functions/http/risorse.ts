/** What the names in a path stand for. Each is looked up in the order of the path; the first that is not there is a 404. */
import type { Ambito } from '../core/ambito.ts';
import type { Rotta } from '../core/http/rotte.ts';
import { INDICATORI } from '../core/indicatori/index.ts';
import type { Indicatore } from '../core/indicatori/indicatore.ts';
import { TIPI_ID, type Tipo } from '../core/tabelle/tipo.ts';
import { readAmbito } from '../store/ambiti.ts';
import { type Arrivo, readArrivo } from '../store/arrivi.ts';
import { readCaricamento } from '../store/caricamenti.ts';
import type { Deposito } from '../store/deposito.ts';
import { RifiutoError } from './rifiuto.ts';

export interface Risorse {
  readonly ambito: Ambito;
  readonly tipo: Tipo;
  readonly indicatore: Indicatore;
  readonly caricamento: NonNullable<Awaited<ReturnType<typeof readCaricamento>>>;
  readonly arrivo: Arrivo;
  readonly versione: number;
  readonly parte: string;
}

/**
 * @param parametri the texts in the path, by name
 * @throws RifiutoError 404, with what is not there and where to look for what is
 */
export async function findRisorse(
  rotta: Rotta,
  parametri: Readonly<Record<string, string>>,
  deposito: Deposito,
): Promise<Readonly<Record<string, unknown>>> {
  if (rotta.metodo === 'PUT') return parametri;
  const trovate: Record<string, unknown> = {};
  for (const [nome, testo] of Object.entries(parametri)) {
    trovate[nome] = await findRisorsa(nome, testo, { deposito, ambito: parametri.ambito ?? '' });
  }
  return trovate;
}

/** Ids are short, lower-case and plain: what is not is nobody's, and is not worth asking the store. */
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/i;

async function findRisorsa(
  nome: string,
  testo: string,
  { deposito, ambito }: { deposito: Deposito; ambito: string },
): Promise<Risorse[keyof Risorse]> {
  const scritto = `«${testo.slice(0, 80)}»`;
  const id = ID.test(testo) ? testo : null;
  switch (nome) {
    case 'ambito': {
      const trovato = id && (await readAmbito(deposito, id));
      return trovato || notFound(`Non c’è un ambito ${scritto}. L’elenco è in /api/v1/ambiti.`);
    }
    case 'tipo': {
      const tipo = TIPI_ID.find((noto) => noto === testo);
      return tipo
        ? (await import('./tipi.ts')).TIPI[tipo]
        : notFound(`Non c’è un tipo di tabella ${scritto}. L’elenco è in /api/v1/tipi.`);
    }
    case 'indicatore':
      return (
        INDICATORI.find((noto) => noto.id === testo) ??
        notFound(`Non c’è un indicatore ${scritto}. Il catalogo è in /api/v1/indicatori.`)
      );
    case 'caricamento': {
      const trovato = id && (await readCaricamento(deposito, ambito, id));
      return (
        trovato ||
        notFound(
          `In questo ambito non c’è un caricamento ${scritto}. L’elenco è in /api/v1/ambiti/${ambito}/caricamenti.`,
        )
      );
    }
    case 'arrivo': {
      const trovato = id && (await readArrivo(deposito, ambito, id));
      return (
        trovato ||
        notFound(`In questo ambito non c’è un caricamento firmato ${scritto}, o è passata più di una settimana.`)
      );
    }
    case 'versione':
      return /^[1-9]\d{0,8}$/.test(testo)
        ? Number(testo)
        : notFound(`${scritto} non è il numero di una versione: le versioni sono 1, 2, 3…`);
    default:
      return testo;
  }
}

function notFound(dettaglio: string): never {
  throw new RifiutoError(404, dettaglio);
}
