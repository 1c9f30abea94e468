/** The plan of reading: which cell gives which canonical column, made once from the header and the upload, used on every line. */
import type { Dichiarato, Valore } from '../tabella.ts';
import type { Colonna, Formato, Tipo } from '../tipo.ts';
import { createLettoreCella, describeAtteso, isNumerico, type LettoreCella } from './celle.ts';
import type { ColonnaTrovata, Intestazione } from './intestazione.ts';
import type { ColonnaLayout, Contesto, Impliciti } from './layout.ts';

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
  /** What holds for each of its rows: header, upload, layout. */
  readonly noti: Impliciti;
  readonly misure: readonly Misura[];
  /** Canonical column -> 0-based cell. */
  readonly posti: Readonly<Record<string, number>>;
}

export interface Piano {
  /** Cells of a line: to the last named column of the header. */
  readonly larghezza: number;
  /** 0-based cells, -1 where the file has no such column. */
  readonly celle: { readonly comune: number; readonly codice: number };
  /** True where the type keeps the code beside the comune. */
  readonly conCodice: boolean;
  /** Key columns (and others that are not measures) read from the line, the comune apart. */
  readonly chiavi: readonly Cella[];
  readonly gruppi: readonly Gruppo[];
  readonly dichiarate: readonly Misura[];
  /** 0-based cells of columns that the layout does not know. */
  readonly sconosciute: readonly number[];
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
  };
  const valori: Record<string, Valore> = {};
  for (const id of tipo.daContesto) {
    const dato = dati[id];
    if (dato !== undefined) valori[id] = dato;
  }
  return valori;
}

export function createPiano(
  tipo: Tipo,
  { colonne, layout }: Intestazione,
  { daContesto, onNota }: { readonly daContesto: Impliciti; readonly onNota: (indice: number, nota: string) => void },
): Piano {
  const note = (indice: number) => (nota: string) => onNota(indice, nota);
  const find = (id: string) => colonne.find(({ colonna }) => colonna?.colonna === id)?.indice ?? -1;
  const celle = { comune: find('comune'), codice: find('codice_istat') };
  const noti = { ...layout.costanti, ...daContesto };
  const lette = colonne.flatMap(({ indice, colonna, impliciti }) => {
    if (!colonna?.colonna || colonna.colonna === 'comune' || colonna.colonna === 'codice_istat') return [];
    return [
      { ...createCella({ tipo, colonna, indice, onNota: note(indice) }), impliciti, ruolo: colonna.ruolo ?? null },
    ];
  });
  const isMisura = (cella: Misura) =>
    cella.ruolo !== null || (isNumerico(cella.formato) && !tipo.chiave.includes(cella.id));
  const chiavi = lette.filter((cella) => !isMisura(cella));
  const misure = lette.filter(isMisura);
  const postiChiavi = Object.fromEntries([
    ...Object.entries({ comune: celle.comune, codice_istat: celle.codice }).filter(([, indice]) => indice >= 0),
    ...chiavi.map((cella) => [cella.id, cella.indice] as const),
  ]);
  return {
    larghezza: (colonne.findLast(({ intestazione }) => intestazione !== '')?.indice ?? -1) + 1,
    celle,
    conCodice: tipo.colonne.some((colonna) => colonna.id === 'codice_istat'),
    chiavi,
    gruppi: groupMisure(misure, noti, postiChiavi),
    dichiarate: misure.filter((misura) => misura.ruolo !== null),
    sconosciute: colonne.filter(({ colonna }) => colonna === null).map(({ indice }) => indice),
    intestazioni: colonne.map(({ intestazione }) => intestazione),
    noti,
  };
}

function groupMisure(
  misure: readonly Misura[],
  noti: Impliciti,
  postiChiavi: Readonly<Record<string, number>>,
): Gruppo[] {
  const fatti = misure.filter((misura) => misura.ruolo === null);
  const gruppi = new Map<string, Misura[]>();
  for (const misura of fatti) {
    const impliciti = JSON.stringify(misura.impliciti);
    gruppi.set(impliciti, [...(gruppi.get(impliciti) ?? []), misura]);
  }
  return [...gruppi.values()].map((gruppo) => ({
    noti: { ...noti, ...gruppo[0]?.impliciti },
    misure: gruppo,
    posti: { ...postiChiavi, ...Object.fromEntries(gruppo.map((misura) => [misura.id, misura.indice])) },
  }));
}

interface Cellula {
  readonly tipo: Tipo;
  readonly colonna: ColonnaLayout;
  readonly indice: number;
  readonly onNota: (nota: string) => void;
}

function createCella({ tipo, colonna, indice, onNota }: Cellula): Cella {
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
      ...(valori && { valori }),
      ...(colonna.traduci && { traduci: colonna.traduci }),
    }),
  };
}

/** What was expected in a column, with an example where the declaration has one of that format. */
export function describeAttesoConEsempio(colonna: Colonna | undefined, formato: Formato): string {
  if (!colonna || colonna.formato !== formato) return describeAtteso({ formato });
  return `${describeAtteso(colonna)}, per esempio ${colonna.esempio}`;
}

/** How the preview tells a column: `Residenti, eta 0-3`. */
export function describeSignificato(tipo: Tipo, { colonna, impliciti }: ColonnaTrovata): string | null {
  if (!colonna) return null;
  if (colonna.colonna === null) return 'non usata';
  const titolo = tipo.colonne.find((candidata) => candidata.id === colonna.colonna)?.titolo ?? colonna.colonna;
  const dettagli = Object.entries(impliciti).map(([id, valore]) => `${id} ${valore}`);
  const ruolo = colonna.ruolo ? 'dichiarato dalla fonte' : null;
  return [titolo, ...dettagli, ruolo].filter(Boolean).join(', ');
}
