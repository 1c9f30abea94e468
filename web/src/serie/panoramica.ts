/** The key figures of an ambito, each with its meaning. */
import { formatNumero } from '../../../functions/core/formato.ts';
import { type Figura, figuraOf } from './figura.ts';
import { nameFonti } from './fonti.ts';
import type { IndicatorePanoramica } from './indicatori-panoramica.ts';
import { createLettore, type Dato, type Lettore, type Materia, traceLettore } from './lettore.ts';
import { capitalize, describeDimensione, describePeriodo } from './parole.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { findVariazione, tellDifferenza } from './risposta-panoramica.ts';
import { groupSegnalazioni } from './segnalazioni.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import { formatInBreve, type InDueParti, joinParti } from './valore.ts';

/** One tile: a number, when and whence it is, and what it means. */
export interface CifraChiave {
  readonly id: string;
  readonly etichetta: string;
  readonly cifra: InDueParti;
  readonly quando: string;
  readonly fonte: string;
  readonly senso: string;
  /** What the meaning is told with. */
  readonly figureSenso: readonly Figura[];
  /** What the walk back opens; null where the number is a count made here (the findings). */
  readonly figura: Figura | null;
  readonly segnalazioni: readonly Segnale[];
  /** Where the number is told at length. */
  readonly pagina: {
    readonly a: 'confronto' | 'spesa' | 'cofinanziamento' | 'leps' | 'qualita' | 'metodo';
    readonly indicatore?: IndicatorePanoramica;
    readonly testo: string;
  };
}

type Ricetta = (lettore: Lettore) => {
  id: IndicatorePanoramica;
  etichetta: string;
  dato: Dato;
  senso: string;
  /** In place of the unit of the figure: `su 9`. */
  unita?: string;
} | null;

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
    const dato = lettore.find('interventi-finanziati', LEPS);
    const previsti = lettore.find('interventi-previsti', LEPS);
    if (!dato || !previsti) return null;
    const prima = lettore.find('interventi-finanziati', LEPS, String(Number(dato.periodo) - 1));
    const legge = 'Servizi che la legge vuole garantiti a tutti (LEPS)';
    return {
      id: 'interventi-finanziati',
      etichetta: 'Livelli essenziali con denaro',
      dato,
      unita: `su ${previsti.breve.cifra}`,
      senso: prima ? `${legge}: nel ${prima.periodo} erano ${prima.breve.cifra}.` : `${legge}.`,
    };
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

const LEPS = { livello: 'LEPS' } as const;

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
    const unita = fatta.unita ?? (id === 'spesa-storica-media' ? `${dato.breve.unita} l’anno` : dato.breve.unita);
    return [
      {
        id,
        etichetta,
        cifra: { ...dato.breve, unita },
        quando: tellQuando(dato, id),
        fonte: nameFonti(dato.osservazione.origine, materia.versioni),
        senso,
        // Only where it tells numbers: a plain meaning has nowhere to lead.
        figureSenso: /\d/.test(senso) ? listFigure() : [],
        figura: figuraOf(dato.osservazione),
        segnalazioni: segnaliDi(dato.osservazione),
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
  'interventi-finanziati': { a: 'leps', testo: 'Vedi quali, e quali no' },
};

function paginaOf(id: IndicatorePanoramica, { osservazioni }: Materia): CifraChiave['pagina'] {
  const sua = PAGINE[id];
  if (sua) return sua;
  const neiComuni = listPerIndicatore(osservazioni, id).some((o) => o.comune !== null && o.valore !== null);
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
      ? 'Nelle tabelle pubblicate nessuna cifra contraddice le altre.'
      : 'Il documento dichiara un valore e i suoi stessi numeri ne danno un altro.';
  return {
    id: 'qualita',
    etichetta: 'Cifre che non tornano',
    cifra: { cifra: formatNumero(quante), unita: '' },
    quando: 'In tutte le tabelle pubblicate',
    fonte: 'controlli sui documenti',
    senso: altre === 0 ? testa : `${testa} Da guardare anche ${altre === 1 ? 'un’altra cosa' : `altre ${altre} cose`}.`,
    figureSenso: [],
    figura: null,
    segnalazioni: [],
    pagina: { a: 'qualita', testo: 'Leggi le segnalazioni' },
  };
}
