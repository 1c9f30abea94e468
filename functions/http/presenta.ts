/** From the shapes of the core and of the store to those of the API: money as decimal strings. */
import type { Ambito } from '../core/ambito.ts';
import { toDecimale } from '../core/denaro.ts';
import type { AmbitoDto } from '../core/http/schemi.ts';
import { INDICATORI } from '../core/indicatori/index.ts';
import { UNITA_IN_DENARO } from '../core/indicatori/indicatore.ts';
import type { Valore } from '../core/tabelle/tabella.ts';
import { TIPI_ID, type Tipo } from '../core/tabelle/tipo.ts';
import type { Edizione } from '../store/deposito.ts';

const IN_DENARO: ReadonlySet<string> = new Set(
  INDICATORI.filter(({ unita }) => UNITA_IN_DENARO.has(unita)).map(({ id }) => id),
);

/** A figure of an indicator: cents become a decimal string, anything else stays a number. */
export function toValoreIndicatore(indicatore: string, valore: number | null): string | number | null {
  return valore !== null && IN_DENARO.has(indicatore) ? toDecimale(valore) : valore;
}

/** A cell of a table, by the column it stands in. */
export function toValoreCella(tipo: Tipo, colonna: string, valore: Valore): string | number | null {
  const inDenaro = tipo.colonne.some(({ id, formato }) => id === colonna && formato === 'importo');
  return inDenaro && typeof valore === 'number' ? toDecimale(valore) : valore;
}

/** Which versione of every tipo an edizione has; of those that it has not, nothing. */
export function toVersioniDto(edizione: Edizione | null): Record<string, number> {
  const versioni: Record<string, number> = {};
  for (const tipo of TIPI_ID) {
    const versione = edizione?.versioni[tipo]?.versione;
    if (versione !== undefined) versioni[tipo] = versione;
  }
  return versioni;
}

export function toAmbitoDto(ambito: Ambito, edizione: Edizione | null): AmbitoDto {
  return {
    id: ambito.id,
    nome: ambito.nome,
    capofila: ambito.capofila,
    formaGiuridica: ambito.formaGiuridica,
    comuni: ambito.comuni.map(({ codiceIstat, nome, dal, al }) => ({
      codiceIstat,
      nome,
      ...(dal === undefined ? {} : { dal }),
      ...(al === undefined ? {} : { al }),
    })),
    cicli: [...ambito.cicli],
    edizione: edizione?.numero ?? 0,
    pubblicataIl: edizione?.pubblicataIl ?? null,
    versioni: toVersioniDto(edizione),
  };
}
