/** The plan of reading: which cell gives which canonical column, made once from the header and the upload, used on every line. */
import type { Scrittura } from '../correzioni.ts';
import type { Valore } from '../tabella.ts';
import type { Tipo } from '../tipo.ts';
import { joinAddendi } from './addendi.ts';
import { type Cella, createCella, type Misura } from './cella-di-piano.ts';
import { isNumerico } from './celle.ts';
import { type Gruppo, groupMisure } from './gruppi.ts';
import type { Intestazione } from './intestazione.ts';
import type { ColonnaLayout, Impliciti, LayoutTabella, ParteDiCella } from './layout.ts';
import { DA_CORREGGERE } from './layout-canonico.ts';
import { IGNORATA } from './riconoscimento.ts';

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
  /** Of those, the ones that no person said not to use. */
  readonly ignote: readonly number[];
  /** 0-based cell of the messages of a copy to be corrected, -1 where the file is none. */
  readonly daCorreggere: number;
  readonly intestazioni: readonly string[];
  readonly noti: Impliciti;
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
    return listParti(colonna).map((parte) => ({
      ...createCella({
        tipo,
        colonna: parte,
        indice,
        impliciti,
        dichiarato: getDichiarato(daContesto, parte),
        scrittura: numeri.get(indice + 1),
        onNota: note(indice),
      }),
      impliciti,
      ruolo: colonna.ruolo ?? null,
      addendo: colonna.addendo ?? false,
      altri: [],
    }));
  });
  const isMisura = (cella: Misura) =>
    cella.ruolo !== null || (isNumerico(cella.formato) && !tipo.chiave.includes(cella.id));
  const chiavi = lette.filter((cella) => !isMisura(cella));
  const misure = joinAddendi(lette.filter(isMisura));
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
    ignote: colonne.filter(({ colonna }) => colonna === null).map(({ indice }) => indice),
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

/** The columns that a cell fills: one, but where it says more things than one. */
function listParti(colonna: ColonnaLayout): (ColonnaLayout & Partial<Pick<ParteDiCella, 'cut'>>)[] {
  return colonna.parti?.map((parte) => ({ ...colonna, ...parte })) ?? [colonna];
}

/** Year and rilevazione are of the whole file; a span stated with the upload holds the single years of the lines. */
function getDichiarato(daContesto: Impliciti, { colonna }: ColonnaLayout): Valore | undefined {
  return colonna === 'anno' || colonna === 'rilevazione' ? daContesto[colonna] : undefined;
}
