/** The figures that do not add up, one a line: what is written, what the same numbers give. */
import { joinNomi } from '../../serie/parole.ts';
import { type GruppiSegnalazioni, groupPerControllo } from '../../serie/segnalazioni.ts';
import type { Nomi } from './nomi.ts';
import { describeCifra } from './riscontri.tsx';

/** With more than these, the list below reads better than a summary of it. */
const MASSIMO_IN_BREVE = 12;

export function InBreve({ gruppi, nomi }: { gruppi: GruppiSegnalazioni; nomi: Nomi }) {
  const riscontri = groupPerControllo(gruppi.nonTornano).flatMap((famiglia) => famiglia.riscontri);
  if (riscontri.length === 0 || riscontri.length > MASSIMO_IN_BREVE) return null;
  return (
    <ul className="qualita-in-breve">
      {riscontri.map((riscontro) => {
        const { chiave, segnalazioni } = riscontro;
        const [{ dichiarato, ricalcolato }] = segnalazioni;
        const tabelle = [...new Set(segnalazioni.map(({ tipo }) => `«${nomi.titoloDi(tipo)}»`))];
        return (
          <li key={chiave}>
            {describeCifra(riscontro, nomi)}, {tabelle.length === 1 ? 'tabella' : 'tabelle'}{' '}
            {joinNomi(tabelle, tabelle.length)}: è scritto <strong>{dichiarato}</strong>, i conti danno{' '}
            <strong>{ricalcolato}</strong>
          </li>
        );
      })}
    </ul>
  );
}
