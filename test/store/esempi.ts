import type { Arrivo } from '../../functions/store/arrivi.ts';
import { type Caricamento, changeCaricamento } from '../../functions/store/caricamenti.ts';
import type { Deposito, Edizione, VersioneRegistrata } from '../../functions/store/deposito.ts';

/** An edizione as the log keeps it; its contents need not be there for the log. */
export function createEdizione(numero: number, altro: Partial<Edizione> = {}): Edizione {
  return {
    ambito: 'fasano',
    numero,
    pubblicataIl: '2026-06-22T08:00:00.000Z',
    azione: 'pubblicazione',
    ruolo: 'responsabile',
    cosa: `Edizione di prova ${numero}`,
    caricamenti: [],
    versioni: {},
    risultati: 'r'.repeat(64),
    ...altro,
  };
}

export function createVersione(versione: number, edizione: number): VersioneRegistrata {
  return {
    versione,
    edizione,
    pubblicataIl: '2026-06-22T08:00:00.000Z',
    ruolo: 'responsabile',
    parteNuova: 'intera',
    parti: [],
    cambiamenti: { aggiunte: 0, modificate: 0, tolte: 0 },
  };
}

/** Whatever was there before. */
export async function putCaricamento(deposito: Deposito, caricamento: Caricamento): Promise<void> {
  await changeCaricamento(deposito, caricamento, () => caricamento);
}

export function createCaricamento(id: string, altro: Partial<Caricamento> = {}): Caricamento {
  return {
    ambito: 'fasano',
    id,
    stato: 'letto',
    tipo: 'famiglie',
    parte: 'intera',
    contesto: { parte: 'intera' },
    fonte: { documento: 'Documento di prova' },
    creatoIl: '2026-06-22T08:00:00.000Z',
    ruolo: 'operatore',
    sha256: 'a'.repeat(64),
    base: 0,
    interpretazione: {
      codifica: 'UTF-8',
      separatore: ';',
      layout: null,
      intestazione: [1],
      colonne: [],
      righeEscluse: [],
    },
    righe: 3,
    problemi: [],
    problemiTotali: 0,
    contenuto: 'c'.repeat(64),
    segnalazioni: [],
    differenze: { aggiunte: 3, modificate: 0, tolte: 0, esempi: [] },
    indicatori: [],
    pubblicabile: true,
    ...altro,
  };
}

export function createArrivo(altro: Partial<Arrivo> = {}): Arrivo {
  return {
    ambito: 'fasano',
    id: '0'.repeat(32),
    stato: 'atteso',
    caricamento: 'x',
    tipo: 'famiglie',
    contesto: { parte: 'intera' },
    fonte: { documento: 'Documento di prova' },
    byte: 12,
    sha256: 'a'.repeat(64),
    ruolo: 'operatore',
    firmatoIl: '2026-06-22T08:00:00.000Z',
    scadeIl: '2026-06-22T09:00:00.000Z',
    ...altro,
  };
}
