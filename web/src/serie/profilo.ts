/** One comune beside the others, indicator by indicator. */
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import type { Voce } from './confronto.ts';
import { type Colonna, type Insieme, listPresenti, type VocePresente } from './insieme.ts';
import { countOf, joinNomi } from './parole.ts';
import { findPosto, type Posto } from './posto.ts';

export interface RigaProfilo {
  readonly colonna: Colonna;
  /** Of the comune of the profile. */
  readonly voce: Voce;
  readonly presenti: readonly VocePresente[];
  readonly posto: Posto | null;
}

export interface GruppoProfilo {
  readonly tema: string;
  readonly righe: readonly RigaProfilo[];
}

const DIREZIONI: Readonly<Record<IndicatoreDto['direzione'], string | null>> = {
  'alto-meglio': 'qui più alto è meglio',
  'basso-meglio': 'qui più basso è meglio',
  neutro: null,
};

/** Said where the definition of the indicator gives a direction; most have none. */
export function tellDirezione({ direzione }: IndicatoreDto): string | null {
  return DIREZIONI[direzione];
}

export function buildProfilo({ colonne }: Insieme, codice: string): GruppoProfilo[] {
  const gruppi = new Map<string, RigaProfilo[]>();
  for (const colonna of colonne) {
    const voce = colonna.confronto.voci.find((una) => una.codice === codice);
    if (!voce) continue;
    const presenti = listPresenti(colonna.confronto);
    const righe = gruppi.get(colonna.indicatore.tema) ?? [];
    righe.push({ colonna, voce, presenti, posto: findPosto(presenti, voce) });
    gruppi.set(colonna.indicatore.tema, righe);
  }
  return [...gruppi].map(([tema, righe]) => ({ tema, righe }));
}

const listRighe = (gruppi: readonly GruppoProfilo[]) => gruppi.flatMap(({ righe }) => righe);

/** How many times highest, how many lowest, of how many: the finding of a profile, with no judgement. */
export function titleProfilo(gruppi: readonly GruppoProfilo[], nome: string): string {
  const righe = listRighe(gruppi).filter(({ voce }) => voce.valore !== null);
  if (righe.length === 0) return `${nome}: nessun valore da mettere accanto agli altri`;
  const conta = (estremo: 'alto' | 'basso') => righe.filter(({ posto }) => posto?.estremo === estremo).length;
  const [alti, bassi] = [conta('alto'), conta('basso')];
  const su = `su ${righe.length === 1 ? 'un indicatore' : countOf(righe.length, 'indicatore', 'indicatori')}`;
  if (alti === 0 && bassi === 0) return `${nome} sta sempre fra gli altri, ${su}`;
  const parti = [
    ...(alti > 0 ? [`il valore più alto ${countOf(alti, 'volta', 'volte')}`] : []),
    ...(bassi > 0 ? [`il più basso ${countOf(bassi, 'volta', 'volte')}`] : []),
  ];
  return `${nome} ha ${joinNomi(parti)} ${su}`;
}

/** Which ones, by name. */
export function tellProfilo(gruppi: readonly GruppoProfilo[], nome: string): string {
  const righe = listRighe(gruppi);
  const conValore = righe.filter(({ voce }) => voce.valore !== null);
  if (conValore.length === 0)
    return `Di ${nome} nessuna tabella pubblicata porta valori da confrontare con gli altri comuni.`;
  const titoliDi = (estremo: 'alto' | 'basso') =>
    conValore.filter(({ posto }) => posto?.estremo === estremo).map(({ colonna }) => `«${colonna.indicatore.titolo}»`);
  const [alti, bassi] = [titoliDi('alto'), titoliDi('basso')];
  const mancanti = righe.length - conValore.length;
  const frasi = [
    alti.length > 0 ? `Ha il valore più alto per ${joinNomi(alti, 4)}` : null,
    bassi.length > 0 ? `${alti.length > 0 ? 'il' : 'Ha il valore'} più basso per ${joinNomi(bassi, 4)}` : null,
  ].filter((frase) => frase !== null);
  const testa = frasi.length > 0 ? `${frasi.join('; ')}.` : 'Non ha mai il valore più alto né il più basso.';
  return mancanti > 0 ? `${testa} Di ${countOf(mancanti, 'indicatore', 'indicatori')} il suo dato manca.` : testa;
}
