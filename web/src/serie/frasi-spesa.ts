/** What the page of the money says, in sentences: true at any data. */
import { findFonte } from '../../../functions/core/fonti.ts';
import { formatNumero } from '../../../functions/core/formato.ts';
import { type Capienza, isSigla, type VoceFondo } from './capienza.ts';
import type { Figura } from './figura.ts';
import type { Flusso } from './flusso.ts';
import { capitalize, joinNomi, withArticolo } from './parole.ts';
import { isPresente } from './raccolta.ts';
import type { AnnoProgrammato, Cascata, Spesa } from './spesa.ts';
import { formatInBreve, formatValore, joinParti } from './valore.ts';

const EURO = { unita: '€', decimali: 2 } as const;

/** Money in a sentence: `904.397 €`, `1,53 milioni di €`. */
export function tellImporto(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), EURO));
}

/** To the cent: `273.854,03 €`. */
export function writeImporto(cent: number): string {
  return formatValore(cent, EURO);
}

/** `il 55 %`. */
const perCento = (parte: number, tutto: number) => withArticolo(`${formatNumero((parte / tutto) * 100, 0)}\u202f%`);

/** The answer to the page's question, in full sentences; only what the tables say. */
export function tellSpesa(spesa: Spesa): string {
  const frasi = [tellFlusso(spesa), tellResiduo(spesa)].filter((frase) => frase !== null);
  return frasi.length > 0
    ? frasi.join(' ')
    : 'Per questo ambito nessuna tabella pubblicata dice ancora quanto denaro c’è e come è programmato.';
}

/** What the numbers of the answer are. */
export function listFigureSpesa({ flusso, intero, cascate }: Spesa): Figura[] {
  const cascata = cascate.find(({ aperto }) => !aperto);
  return [
    ...(flusso ? [flusso.figura] : []),
    ...(flusso && intero && flusso.periodo !== intero.periodo ? [intero.figura] : []),
    ...(flusso ? ['budget-ordinario', 'altre'].flatMap((specie) => findFiguraSpecie(flusso, specie) ?? []) : []),
    ...(cascata?.figure ?? []),
  ];
}

function tellFlusso({ flusso, intero, ciclo }: Spesa): string | null {
  if (!flusso || !intero || ciclo === null) return null;
  const altre = sumSpecie(flusso, 'altre');
  const testa =
    flusso.periodo === ciclo
      ? `Il Piano di Zona ${ciclo} programma ${tellImporto(flusso.totale)}`
      : `Per il ${flusso.periodo} il Piano di Zona programma ${tellImporto(flusso.totale)}, ${perCento(flusso.totale, intero.totale)} di tutto il ${ciclo}`;
  const fonti =
    altre > 0
      ? `: ${tellImporto(sumSpecie(flusso, 'budget-ordinario'))} dal suo budget ordinario, ${tellImporto(altre)} da altre fonti`
      : ', tutto dal suo budget ordinario';
  const dove = findAreaMaggiore(flusso);
  return `${testa}${fonti}${dove ? `; ${perCento(dove.valore, flusso.totale)} va a «${dove.nome}»` : ''}.`;
}

const findAreaMaggiore = ({ aree }: Flusso) => aree.toSorted((a, b) => b.valore - a.valore)[0];

/** @returns null where nothing comes from it: no figure is computed of nothing */
export function findFiguraSpecie(flusso: Flusso, specie: string): Figura | null {
  return sumSpecie(flusso, specie) > 0 ? { ...flusso.figura, dimensioni: { fonte: specie } } : null;
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
  const prima = findAreaMaggiore(flusso);
  const quota = `${capitalize(perCento(ordinario, flusso.totale))} del denaro viene dal budget ordinario`;
  return prima ? `${quota}; ${perCento(prima.valore, flusso.totale)} va a «${prima.nome}»` : quota;
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
  return `Il ${alto.anno} ha ${perCento(alto.totale.valore, somma)} del denaro programmato, il ${basso.anno} ${perCento(basso.totale.valore, somma)}`;
}

/** The finding of a cascade: `Impegnato il 95,00 %: restano 273.854,03 €`. */
export function titleCascata({ periodo, avanzamento, residuo }: Cascata): string {
  if (!isPresente(avanzamento)) return `Che cosa è stato del denaro del ${periodo}`;
  const resto = isPresente(residuo) ? `, restano da impegnare ${residuo.testo}` : '';
  return `Del ${periodo} è stato impegnato ${withArticolo(avanzamento.testo)}${resto}`;
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
  return `${primo.nome} ha la somma più alta: ${writeImporto(primo.valore)}, ${perCento(primo.valore, totale)}`;
}
