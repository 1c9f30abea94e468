/** What each comune puts into the Piano di Zona: the minimum, what is programmed, what was paid, and the steps between them. */
import { roundCent } from '../../../functions/core/denaro.ts';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import { type Figura, figuraOf, uniqueFigure } from './figura.ts';
import { compareNomi } from './ordine.ts';
import { capitalize, countOf, joinNomi } from './parole.ts';
import { type Dato, isPresente, type Presente, type Raccolta } from './raccolta.ts';
import { formatInBreve, formatScarto, formatValore, joinParti, toNumero } from './valore.ts';

export type MisuraCofinanziamento = 'abitante' | 'euro';

/** Everything that the tables say of one comune, or of the ambito. */
export interface RigaCofinanziamento {
  readonly codice: string | null;
  readonly nome: string;
  readonly minimo: { readonly totale: Dato | null; readonly denaro: Dato | null; readonly servizi: Dato | null };
  /** In the last year paid before the minimum. */
  readonly versato: Dato | null;
  readonly versatoProcapite: Dato | null;
  readonly programmato: Dato | null;
  readonly aumento: Dato | null;
  readonly peso: Dato | null;
}

export interface Cofinanziamento {
  /** Year of the published minimum; null where none is published. */
  readonly anno: string | null;
  /** Last year paid in denaro; null where no payment is published. */
  readonly annoVersato: string | null;
  /** Years paid in denaro, the oldest first. */
  readonly anniVersati: readonly string[];
  /** Highest step first; without a step, by name. */
  readonly comuni: readonly RigaCofinanziamento[];
  readonly ambito: RigaCofinanziamento;
  readonly scartoMinimo: Presente | null;
  readonly scartoSpesa: Presente | null;
  readonly spesaStorica: Presente | null;
  readonly copertura: Presente | null;
}

const DENARO = { forma: 'denaro' } as const;

const TOTALE = { forma: 'totale' } as const;

export function buildCofinanziamento(ambito: Pick<AmbitoDto, 'nome' | 'comuni'>, raccolta: Raccolta): Cofinanziamento {
  const anniVersati = raccolta.listPeriodi('cofinanziamento-versato', DENARO);
  const anno = raccolta.listPeriodi('cofinanziamento-minimo', TOTALE).at(-1) ?? null;
  const annoProgrammato = anno ?? raccolta.listPeriodi('cofinanziamento-programmato', TOTALE).at(0) ?? null;
  const annoVersato = anniVersati.filter((uno) => anno === null || uno < anno).at(-1) ?? null;
  const rowOf = (codice: string | null, nome: string): RigaCofinanziamento => {
    const at = (id: string, periodo: string | null, dimensioni = {}) =>
      periodo === null ? null : raccolta.find({ id, comune: codice, periodo, dimensioni });
    return {
      codice,
      nome,
      minimo: {
        totale: at('cofinanziamento-minimo', anno, TOTALE),
        denaro: at('cofinanziamento-minimo', anno, DENARO),
        servizi: at('cofinanziamento-minimo', anno, { forma: 'servizi' }),
      },
      versato: at('cofinanziamento-versato', annoVersato, DENARO),
      versatoProcapite: at('cofinanziamento-versato-procapite', annoVersato, DENARO),
      programmato: at('cofinanziamento-programmato', annoProgrammato, TOTALE),
      aumento: at('aumento-quota-denaro', anno),
      peso: at('peso-quota', anno),
    };
  };
  const ambitoAt = (id: string, periodo: string | null) =>
    periodo === null ? null : raccolta.findPresente({ id, comune: null, periodo });
  return {
    anno,
    annoVersato,
    anniVersati,
    comuni: ambito.comuni.map(({ codiceIstat, nome }) => rowOf(codiceIstat, nome)).toSorted(compareAumenti),
    ambito: rowOf(null, 'Intero ambito'),
    scartoMinimo: ambitoAt('scarto-minimo', annoProgrammato),
    scartoSpesa: ambitoAt('scarto-spesa-storica', annoProgrammato),
    spesaStorica: ambitoAt('spesa-storica-media', raccolta.listPeriodi('spesa-storica-media').at(-1) ?? null),
    copertura: ambitoAt('copertura-trasferimenti', annoProgrammato),
  };
}

function compareAumenti(a: RigaCofinanziamento, b: RigaCofinanziamento): number {
  const [uno, altro] = [a.aumento?.valore ?? null, b.aumento?.valore ?? null];
  if (uno === null || altro === null) {
    return Number(uno === null) - Number(altro === null) || compareNomi(a.nome, b.nome);
  }
  return altro - uno || compareNomi(a.nome, b.nome);
}

const EURO = { unita: '€', decimali: 2 } as const;

/** Money in a sentence: `904.397 €`, `1,53 milioni di €`. */
export function tellEuro(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), EURO));
}

/** The answer to the page's question, in full sentences; only what the tables say. */
export function tellCofinanziamento(dati: Cofinanziamento): string {
  const { anno, ambito, comuni, annoVersato } = dati;
  const minimo = ambito.minimo.totale;
  if (anno === null || !isPresente(minimo)) {
    const ultimo = ambito.versato;
    return isPresente(ultimo) && annoVersato !== null
      ? `Nel ${annoVersato} i comuni hanno versato in denaro ${tellEuro(ultimo.valore)}. La quota minima non è ancora pubblicata.`
      : 'Per questo ambito nessuna tabella pubblicata dice ancora quanto mettono i comuni.';
  }
  const { denaro } = ambito.minimo;
  const quote = comuni.flatMap((riga) => (isPresente(riga.minimo.totale) ? [{ riga, dato: riga.minimo.totale }] : []));
  const [alta, bassa] = [quote.toSorted((a, b) => b.dato.valore - a.dato.valore)[0], findBassa(quote)];
  const estremi =
    alta && bassa && alta !== bassa
      ? `, da ${tellEuro(bassa.dato.valore)} di ${bassa.riga.nome} a ${tellEuro(alta.dato.valore)} di ${alta.riga.nome}`
      : '';
  const frasi = [
    `Nel ${anno} i ${countOf(comuni.length, 'comune', 'comuni').replace(/^un comune$/, 'comuni')} devono mettere insieme almeno ${tellEuro(minimo.valore)}${estremi}.`,
    isPresente(denaro)
      ? `${capitalize(tellParte(denaro.valore, minimo.valore))} è da versare in denaro, il resto si può dare in servizi.`
      : null,
    tellVersato(dati),
    tellProgrammato(dati),
  ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

function findBassa<T extends { readonly dato: Presente }>(quote: readonly T[]): T | undefined {
  return quote.toSorted((a, b) => a.dato.valore - b.dato.valore)[0];
}

function tellParte(parte: number, tutto: number): string {
  const quota = (parte / tutto) * 100;
  return Math.abs(quota - 50) < 0.005 ? 'metà' : `il ${formatNumero(quota, 0)}${'\u202f'}%`;
}

/** What the numbers of the answer are. */
export function listFigureCofinanziamento({
  anno,
  ambito,
  comuni,
  scartoMinimo,
  scartoSpesa,
}: Cofinanziamento): Figura[] {
  const ends = (dati: readonly (Dato | null)[]) => {
    const ordinati = dati.filter(isPresente).toSorted((a, b) => a.valore - b.valore);
    return [ordinati[0] ?? null, ordinati.at(-1) ?? null];
  };
  const dette =
    anno === null
      ? [ambito.versato]
      : [
          ambito.minimo.totale,
          ...ends(comuni.map(({ minimo }) => minimo.totale)),
          ambito.minimo.denaro,
          ...ends(comuni.map(({ versatoProcapite }) => versatoProcapite)),
          ambito.programmato,
          scartoMinimo,
          scartoSpesa,
        ];
  return uniqueFigure(dette.filter(isPresente).map(({ osservazione }) => figuraOf(osservazione)));
}

/** Who last paid least and most for each resident; where that is not known, how the quota moves from what was paid. */
function tellVersato(dati: Cofinanziamento): string | null {
  const { comuni, anno, annoVersato } = dati;
  const versati = comuni.flatMap(({ nome, versatoProcapite: dato }) => (isPresente(dato) ? [{ nome, dato }] : []));
  const ordinati = versati.toSorted((a, b) => a.dato.valore - b.dato.valore);
  const [basso, alto] = [ordinati[0], ordinati.at(-1)];
  if (!basso || !alto || basso.dato.valore === alto.dato.valore) return tellPassi(dati);
  const minimo =
    anno === annoVersato ? '' : `; se bastassero non si può dire, perché il minimo del ${annoVersato} non è pubblicato`;
  return `Nel ${annoVersato} hanno versato in denaro da ${basso.dato.testo} per residente (${basso.nome}) a ${alto.dato.testo} (${alto.nome})${minimo}.`;
}

function tellPassi({ comuni, annoVersato }: Cofinanziamento): string | null {
  const passi = comuni.flatMap(({ aumento }) => (isPresente(aumento) ? [aumento.valore] : []));
  if (passi.length === 0 || annoVersato === null) return null;
  const su = passi.filter((passo) => passo > 0).length;
  const giu = passi.filter((passo) => passo < 0).length;
  return `Rispetto al denaro versato nel ${annoVersato} la quota ${joinPassi(su, giu, passi.length - su - giu)}.`;
}

function joinPassi(su: number, giu: number, uguali: number): string {
  const voci = [
    su > 0 ? `sale in ${countOf(su, 'comune', 'comuni')}` : null,
    giu > 0
      ? `scende in ${su > 0 ? countOf(giu, 'comune', 'comuni').replace(/ comun[ei]$/, '') : countOf(giu, 'comune', 'comuni')}`
      : null,
    uguali > 0 ? `resta uguale in ${countOf(uguali, 'comune', 'comuni')}` : null,
  ];
  return joinNomi(voci.filter((voce) => voce !== null));
}

function tellProgrammato({ ambito, scartoMinimo, scartoSpesa }: Cofinanziamento): string | null {
  const { programmato } = ambito;
  if (!isPresente(programmato)) return null;
  const scarti = [
    scartoMinimo ? `${tellEuro(scartoMinimo.valore)} ${scartoMinimo.valore < 0 ? 'sotto' : 'sopra'} il minimo` : null,
    scartoSpesa
      ? `${tellEuro(scartoSpesa.valore)} ${scartoSpesa.valore < 0 ? 'sotto' : 'sopra'} la spesa storica`
      : null,
  ].filter((uno) => uno !== null);
  const seguito = scarti.length > 0 ? `: ${joinNomi(scarti)}` : '';
  return `Il Piano ne programma ${tellEuro(programmato.valore)} l’anno${seguito}.`;
}

/** The finding of the chart of the steps: `La quota in denaro sale in tre comuni e scende in quattro: in tutto 982,16 € in più`. */
export function tellAumenti({ comuni, ambito }: Cofinanziamento): string {
  const passi = comuni.flatMap(({ aumento }) => (isPresente(aumento) ? [aumento.valore] : []));
  const su = passi.filter((passo) => passo > 0).length;
  const giu = passi.filter((passo) => passo < 0).length;
  const testa = `La quota in denaro ${joinPassi(su, giu, passi.length - su - giu)}`;
  const tutto = ambito.aumento;
  if (!isPresente(tutto) || tutto.valore === 0) return testa;
  return `${testa}: in tutto ${formatValore(Math.abs(tutto.valore), EURO)} in ${tutto.valore < 0 ? 'meno' : 'più'}`;
}

/** One comune on its way from the money last paid to the minimum it is asked. */
export interface Passo {
  readonly codice: string;
  readonly nome: string;
  /** Cents, or cents per head; null when missing. */
  readonly da: number | null;
  readonly a: number | null;
  /** The step: `+6.915,74 €`. */
  readonly testo: string;
  /** `da 6,14 a 6,49 €`. */
  readonly dettaglio: string;
  readonly motivo: string | null;
  readonly segnalazioni: readonly string[];
  readonly figure: readonly Figura[];
}

/** @param residenti persons by ISTAT code, to read the two ends per head; null: in euro */
export function buildPassi({ comuni }: Cofinanziamento, residenti: ReadonlyMap<string, number> | null): Passo[] {
  return comuni.map(({ codice, nome, versato, minimo, aumento }) => {
    const persone = residenti === null ? 1 : (residenti.get(codice ?? '') ?? null);
    const perTesta = (dato: Dato | null) =>
      isPresente(dato) && persone !== null && persone > 0 ? roundCent(dato.valore / persone) : null;
    const [da, a] = [perTesta(versato), perTesta(minimo.denaro)];
    return {
      codice: codice ?? '',
      nome,
      da,
      a,
      testo: isPresente(aumento) ? formatScarto(aumento.valore, EURO) : 'dato mancante',
      dettaglio: da !== null && a !== null ? tellEstremi(da, a, residenti !== null) : '',
      motivo: aumento?.motivo ?? null,
      segnalazioni: aumento?.osservazione.segnalazioni ?? [],
      figure: aumento ? [figuraOf(aumento.osservazione)] : [],
    };
  });
}

/** Per head to the cent; in euro whole: the cents are in the table. */
function tellEstremi(da: number, a: number, perTesta: boolean): string {
  const [inizio, fine] = [da, a].map((cent) => formatNumero(cent / 100, perTesta ? 2 : 0));
  return `da ${inizio} a ${fine}\u202f€`;
}

/** Residents of one count, by ISTAT code: those by which the payments per head are divided. */
export function findResidenti(
  dati: Cofinanziamento,
  osservazioni: readonly OsservazioneDto[],
): ReadonlyMap<string, number> | null {
  const rilevazione = dati.comuni.find(({ versatoProcapite }) => isPresente(versatoProcapite))?.versatoProcapite
    ?.osservazione.dimensioni.rilevazione;
  if (rilevazione === undefined || dati.annoVersato === null) return null;
  const coppie = osservazioni.flatMap((o): [string, number][] => {
    const persone = toNumero(o.valore);
    const adatta =
      o.indicatore === 'popolazione' && o.periodo === dati.annoVersato && o.dimensioni.rilevazione === rilevazione;
    return adatta && o.comune !== null && persone !== null ? [[o.comune, persone]] : [];
  });
  return coppie.length > 0 ? new Map(coppie) : null;
}
