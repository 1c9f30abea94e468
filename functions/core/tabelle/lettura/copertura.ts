/** Which comuni of the ambito a table lacks, wholly or in some of its parts. */
import { type Ambito, isMembro } from '../../ambito.ts';
import { readAnno } from '../../periodo.ts';
import type { Tipo } from '../tipo.ts';
import { type Chiavi, type Combinazione, describeCombinazione, listAltreChiavi } from './chiavi.ts';
import { nameComune } from './comuni.ts';
import type { ElencoProblemi } from './problemi.ts';

interface DaCoprire {
  readonly tipo: Tipo;
  readonly ambito: Ambito;
  /** ISTAT code or `ambito` that the upload states, null for every comune. */
  readonly portata: string | null;
  readonly chiavi: Chiavi;
  /** Comuni of which a line was there, and could not be read. */
  readonly inErrore: ReadonlySet<string>;
}

interface Mancanza {
  readonly combinazione: Combinazione;
  /** ISTAT codes of the comuni that have nothing there. */
  readonly mancanti: readonly string[];
}

const MASSIMO_ESEMPI = 3;

/** Tells of each comune once, with what it lacks. */
export function checkCopertura(daCoprire: DaCoprire, problemi: ElencoProblemi): void {
  const { tipo, ambito, portata, inErrore } = daCoprire;
  const attesi = ambito.comuni
    .map((comune) => comune.codiceIstat)
    .filter((codice) => portata === null || codice === portata);
  const perCodice = new Map(ambito.comuni.map((comune) => [comune.codiceIstat, comune]));
  const perComune = new Map<string, Combinazione[]>();
  let combinazioni = 0;
  for (const { combinazione, mancanti } of listMancanti(daCoprire, attesi)) {
    combinazioni += 1;
    for (const comune of mancanti) {
      const membro = perCodice.get(comune);
      if (inErrore.has(comune) || !membro || !isMembro(membro, readAnnoDi(tipo, combinazione))) continue;
      perComune.set(comune, [...(perComune.get(comune) ?? []), combinazione]);
    }
  }
  // Where no line at all could be read, the comuni that no line names still lack.
  const soloErrori = combinazioni === 0 && inErrore.size > 0;
  for (const comune of soloErrori ? attesi : []) if (!inErrore.has(comune)) perComune.set(comune, []);
  for (const [comune, mancanti] of perComune) {
    const nome = nameComune(ambito, comune);
    problemi.add({
      riga: null,
      colonna: null,
      comune,
      valore: nome,
      regola: 'comune-mancante',
      messaggio:
        mancanti.length === combinazioni
          ? `Manca ${nome}: la tabella deve avere ogni comune dell’ambito. Se il dato non c’è, la riga resta e la cella è vuota.`
          : `Per ${nome} manca ${describeMancanti(tipo, mancanti)}: la tabella deve avere ogni comune dell’ambito in ogni sua parte.`,
    });
  }
}

/** Of what a type lists, a comune lacks only what it has nothing of: told without the column that lists. */
function* listMancanti({ tipo, chiavi }: DaCoprire, attesi: readonly string[]): Generator<Mancanza> {
  const elenca = listAltreChiavi(tipo).indexOf(tipo.elenca ?? '');
  if (elenca < 0) {
    yield* chiavi.listMancanti(attesi);
    return;
  }
  const insieme = new Map<string, Mancanza>();
  for (const { combinazione, mancanti } of chiavi.listMancanti(attesi)) {
    const senza = combinazione.map((valore, indice) => (indice === elenca ? null : valore));
    const prima = insieme.get(senza.join('\t'))?.mancanti ?? attesi;
    insieme.set(senza.join('\t'), {
      combinazione: senza,
      mancanti: prima.filter((comune) => mancanti.includes(comune)),
    });
  }
  yield* insieme.values();
}

function readAnnoDi(tipo: Tipo, combinazione: Combinazione): number | null {
  return readAnno(Object.fromEntries(listAltreChiavi(tipo).map((id, indice) => [id, combinazione[indice] ?? null])));
}

function describeMancanti(tipo: Tipo, combinazioni: readonly Combinazione[]): string {
  const esempi = combinazioni.slice(0, MASSIMO_ESEMPI).map((combinazione) => describeCombinazione(tipo, combinazione));
  const altre = combinazioni.length - esempi.length;
  return esempi.join('; ') + (altre > 0 ? ` e altre ${altre} voci` : '');
}
