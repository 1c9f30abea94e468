/** How many findings of each kind, each leading to its list. */
import type { GruppiSegnalazioni } from '../../serie/segnalazioni.ts';

export const SEZIONI = {
  nonTornano: { id: 'non-tornano', una: 'cifra che non torna', tante: 'cifre che non tornano' },
  daGuardare: { id: 'da-guardare', una: 'altra cosa da guardare', tante: 'altre cose da guardare' },
  annotazioni: { id: 'annotazioni', una: 'nota su ciò che resta', tante: 'note su ciò che resta o non si verifica' },
  arrotondamenti: { id: 'arrotondamenti', una: 'differenza da arrotondamento', tante: 'differenze da arrotondamento' },
} as const satisfies Record<keyof GruppiSegnalazioni, { id: string; una: string; tante: string }>;

const ORDINE = ['nonTornano', 'daGuardare', 'annotazioni', 'arrotondamenti'] as const;

export function Sintesi({ gruppi }: { gruppi: GruppiSegnalazioni }) {
  return (
    <ul className="qualita-sintesi solo-schermo">
      {ORDINE.filter((gruppo) => gruppi[gruppo].length > 0).map((gruppo) => {
        const { id, una, tante } = SEZIONI[gruppo];
        const quante = gruppi[gruppo].length;
        return (
          <li key={id}>
            <a href={`#${id}`}>
              <strong>{quante}</strong> <span>{quante === 1 ? una : tante}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
