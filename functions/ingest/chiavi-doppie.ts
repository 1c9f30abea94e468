import type { Ambito } from '../core/ambito.ts';
import { formatNumero } from '../core/formato.ts';
import { TIPI } from '../core/tabelle/index.ts';
import { MINIMO_ALLINEATI } from '../core/tabelle/lettura/cause/causa.ts';
import type { Problema } from '../core/tabelle/lettura/problema.ts';
import type { Riga, Tabella } from '../core/tabelle/tabella.ts';
import { describeChiave, keyOf } from './componi.ts';

/** One fact, stated by a row of the file being brought in and by one of another parte. */
interface Doppia {
  readonly fatto: string;
  readonly questa: Riga;
  readonly altra: Riga;
}

/**
 * One key in two parti is an error: nobody could say which of the two values holds.
 * @param nuova name of the parte being brought in: the problem is told on its rows
 * @returns one problem for each row; one for the whole file, where all that it says is already in one other parte
 */
export function findChiaviInDueParti(tabella: Tabella, nuova: string, ambito: Ambito): Problema[] {
  const tipo = TIPI[tabella.tipo];
  const prime = new Map<string, Riga>();
  const doppie: Doppia[] = [];
  for (const riga of tabella.righe) {
    const chiave = keyOf(tipo, riga);
    const prima = prime.get(chiave);
    if (prima === undefined) prime.set(chiave, riga);
    else if (prima.parte !== riga.parte) {
      const [questa, altra] = riga.parte === nuova ? [riga, prima] : [prima, riga];
      doppie.push({ fatto: describeChiave(tipo, questa, ambito), questa, altra });
    }
  }
  const quante = tabella.righe.filter(({ parte }) => parte === nuova).length;
  return isFileIntero(doppie, quante) ? [tellFile(doppie)] : doppie.map(tellRiga);
}

/** So many rows, all of one other parte: it is the file that came under another name, not each of its rows that is wrong. */
function isFileIntero(doppie: readonly Doppia[], quante: number): doppie is readonly [Doppia, ...Doppia[]] {
  return (
    doppie.length >= MINIMO_ALLINEATI &&
    doppie.length === quante &&
    doppie.every(({ altra }) => altra.parte === doppie[0]?.altra.parte)
  );
}

function tellFile(doppie: readonly [Doppia, ...Doppia[]]): Problema {
  const [{ fatto, questa, altra }] = doppie;
  return {
    riga: null,
    colonna: null,
    valore: altra.parte,
    regola: 'chiave-in-due-parti',
    messaggio:
      `Tutti i ${formatNumero(doppie.length)} dati di questo file sono già nella parte «${altra.parte}»: il primo è ${fatto}, ` +
      `qui alla riga ${questa.riga}, là alla riga ${altra.riga}. ` +
      `Se il file ne prende il posto, caricalo come parte «${altra.parte}»; se dice le stesse cose, non c’è nulla da caricare.`,
  };
}

function tellRiga({ fatto, questa, altra }: Doppia): Problema {
  return {
    riga: questa.riga,
    colonna: null,
    valore: fatto,
    regola: 'chiave-in-due-parti',
    messaggio:
      `${fatto}: questo dato è già nella parte «${altra.parte}», alla riga ${altra.riga}. ` +
      `Toglilo da uno dei due file, oppure carica il file come parte «${altra.parte}» per sostituirla.`,
  };
}
