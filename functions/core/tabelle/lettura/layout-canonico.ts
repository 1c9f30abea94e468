/** The layout that every type has: one fact a row, headers by name, label or synonym. */
import { listIntestazioni } from '../colonne.ts';
import type { Tipo } from '../tipo.ts';
import type { ColonnaLayout, LayoutTabella } from './layout.ts';

/** The last column of a copy to be corrected: what is wrong with each line. */
export const COLONNA_DA_CORREGGERE = 'da_correggere';
export const DA_CORREGGERE: ColonnaLayout = { testo: [COLONNA_DA_CORREGGERE], colonna: null, obbligatoria: false };

/** The canonical layout of a type: one fact a row, headers by name, label or synonym. */
export function deriveLayoutCanonico(tipo: Tipo): LayoutTabella {
  const colonne = tipo.colonne.map((colonna) => ({
    testo: listIntestazioni(colonna),
    colonna: colonna.id,
    obbligatoria: colonna.obbligatoria && !tipo.daContesto.includes(colonna.id),
  }));
  return {
    forma: 'tabella',
    id: 'canonico',
    titolo: 'Una riga per ogni dato',
    esempio: [tipo.colonne.map((colonna) => colonna.id), tipo.colonne.map((colonna) => colonna.esempio)]
      .map((celle) => celle.join(';'))
      .join('\n'),
    colonne: [
      ...(hasColonna(tipo, 'comune') && !hasColonna(tipo, 'codice_istat') ? [CODICE_ISTAT] : []),
      ...colonne,
      DA_CORREGGERE,
    ],
  };
}

/** A layout of comuni as published, where they are named by code too. */
export function withCodice(layout: LayoutTabella): LayoutTabella {
  const has = (id: string) => layout.colonne.some(({ colonna }) => colonna === id);
  return has('comune') && !has('codice_istat') ? { ...layout, colonne: [CODICE_ISTAT, ...layout.colonne] } : layout;
}

/** Any table of comuni may name them by code too: the code is checked against the name and not kept twice. */
const CODICE_ISTAT: ColonnaLayout = {
  testo: ['codice_istat', 'codice istat', 'codice istat comune', 'codice comune', 'cod istat', 'pro_com_t'],
  colonna: 'codice_istat',
  obbligatoria: false,
};

function hasColonna(tipo: Tipo, id: string): boolean {
  return tipo.colonne.some((colonna) => colonna.id === id);
}
