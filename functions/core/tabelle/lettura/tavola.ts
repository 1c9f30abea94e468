/** The reader at the service of a function layout: it reads the cells that the layout names, keeps their places, collects the problems. */
import type { Valore } from '../tabella.ts';
import type { Formato, Tipo } from '../tipo.ts';
import { describeAttesoConEsempio } from './cella-di-piano.ts';
import { createLettoreCella, type LettoreCella } from './celle.ts';
import { createForma, toPosizione } from './fatto.ts';
import { detectGuasto } from './guasto.ts';
import type { Interprete } from './interprete.ts';
import type { Contesto, DichiaratoLibero, Impliciti, Linea, Pezzo, Tavola } from './layout.ts';
import { detectPersonale } from './personali.ts';
import type { ElencoProblemi } from './problemi.ts';
import type { Raccolta } from './raccolta.ts';
import { Rifiuto } from './rifiuto.ts';
import { type Scarto, Scritto } from './scarto.ts';

export interface OpzioniTavola {
  readonly tipo: Tipo;
  readonly contesto: Contesto;
  /** Columns that the upload gives. */
  readonly daContesto: Impliciti;
  readonly raccolta: Raccolta;
  readonly problemi: ElencoProblemi;
  readonly interprete: Interprete;
}

export function createTavola(linee: readonly Linea[], opzioni: OpzioniTavola): Tavola {
  const { tipo, contesto, daContesto, raccolta, problemi, interprete } = opzioni;
  const lettori = new Map<string, LettoreCella>();
  const intestazioni: string[] = [];
  const mancanti = new Set<string>();

  function getLettore(misura: string, formato: Formato): LettoreCella {
    const chiave = `${misura} ${formato}`;
    const pronto = lettori.get(chiave);
    if (pronto) return pronto;
    const colonna = tipo.colonne.find((candidata) => candidata.id === misura);
    const nuovo = createLettoreCella({
      formato,
      conSegno: formato === 'intero' || (colonna?.conSegno ?? false),
      ...(colonna?.valori && { valori: colonna.valori }),
      ...(colonna?.scritture && { scritture: colonna.scritture }),
    });
    lettori.set(chiave, nuovo);
    return nuovo;
  }

  function readMisura(
    linea: Linea,
    cella: number,
    { misura, formato, testo }: { misura: string; formato?: Formato; testo?: string },
  ): Valore | Rifiuto {
    const colonna = tipo.colonne.find((candidata) => candidata.id === misura);
    const come = formato ?? colonna?.formato ?? 'testo';
    const scritto = testo ?? linea.celle[cella] ?? '';
    const letto = getLettore(misura, come)(scritto);
    if (!(letto instanceof Rifiuto)) return letto;
    problemi.add({
      riga: linea.riga,
      colonna: cella + 1,
      intestazione: nameCella(linea, cella),
      valore: scritto,
      regola: letto.regola,
      messaggio: `«${scritto.trim()}»: ${letto.motivo} Qui serve ${describeAttesoConEsempio(colonna, come)}.`,
    });
    return letto;
  }

  /** A key that is not stated is nobody's: the amount would be of no fonte. */
  function isNecessaria(id: string): boolean {
    return tipo.chiave.includes(id) && tipo.colonne.some((colonna) => colonna.id === id && colonna.obbligatoria);
  }

  /** A title or a label, taken for all its rows, may be what a spreadsheet saved in place of a text. */
  function refuseGuasti({ riga }: Linea, valori: Impliciti): boolean {
    for (const valore of Object.values(valori)) {
      const guasto = typeof valore === 'string' ? detectGuasto(valore) : null;
      if (!guasto) continue;
      const messaggio = `«${valore}»: ${guasto.motivo}`;
      problemi.add({ riga, colonna: null, valore: String(valore), regola: guasto.regola, messaggio });
      return true;
    }
    return false;
  }

  function refuseVuota(linea: Linea, cella: number, id: string): void {
    const colonna = tipo.colonne.find((candidata) => candidata.id === id);
    problemi.add({
      riga: linea.riga,
      colonna: cella + 1,
      intestazione: nameCella(linea, cella),
      valore: linea.celle[cella] ?? '',
      regola: 'valore-mancante',
      messaggio: `La cella non dice nulla. Qui serve ${describeAttesoConEsempio(colonna, colonna?.formato ?? 'testo')}.`,
    });
  }

  /** Where a table has no header, the label of the line names the cell. */
  function nameCella(linea: Linea, cella: number): string {
    return intestazioni[cella] ?? linea.celle.find((testo) => testo.trim() !== '')?.trim() ?? '';
  }

  /** Header texts by cell, as a row keeps them. */
  function nameCelle(linea: Linea, celle: readonly number[]): string[] {
    return linea.celle.map((_, cella) => (celle.includes(cella) ? nameCella(linea, cella) : ''));
  }

  function checkPersonali(linea: Linea): void {
    for (const [indice, cella] of linea.celle.entries()) {
      const trovato = detectPersonale(cella);
      if (!trovato) continue;
      problemi.add({
        riga: linea.riga,
        colonna: indice + 1,
        valore: null,
        regola: 'dati-personali',
        messaggio: `La cella contiene ${trovato}: i dati personali non si accettano.`,
      });
    }
  }

  /** @param lette the columns that the line itself gives */
  function completeValori(valori: Impliciti, lette: Readonly<Record<string, unknown>>): Impliciti | null {
    const completi: Record<string, Valore> = { ...daContesto, ...valori };
    const assenti = tipo.colonne.filter(
      ({ id, obbligatoria }) =>
        obbligatoria && tipo.chiave.includes(id) && (completi[id] ?? null) === null && !(id in lette),
    );
    for (const colonna of assenti) {
      if (mancanti.has(colonna.id)) continue;
      mancanti.add(colonna.id);
      problemi.addFile('contesto-mancante', describeContestoMancante(colonna.titolo, colonna.esempio));
    }
    return assenti.length === 0 ? completi : null;
  }

  function scarta(linea: Linea, letti: Impliciti, celle: Readonly<Record<string, number | Pezzo>>): Scarto {
    const valori: Record<string, Valore | Scritto> = { ...letti };
    const posti: Record<string, number> = {};
    for (const [misura, posto] of Object.entries(celle)) {
      const { cella, testo } = typeof posto === 'number' ? { cella: posto, testo: linea.celle[posto] ?? '' } : posto;
      posti[misura] = cella;
      const manca = (letti[misura] ?? null) === null;
      if (!(misura in letti) || (manca && isNecessaria(misura))) {
        valori[misura] = new Scritto(detectPersonale(testo) ? '' : testo);
      }
    }
    return { ...linea, valori, posti };
  }

  for (const linea of linee) checkPersonali(linea);

  return {
    linee,
    contesto,
    addRiga(linea, valori, celle) {
      const completi = completeValori(valori, celle);
      const letti: Record<string, Valore> = {};
      let valida = completi !== null && !refuseGuasti(linea, valori);
      let conChiave = valida;
      const posti: Record<string, number> = {};
      for (const [misura, posto] of Object.entries(celle)) {
        const { cella, testo } = typeof posto === 'number' ? { cella: posto, testo: linea.celle[posto] ?? '' } : posto;
        const letto = readMisura(linea, cella, { misura, testo });
        posti[misura] = cella;
        if (letto === null && isNecessaria(misura)) {
          refuseVuota(linea, cella, misura);
          valida = false;
          conChiave = false;
        } else if (letto instanceof Rifiuto) {
          valida = false;
          conChiave &&= !tipo.chiave.includes(misura);
        } else letti[misura] = letto;
      }
      if (!valida) raccolta.onScarto?.(scarta(linea, { ...daContesto, ...valori, ...letti }, celle));
      if (!conChiave) return;
      const fatto: Impliciti = { ...completi, ...letti };
      const forma = createForma(tipo, new Set(Object.keys(fatto)), {
        posti,
        intestazioni: nameCelle(linea, Object.values(posti)),
      });
      const dati = forma.colonne.map((id) => fatto[id] ?? null);
      const riga = { riga: linea.riga, forma, dati, celle: writePezzi(linea, celle) };
      if (valida) raccolta.add(riga);
      else raccolta.addMalformato(riga);
    },
    addDichiarato(dichiarato) {
      const valore = readDichiarato(dichiarato);
      if (typeof valore !== 'number') return;
      const { linea, cella, ruolo, misura, valori, confronto } = dichiarato;
      raccolta.addDichiarato({
        parte: contesto.parte,
        ruolo,
        misura,
        valori: { ...daContesto, ...valori },
        valore,
        ...(confronto && { confronto: { ...daContesto, ...confronto } }),
        posizione: toPosizione(linea, nameCelle(linea, [cella]), [cella]),
      });
    },
    exclude(linea, motivo) {
      interprete.exclude(linea.riga, linea.celle, motivo);
    },
    refuse(linea, atteso) {
      raccolta.onScarto?.({ ...linea, valori: {}, posti: {} });
      const cella = Math.max(
        linea.celle.findIndex((testo) => testo.trim() !== ''),
        0,
      );
      problemi.add({
        riga: linea.riga,
        colonna: cella + 1,
        valore: linea.celle[cella] ?? null,
        regola: 'voce-non-riconosciuta',
        messaggio: `«${(linea.celle[cella] ?? '').trim()}»: la riga non è tra quelle di questa tabella. Qui può esserci ${atteso}.`,
      });
    },
    miss(regola, messaggio) {
      problemi.addFile(regola, messaggio);
    },
    warn(avviso) {
      interprete.warn(avviso);
    },
    explain(linea, cella, significato) {
      const intestazione = (linea.celle[cella] ?? '').trim();
      intestazioni[cella] = intestazione;
      interprete.addColonna({ colonna: cella + 1, intestazione, significato, formato: null });
      if (!interprete.intestazione.includes(linea.riga)) interprete.intestazione.push(linea.riga);
    },
  };

  function readDichiarato({ linea, cella, misura, formato }: DichiaratoLibero): Valore | Rifiuto {
    return readMisura(linea, cella, formato ? { misura, formato } : { misura });
  }
}

/** The cells of a line, each as the row takes it: what a row keeps as written is its own piece, not its neighbours'. */
function writePezzi(linea: Linea, posti: Readonly<Record<string, number | Pezzo>>): readonly string[] {
  const celle = [...linea.celle];
  for (const posto of Object.values(posti)) if (typeof posto !== 'number') celle[posto.cella] = posto.testo;
  return celle;
}

export function describeContestoMancante(titolo: string, esempio: string): string {
  return `Il dato «${titolo}» non è nel file: va indicato al caricamento (per esempio ${esempio}) o aggiunto come colonna.`;
}
