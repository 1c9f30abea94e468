/** What a plan puts in, from which funds, year by year; what was committed of the past one, and what is left. */
import { findFonte, PANIERE_PDZ, PDZ, resolveFonte } from '../../../functions/core/fonti.ts';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensioni } from '../../../functions/core/indicatori/indicatore.ts';
import { parsePeriodo } from '../../../functions/core/periodo.ts';
import { type Figura, figuraOf } from './figura.ts';
import { buildFlusso, type Flusso, nameGruppo } from './flusso.ts';
import { joinNomi } from './parole.ts';
import { createDato, type Dato, isPresente } from './raccolta.ts';
import { importoOf, listTitoli, type RigaTavola, testoOf } from './tavole.ts';
import { formatInBreve, formatValore, joinParti, toNumero } from './valore.ts';

export type MisuraSpesa = 'euro' | 'abitante';

export interface MateriaSpesa {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  /** Of the ambito, all periods and dimensions. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly programmazione: TabellaDto;
  readonly fondi: TabellaDto;
  readonly rendiconto: TabellaDto;
}

/** What is asked for in the address; what the data can't meet gives way to the whole ciclo. */
export interface RichiestaSpesa {
  readonly periodo: string | undefined;
  readonly misura: MisuraSpesa;
}

export interface Spesa {
  /** The latest ciclo that programmes money; null where none does. */
  readonly ciclo: string | null;
  /** Its years, then the ciclo. */
  readonly periodi: readonly string[];
  /** The one that is shown. */
  readonly periodo: string | null;
  readonly flusso: Flusso | null;
  /** The same for the whole ciclo, for what is told of all of it. */
  readonly intero: Flusso | null;
  readonly anni: readonly AnnoProgrammato[];
  /** The latest first. */
  readonly cascate: readonly Cascata[];
  readonly capienza: Capienza | null;
}

export interface AnnoProgrammato {
  readonly anno: string;
  readonly totale: Dato | null;
  readonly ordinario: Dato | null;
  readonly altre: Dato | null;
}

/** What became of the money of a ciclo, as its rendiconto states it; cents, null where it does not. */
export interface Cascata {
  readonly periodo: string;
  /** Reference day, ISO. */
  readonly al: string | null;
  readonly programmato: number | null;
  readonly impegnato: number | null;
  readonly liquidato: number | null;
  readonly residuo: Dato | null;
  readonly avanzamento: Dato | null;
  readonly passo: Dato | null;
  /** Whether the ciclo was still under way on the reference day. */
  readonly aperto: boolean;
  /** What is left on each fund, where the rendiconto says it; cents. */
  readonly residui: readonly { readonly fonte: string; readonly valore: number }[];
  /** The rows that tell fonti or interventi apart. */
  readonly voci: readonly VoceRendiconto[];
  /** Whether the rendiconto tells interventi apart. */
  readonly perIntervento: boolean;
  /** The walk back of what it is made of. */
  readonly figure: readonly Figura[];
}

/** Cents; null where the row does not state them. */
export interface VoceRendiconto {
  readonly nome: string;
  readonly programmato: number | null;
  readonly impegnato: number | null;
  readonly liquidato: number | null;
  readonly residuo: number | null;
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

export interface Capienza {
  readonly fondi: readonly Fondo[];
  /** Cents: as declared, else the sum of the lines. */
  readonly budget: number;
  /** Left by earlier cicli, within the budget. */
  readonly residui: number;
  /** Programmed on fonti of which no table says how much there is. */
  readonly senzaTavola: readonly {
    readonly nome: string;
    readonly valore: number;
    readonly figure: readonly Figura[];
  }[];
}

export function buildSpesa(materia: MateriaSpesa, richiesta: RichiestaSpesa): Spesa {
  const { osservazioni } = materia;
  const programmati = [
    ...new Set(osservazioni.filter(({ indicatore }) => indicatore === 'programmato').map(({ periodo }) => periodo)),
  ].toSorted();
  const ciclo = programmati.filter((periodo) => periodo.includes('-')).at(-1) ?? programmati.at(-1) ?? null;
  const periodi = ciclo === null ? [] : [...programmati.filter((anno) => isWithin(anno, ciclo)), ciclo];
  const periodo = periodi.find((uno) => uno === richiesta.periodo) ?? ciclo;
  const titoli = listTitoli(materia.programmazione.righe);
  const flussoDi = (quando: string | null) => (quando === null ? null : buildFlusso(osservazioni, quando, titoli));
  const intero = flussoDi(ciclo);
  return {
    ciclo,
    periodi: [...new Set(periodi)],
    periodo,
    flusso: periodo === ciclo ? intero : flussoDi(periodo),
    intero,
    anni: periodi.filter((uno) => uno !== ciclo).map((anno) => buildAnno(materia, anno, richiesta.misura)),
    cascate: buildCascate(materia),
    capienza: ciclo === null ? null : buildCapienza(materia, ciclo),
  };
}

function isWithin(anno: string, ciclo: string): boolean {
  const [stretto, largo] = [parsePeriodo(anno), parsePeriodo(ciclo)];
  return stretto !== null && largo !== null && anno !== ciclo && largo.da <= stretto.da && stretto.a <= largo.a;
}

interface ChiaveEsatta {
  readonly id: string;
  readonly periodo: string;
  readonly dimensioni?: Dimensioni;
}

/** The ambito's figure with exactly these dimensions: a total is not one of its parts. The rilevazione is left free. */
function findDato(
  { osservazioni, catalogo }: Pick<MateriaSpesa, 'osservazioni' | 'catalogo'>,
  { id, periodo, dimensioni = {} }: ChiaveEsatta,
): Dato | null {
  const voluta = Object.entries(dimensioni);
  const osservazione = osservazioni.find((o) => {
    const { rilevazione: _, ...sue } = o.dimensioni;
    return (
      o.indicatore === id &&
      o.comune === null &&
      o.periodo === periodo &&
      Object.keys(sue).length === voluta.length &&
      voluta.every(([nome, valore]) => sue[nome] === valore)
    );
  });
  const indicatore = catalogo.find((uno) => uno.id === id);
  return osservazione && indicatore ? createDato(osservazione, indicatore) : null;
}

function buildAnno(materia: MateriaSpesa, anno: string, misura: MisuraSpesa): AnnoProgrammato {
  const id = misura === 'abitante' ? 'programmato-procapite' : 'programmato';
  const find = (fonte?: string) =>
    findDato(materia, { id, periodo: anno, ...(fonte ? { dimensioni: { fonte } } : {}) });
  return { anno, totale: find(), ordinario: find('budget-ordinario'), altre: find('altre') };
}

function buildCascate(materia: MateriaSpesa): Cascata[] {
  const { righe } = materia.rendiconto;
  const periodi = [...new Set(righe.map((riga) => testoOf(riga, 'periodo')))].filter((periodo) => periodo !== null);
  return periodi
    .toSorted()
    .toReversed()
    .map((periodo) =>
      buildCascata(
        materia,
        periodo,
        righe.filter((riga) => testoOf(riga, 'periodo') === periodo),
      ),
    );
}

function buildCascata(materia: MateriaSpesa, periodo: string, righe: readonly RigaTavola[]): Cascata {
  const has = (riga: RigaTavola, colonna: string) => testoOf(riga, colonna) !== null;
  const al =
    righe
      .flatMap((riga) => testoOf(riga, 'al') ?? [])
      .toSorted()
      .at(-1) ?? null;
  const intera = righe.find((riga) => !has(riga, 'fonte') && !has(riga, 'intervento') && testoOf(riga, 'al') === al);
  const amount = (colonna: string) => (intera ? importoOf(intera, colonna) : null);
  const find = (id: string) => findDato(materia, { id, periodo });
  const residuo = find('residuo');
  const fine = parsePeriodo(periodo)?.a;
  return {
    periodo,
    al,
    programmato: amount('programmato'),
    impegnato: amount('impegnato'),
    liquidato: amount('liquidato'),
    residuo,
    avanzamento: find('avanzamento-impegni'),
    passo: find('passo-lineare'),
    aperto: al !== null && fine !== undefined && al < `${fine}-12-31`,
    residui: righe.flatMap((riga) => {
      const fonte = testoOf(riga, 'fonte');
      const valore = importoOf(riga, 'residuo');
      return fonte !== null && valore !== null && valore !== 0 ? [{ fonte, valore }] : [];
    }),
    voci: righe
      .filter(
        (riga) => riga !== intera && (has(riga, 'fonte') || has(riga, 'intervento')) && testoOf(riga, 'al') === al,
      )
      .map((riga) => ({
        nome: ['intervento', 'fonte'].flatMap((colonna) => testoOf(riga, colonna) ?? []).join(', '),
        programmato: importoOf(riga, 'programmato'),
        impegnato: importoOf(riga, 'impegnato'),
        liquidato: importoOf(riga, 'liquidato'),
        residuo: importoOf(riga, 'residuo'),
      })),
    perIntervento: righe.some((riga) => has(riga, 'intervento')),
    figure: isPresente(residuo) ? [figuraOf(residuo.osservazione)] : [],
  };
}

function buildCapienza({ fondi, osservazioni }: MateriaSpesa, ciclo: string): Capienza | null {
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
  return {
    fondi: [...gruppi].map(([id, voci]) => ({
      id,
      nome: nameGruppo(id),
      disponibile: sumVoci(voci),
      voci,
      programmato: sum(of(id)),
      figure: of(id).map(({ figura }) => figura),
    })),
    budget: findDichiarato(fondi, ciclo) ?? sumVoci(tutte),
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
  return PANIERE_PDZ.includes(fonte) ? PDZ : resolveFonte(fonte).gruppo;
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

function findDichiarato({ dichiarati }: TabellaDto, ciclo: string): number | null {
  const totale = dichiarati.find(
    ({ ruolo, misura, valori }) =>
      ruolo === 'somma-colonna' &&
      misura === 'importo' &&
      valori.periodo === ciclo &&
      Object.keys(valori).every((nome) => nome === 'periodo'),
  );
  return totale ? toNumero(totale.valore) : null;
}

const EURO = { unita: '€', decimali: 2 } as const;

/** Money in a sentence: `904.397 €`, `1,53 milioni di €`. */
export function tellImporto(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), EURO));
}

/** To the cent: `273.854,03 €`. */
export function writeImporto(cent: number): string {
  return formatValore(cent, EURO);
}

const perCento = (parte: number, tutto: number, decimali = 0) =>
  `${formatNumero((parte / tutto) * 100, decimali)}\u202f%`;

/** The answer to the page's question, in full sentences; only what the tables say. */
export function tellSpesa(spesa: Spesa): string {
  const frasi = [tellFlusso(spesa), tellResiduo(spesa)].filter((frase) => frase !== null);
  return frasi.length > 0
    ? frasi.join(' ')
    : 'Per questo ambito nessuna tabella pubblicata dice ancora quanto denaro c’è e come è programmato.';
}

function tellFlusso({ flusso, intero, ciclo }: Spesa): string | null {
  if (!flusso || !intero || ciclo === null) return null;
  const altre = sumSpecie(flusso, 'altre');
  const testa =
    flusso.periodo === ciclo
      ? `Il Piano di Zona ${ciclo} programma ${tellImporto(flusso.totale)}`
      : `Per il ${flusso.periodo} il Piano di Zona programma ${tellImporto(flusso.totale)}, il ${perCento(flusso.totale, intero.totale)} di tutto il ${ciclo}`;
  return altre > 0
    ? `${testa}: ${tellImporto(sumSpecie(flusso, 'budget-ordinario'))} dal suo budget ordinario, ${tellImporto(altre)} da altre fonti.`
    : `${testa}, tutto dal suo budget ordinario.`;
}

export function sumSpecie({ fonti }: Flusso, specie: string): number {
  return fonti.filter((fonte) => fonte.specie === specie).reduce((somma, { valore }) => somma + valore, 0);
}

function tellResiduo({ cascate, capienza }: Spesa): string | null {
  const cascata = cascate.find(({ aperto }) => !aperto);
  if (!cascata || !isPresente(cascata.residuo) || cascata.programmato === null) return null;
  const riporto = findRiporto(cascata, capienza);
  const fondo =
    cascata.residui.length > 0
      ? `, ${tellFondi(cascata.residui, cascata.residuo.valore)}`
      : `: il rendiconto non dice su quale fondo${riporto ? `, il budget nuovo li riporta come residui del ${riporto.nome}` : ''}`;
  return `Del ${cascata.periodo} non sono stati impegnati ${writeImporto(cascata.residuo.valore)} su ${writeImporto(cascata.programmato)}${fondo}.`;
}

/** `tutti sul Fondo nazionale per le non autosufficienze (FNA)`, where one fund holds it all; else each fund with its sum. */
function tellFondi(residui: Cascata['residui'], totale: number): string {
  const [primo] = residui;
  if (primo && residui.length === 1 && primo.valore === totale) return `tutti sul ${nameFondo(primo.fonte)}`;
  return `di cui ${joinNomi(
    residui.map(({ fonte, valore }) => `${writeImporto(valore)} sul ${nameFondo(fonte)}`),
    residui.length,
  )}`;
}

function isSigla(fonte: string): boolean {
  return /^[A-Z]{3,}$/.test(fonte);
}

/** After `sul`: the acronym of a known fund is told in full. */
export function nameFondo(fonte: string): string {
  const nota = isSigla(fonte) ? findFonte(fonte) : null;
  return nota ? `${nota.titolo} (${nota.nome})` : `fondo ${fonte}`;
}

/** Where the budget carries the same sum over: the only trace of the fund that it belongs to. */
export function findRiporto({ residuo }: Cascata, capienza: Capienza | null): VoceFondo | null {
  const voci = capienza?.fondi.flatMap((fondo) => fondo.voci) ?? [];
  return voci.find((voce) => voce.residuo && voce.importo === residuo?.valore) ?? null;
}

/** The finding of the flow: `Il 55 % viene dal budget ordinario; quattro euro su dieci delle altre fonti sono del PNRR`. */
export function titleFlusso(flusso: Flusso): string {
  const ordinario = sumSpecie(flusso, 'budget-ordinario');
  const [prima] = flusso.aree.toSorted((a, b) => b.valore - a.valore);
  const quota = `Il ${perCento(ordinario, flusso.totale)} del denaro viene dal budget ordinario`;
  return prima ? `${quota}; il ${perCento(prima.valore, flusso.totale)} va a «${prima.nome}»` : quota;
}

/** The finding of the years: how much stands in the richest, and how the last compares with it. */
export function titleAnni(anni: readonly AnnoProgrammato[]): string {
  const noti = anni.flatMap(({ anno, totale }) => (isPresente(totale) ? [{ anno, totale }] : []));
  const [alto] = noti.toSorted((a, b) => b.totale.valore - a.totale.valore);
  const basso = noti.toSorted((a, b) => a.totale.valore - b.totale.valore)[0];
  if (!alto || !basso) return 'Quanto è programmato, anno per anno';
  if (alto === basso || alto.totale.valore === basso.totale.valore) {
    return `Nel ${alto.anno} sono programmati ${alto.totale.testo}`;
  }
  const somma = noti.reduce((tutti, { totale }) => tutti + totale.valore, 0);
  return `Il ${alto.anno} ha il ${perCento(alto.totale.valore, somma)} del denaro programmato, il ${basso.anno} il ${perCento(basso.totale.valore, somma)}`;
}

/** The finding of a cascade: `Impegnato il 95,00 %: restano 273.854,03 €`. */
export function titleCascata({ periodo, avanzamento, residuo }: Cascata): string {
  if (!isPresente(avanzamento)) return `Che cosa è stato del denaro del ${periodo}`;
  const resto = isPresente(residuo) ? `, restano da impegnare ${residuo.testo}` : '';
  return `Del ${periodo} è stato impegnato il ${avanzamento.testo}${resto}`;
}

/** The finding of the funds, the tightest first: `Sul Fondo povertà restano 31.989,19 €, sul Piano di Zona 3.043.202,51 €`. */
export function titleCapienza({ fondi }: Capienza): string {
  const oltre = fondi.filter((fondo) => fondo.programmato > fondo.disponibile);
  if (oltre.length > 0) {
    const voci = oltre.map((f) => `${f.nome} (${writeImporto(f.programmato - f.disponibile)} in più)`);
    return `Le schede programmano più di quanto c’è su ${joinNomi(voci)}`;
  }
  const voci = fondi.map((f) => `${writeImporto(f.disponibile - f.programmato)} del ${f.nome}`);
  return `Nelle schede non compaiono ${joinNomi(voci)}`;
}

/** The finding of the interventi: the largest, and how many have no amount. */
export function titleInterventi({ interventi, totale }: Flusso): string {
  const [primo] = interventi
    .filter(({ valore }) => valore !== null)
    .toSorted((a, b) => (b.valore ?? 0) - (a.valore ?? 0));
  if (!primo?.valore) return 'Nessun intervento ha denaro';
  return `${primo.nome} ha la somma più alta: ${writeImporto(primo.valore)}, il ${perCento(primo.valore, totale)}`;
}

export interface Annuo {
  readonly periodo: string;
  readonly anni: number;
  readonly importo: number;
  /** Cents a year. */
  readonly annuo: number;
}

/** The budgets of two cicli of different length, per year; null where one of them is not stated. */
export function compareCicli({
  cascate,
  capienza,
  ciclo,
}: Spesa): { readonly prima: Annuo; readonly dopo: Annuo } | null {
  const passata = cascate.find(({ periodo }) => periodo !== ciclo && ciclo !== null && periodo < ciclo);
  if (!passata || passata.programmato === null || capienza === null || ciclo === null) return null;
  const prima = toAnnuo(passata.periodo, passata.programmato);
  const dopo = toAnnuo(ciclo, capienza.budget);
  return prima && dopo ? { prima, dopo } : null;
}

function toAnnuo(periodo: string, importo: number): Annuo | null {
  const estremi = parsePeriodo(periodo);
  if (!estremi) return null;
  const anni = estremi.a - estremi.da + 1;
  return { periodo, anni, importo, annuo: Math.round(importo / anni) };
}
