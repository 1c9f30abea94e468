/** The services of a plan as who needs one would read them: name, for whom, what it costs, how many users, who holds it. */
import { normalizeTesto } from '../../../functions/core/testo.ts';
import { type Accesso, findAccesso, listVociAccesso, type VoceAccesso } from './accesso-servizi.ts';
import { listCategorie } from './bisogni.ts';
import { capitalize } from './parole.ts';
import { findSigle, type Sigla } from './sigle.ts';
import { listTitoli, type RigaTavola, testoOf } from './tavole.ts';

export interface Servizio {
  /** Readable and stable as long as the document names it so: `a-1-servizio-di-segretariato-sociale-pua`. */
  readonly id: string;
  readonly nome: string;
  /** False where the scheda leaves the name blank and the intervento lends it. */
  readonly nominato: boolean;
  readonly intervento: string | null;
  readonly titoloIntervento: string | null;
  readonly perChi: string | null;
  /** `55 cittadini`: units are the source's, never added up. */
  readonly utenti: { readonly numero: number; readonly unita: string } | null;
  readonly norma: string | null;
  readonly titolare: string | null;
  readonly accesso: Accesso | null;
  /** False where a list of the plan names it, but no scheda describes it. */
  readonly scheda: boolean;
  readonly bisogni: readonly string[];
  readonly eta: readonly string[];
  readonly sigle: readonly Sigla[];
  readonly origine: { readonly parte: string; readonly riga: number };
}

/** A service of a past ciclo: only whether it was there, and whose it was. */
export interface ServizioPassato {
  readonly nome: string;
  readonly attivo: 'SI' | 'NO' | null;
  readonly titolare: string | null;
}

export interface CartaServizi {
  readonly ciclo: string | null;
  readonly servizi: readonly Servizio[];
  /** What the quadro sinottico names of interventi that no scheda describes. */
  readonly senzaScheda: readonly {
    readonly intervento: string;
    readonly titolo: string;
    readonly voci: readonly string[];
  }[];
  readonly passato: { readonly ciclo: string; readonly servizi: readonly ServizioPassato[] } | null;
}

/** @param righe of the table `servizi`; @param altre tables that also give titles of interventi */
export function buildCartaServizi(
  righe: readonly RigaTavola[],
  ...altre: readonly (readonly RigaTavola[])[]
): CartaServizi {
  const cicli = [...new Set(righe.flatMap((riga) => testoOf(riga, 'ciclo') ?? []))].toSorted().toReversed();
  const descritto = (ciclo: string) => righe.some((riga) => testoOf(riga, 'ciclo') === ciclo && isScheda(riga));
  const ciclo = cicli.find(descritto) ?? null;
  const sue = righe.filter((riga) => testoOf(riga, 'ciclo') === ciclo);
  const titoli = listTitoli(sue, ...altre);
  const accessi = sue.filter((riga) => testoOf(riga, 'accesso') !== null && testoOf(riga, 'intervento') === null);
  const voci = listVociAccesso(accessi);
  const schede = sue.filter(isScheda).map((riga) => toServizio(riga, titoli, voci));
  const usati = new Set(schede.flatMap(({ accesso }) => accesso?.scritto ?? []));
  const soloNominati = accessi.filter((riga) => !usati.has(testoOf(riga, 'servizio') ?? ''));
  return {
    ciclo,
    servizi: withIdDiversi([
      ...schede,
      ...soloNominati.map((riga) => toServizio(riga, titoli, listVociAccesso([riga]))),
    ]),
    senzaScheda: listSenzaScheda(sue, titoli, new Set(schede.map(({ intervento }) => intervento))),
    passato: findPassato(righe, cicli, ciclo),
  };
}

/** A row of a scheda describes a service; one of the quadro gives a level to an intervento. */
function isScheda(riga: RigaTavola): boolean {
  if (testoOf(riga, 'intervento') === null) return false;
  return testoOf(riga, 'servizio') !== null || testoOf(riga, 'utenza_testo') !== null;
}

function toServizio(riga: RigaTavola, titoli: ReadonlyMap<string, string>, accessi: readonly VoceAccesso[]): Servizio {
  const intervento = testoOf(riga, 'intervento');
  const titoloIntervento = intervento === null ? null : (titoli.get(intervento) ?? null);
  const scritto = testoOf(riga, 'servizio');
  const nome = tidyNome(scritto ?? titoloIntervento ?? `Servizio dell’intervento ${intervento}`);
  const perChi = testoOf(riga, 'utenza_testo');
  const numero = riga.valori.utenza_prevista;
  return {
    id: toId(`${intervento ?? ''} ${nome}`),
    nome,
    nominato: scritto !== null,
    intervento,
    titoloIntervento,
    perChi: perChi === null ? null : tidyTesto(perChi),
    utenti: typeof numero === 'number' ? { numero, unita: testoOf(riga, 'utenza_unita') ?? 'persone' } : null,
    norma: describeNorma(testoOf(riga, 'articolo_rr')),
    titolare: testoOf(riga, 'ente_titolare'),
    accesso: findAccesso(scritto, accessi),
    scheda: intervento !== null,
    ...listCategorie(nome, perChi ?? ''),
    sigle: findSigle(nome, perChi),
    origine: { parte: riga.parte, riga: riga.riga },
  };
}

function toId(testo: string): string {
  return normalizeTesto(testo)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Two services of one name and intervento are told apart by their order. */
function withIdDiversi(servizi: readonly Servizio[]): Servizio[] {
  const visti = new Map<string, number>();
  return servizi.map((servizio) => {
    const volta = (visti.get(servizio.id) ?? 0) + 1;
    visti.set(servizio.id, volta);
    return volta === 1 ? servizio : { ...servizio, id: `${servizio.id}-${volta}` };
  });
}

const tidyTesto = (testo: string): string => testo.trim().replace(/\s+/g, ' ').replaceAll("'", '’');

/** A dash of a list and a quote that closes nothing are marks of the page, not of the name. */
function tidyNome(nome: string): string {
  const pulito = tidyTesto(nome)
    .replace(/^[-–•]\s*/, '')
    .replace(/[.;]$/, '');
  return capitalize(pulito.includes('“') ? pulito : pulito.replaceAll('”', ''));
}

/** `83` -> `art. 83 del regolamento regionale 4/2007`; what already names a rule stays as it is written. */
function describeNorma(scritto: string | null): string | null {
  if (scritto === null) return null;
  const testo = tidyTesto(scritto).replace(/^altro\b\s*\(?([^)]*)\)?$/i, '$1');
  const articoli = testo.replace(/^artt?\.\s*/i, '').replace(/\s*-\s*(?=\d)/g, '-');
  if (!/^\d/.test(articoli) || /[A-Z]|[a-z]\./.test(articoli)) return testo === '' ? null : testo;
  return `${/\d\s*-\s*\d/.test(articoli) ? 'artt.' : 'art.'} ${articoli} del regolamento regionale 4/2007`;
}

function listSenzaScheda(
  righe: readonly RigaTavola[],
  titoli: ReadonlyMap<string, string>,
  descritti: ReadonlySet<string | null>,
): CartaServizi['senzaScheda'] {
  const voci = new Map<string, string[]>();
  for (const riga of righe) {
    const intervento = testoOf(riga, 'intervento');
    if (intervento === null || descritti.has(intervento)) continue;
    const voce = testoOf(riga, 'voce');
    voci.set(intervento, [...(voci.get(intervento) ?? []), ...(voce === null ? [] : [tidyTesto(voce)])]);
  }
  return [...voci].map(([intervento, sue]) => ({
    intervento,
    titolo: titoli.get(intervento) ?? intervento,
    voci: sue,
  }));
}

function findPassato(
  righe: readonly RigaTavola[],
  cicli: readonly string[],
  attuale: string | null,
): CartaServizi['passato'] {
  const ciclo = cicli.find((uno) => uno !== attuale && (attuale === null || uno < attuale));
  if (ciclo === undefined) return null;
  const servizi = righe
    .filter((riga) => testoOf(riga, 'ciclo') === ciclo)
    .flatMap((riga) => {
      const nome = testoOf(riga, 'servizio');
      const attivo = testoOf(riga, 'attivo');
      if (nome === null) return [];
      return [
        {
          nome: tidyNome(nome),
          attivo: attivo === 'SI' || attivo === 'NO' ? attivo : null,
          titolare: testoOf(riga, 'ente_titolare'),
        } as const,
      ];
    });
  return servizi.length === 0 ? null : { ciclo, servizi };
}
