/** Whose figures, and found by which check: both stand in the address. */
import type { AmbitoDto, SegnalazioneDto } from '../../../../functions/core/http/schemi.ts';
import { SceltaDaElenco } from '../../componenti/comandi.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { compareNomi } from '../../serie/ordine.ts';
import type { Nomi } from './nomi.ts';

export interface Filtri {
  /** ISTAT code, `ambito`, or empty for all. */
  readonly comune: string;
  readonly codici: readonly string[];
}

export function isVista({ comune, codici }: Filtri, s: SegnalazioneDto): boolean {
  return (comune === '' || (s.comune ?? 'ambito') === comune) && (codici.length === 0 || codici.includes(s.codice));
}

interface Proprieta extends Filtri {
  readonly ambito: AmbitoDto;
  readonly tutte: readonly SegnalazioneDto[];
  readonly nomi: Nomi;
}

export function FiltriQualita({ ambito, tutte, comune, codici, nomi }: Proprieta) {
  const vai = useVai();
  const comuni = [...new Set(tutte.map((s) => s.comune))].map((codice) => ({
    valore: codice ?? 'ambito',
    testo: nomi.nomeDi(codice),
  }));
  const controlli = [...new Map(tutte.map((s) => [s.codice, s.titolo])).entries()];
  const codice = codici.join(',');
  const noti = new Set<string>(controlli.map(([uno]) => uno));
  return (
    <div className="filtri">
      <SceltaDaElenco
        etichetta="Di chi è la cifra"
        valore={comune}
        gruppi={[
          {
            voci: [{ valore: '', testo: 'Tutti' }, ...comuni.toSorted((a, b) => compareNomi(a.testo, b.testo))],
          },
        ]}
        onScegli={(valore) => vai(indirizzi.qualita(ambito.id, { comune: valore, codice }))}
      />
      <SceltaDaElenco
        etichetta="Che cosa si controlla"
        valore={codice}
        gruppi={[
          {
            voci: [
              { valore: '', testo: 'Tutto' },
              ...(codice !== '' && !noti.has(codice) ? [{ valore: codice, testo: 'La cifra scelta' }] : []),
              ...controlli.map(([valore, testo]) => ({ valore, testo })),
            ],
          },
        ]}
        onScegli={(valore) => vai(indirizzi.qualita(ambito.id, { comune, codice: valore }))}
      />
    </div>
  );
}
