/** What the budget of a ciclo brings, fund by fund, beside what the schede take from it. */
import { findFonte, PANIERE_PDZ, PDZ, placeFonte } from '../../../functions/core/fonti.ts';
import type { OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import { parsePeriodo } from '../../../functions/core/periodo.ts';
import { type Figura, figuraOf } from './figura.ts';
import { nameGruppo } from './flusso.ts';
import { importoOf, type RigaTavola, testoOf } from './tavole.ts';
import { toNumero } from './valore.ts';

export interface VoceFondo {
  readonly nome: string;
  /** In full, where the name is an acronym: `Fondo nazionale per le politiche sociali`. */
  readonly titolo: string | null;
  readonly residuo: boolean;
  /** Years that the money belongs to, where stated. */
  readonly annualita: string | null;
  readonly importo: number;
  readonly parte: string;
  readonly riga: number;
}

/** What a fund makes available in the ciclo beside what the schede take from it. */
export interface Fondo {
  readonly id: string;
  readonly nome: string;
  readonly disponibile: number;
  readonly voci: readonly VoceFondo[];
  readonly programmato: number;
  readonly figure: readonly Figura[];
}

export interface Capienza {
  readonly fondi: readonly Fondo[];
  /** Cents: as declared, else the sum of the lines. */
  readonly budget: number;
  /** Where the document declares it; null where it is the sum of the lines. */
  readonly dichiarato: { readonly parte: string; readonly riga: number } | null;
  /** Left by earlier cicli, within the budget. */
  readonly residui: number;
  /** Programmed on fonti of which no table says how much there is. */
  readonly senzaTavola: readonly {
    readonly nome: string;
    readonly valore: number;
    readonly figure: readonly Figura[];
  }[];
}

export function buildCapienza(
  { fondi, osservazioni }: { readonly fondi: TabellaDto; readonly osservazioni: readonly OsservazioneDto[] },
  ciclo: string,
): Capienza | null {
  const intere = fondi.righe.filter((riga) => testoOf(riga, 'vincolo') === null && importoOf(riga) !== null);
  const delCiclo = intere.filter((riga) => testoOf(riga, 'periodo') === ciclo);
  const righe =
    delCiclo.length > 0 ? delCiclo : intere.filter((riga) => isWithin(testoOf(riga, 'periodo') ?? '', ciclo));
  if (righe.length === 0) return null;
  const gruppi = new Map<string, VoceFondo[]>();
  for (const riga of righe) {
    const id = gruppoOf(testoOf(riga, 'fonte') ?? '');
    gruppi.set(id, [...(gruppi.get(id) ?? []), toVoce(riga)]);
  }
  const programmati = osservazioni.flatMap((o) => {
    const { fonte, macroAttivita, intervento } = o.dimensioni;
    const valore = toNumero(o.valore);
    const sola =
      o.indicatore === 'programmato' && o.comune === null && o.periodo === ciclo && !macroAttivita && !intervento;
    if (!sola || !fonte || !valore || fonte === 'budget-ordinario' || fonte === 'altre') return [];
    return [{ gruppo: gruppoOf(fonte), valore, figura: figuraOf(o) }];
  });
  const of = (gruppo: string) => programmati.filter((uno) => uno.gruppo === gruppo);
  const sum = (voci: readonly { readonly valore: number }[]) => voci.reduce((somma, { valore }) => somma + valore, 0);
  const sumVoci = (voci: readonly VoceFondo[]) => voci.reduce((somma, { importo }) => somma + importo, 0);
  const tutte = [...gruppi.values()].flat();
  const dichiarato = findDichiarato(fondi, ciclo);
  return {
    fondi: [...gruppi].map(([id, voci]) => ({
      id,
      nome: nameGruppo(id),
      disponibile: sumVoci(voci),
      voci,
      programmato: sum(of(id)),
      figure: of(id).map(({ figura }) => figura),
    })),
    budget: toNumero(dichiarato?.valore ?? null) ?? sumVoci(tutte),
    dichiarato: dichiarato && { parte: dichiarato.parte, riga: dichiarato.riga },
    residui: sumVoci(tutte.filter(({ residuo }) => residuo)),
    senzaTavola: [...new Set(programmati.map(({ gruppo }) => gruppo))]
      .filter((gruppo) => !gruppi.has(gruppo))
      .map((gruppo) => ({
        nome: nameGruppo(gruppo),
        valore: sum(of(gruppo)),
        figure: of(gruppo).map(({ figura }) => figura),
      }))
      .toSorted((a, b) => b.valore - a.valore),
  };
}

/** The schede take from `PdZ` what its funds bring together: they are one. */
function gruppoOf(fonte: string): string {
  return PANIERE_PDZ.includes(fonte) ? PDZ : placeFonte(fonte).gruppo;
}

function toVoce(riga: RigaTavola): VoceFondo {
  const fonte = testoOf(riga, 'fonte') ?? '';
  const residuo = testoOf(riga, 'origine') === 'residuo';
  return {
    nome: nameGruppo(fonte),
    titolo: isSigla(fonte) && nameGruppo(fonte) === fonte ? (findFonte(fonte)?.titolo ?? null) : null,
    residuo,
    annualita: testoOf(riga, 'annualita_fondo'),
    importo: importoOf(riga) ?? Number.NaN,
    parte: riga.parte,
    riga: riga.riga,
  };
}

function findDichiarato({ dichiarati }: TabellaDto, ciclo: string): TabellaDto['dichiarati'][number] | null {
  const totale = dichiarati.find(
    ({ ruolo, misura, valori }) =>
      ruolo === 'somma-colonna' &&
      misura === 'importo' &&
      valori.periodo === ciclo &&
      Object.keys(valori).every((nome) => nome === 'periodo'),
  );
  return totale ?? null;
}

export function isWithin(anno: string, ciclo: string): boolean {
  const [stretto, largo] = [parsePeriodo(anno), parsePeriodo(ciclo)];
  return stretto !== null && largo !== null && anno !== ciclo && largo.da <= stretto.da && stretto.a <= largo.a;
}

export function isSigla(fonte: string): boolean {
  return /^[A-Z]{3,}$/.test(fonte);
}
