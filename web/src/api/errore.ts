/** Why a reading did not come to an end, told to who reads the page: what happened and what can be done. */

export type GenereErrore = 'rete' | 'tempo' | 'assente' | 'richiesta' | 'attesa' | 'servizio' | 'risposta';

const TITOLI: Record<GenereErrore, string> = {
  rete: 'Non riusciamo a raggiungere il servizio',
  tempo: 'Il servizio sta impiegando troppo tempo',
  assente: 'Questa pagina non c’è',
  richiesta: 'L’indirizzo chiede qualcosa che non c’è',
  attesa: 'Troppe richieste in poco tempo',
  servizio: 'Il servizio ha avuto un guasto',
  risposta: 'Il servizio ha risposto in un modo che questa pagina non sa leggere',
};

const RIMEDI: Record<GenereErrore, string> = {
  rete: 'Controlla la connessione e riprova. Nessun dato è andato perso.',
  tempo: 'Riprova tra qualche secondo.',
  assente: 'L’indirizzo può essere scritto male, oppure il dato non è mai stato pubblicato.',
  richiesta: 'Torna alla pagina dell’ambito e scegli di nuovo.',
  attesa: 'Aspetta un poco e riprova.',
  servizio: 'Riprova tra qualche minuto. Se succede ancora, scrivi all’Ufficio di Piano.',
  risposta: 'Ricarica la pagina: potrebbe essere uscita una versione nuova.',
};

interface Particolari {
  readonly dettaglio?: string;
  readonly stato?: number;
  /** Id of the request as the server names it, to be quoted to who looks after the service. */
  readonly richiesta?: string;
  readonly cause?: unknown;
}

export class LetturaError extends Error {
  readonly genere: GenereErrore;
  readonly dettaglio: string | undefined;
  readonly stato: number | undefined;
  readonly richiesta: string | undefined;

  constructor(genere: GenereErrore, { dettaglio, stato, richiesta, cause }: Particolari = {}) {
    super(TITOLI[genere], { cause });
    this.name = 'LetturaError';
    this.genere = genere;
    this.dettaglio = dettaglio;
    this.stato = stato;
    this.richiesta = richiesta;
  }

  get rimedio(): string {
    return RIMEDI[this.genere];
  }

  /** Trying again may help: the same request can have another answer. */
  get riprovabile(): boolean {
    return this.genere !== 'assente' && this.genere !== 'richiesta';
  }
}
