import { createDato, type Dato, divideDati, mergeIngressi, subtractDati } from '../dato.ts';
import { type Fatto, groupBy, listValori, selectFatti } from '../fatti.ts';
import { formatData } from '../formato.ts';
import { assente, type Misura, presente } from '../misura.ts';
import { combinePerComune, groupPerComune, type PerComune, spreadAmbito } from '../per-comune.ts';
import { type Periodo, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import type { Valore } from '../tabelle/tabella.ts';
import { defineIndicatore, type Serie } from './definisci.ts';
import type { Dimensioni } from './indicatore.ts';

const FONTE = 'Piano di Zona, livello di avanzamento della spesa programmata; rendiconto dell’ambito.';

export const avanzamentoImpegni = defineIndicatore({
  id: 'avanzamento-impegni',
  titolo: 'Avanzamento degli impegni',
  domanda: 'Di ogni cento euro programmati, quanti sono stati impegnati?',
  formula: 'impegnato / programmato × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['rendiconto'],
  avvertenze: ['Impegnato non vuol dire pagato: i pagamenti sono un indicatore a parte.'],
  fonte: FONTE,
  computeSerie: (quadro) => mapRendiconti(quadro, ['impegnato', 'programmato'], divideCento),
});

export const avanzamentoPagamenti = defineIndicatore({
  id: 'avanzamento-pagamenti',
  titolo: 'Avanzamento dei pagamenti',
  domanda: 'Di ogni cento euro impegnati, quanti sono stati pagati?',
  formula: 'liquidato / impegnato × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['rendiconto'],
  avvertenze: ['Dove il rendiconto non riporta i pagamenti, il valore manca: non è zero.'],
  fonte: FONTE,
  computeSerie: (quadro) => mapRendiconti(quadro, ['liquidato', 'impegnato'], divideCento),
});

export const residuo = defineIndicatore({
  id: 'residuo',
  titolo: 'Residuo da impegnare',
  domanda: 'Quanto di ciò che era programmato non è stato impegnato?',
  formula: 'programmato − impegnato',
  unita: '€',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['rendiconto'],
  avvertenze: [
    'Le somme non impegnate non sono perse: di norma passano al ciclo successivo.',
    'Dove di un fondo la fonte dichiara solo il residuo, senza programmato e impegnato, vale quello che dichiara.',
  ],
  fonte: FONTE,
  computeSerie: (quadro) =>
    mapRendiconti(quadro, ['programmato', 'impegnato'], subtractDati).map((serie) => withDichiarato(quadro, serie)),
});

/** A residue that the source states alone, for a fund whose other sums it does not write. */
function withDichiarato(quadro: Quadro, serie: Serie): Serie {
  if (serie.valori.ambito.valore !== null) return serie;
  const { periodo, dimensioni = {} } = serie;
  const voce = describeVoce({ periodo, fonte: dimensioni.fonte, intervento: dimensioni.intervento });
  const fatti = selectFatti(quadro, 'rendiconto.residuo').filter(({ valori }) => describeVoce(valori) === voce);
  if (!fatti.some(({ dato }) => dato.valore !== null)) return serie;
  return { ...serie, valori: groupPerComune(quadro, fatti) };
}

export const passoLineare = defineIndicatore({
  id: 'passo-lineare',
  titolo: 'Passo lineare',
  domanda: 'Quanta parte del ciclo era trascorsa, il giorno a cui si riferisce il rendiconto?',
  formula: 'giorni trascorsi dal primo giorno del ciclo / giorni del ciclo × 100',
  unita: '%',
  decimali: 2,
  direzione: 'neutro',
  tema: 'spesa',
  tabelle: ['rendiconto'],
  avvertenze: [
    'È un termine di paragone per l’avanzamento, non un obbligo: la spesa sociale non corre sempre allo stesso passo.',
    'Sta accanto all’avanzamento degli impegni: sotto si dice «sotto il passo lineare», senza altro giudizio.',
  ],
  fonte: 'Calendario: giorni del ciclo, estremi compresi.',
  computeSerie: (quadro) =>
    listValori(selectFatti(quadro, 'rendiconto.programmato'), 'periodo').flatMap((periodo): Serie[] => {
      const fatti = selectFatti(quadro, 'rendiconto.programmato', { periodo });
      const al = findUltimoGiorno(fatti);
      const estremi = parsePeriodo(periodo);
      if (al === null || !estremi) return [];
      const celle = mergeIngressi(fatti.filter(({ valori }) => valori.al === al).map(({ dato }) => dato));
      return [
        {
          periodo,
          valori: spreadAmbito(quadro, createDato(computePasso(estremi, al), celle)),
          soloAmbito: true,
          note: [`Situazione al ${formatData(al)}.`],
        },
      ];
    }),
});

const GIORNO_MS = 86_400_000;

/** @param al ISO date; missing `non-applicabile` where it falls outside the ciclo: there is no pace to keep */
function computePasso({ da, a }: Periodo, al: string): Misura {
  const inizio = Date.UTC(da, 0, 1);
  const giorni = (Date.UTC(a + 1, 0, 1) - inizio) / GIORNO_MS;
  const trascorsi = (Date.parse(`${al}T00:00:00Z`) - inizio) / GIORNO_MS + 1;
  return trascorsi < 1 || trascorsi > giorni ? assente('non-applicabile') : presente((trascorsi / giorni) * 100);
}

type Grandezza = 'programmato' | 'impegnato' | 'liquidato';

/** One serie for each periodo and, where the rendiconto breaks it down, each fonte and intervento. */
function mapRendiconti(
  quadro: Quadro,
  misure: readonly [Grandezza, Grandezza],
  formula: (a: Dato, b: Dato) => Dato,
): Serie[] {
  const voci = groupBy(selectFatti(quadro, 'rendiconto.programmato'), ({ valori }) => describeVoce(valori));
  return [...voci].flatMap(([nome, fatti]) => {
    const [primo] = fatti;
    if (!primo) return [];
    const al = findUltimoGiorno(fatti);
    const readMisura = (misura: Grandezza): PerComune => {
      const suoi = selectFatti(quadro, `rendiconto.${misura}`, { al }).filter(
        ({ valori }) => describeVoce(valori) === nome,
      );
      return groupPerComune(quadro, suoi);
    };
    return [
      {
        periodo: String(primo.valori.periodo),
        dimensioni: readDimensioni(primo),
        valori: combinePerComune(readMisura(misure[0]), readMisura(misure[1]), formula),
        note: al === null ? [] : [`Situazione al ${formatData(al)}.`],
      },
    ];
  });
}

/** Of a rendiconto told at several dates, the last one counts. */
function findUltimoGiorno(fatti: readonly Fatto[]): string | null {
  const giorni = fatti.flatMap(({ valori }) => (typeof valori.al === 'string' ? [valori.al] : []));
  return giorni.sort().at(-1) ?? null;
}

function describeVoce({ periodo, fonte, intervento }: Readonly<Record<string, Valore | undefined>>): string {
  return [periodo, fonte, intervento].map((valore) => valore ?? '').join('\t');
}

function readDimensioni({ valori }: Fatto): Dimensioni {
  return {
    ...(typeof valori.fonte === 'string' ? { fonte: valori.fonte } : {}),
    ...(typeof valori.intervento === 'string' ? { intervento: valori.intervento } : {}),
  };
}

function divideCento(a: Dato, b: Dato): Dato {
  return divideDati(a, b, 100);
}
