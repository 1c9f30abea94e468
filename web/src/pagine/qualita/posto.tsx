/** Where a finding can be seen with one's own eyes: table, line and column, and the very file. */
import type { SegnalazioneDto } from '../../../../functions/core/http/schemi.ts';
import { indirizziApi } from '../../indirizzi.ts';
import type { Nomi } from './nomi.ts';

export function Posto({ s, ambito, nomi }: { s: SegnalazioneDto; ambito: string; nomi: Nomi }) {
  const dove = [
    `Tabella «${nomi.titoloDi(s.tipo)}»`,
    s.riga === null ? null : `riga ${s.riga}`,
    s.colonna === null ? null : `colonna ${s.colonna}`,
  ].filter((uno) => uno !== null);
  return (
    <>
      {dove.join(', ')}.{' '}
      {s.versione !== null && (
        <a className="solo-schermo" href={indirizziApi.originale(ambito, { ...s, versione: s.versione })} download>
          Scarica il file
        </a>
      )}
    </>
  );
}
