/** What a source says of its own figures, kept apart from them: lines of totals, and columns of totals beside the facts of a line. */
import { AMBITO_INTERO } from '../../ambito.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import { listCelleDi, sumAddendi } from './addendi.ts';
import type { Cella, Misura } from './cella-di-piano.ts';
import { createLettoreCella, type LettoreCella } from './celle.ts';
import { parsePeriodoScritto } from './date.ts';
import { toPosizione } from './fatto.ts';
import type { Impliciti, Linea } from './layout.ts';
import type { Piano } from './piano.ts';
import type { Raccolta } from './raccolta.ts';
import { Rifiuto } from './rifiuto.ts';
import type { VerificaRiga } from './verifica-riga.ts';

export type SpecieTotale = 'totale' | 'percentuali';

/** Before the years that are added up, or alone. */
const TOTALE = /^\s*total[ei]\b/i;

interface Opzioni {
  readonly piano: Piano;
  readonly parte: string;
  readonly raccolta: Raccolta;
  readonly verifica: VerificaRiga;
}

interface Cifra {
  readonly misura: Misura;
  readonly ruolo: Dichiarato['ruolo'];
  readonly valore: number;
}

export class LettoreDichiarati {
  readonly #opzioni: Opzioni;
  readonly #readPercentuale: LettoreCella = createLettoreCella({ formato: 'percentuale' });

  constructor(opzioni: Opzioni) {
    this.#opzioni = opzioni;
  }

  /**
   * A line that adds up the others, or tells each as a share of them.
   * @param comune whose years it adds up, where it stands below them
   */
  readTotale(linea: Linea, specie: SpecieTotale, comune?: string): void {
    const { piano, raccolta, verifica } = this.#opzioni;
    if (!verifica.checkLarghezza(linea)) {
      raccolta.incompleta = true;
      return;
    }
    const base: Record<string, Valore> = { comune: comune ?? piano.comuneFisso ?? AMBITO_INTERO };
    const etichetta = linea.celle.findIndex((cella) => cella.trim() !== '');
    for (const chiave of piano.chiavi) {
      if (chiave.indice === etichetta) continue;
      const valore = this.#readPeriodo(chiave, linea);
      if (valore !== null) base[chiave.id] = valore;
    }
    for (const misura of [...piano.gruppi.flatMap((gruppo) => gruppo.misure), ...piano.dichiarate]) {
      const read = specie === 'percentuali' ? this.#readPercentuale : misura.read;
      const letti = [misura, ...misura.altri].map((cella) => this.#readCella({ ...cella, read }, linea));
      const valore = letti.length > 1 ? sumAddendi(letti) : letti[0];
      if (typeof valore !== 'number') continue;
      const valori = { ...piano.noti, ...base, ...misura.impliciti };
      for (const ruolo of listRuoli(misura, specie)) this.#add(linea, { misura, ruolo, valore }, valori);
    }
  }

  /**
   * What a line of facts says of them.
   * @param valori the keys of the line
   * @param letti what the cells of the declared columns hold, in the order of the plan
   */
  addDellaRiga(linea: Linea, valori: Impliciti, letti: readonly Valore[]): void {
    for (const [indice, misura] of this.#opzioni.piano.dichiarate.entries()) {
      const { ruolo } = misura;
      const valore = letti[indice] ?? null;
      if (typeof valore !== 'number' || ruolo === null) continue;
      this.#add(linea, { misura, ruolo, valore }, { ...valori, ...misura.impliciti });
    }
  }

  /** A total over several years names their span where the lines above name one year, or says no more than that it is one. */
  #readPeriodo(chiave: Cella, linea: Linea): Valore {
    const scritto = linea.celle[chiave.indice] ?? '';
    if (chiave.formato !== 'anno') return this.#readCella(chiave, linea);
    const periodo = parsePeriodoScritto(scritto.replace(TOTALE, ''));
    if (typeof periodo === 'string') return /^\d{4}$/.test(periodo) ? Number(periodo) : periodo;
    return TOTALE.test(scritto) ? null : this.#readCella(chiave, linea);
  }

  #readCella(cella: Cella, linea: Linea): Valore {
    const letto = cella.read(linea.celle[cella.indice] ?? '');
    if (!(letto instanceof Rifiuto)) return letto;
    this.#opzioni.verifica.refuseCella(letto, linea, cella);
    return null;
  }

  #add(linea: Linea, { misura, ruolo, valore }: Cifra, valori: Impliciti): void {
    const { piano, parte, raccolta } = this.#opzioni;
    const { codice_istat: _codice, ...chiave } = valori;
    raccolta.addDichiarato({
      parte,
      ruolo,
      misura: misura.id,
      valori: chiave,
      valore,
      posizione: toPosizione(linea, piano.intestazioni, listCelleDi(misura)),
    });
  }
}

function listRuoli(misura: Misura, specie: SpecieTotale): Dichiarato['ruolo'][] {
  if (specie === 'percentuali') return ['quota-percentuale'];
  if (misura.ruolo === null) return [misura.rapporto ? 'valore' : 'somma-colonna'];
  return misura.ruolo === 'somma-riga' ? ['somma-riga', 'somma-colonna'] : [misura.ruolo];
}
