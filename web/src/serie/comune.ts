/** Everything about one comune: its figures, its place among the others, the sentence that sums it up. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, IndicatoreDto, OsservazioneDto } from '../../../functions/core/http/schemi.ts';
import type { DimensioniLette } from './fasce-lette.ts';
import { type Figura, figuraOf } from './figura.ts';
import { capitalize, countOf, describeDimensione, describePeriodo, inComune } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createDato, type Dato, isPresente } from './raccolta.ts';
import { chooseOsservazioni } from './scelta.ts';
import { cellOf, type TavolaGrafico } from './tavola-grafico.ts';
import { describeUnita, formatInBreve, isAdditiva, joinParti, tellValore, toNumero } from './valore.ts';

interface Ricetta {
  readonly id: string;
  readonly etichetta: string;
  /** What the term of art means, in a few words. */
  readonly senso?: string;
  readonly dimensioni?: DimensioniLette;
  /** In the latest year of another indicator, with which it is read. */
  readonly nellAnnoDi?: string;
}

export interface SezioneProfilo {
  readonly titolo: string;
  readonly voci: readonly VoceProfilo[];
}

const SEZIONI: readonly { readonly titolo: string; readonly ricette: readonly Ricetta[] }[] = [
  {
    titolo: 'Persone',
    ricette: [
      { id: 'popolazione', etichetta: 'Residenti' },
      { id: 'variazione-popolazione-pct', etichetta: 'Variazione dei residenti' },
      { id: 'densita', etichetta: 'Abitanti per km²' },
      { id: 'quota-fascia', etichetta: 'Hanno 65 anni o più', dimensioni: { fascia: '65+' } },
      {
        id: 'indice-vecchiaia',
        etichetta: 'Indice di vecchiaia',
        senso: 'persone di 65 anni e più ogni 100 fino a 14',
      },
      {
        id: 'dipendenza-strutturale',
        etichetta: 'Dipendenza strutturale',
        senso: 'fino a 14 anni e da 65 in su, ogni 100 in età di lavoro',
      },
      { id: 'tasso-migratorio', etichetta: 'Saldo migratorio', senso: 'arrivi meno partenze, ogni 1.000 residenti' },
    ],
  },
  {
    titolo: 'Famiglie',
    ricette: [
      { id: 'famiglie', etichetta: 'Famiglie' },
      { id: 'componenti-medi', etichetta: 'Persone per famiglia' },
    ],
  },
  {
    titolo: 'Spesa sociale del comune',
    ricette: [
      { id: 'spesa-storica-media', etichetta: 'Spesa storica', senso: 'media di un anno, a carico del comune' },
      { id: 'spesa-storica-procapite', etichetta: 'Spesa storica per abitante' },
    ],
  },
  {
    titolo: 'Quanto mette nel Piano di Zona',
    ricette: [
      { id: 'cofinanziamento-minimo', etichetta: 'Quota minima', dimensioni: { forma: 'totale' } },
      { id: 'cofinanziamento-minimo', etichetta: 'di cui in denaro', dimensioni: { forma: 'denaro' } },
      { id: 'cofinanziamento-versato', etichetta: 'Versato in denaro', dimensioni: { forma: 'denaro' } },
      {
        id: 'cofinanziamento-versato-procapite',
        etichetta: 'Versato per residente',
        dimensioni: { forma: 'denaro' },
      },
      { id: 'aumento-quota-denaro', etichetta: 'Passo del denaro', senso: 'quota minima meno ultimo versato' },
      { id: 'peso-quota', etichetta: 'Peso della quota', senso: 'quanto della spesa storica copre da sola' },
      {
        id: 'cofinanziamento-programmato',
        etichetta: 'Programmato',
        dimensioni: { forma: 'totale' },
        nellAnnoDi: 'cofinanziamento-minimo',
      },
    ],
  },
];

/** Where a comune stands, counted from the highest value; equal as shown, equal in place. */
export interface Posto {
  readonly posto: number;
  readonly su: number;
  readonly pari: boolean;
}

/** The lowest or the highest value, and whose figure it is: of the first in the list, where some are equal. */
export interface Estremo {
  readonly testo: string;
  readonly figura: Figura;
}

export interface VoceProfilo {
  readonly chiave: string;
  readonly etichetta: string;
  readonly senso: string | null;
  /** `al 31 dicembre 2021, anagrafe dei comuni`. */
  readonly quando: string;
  readonly dato: Dato;
  /** The ambito's value, where it is a term of comparison. */
  readonly ambito: number | null;
  readonly ambitoTesto: string | null;
  readonly ambitoFigura: Figura | null;
  /** Values of all the comuni that have one, this one marked. */
  readonly punti: readonly { readonly codice: string; readonly valore: number }[];
  readonly minimo: Estremo | null;
  readonly massimo: Estremo | null;
  readonly posto: Posto | null;
}

export interface Materia {
  readonly ambito: Pick<AmbitoDto, 'comuni'>;
  readonly osservazioni: readonly OsservazioneDto[];
  readonly catalogo: readonly IndicatoreDto[];
}

/** @returns sections that hold at least one figure of this comune, present or missing with its reason */
export function buildProfilo(materia: Materia, codice: string): SezioneProfilo[] {
  return SEZIONI.map(({ titolo, ricette }) => ({
    titolo,
    voci: ricette.flatMap((ricetta) => buildVoce(materia, codice, ricetta) ?? []),
  })).filter(({ voci }) => voci.some(({ dato }) => dato.valore !== null));
}

/** Titles of the sections of which no table says anything: what would be here. */
export function listSezioniVuote(sezioni: readonly SezioneProfilo[]): string[] {
  const piene = new Set(sezioni.map(({ titolo }) => titolo));
  return SEZIONI.map(({ titolo }) => titolo).filter((titolo) => !piene.has(titolo));
}

function buildVoce({ ambito, osservazioni, catalogo }: Materia, codice: string, ricetta: Ricetta): VoceProfilo | null {
  const indicatore = catalogo.find(({ id }) => id === ricetta.id);
  if (!indicatore) return null;
  const dimensioni = ricetta.dimensioni ?? {};
  const sue = listPerIndicatore(osservazioni, ricetta.id).filter((o) =>
    Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
  );
  const altro = ricetta.nellAnnoDi ? listPerIndicatore(osservazioni, ricetta.nellAnnoDi) : [];
  const periodo = altro
    .filter((o) => o.valore !== null)
    .map((o) => o.periodo)
    .toSorted()
    .at(-1);
  const scelta = chooseOsservazioni(sue, { dimensioni, periodo });
  const trovata = scelta.osservazioni.find((o) => o.comune === codice);
  if (!trovata || scelta.periodo === null) return null;
  const dato = createDato(trovata, indicatore);
  const punti = ambito.comuni.flatMap(({ codiceIstat }) => {
    const osservazione = scelta.osservazioni.find((o) => o.comune === codiceIstat);
    const valore = osservazione ? toNumero(osservazione.valore) : null;
    return osservazione && valore !== null ? [{ codice: codiceIstat, valore, figura: figuraOf(osservazione) }] : [];
  });
  const perValore = punti.toSorted((a, b) => a.valore - b.valore);
  const toEstremo = (punto: (typeof punti)[number] | undefined): Estremo | null =>
    punto ? { testo: tellValore(punto.valore, indicatore), figura: punto.figura } : null;
  const intero = scelta.osservazioni.find((o) => o.comune === null);
  const valoreAmbito = intero && !isAdditiva(indicatore.unita) ? toNumero(intero.valore) : null;
  const { rilevazione } = scelta.dimensioni;
  const quando = describePeriodo(scelta.periodo, indicatore.id);
  return {
    chiave: [ricetta.id, ...Object.values(dimensioni)].join(' '),
    etichetta: ricetta.etichetta,
    senso: ricetta.senso ?? null,
    quando: rilevazione ? `${quando}, ${describeDimensione('rilevazione', rilevazione)}` : quando,
    dato,
    ambito: valoreAmbito,
    ambitoTesto: valoreAmbito === null ? null : tellValore(valoreAmbito, indicatore),
    ambitoFigura: intero && valoreAmbito !== null ? figuraOf(intero) : null,
    punti,
    minimo: toEstremo(perValore[0]),
    massimo: toEstremo(perValore.at(-1)),
    posto: isPresente(dato) ? findPosto(punti, dato, indicatore) : null,
  };
}

function findPosto(
  punti: VoceProfilo['punti'],
  dato: Dato & { readonly valore: number },
  indicatore: IndicatoreDto,
): Posto | null {
  if (punti.length < 2) return null;
  const detti = punti.map(({ valore }) => ({ valore, pari: tellValore(valore, indicatore) === dato.testo }));
  const sopra = detti.filter(({ valore, pari }) => valore > dato.valore && !pari);
  return { posto: sopra.length + 1, su: punti.length, pari: detti.filter(({ pari }) => pari).length > 1 };
}

/** `3ª su 7`, `3ª su 7, a pari`. */
export function tellPosto({ posto, su, pari }: Posto): string {
  return `${posto}ª su ${su}${pari ? ', a pari' : ''}`;
}

/** The answer: who lives there, what is spent, what is due. Only what the tables say. */
export function tellComune(sezioni: readonly SezioneProfilo[], nome: string, residentiAmbito: number | null): string {
  const voci = new Map(sezioni.flatMap(({ voci: sue }) => sue.map((voce) => [voce.chiave, voce] as const)));
  const find = (chiave: string) => {
    const voce = voci.get(chiave);
    return voce && isPresente(voce.dato) ? { ...voce, valore: voce.dato.valore, testo: voce.dato.testo } : null;
  };
  const persone = find('popolazione');
  const anziani = find('quota-fascia 65+');
  const spesa = find('spesa-storica-procapite');
  const quota = find('cofinanziamento-minimo totale');
  const denaro = find('cofinanziamento-minimo denaro');
  const passo = find('aumento-quota-denaro');
  const versato = find('cofinanziamento-versato denaro');
  const parte =
    persone && residentiAmbito
      ? `, ${formatNumero((persone.valore / residentiAmbito) * 100, 1)} su cento dell’ambito`
      : '';
  const vecchi = anziani ? `; ${formatNumero(Math.round(anziani.valore))} su cento hanno 65 anni o più` : '';
  const passoTesto =
    passo && versato && passo.valore !== 0
      ? `, ${tellEuro(passo.valore)} in ${passo.valore < 0 ? 'meno' : 'più'} del versato nel ${versato.dato.osservazione.periodo}`
      : '';
  const frasi = [
    persone
      ? `${capitalize(describePeriodo(persone.dato.osservazione.periodo, 'popolazione'))} ${inComune(nome)} vivono ${persone.testo} persone${parte}${vecchi}.`
      : `Quante persone vivono ${inComune(nome)} non è ancora pubblicato.`,
    spesa
      ? `Per il sociale il comune ha speso ${spesa.testo} per abitante l’anno${spesa.ambitoTesto ? ` (ambito: ${spesa.ambitoTesto})` : ''}.`
      : null,
    quota
      ? `Nel ${quota.dato.osservazione.periodo} deve mettere nel Piano almeno ${tellEuro(quota.valore)}${denaro ? `, di cui ${tellEuro(denaro.valore)} in denaro${passoTesto}` : ''}.`
      : null,
  ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

const DETTE = [
  'popolazione',
  'quota-fascia 65+',
  'spesa-storica-procapite',
  'cofinanziamento-minimo totale',
  'cofinanziamento-minimo denaro',
  'aumento-quota-denaro',
];

/** What the numbers of the answer are. */
export function listFigureComune(sezioni: readonly SezioneProfilo[]): Figura[] {
  const voci = sezioni.flatMap(({ voci: sue }) => sue);
  return DETTE.flatMap((chiave) =>
    voci.flatMap((voce) => (voce.chiave === chiave && isPresente(voce.dato) ? [figuraOf(voce.dato.osservazione)] : [])),
  );
}

/** The finding of the lines: at how many ends the comune stands. */
export function titleProfilo(sezioni: readonly SezioneProfilo[], nome: string): string {
  const posti = sezioni.flatMap(({ voci }) => voci.flatMap(({ posto }) => posto ?? []));
  if (posti.length === 0) return `${nome} tra i comuni dell’ambito`;
  const alti = posti.filter(({ posto }) => posto === 1).length;
  const bassi = posti.filter(({ posto, su }) => posto === su).length;
  const righe = (quante: number) => (quante === 0 ? 'nessuna riga' : countOf(quante, 'riga', 'righe'));
  return `Tra i comuni dell’ambito ${nome} ha il valore più alto in ${righe(alti)} e il più basso in ${righe(bassi)}, su ${formatNumero(posti.length)}`;
}

export function tavolaOfProfilo(
  sezioni: readonly SezioneProfilo[],
  comune: { readonly codiceIstat: string },
): TavolaGrafico {
  const detto = (testo: string | null, figura: Figura | null = null) => ({
    testo: testo ?? '',
    valore: null,
    figure: figura ? [figura] : [],
  });
  const colonne = [
    ['valore', 'Valore'],
    ['unita', 'Unità'],
    ['quando', 'Quando'],
    ['posto', 'Posto'],
    ['ambito', 'Intero ambito'],
    ['basso', 'Il più basso'],
    ['alto', 'Il più alto'],
  ] as const;
  return {
    testa: 'Che cosa',
    colonne: colonne.map(([chiave, titolo]) => ({ chiave, titolo, unita: '' })),
    righe: sezioni.flatMap(({ voci }) =>
      voci.map(({ chiave, etichetta, dato, quando, posto, ambitoTesto, ambitoFigura, minimo, massimo }) => ({
        chiave,
        nome: etichetta,
        comune: comune.codiceIstat,
        celle: [
          { ...cellOf(dato), unita: dato.indicatore.unita },
          detto(describeUnita(dato.indicatore.unita)),
          detto(quando),
          detto(posto ? tellPosto(posto) : null),
          detto(ambitoTesto, ambitoFigura),
          ...[minimo, massimo].map((uno) => detto(uno?.testo ?? null, uno?.figura)),
        ],
      })),
    ),
  };
}

function tellEuro(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), { unita: '€', decimali: 2 }));
}
