/** An ambito at a glance: the answer in one paragraph, the key figures with their meaning, the comuni side by side. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, QualitaDto } from '../../../functions/core/http/schemi.ts';
import type { Dimensione } from '../../../functions/core/indicatori/indicatore.ts';
import { type Figura, figuraOf, writeFigure } from './figura.ts';
import { nameFonti, type VersioniPerTipo } from './fonti.ts';
import type { IndicatorePanoramica } from './indicatori-panoramica.ts';
import { capitalize, countOf, describeDimensione, describePeriodo } from './parole.ts';
import { chooseOsservazioni } from './scelta.ts';
import { groupSegnalazioni } from './segnalazioni.ts';
import { formatInBreve, formatValore, type InDueParti, joinParti, toNumero } from './valore.ts';

export interface Materia {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly osservazioni: readonly OsservazioneDto[];
  readonly qualita: QualitaDto;
  readonly versioni: VersioniPerTipo;
}

/** A value of the ambito that is there, ready to be told. */
interface Dato {
  readonly valore: number;
  readonly breve: InDueParti;
  readonly esatto: string;
  readonly periodo: string;
  readonly osservazione: OsservazioneDto;
}

type Dimensioni = Readonly<Partial<Record<Dimensione, string>>>;

export interface Lettore {
  /** The ambito's value, the latest with those dimensions; null when missing. */
  find(id: IndicatorePanoramica, dimensioni?: Dimensioni, periodo?: string): Dato | null;
}

export function createLettore({ catalogo, osservazioni }: Materia): Lettore {
  return {
    find(id, dimensioni = {}, periodo) {
      const indicatore = catalogo.find((i) => i.id === id);
      if (!indicatore) return null;
      const adatte = osservazioni.filter(
        (o) =>
          o.indicatore === id &&
          o.comune === null &&
          o.valore !== null &&
          (periodo === undefined || o.periodo === periodo) &&
          Object.entries(dimensioni).every(([d, v]) => o.dimensioni[d] === v),
      );
      const [osservazione] = chooseOsservazioni(adatte, { dimensioni, periodo }).osservazioni;
      const valore = osservazione ? toNumero(osservazione.valore) : null;
      if (!osservazione || valore === null) return null;
      return {
        valore,
        breve: formatInBreve(valore, indicatore),
        esatto: formatValore(valore, indicatore),
        periodo: osservazione.periodo,
        osservazione,
      };
    },
  };
}

/** A reader that remembers what it found: the figures that a sentence told with it is made of. */
export function traceLettore(lettore: Lettore): { readonly lettore: Lettore; readonly listFigure: () => Figura[] } {
  const trovate = new Map<string, Figura>();
  return {
    lettore: {
      find(...chiave) {
        const dato = lettore.find(...chiave);
        if (dato) {
          const figura = figuraOf(dato.osservazione);
          trovate.set(writeFigure([figura]), figura);
        }
        return dato;
      },
    },
    listFigure: () => [...trovate.values()],
  };
}

/** One tile: a number, when and whence it is, and what it means. */
export interface CifraChiave {
  readonly id: string;
  readonly etichetta: string;
  readonly cifra: InDueParti;
  readonly quando: string;
  readonly fonte: string;
  readonly senso: string;
  /** What the meaning is told with, beside the number itself. */
  readonly figureSenso: readonly Figura[];
  /** What the walk back opens; null where the number is a count made here (the findings). */
  readonly figura: Figura | null;
  readonly segnalazioni: readonly string[];
  /** Where the number is told at length. */
  readonly pagina: {
    readonly a: 'confronto' | 'spesa' | 'cofinanziamento' | 'qualita' | 'metodo';
    readonly indicatore?: IndicatorePanoramica;
    readonly testo: string;
  };
}

type Ricetta = (lettore: Lettore) => { id: IndicatorePanoramica; etichetta: string; dato: Dato; senso: string } | null;

/** Absolute value as it is told after `in più` / `in meno`. */
function tellDifferenza(valore: number): string {
  return `${formatNumero(Math.abs(valore))} in ${valore < 0 ? 'meno' : 'più'}`;
}

const ricette: readonly Ricetta[] = [
  (lettore) => {
    const dato = lettore.find('popolazione');
    return dato && { id: 'popolazione', etichetta: 'Residenti', dato, senso: tellVariazione(lettore, dato) };
  },
  (lettore) => {
    const dato = lettore.find('quota-fascia', { fascia: '65+' });
    const indice = lettore.find('indice-vecchiaia');
    const senso = indice
      ? `Ogni 100 ragazzi fino a 14 anni ci sono ${formatNumero(Math.round(indice.valore))} persone di 65 anni o più (indice di vecchiaia).`
      : 'Parte dei residenti che ha almeno 65 anni.';
    return dato && { id: 'quota-fascia', etichetta: 'Hanno 65 anni o più', dato, senso };
  },
  (lettore) => {
    const dato = lettore.find('famiglie');
    const medi = lettore.find('componenti-medi');
    const senso = medi ? `In media ${medi.esatto} persone per famiglia.` : 'Famiglie iscritte in anagrafe.';
    return dato && { id: 'famiglie', etichetta: 'Famiglie', dato, senso };
  },
  (lettore) => {
    const dato = lettore.find('saldo-migratorio');
    if (!dato) return null;
    const senso =
      dato.valore === 0
        ? 'Chi è arrivato da fuori e chi è partito si pareggiano.'
        : `Differenza tra chi è arrivato da fuori e chi è partito: ${dato.valore < 0 ? 'sono più le partenze' : 'sono più gli arrivi'}.`;
    return { id: 'saldo-migratorio', etichetta: 'Saldo migratorio', dato, senso };
  },
  (lettore) => {
    const dato = lettore.find('spesa-storica-media');
    const procapite = lettore.find('spesa-storica-procapite');
    const senso = procapite
      ? `Quanto i comuni spendono da soli in un anno per il sociale: ${procapite.esatto} per abitante.`
      : 'Quanto i comuni spendono da soli in un anno per il sociale, in media.';
    return dato && { id: 'spesa-storica-media', etichetta: 'Spesa sociale dei comuni', dato, senso };
  },
  (lettore) => {
    const dato = lettore.find('avanzamento-impegni');
    const residuo = lettore.find('residuo', {}, dato?.periodo);
    const senso = residuo
      ? `Parte del programmato che ha già un impegno di spesa. Restano da impegnare ${joinParti(residuo.breve)}.`
      : 'Parte del programmato che ha già un impegno di spesa.';
    return dato && { id: 'avanzamento-impegni', etichetta: 'Già impegnato', dato, senso };
  },
  (lettore) => {
    // The year that the minimum is published for, where there is one.
    const anno = findMinimo(lettore)?.periodo;
    const dato =
      lettore.find('cofinanziamento-programmato', { forma: 'totale' }, anno) ??
      lettore.find('cofinanziamento-programmato');
    return (
      dato && {
        id: 'cofinanziamento-programmato',
        etichetta: 'Cofinanziamento dei comuni',
        dato,
        senso: tellCofinanziamento(lettore),
      }
    );
  },
  (lettore) => {
    const dato = lettore.find('densita');
    return dato && !lettore.find('spesa-storica-media')
      ? {
          id: 'densita',
          etichetta: 'Abitanti per km²',
          dato,
          senso: 'Quante persone vivono in media in un chilometro quadrato.',
        }
      : null;
  },
];

interface Variazione {
  readonly persone: number;
  readonly daAnno: string;
  readonly quota: string | null;
}

/** Change of the residents, only within one rilevazione: two counts of one day honestly differ. */
function findVariazione(lettore: Lettore, popolazione: Dato): Variazione | null {
  const rilevazione = popolazione.osservazione.dimensioni.rilevazione;
  const stessa = rilevazione === undefined ? {} : { rilevazione };
  const differenza = lettore.find('variazione-popolazione', stessa);
  if (!differenza) return null;
  const quota = lettore.find('variazione-popolazione-pct', stessa, differenza.periodo);
  return { persone: differenza.valore, daAnno: differenza.periodo.slice(0, 4), quota: quota?.esatto ?? null };
}

function tellVariazione(lettore: Lettore, popolazione: Dato): string {
  const variazione = findVariazione(lettore, popolazione);
  if (!variazione) return 'Persone che vivono nei comuni dell’ambito.';
  const { persone, daAnno, quota } = variazione;
  if (persone === 0) return `Tante quante nel ${daAnno}.`;
  return `${tellDifferenza(persone)} rispetto al ${daAnno}${quota ? ` (${quota})` : ''}.`;
}

function findMinimo(lettore: Lettore) {
  return lettore.find('cofinanziamento-minimo', { forma: 'totale' }) ?? lettore.find('cofinanziamento-minimo');
}

function tellCofinanziamento(lettore: Lettore): string {
  const minimo = findMinimo(lettore);
  const scarto = lettore.find('scarto-minimo', {}, minimo?.periodo);
  const storica = lettore.find('scarto-spesa-storica', {}, scarto?.periodo);
  const frasi = [
    minimo && scarto
      ? `Il minimo è ${joinParti(minimo.breve)}: il piano mette ${tellEuro(scarto.valore)} in ${scarto.valore < 0 ? 'meno' : 'più'}.`
      : 'Quanto il piano prevede che i comuni mettano in un anno.',
    storica && storica.valore !== 0
      ? `Rispetto alla spesa storica è ${tellEuro(storica.valore)} ${storica.valore < 0 ? 'sotto' : 'sopra'}.`
      : null,
  ];
  return frasi.filter((f) => f !== null).join(' ');
}

function tellEuro(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), { unita: '€', decimali: 2 }));
}

export function buildCifre(materia: Materia): CifraChiave[] {
  const cifre = ricette.flatMap((ricetta): CifraChiave[] => {
    const { lettore, listFigure } = traceLettore(createLettore(materia));
    const fatta = ricetta(lettore);
    if (!fatta) return [];
    const { id, etichetta, dato, senso } = fatta;
    const figura = figuraOf(dato.osservazione);
    const sua = writeFigure([figura]);
    return [
      {
        id,
        etichetta,
        cifra: id === 'spesa-storica-media' ? { ...dato.breve, unita: `${dato.breve.unita} l’anno` } : dato.breve,
        quando: tellQuando(dato, id),
        fonte: nameFonti(dato.osservazione.origine, materia.versioni),
        senso,
        // Only where it tells numbers: a plain meaning has nowhere to lead.
        figureSenso: /\d/.test(senso) ? listFigure().filter((una) => writeFigure([una]) !== sua) : [],
        figura,
        segnalazioni: dato.osservazione.segnalazioni,
        pagina: paginaOf(id, materia),
      },
    ];
  });
  return [...cifre, cifraQualita(materia)];
}

/** Figures that have a page of their own beside the comparison. */
const PAGINE: Readonly<Partial<Record<IndicatorePanoramica, CifraChiave['pagina']>>> = {
  'avanzamento-impegni': { a: 'spesa', testo: 'Segui la spesa' },
  'cofinanziamento-programmato': { a: 'cofinanziamento', testo: 'Vedi chi mette quanto' },
};

function paginaOf(id: IndicatorePanoramica, { osservazioni }: Materia): CifraChiave['pagina'] {
  const sua = PAGINE[id];
  if (sua) return sua;
  const neiComuni = osservazioni.some((o) => o.indicatore === id && o.comune !== null && o.valore !== null);
  return neiComuni
    ? { a: 'confronto', indicatore: id, testo: 'Confronta i comuni' }
    : { a: 'metodo', indicatore: id, testo: 'Che cosa misura' };
}

function tellQuando(dato: Dato, id: string): string {
  const rilevazione = dato.osservazione.dimensioni.rilevazione;
  const periodo = capitalize(describePeriodo(dato.periodo, id));
  return rilevazione ? `${periodo}, ${describeDimensione('rilevazione', rilevazione)}` : periodo;
}

function cifraQualita({ qualita }: Materia): CifraChiave {
  const gruppi = groupSegnalazioni(qualita.segnalazioni);
  const quante = gruppi.nonTornano.length;
  const altre = gruppi.daGuardare.length;
  const testa =
    quante === 0
      ? 'Le somme e i rapporti che i documenti dichiarano tornano con i loro stessi numeri.'
      : 'Il documento dichiara un valore e i suoi stessi numeri ne danno un altro.';
  return {
    id: 'qualita',
    etichetta: 'Cifre che non tornano',
    cifra: { cifra: formatNumero(quante), unita: '' },
    quando: 'In tutte le tabelle pubblicate',
    fonte: 'controlli sui documenti',
    senso: altre === 0 ? testa : `${testa} Da guardare anche ${countOf(altre, 'altra cosa', 'altre cose')}.`,
    figureSenso: [],
    figura: null,
    segnalazioni: [],
    pagina: { a: 'qualita', testo: 'Leggi le segnalazioni' },
  };
}

/** The first sentences of the page: who lives here, how it changed, how old, what is spent. Only what the data say. */
export function buildRispostaPanoramica(materia: Materia): string {
  return tellPanoramica(materia, createLettore(materia));
}

/** What the numbers of the answer are. */
export function listFigurePanoramica(materia: Materia): Figura[] {
  const { lettore, listFigure } = traceLettore(createLettore(materia));
  tellPanoramica(materia, lettore);
  return listFigure();
}

function tellPanoramica(materia: Materia, lettore: Lettore): string {
  const popolazione = lettore.find('popolazione');
  const comuni = countOf(materia.ambito.comuni.length, 'comune', 'comuni');
  if (!popolazione) return `L’ambito riunisce ${comuni}. Non è ancora stata pubblicata nessuna tabella di dati.`;
  const variazione = findVariazione(lettore, popolazione);
  const differenza =
    variazione && variazione.persone !== 0
      ? `, ${tellDifferenza(variazione.persone)} rispetto al ${variazione.daAnno}`
      : '';
  const anziani = lettore.find('quota-fascia', { fascia: '65+' });
  const spesa = lettore.find('spesa-storica-procapite');
  const rilevazione = popolazione.osservazione.dimensioni.rilevazione === 'istat' ? ' secondo l’ISTAT' : '';
  const frasi = [
    `${capitalize(describePeriodo(popolazione.periodo, 'popolazione'))} nei ${comuni} vivono ${popolazione.esatto} persone${rilevazione}${differenza}.`,
    anziani ? `${formatNumero(Math.round(anziani.valore))} su cento hanno 65 anni o più.` : null,
    spesa
      ? `Per il sociale i comuni hanno speso ${spesa.esatto} per abitante l’anno, ${describePeriodo(spesa.periodo, 'spesa')}.`
      : null,
  ];
  return frasi.filter((f) => f !== null).join(' ');
}

/** A column of the table of comuni: an indicator that has values for them. */
export interface ColonnaComuni {
  readonly indicatore: IndicatoreDto;
  readonly titolo: string;
  readonly quando: string;
  /** ISTAT code (or null: the ambito) -> cell. */
  readonly celle: ReadonlyMap<string | null, OsservazioneDto>;
}

const COLONNE: readonly {
  readonly id: IndicatorePanoramica;
  readonly titolo: string;
  readonly dimensioni?: Dimensioni;
}[] = [
  { id: 'popolazione', titolo: 'Residenti' },
  { id: 'variazione-popolazione-pct', titolo: 'Variazione' },
  { id: 'densita', titolo: 'Abitanti per km²' },
  { id: 'quota-fascia', titolo: '65 anni e più', dimensioni: { fascia: '65+' } },
  { id: 'spesa-storica-procapite', titolo: 'Spesa storica per abitante' },
  { id: 'cofinanziamento-minimo', titolo: 'Cofinanziamento minimo', dimensioni: { forma: 'totale' } },
];

export function buildColonneComuni({ catalogo, osservazioni }: Materia): ColonnaComuni[] {
  return COLONNE.flatMap(({ id, titolo, dimensioni = {} }) => {
    const indicatore = catalogo.find((i) => i.id === id);
    const scelta = chooseOsservazioni(
      osservazioni.filter((o) => o.indicatore === id),
      { dimensioni },
    );
    if (
      !indicatore ||
      scelta.periodo === null ||
      !scelta.osservazioni.some((o) => o.comune !== null && o.valore !== null)
    )
      return [];
    const { rilevazione } = scelta.dimensioni;
    const periodo = describePeriodo(scelta.periodo, id);
    const quando = rilevazione ? `${periodo}, ${describeDimensione('rilevazione', rilevazione)}` : periodo;
    return [{ indicatore, titolo, quando, celle: new Map(scelta.osservazioni.map((o) => [o.comune, o])) }];
  });
}
