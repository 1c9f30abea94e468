/** The services of the ciclo before, and whether an intervento goes on from one of them. */
import type { TabellaDto } from '../../../functions/core/http/schemi.ts';
import { parsePeriodo } from '../../../functions/core/periodo.ts';
import { normalizeTesto } from '../../../functions/core/testo.ts';
import { testoOf } from './tavole.ts';

export interface ServizioPassato {
  readonly ciclo: string;
  readonly nome: string;
  readonly attivo: 'SI' | 'NO' | null;
  readonly ente: string | null;
  /** Interventi that the raccordo says it goes on in. */
  readonly interventi: readonly string[];
}

/** Whether it goes on from a service of the past ciclo; `in-verifica` where nobody has declared which becomes which. */
export type Continuita = 'SI' | 'NO' | 'non-detto' | 'nuovo' | 'in-verifica';

interface Tavole {
  readonly servizi: TabellaDto;
  readonly raccordo: TabellaDto;
}

/** The services that the tables state for the ciclo before, with what the raccordo says they became. */
export function listPassati({ servizi, raccordo }: Tavole, ciclo: string | null): ServizioPassato[] {
  const attuale = ciclo === null ? null : parsePeriodo(ciclo);
  const prima = servizi.righe.filter((riga) => {
    const suo = parsePeriodo(testoOf(riga, 'ciclo'));
    return testoOf(riga, 'servizio') !== null && suo !== null && (attuale === null || suo.a < attuale.da);
  });
  const ultimo = prima
    .flatMap((riga) => testoOf(riga, 'ciclo') ?? [])
    .toSorted()
    .at(-1);
  return prima
    .filter((riga) => testoOf(riga, 'ciclo') === ultimo)
    .map((riga) => {
      const nome = testoOf(riga, 'servizio') ?? '';
      const attivo = testoOf(riga, 'attivo');
      const legati = raccordo.righe.filter(
        (legame) => normalizeTesto(testoOf(legame, 'servizio') ?? '') === normalizeTesto(nome),
      );
      return {
        ciclo: ultimo ?? '',
        nome: nome.replace(/I°/g, 'I').replaceAll("'", '’'),
        attivo: attivo === 'SI' || attivo === 'NO' ? attivo : null,
        ente: testoOf(riga, 'ente_titolare'),
        interventi: legati.flatMap((legame) => testoOf(legame, 'intervento') ?? []),
      };
    });
}

interface Passato {
  readonly passati: readonly ServizioPassato[];
  readonly conRaccordo: boolean;
}

export function readContinuita(id: string, { passati, conRaccordo }: Passato): Continuita {
  if (!conRaccordo) return 'in-verifica';
  const suoi = passati.filter(({ interventi }) => interventi.includes(id));
  if (suoi.length === 0) return 'nuovo';
  if (suoi.some(({ attivo }) => attivo === 'SI')) return 'SI';
  return suoi.some(({ attivo }) => attivo === null) ? 'non-detto' : 'NO';
}
