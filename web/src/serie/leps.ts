/** What a plan owes and plans, level by level: which interventi have money, for how many persons, and what is not stated. */
import { resolveFonte } from '../../../functions/core/fonti.ts';
import type { AmbitoDto, IndicatoreDto, OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import { compareInterventi } from '../../../functions/core/interventi.ts';
import { LIVELLI, type Livello } from '../../../functions/core/livelli.ts';
import { listAnni, parsePeriodo } from '../../../functions/core/periodo.ts';
import { normalizeTesto } from '../../../functions/core/testo.ts';
import { type Figura, figuraOf } from './figura.ts';
import { nameGruppo } from './flusso.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { createRaccolta, type Dato, type Raccolta } from './raccolta.ts';
import { listTitoli, type RigaTavola, testoOf } from './tavole.ts';
import { toNumero } from './valore.ts';

/** What each level means, in plain words. */
export const SENSO_LIVELLI: Readonly<Record<Livello, string>> = {
  LEPS: 'Livello essenziale delle prestazioni sociali: ciò che la legge vuole garantito a tutti, ovunque.',
  Potenziamento: 'Rafforza servizi che la programmazione nazionale chiede di far crescere.',
  ODS: 'Obiettivo di servizio: quanto la Regione chiede a ogni ambito di offrire.',
  Specificità: 'Scelta del territorio, oltre ciò che chiedono Stato e Regione.',
};

export interface MateriaLeps {
  readonly ambito: AmbitoDto;
  readonly catalogo: readonly IndicatoreDto[];
  /** Of the ambito, all periods and dimensions. */
  readonly osservazioni: readonly OsservazioneDto[];
  readonly servizi: TabellaDto;
  readonly programmazione: TabellaDto;
  readonly raccordo: TabellaDto;
}

/** How an intervento stands in a year. */
export type Esito = 'finanziato' | 'zero' | 'non-indicato' | 'senza-scheda';

export const PAROLE_ESITO: Readonly<Record<Esito, string>> = {
  finanziato: 'con denaro',
  zero: 'importo zero',
  'non-indicato': 'non indicato',
  'senza-scheda': 'senza scheda',
};

export interface AnnoIntervento {
  readonly anno: string;
  readonly esito: Esito;
  /** Cents; null where the plan does not state them. */
  readonly importo: number | null;
  /** Groups of fonti, the largest first. */
  readonly fonti: readonly string[];
  readonly figura: Figura | null;
  readonly segnalazioni: readonly string[];
}

export interface ServizioScheda {
  readonly nome: string;
  /** As the scheda writes it: `n. 15 persone con disabilità`. */
  readonly utenza: string | null;
  readonly ente: string | null;
}

/** Whether it goes on from a service of the past ciclo; `in-verifica` where nobody has declared which becomes which. */
export type Continuita = 'SI' | 'NO' | 'non-detto' | 'nuovo' | 'in-verifica';

export interface InterventoPiano {
  readonly id: string;
  readonly nome: string;
  /** Up to the first comma: for sentences. */
  readonly nomeBreve: string;
  readonly livelli: readonly Livello[];
  readonly voci: readonly { readonly livello: Livello; readonly voce: string }[];
  readonly anni: readonly AnnoIntervento[];
  readonly servizi: readonly ServizioScheda[];
  readonly continuita: Continuita;
  readonly nelQuadro: boolean;
}

export interface ServizioPassato {
  readonly ciclo: string;
  readonly nome: string;
  readonly attivo: 'SI' | 'NO' | null;
  readonly ente: string | null;
  /** Interventi that the raccordo says it goes on in. */
  readonly interventi: readonly string[];
}

export interface ContoLivello {
  readonly livello: Livello;
  readonly previsti: Dato | null;
  /** In the order of the years. */
  readonly finanziati: readonly (Dato | null)[];
  readonly attivi: Dato | null;
}

export interface Leps {
  /** Null where no table tells levels. */
  readonly ciclo: string | null;
  readonly anni: readonly string[];
  /** The year that is shown: as asked for, else the last. */
  readonly anno: string | null;
  readonly interventi: readonly InterventoPiano[];
  readonly conti: readonly ContoLivello[];
  readonly passati: readonly ServizioPassato[];
  readonly conRaccordo: boolean;
  readonly raccolta: Raccolta;
}

export function buildLeps(materia: MateriaLeps, annoChiesto: string | undefined): Leps {
  const { osservazioni, catalogo, servizi, raccordo } = materia;
  const raccolta = createRaccolta(osservazioni, catalogo);
  const ciclo =
    servizi.righe
      .filter((riga) => testoOf(riga, 'livello') !== null)
      .flatMap((riga) => testoOf(riga, 'ciclo') ?? [])
      .toSorted()
      .at(-1) ?? null;
  const estremi = ciclo === null ? null : parsePeriodo(ciclo);
  const anni = estremi ? listAnni(estremi).map(String) : [];
  const conRaccordo = raccordo.righe.length > 0;
  const passati = listPassati(materia, ciclo);
  return {
    ciclo,
    anni,
    anno: anni.find((anno) => anno === annoChiesto) ?? anni.at(-1) ?? null,
    interventi: ciclo === null ? [] : listInterventi(materia, { ciclo, anni, passati, conRaccordo }),
    conti: ciclo === null ? [] : LIVELLI.map((livello) => countLivello(raccolta, { livello, ciclo, anni })),
    passati,
    conRaccordo,
    raccolta,
  };
}

function countLivello(
  raccolta: Raccolta,
  { livello, ciclo, anni }: { readonly livello: Livello; readonly ciclo: string; readonly anni: readonly string[] },
): ContoLivello {
  const find = (id: string, periodo: string) => raccolta.find({ id, comune: null, periodo, dimensioni: { livello } });
  return {
    livello,
    previsti: find('interventi-previsti', ciclo),
    finanziati: anni.map((anno) => find('interventi-finanziati', anno)),
    attivi: find('interventi-attivi', ciclo),
  };
}

interface Piano {
  readonly ciclo: string;
  readonly anni: readonly string[];
  readonly passati: readonly ServizioPassato[];
  readonly conRaccordo: boolean;
}

function listInterventi(materia: MateriaLeps, piano: Piano): InterventoPiano[] {
  const { servizi, programmazione } = materia;
  const righe = servizi.righe.filter((riga) => testoOf(riga, 'ciclo') === piano.ciclo);
  const quadro = righe.filter(isDelQuadro);
  const titoli = listTitoli(quadro, programmazione.righe);
  const delCiclo = programmazione.righe.filter((riga) => piano.anni.includes(testoOf(riga, 'anno') ?? ''));
  const codici = [...quadro, ...delCiclo].flatMap((riga) => testoOf(riga, 'intervento') ?? []);
  return [...new Set(codici)].toSorted(compareInterventi).map((id) => {
    const sue = quadro.filter((riga) => testoOf(riga, 'intervento') === id);
    const voci = sue.flatMap((riga) => {
      const livello = LIVELLI.find((uno) => uno === testoOf(riga, 'livello'));
      return livello ? [{ livello, voce: testoOf(riga, 'voce') ?? testoOf(riga, 'titolo_intervento') ?? id }] : [];
    });
    const nome = titoli.get(id) ?? id;
    return {
      id,
      nome,
      nomeBreve: nome.replace(/\s*(?:[;,(]|[–-]\s).*$/, '') || nome,
      livelli: LIVELLI.filter((livello) => voci.some((una) => una.livello === livello)),
      voci,
      anni: piano.anni.map((anno) => readAnno(materia.osservazioni, id, anno)),
      servizi: righe.filter((riga) => testoOf(riga, 'intervento') === id && !isDelQuadro(riga)).map(toServizio),
      continuita: readContinuita(id, piano),
      nelQuadro: sue.length > 0,
    };
  });
}

/** A row of the quadro sinottico, not of a scheda: it may have no level, but then it describes no service. */
function isDelQuadro(riga: RigaTavola): boolean {
  if (testoOf(riga, 'intervento') === null) return false;
  if (testoOf(riga, 'livello') !== null) return true;
  return testoOf(riga, 'servizio') === null && testoOf(riga, 'utenza_testo') === null;
}

function toServizio(riga: RigaTavola): ServizioScheda {
  return {
    nome: testoOf(riga, 'servizio') ?? 'Servizio senza nome nella scheda',
    utenza: testoOf(riga, 'utenza_testo'),
    ente: testoOf(riga, 'ente_titolare'),
  };
}

function readAnno(osservazioni: readonly OsservazioneDto[], id: string, anno: string): AnnoIntervento {
  const sue = listPerIndicatore(osservazioni, 'programmato').filter(
    (o) => o.comune === null && o.periodo === anno && o.dimensioni.intervento === id,
  );
  const intera = sue.find((o) => o.dimensioni.fonte === undefined);
  const importo = intera ? toNumero(intera.valore) : null;
  const fonti = sue
    .flatMap((o) => {
      const valore = toNumero(o.valore);
      return o.dimensioni.fonte && valore ? [{ fonte: o.dimensioni.fonte, valore }] : [];
    })
    .toSorted((a, b) => b.valore - a.valore)
    .map(({ fonte }) => nameGruppo(resolveFonte(fonte).gruppo));
  return {
    anno,
    esito: !intera ? 'senza-scheda' : importo === null ? 'non-indicato' : importo > 0 ? 'finanziato' : 'zero',
    importo,
    fonti: [...new Set(fonti)],
    figura: intera ? figuraOf(intera) : null,
    segnalazioni: intera?.segnalazioni ?? [],
  };
}

function readContinuita(id: string, { passati, conRaccordo }: Piano): Continuita {
  if (!conRaccordo) return 'in-verifica';
  const suoi = passati.filter(({ interventi }) => interventi.includes(id));
  if (suoi.length === 0) return 'nuovo';
  if (suoi.some(({ attivo }) => attivo === 'SI')) return 'SI';
  return suoi.some(({ attivo }) => attivo === null) ? 'non-detto' : 'NO';
}

/** The services that the tables state for the ciclo before, with what the raccordo says they became. */
function listPassati({ servizi, raccordo }: MateriaLeps, ciclo: string | null): ServizioPassato[] {
  const attuale = ciclo === null ? null : parsePeriodo(ciclo);
  const prima = servizi.righe.filter((riga) => {
    const suo = parsePeriodo(testoOf(riga, 'ciclo'));
    return testoOf(riga, 'servizio') !== null && suo !== null && (attuale === null || suo.a < attuale.da);
  });
  const ultimo = prima
    .flatMap((riga) => testoOf(riga, 'ciclo') ?? [])
    .toSorted()
    .at(-1);
  return prima
    .filter((riga) => testoOf(riga, 'ciclo') === ultimo)
    .map((riga) => {
      const nome = testoOf(riga, 'servizio') ?? '';
      const attivo = testoOf(riga, 'attivo');
      const legati = raccordo.righe.filter(
        (legame) => normalizeTesto(testoOf(legame, 'servizio') ?? '') === normalizeTesto(nome),
      );
      return {
        ciclo: ultimo ?? '',
        nome: nome.replace(/I°/g, 'I').replaceAll("'", '’'),
        attivo: attivo === 'SI' || attivo === 'NO' ? attivo : null,
        ente: testoOf(riga, 'ente_titolare'),
        interventi: legati.flatMap((legame) => testoOf(legame, 'intervento') ?? []),
      };
    });
}

export function listAlLivello({ interventi }: Leps, livello: Livello): InterventoPiano[] {
  return interventi.filter(({ livelli }) => livelli.includes(livello));
}

export function findAnno({ anni }: InterventoPiano, anno: string | null): AnnoIntervento | null {
  return anni.find((uno) => uno.anno === anno) ?? null;
}

/** Interventi with money in some year, and no level in the quadro. */
export function listSenzaLivello({ interventi }: Leps): InterventoPiano[] {
  return interventi.filter(
    ({ livelli, anni }) => livelli.length === 0 && anni.some(({ importo }) => (importo ?? 0) > 0),
  );
}

/** Interventi with a level, and money in no year. */
export function listSenzaDenaro({ interventi }: Leps): InterventoPiano[] {
  return interventi.filter(
    ({ livelli, anni }) => livelli.length > 0 && anni.every(({ esito }) => esito !== 'finanziato'),
  );
}
