/** The interventi of a ciclo, each with its levels, its money year by year, its services. */
import { placeFonte } from '../../../functions/core/fonti.ts';
import type { OsservazioneDto, TabellaDto } from '../../../functions/core/http/schemi.ts';
import { compareInterventi } from '../../../functions/core/interventi.ts';
import { LIVELLI, type Livello } from '../../../functions/core/livelli.ts';
import { type Figura, figuraOf } from './figura.ts';
import { nameGruppo } from './flusso.ts';
import type { Esito } from './parole-leps.ts';
import { listPerIndicatore } from './per-indicatore.ts';
import { type Segnale, segnaliDi } from './segnali.ts';
import { type Continuita, readContinuita, type ServizioPassato } from './servizi-passati.ts';
import { listTitoli, type RigaTavola, testoOf } from './tavole.ts';
import { toNumero } from './valore.ts';

export interface AnnoIntervento {
  readonly anno: string;
  readonly esito: Esito;
  /** Cents; null where the plan does not state them. */
  readonly importo: number | null;
  /** Groups of fonti, the largest first. */
  readonly fonti: readonly string[];
  readonly figura: Figura | null;
  readonly segnalazioni: readonly Segnale[];
}

export interface ServizioScheda {
  readonly nome: string;
  /** As the scheda writes it: `n. 15 persone con disabilità`. */
  readonly utenza: string | null;
  readonly ente: string | null;
}

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

interface Tavole {
  readonly osservazioni: readonly OsservazioneDto[];
  readonly servizi: TabellaDto;
  readonly programmazione: TabellaDto;
}

interface Piano {
  readonly ciclo: string;
  readonly anni: readonly string[];
  readonly passati: readonly ServizioPassato[];
  readonly conRaccordo: boolean;
}

export function listInterventi(materia: Tavole, piano: Piano): InterventoPiano[] {
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
    .map(({ fonte }) => nameGruppo(placeFonte(fonte).gruppo));
  return {
    anno,
    esito: !intera ? 'senza-scheda' : importo === null ? 'non-indicato' : importo > 0 ? 'finanziato' : 'zero',
    importo,
    fonti: [...new Set(fonti)],
    figura: intera ? figuraOf(intera) : null,
    segnalazioni: intera ? segnaliDi(intera) : [],
  };
}
