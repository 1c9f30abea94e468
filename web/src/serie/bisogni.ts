/**
 * What a service is for and for which ages, from the very words that describe it: no plan classifies its services so, and a
 * citizen looks for help, not for an intervento.
 */
import { normalizeTesto } from '../../../functions/core/testo.ts';

export interface Categoria {
  readonly id: string;
  readonly titolo: string;
}

interface Regola extends Categoria {
  /** Over a normalised text: lower case, no accents, no punctuation. */
  readonly parole: RegExp;
}

/** In the order in which they are offered; a service stands under the first that is its. */
const BISOGNI: readonly Regola[] = [
  {
    id: 'organizzazione',
    titolo: 'Come si organizzano i servizi',
    parole: /ufficio di piano|cabina di regia|burn out/,
  },
  {
    id: 'orientamento',
    titolo: 'Capire a chi rivolgersi',
    parole: /segretariato|\bpua\b|servizio sociale professionale|accesso unico|welfare di accesso/,
  },
  {
    id: 'violenza',
    titolo: 'Violenza e discriminazione',
    parole: /violenz|maltratt|antiviolenz|lgbt|arcobaleno/,
  },
  { id: 'stranieri', titolo: 'Persone straniere', parole: /stranier|immigrat|migranti|mediazione culturale/ },
  {
    id: 'casa',
    titolo: 'Aiuto a casa e spostamenti',
    parole: /domicilia(?!ti)|dimissioni protette|prossimita|trasporto/,
  },
  {
    id: 'disabilita',
    titolo: 'Disabilità, disagio psichico, non autosufficienza',
    parole: /disabil|diversamente abil|psichic|non autosufficien|caregiver|vita indipendente|dopo di noi|motoria/,
  },
  {
    id: 'famiglia',
    titolo: 'Bambini, ragazzi e famiglie',
    parole:
      /\bminor|minori|famigli|familiare|infanzia|\bnido|bambin|adozion|genitor|studenti|scolastic|conciliazione|care leavers|maggiorenni/,
  },
  { id: 'lavoro', titolo: 'Lavoro e tirocini', parole: /(?<!vita )lavor|tirocin|formazione profession/ },
  {
    id: 'poverta',
    titolo: 'Povertà ed emergenze',
    parole: /povert|senza dimora|residenza fittizia|alimentare|pronto intervento|marginalita/,
  },
  { id: 'dipendenze', titolo: 'Dipendenze', parole: /dipendenza patologica|dipendenze/ },
  {
    id: 'compagnia',
    titolo: 'Stare insieme e tempo libero',
    parole: /partecipazione attiva|centro sociale|tempo libero|estivi|socio culturali/,
  },
];

const ALTRO: Categoria = { id: 'altro', titolo: 'Altri servizi' };

const ETA: readonly Regola[] = [
  {
    id: 'minori',
    titolo: 'Bambini e ragazzi',
    parole: /\bminori|\bminor[ei]\b|bambin|infanzia|\bnido|studenti|scolastic|adolescen|adozion|educativa domiciliare/,
  },
  { id: 'giovani', titolo: 'Giovani', parole: /maggiorenni|compresa tra 16/ },
  {
    id: 'adulti',
    titolo: 'Adulti fino a 64 anni',
    parole: /infra sessantacinquenn|inferiore ai 65|16 e 64|grave emarginazione adulta/,
  },
  { id: 'anziani', titolo: 'Anziani', parole: /anzian|ultrasessantacinquenn/ },
];

const OGNI_ETA: Categoria = { id: 'non-indicata', titolo: 'Età non indicata' };

export const CATEGORIE_BISOGNO: readonly Categoria[] = [...BISOGNI, ALTRO];
export const CATEGORIE_ETA: readonly Categoria[] = [...ETA, OGNI_ETA];

/** Children who come along with who is helped are not whom the service is for. */
function cleanTesto(...testi: readonly string[]): string {
  return normalizeTesto(testi.join(' ').replace(/\s(?:con e )?senza figli minori/gi, ' '));
}

export interface Categorie {
  /** Ids, at least one each. */
  readonly bisogni: readonly string[];
  readonly eta: readonly string[];
}

/** What the name says comes before what is told of whom the service is for. */
export function listCategorie(nome: string, perChi = ''): Categorie {
  const soloNome = cleanTesto(nome);
  const tutto = perChi === '' ? soloNome : cleanTesto(nome, perChi);
  const match = (regole: readonly Regola[], altro: Categoria): string[] => {
    // What is in the name is in the whole: a phone looks for it there only where the whole has it.
    const trovate = regole.filter(({ parole }) => parole.test(tutto));
    const delNome = new Set(trovate.filter(({ parole }) => tutto === soloNome || parole.test(soloNome)));
    const ordinate = trovate.toSorted((a, b) => Number(delNome.has(b)) - Number(delNome.has(a)));
    return ordinate.length > 0 ? ordinate.map(({ id }) => id) : [altro.id];
  };
  return { bisogni: match(BISOGNI, ALTRO), eta: match(ETA, OGNI_ETA) };
}
