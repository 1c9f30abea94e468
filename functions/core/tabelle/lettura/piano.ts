/** The plan of reading: which cell gives which canonical column, made once from the header and the upload, used on every line. */
import type { Scrittura } from '../correzioni.ts';
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Colonna, Formato, Tipo } from '../tipo.ts';
import { createLettoreCella, describeAtteso, isNumerico, type LettoreCella } from './celle.ts';
import { createForma, type Forma } from './fatto.ts';
import type { Intestazione } from './intestazione.ts';
import type { ColonnaLayout, Contesto, Impliciti, LayoutTabella } from './layout.ts';
import { DA_CORREGGERE } from './layout-canonico.ts';
import { type ColonnaTrovata, IGNORATA } from './riconoscimento.ts';

/** One cell of a line. */
export interface Cella {
  /** 0-based. */
  readonly indice: number;
  /** Canonical column. */
  readonly id: string;
  readonly titolo: string;
  readonly formato: Formato;
  /** What was expected there, for messages: `un numero intero, zero o più, per esempio 1.895`. */
  readonly atteso: string;
  readonly obbligatoria: boolean;
  readonly rapporto: boolean;
  readonly read: LettoreCella;
}

export interface Misura extends Cella {
  readonly impliciti: Impliciti;
  /** Null for facts. */
  readonly ruolo: Dichiarato['ruolo'] | null;
}

/** The measures of a line that make one canonical row. */
export interface Gruppo {
  readonly forma: Forma;
  /** The values of a row: what header, upload and layout say, null where the line says it. */
  readonly modello: readonly Valore[];
  readonly misure: readonly Misura[];
  /** Places in the row of the key cells and of the measures, in their order; of the code, -1 where it is not kept. */
  readonly posti: { readonly chiavi: readonly number[]; readonly misure: readonly number[]; readonly codice: number };
}

export interface Piano {
  /** Cells of a line: to the last named column of the header. */
  readonly larghezza: number;
  /** 0-based cells, -1 where the file has no such column. */
  readonly celle: { readonly comune: number; readonly codice: number };
  /** The comune of every line, where the file has no such column. */
  readonly comuneFisso: string | null;
  /** Lines of comuni outside the ambito are left out, not refused. */
  readonly escludeAltri: boolean;
  /** Key columns (and others that are not measures) read from the line, the comune apart. */
  readonly chiavi: readonly Cella[];
  readonly gruppi: readonly Gruppo[];
  readonly dichiarate: readonly Misura[];
  /** 0-based cells of columns that the layout does not know. */
  readonly sconosciute: readonly number[];
  /** 0-based cell of the messages of a copy to be corrected, -1 where the file is none. */
  readonly daCorreggere: number;
  readonly intestazioni: readonly string[];
  readonly noti: Impliciti;
}

/** @param contesto what the upload gives for each canonical column, as the type allows */
export function getDaContesto(tipo: Tipo, contesto: Contesto): Impliciti {
  const dati: Record<string, Valore | undefined> = {
    anno: contesto.anno,
    periodo: contesto.periodo ?? contesto.anno?.toString(),
    triennio: contesto.periodo,
    rilevazione: contesto.rilevazione,
    al: contesto.giorno,
    ciclo: contesto.ciclo,
    intervento: contesto.intervento,
  };
  const valori: Record<string, Valore> = {};
  for (const id of tipo.daContesto) {
    const dato = dati[id];
    if (dato !== undefined) valori[id] = dato;
  }
  return valori;
}

export interface OpzioniPiano {
  /** Canonical columns that the upload gives, those that the file has too included: the two must agree. */
  readonly daContesto: Impliciti;
  /** ISTAT code or `ambito` that the upload states, null where it does not. */
  readonly portata: string | null;
  /** How figures are written, by 1-based column, where a person says so. */
  readonly numeri: ReadonlyMap<number, Scrittura>;
  readonly onNota: (indice: number, nota: string) => void;
}

export function createPiano(
  tipo: Tipo,
  { colonne, layout }: Intestazione,
  { daContesto, portata, numeri, onNota }: OpzioniPiano,
): Piano {
  const note = (indice: number) => (nota: string) => onNota(indice, nota);
  const find = (id: string) => colonne.find(({ colonna }) => colonna?.colonna === id)?.indice ?? -1;
  const celle = { comune: find('comune'), codice: find('codice_istat') };
  const comuneFisso = celle.comune < 0 && celle.codice < 0 && hasComune(tipo) ? findComuneFisso(layout, portata) : null;
  const noti = { ...layout.costanti, ...daContesto, ...(comuneFisso !== null && { comune: comuneFisso }) };
  const lette = colonne.flatMap(({ indice, colonna, impliciti }) => {
    if (!colonna?.colonna || colonna.colonna === 'comune' || colonna.colonna === 'codice_istat') return [];
    return [
      {
        ...createCella({
          tipo,
          colonna,
          indice,
          dichiarato: getDichiarato(daContesto, colonna),
          scrittura: numeri.get(indice + 1),
          onNota: note(indice),
        }),
        impliciti,
        ruolo: colonna.ruolo ?? null,
      },
    ];
  });
  const isMisura = (cella: Misura) =>
    cella.ruolo !== null || (isNumerico(cella.formato) && !tipo.chiave.includes(cella.id));
  const chiavi = lette.filter((cella) => !isMisura(cella));
  const misure = lette.filter(isMisura);
  const intestazioni = colonne.map(({ intestazione }) => intestazione);
  return {
    larghezza: (colonne.findLast(({ intestazione, corretta }) => intestazione !== '' || corretta)?.indice ?? -1) + 1,
    celle,
    comuneFisso,
    escludeAltri: layout.altriComuni === 'esclusi',
    chiavi,
    gruppi: groupMisure(misure, { tipo, noti, chiavi, celle, intestazioni }),
    dichiarate: misure.filter((misura) => misura.ruolo !== null),
    sconosciute: colonne.filter(({ colonna }) => colonna === null || colonna === IGNORATA).map(({ indice }) => indice),
    daCorreggere: colonne.find(({ colonna }) => colonna === DA_CORREGGERE)?.indice ?? -1,
    intestazioni,
    noti,
  };
}

function hasComune(tipo: Tipo): boolean {
  return tipo.colonne.some((colonna) => colonna.id === 'comune');
}

function findComuneFisso({ costanti }: LayoutTabella, portata: string | null): string | null {
  const costante = costanti?.comune;
  return portata ?? (typeof costante === 'string' ? costante : null);
}

interface Contorno {
  readonly tipo: Tipo;
  /** What holds for the whole table. */
  readonly noti: Impliciti;
  readonly chiavi: readonly Cella[];
  readonly celle: Piano['celle'];
  readonly intestazioni: readonly string[];
}

function groupMisure(misure: readonly Misura[], contorno: Contorno): Gruppo[] {
  const gruppi = new Map<string, Misura[]>();
  for (const misura of misure) {
    if (misura.ruolo !== null) continue;
    const impliciti = JSON.stringify(misura.impliciti);
    gruppi.set(impliciti, [...(gruppi.get(impliciti) ?? []), misura]);
  }
  joinTaciti(gruppi);
  // A table of texts alone has no measures: its line is one row all the same.
  const insiemi = gruppi.size > 0 ? [...gruppi.values()] : [[]];
  return insiemi.map((gruppo) => createGruppo(gruppo, contorno));
}

/** What one heading says («Spesa 2018-2020») holds for another figure beside it that says nothing («Media annua»), where no third one differs. */
function joinTaciti(gruppi: Map<string, Misura[]>): void {
  const muto = JSON.stringify({});
  const taciti = gruppi.get(muto) ?? [];
  const [detto, altro] = [...gruppi].filter(([impliciti]) => impliciti !== muto).map(([, misure]) => misure);
  if (!detto || altro || taciti.some(({ id }) => detto.some((misura) => misura.id === id))) return;
  gruppi.delete(muto);
  detto.push(...taciti);
}

function createGruppo(misure: readonly Misura[], contorno: Contorno): Gruppo {
  const { tipo, chiavi, celle, intestazioni } = contorno;
  const noti: Impliciti = { ...contorno.noti, ...misure[0]?.impliciti };
  const lette = Object.fromEntries([...chiavi, ...misure].map((cella) => [cella.id, cella.indice]));
  const posti = {
    ...(celle.comune >= 0 && { comune: celle.comune }),
    ...(celle.codice >= 0 && { codice_istat: celle.codice }),
    ...lette,
  };
  const presenti = new Set([...Object.keys(noti), ...Object.keys(posti), ...(celle.codice >= 0 ? ['comune'] : [])]);
  const forma = createForma(tipo, presenti, { posti, intestazioni });
  const find = (id: string) => forma.colonne.indexOf(id);
  return {
    forma,
    modello: forma.colonne.map((id) => noti[id] ?? null),
    misure,
    posti: {
      chiavi: chiavi.map((cella) => find(cella.id)),
      misure: misure.map((misura) => find(misura.id)),
      codice: celle.codice >= 0 ? find('codice_istat') : -1,
    },
  };
}

interface Cellula {
  readonly tipo: Tipo;
  readonly colonna: ColonnaLayout;
  readonly indice: number;
  readonly dichiarato: Valore | undefined;
  readonly scrittura: Scrittura | undefined;
  readonly onNota: (nota: string) => void;
}

/** Year and rilevazione are of the whole file; a span stated with the upload holds the single years of the lines. */
function getDichiarato(daContesto: Impliciti, { colonna }: ColonnaLayout): Valore | undefined {
  return colonna === 'anno' || colonna === 'rilevazione' ? daContesto[colonna] : undefined;
}

function createCella({ tipo, colonna, indice, dichiarato, scrittura, onNota }: Cellula): Cella {
  const id = colonna.colonna ?? '';
  const dichiarata = tipo.colonne.find((candidata) => candidata.id === id);
  const formato = colonna.formato ?? dichiarata?.formato ?? 'testo';
  const valori = dichiarata?.valori;
  return {
    indice,
    id,
    titolo: dichiarata?.titolo ?? id,
    formato,
    atteso: describeAttesoConEsempio(dichiarata, formato),
    obbligatoria: dichiarata?.obbligatoria ?? false,
    rapporto: dichiarata?.rapporto ?? false,
    read: createLettoreCella({
      formato,
      conSegno: dichiarata?.conSegno ?? false,
      onNota,
      ...(dichiarato !== undefined && { dichiarato }),
      ...(scrittura && { scrittura }),
      ...(valori && { valori }),
      ...(dichiarata?.scritture && { scritture: dichiarata.scritture }),
      ...(colonna.traduci && { traduci: colonna.traduci }),
    }),
  };
}

/** What was expected in a column, with an example where the declaration has one of that format. */
export function describeAttesoConEsempio(colonna: Colonna | undefined, formato: Formato): string {
  if (!colonna || colonna.formato !== formato) return describeAtteso({ formato });
  return `${describeAtteso(colonna)}, per esempio ${colonna.esempio}`;
}

/** How the preview tells a column: `Residenti, età 0-3`. What it says of no one in particular (both sexes together) is not said. */
export function describeSignificato(tipo: Tipo, { colonna, impliciti }: ColonnaTrovata): string | null {
  if (!colonna) return null;
  if (colonna === DA_CORREGGERE) return 'messaggi della copia da correggere: non sono dati';
  if (colonna.colonna === null) return 'non usata';
  const titolo = tipo.colonne.find((candidata) => candidata.id === colonna.colonna)?.titolo ?? colonna.colonna;
  const nameOf = (id: string) => tipo.colonne.find((candidata) => candidata.id === id)?.titolo.toLowerCase() ?? id;
  const dettagli = Object.entries(impliciti).flatMap(([id, valore]) =>
    valore === null ? [] : [`${nameOf(id)} ${valore}`],
  );
  const ruolo = colonna.ruolo ? 'dichiarato dalla fonte' : null;
  return [titolo, ...dettagli, ruolo].filter(Boolean).join(', ');
}
