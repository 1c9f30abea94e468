import { ANNO, COMUNE, listIntestazioni } from './colonne.ts';
import type { ColonnaLayout, LayoutTabella } from './lettura/layout.ts';
import type { Colonna, Tipo } from './tipo.ts';

const SALDO: Colonna = {
  id: 'saldo',
  titolo: 'Saldo migratorio',
  descrizione: 'Immigrazioni meno emigrazioni, come la fonte lo dichiara.',
  formato: 'intero',
  conSegno: true,
  obbligatoria: false,
  unita: 'persone',
  sinonimi: ['saldo', 'saldo migratorio totale'],
  esempio: '-40',
};

const EMIGRAZIONI: Colonna = {
  id: 'emigrazioni',
  titolo: 'Emigrazioni',
  descrizione: 'Persone che hanno lasciato il comune nell’anno.',
  formato: 'conteggio',
  obbligatoria: true,
  unita: 'persone',
  sinonimi: ['emigrati', 'cancellati', 'cancellazioni', 'cancellati per trasferimento', 'cancellati all’anagrafe'],
  esempio: '350',
};

const IMMIGRAZIONI: Colonna = {
  id: 'immigrazioni',
  titolo: 'Immigrazioni',
  descrizione: 'Persone arrivate nel comune nell’anno.',
  formato: 'conteggio',
  obbligatoria: true,
  unita: 'persone',
  sinonimi: ['immigrati', 'iscritti', 'iscrizioni', 'iscritti per trasferimento', 'iscritti all’anagrafe'],
  esempio: '310',
};

/** Who was entered in the registry, or struck off, by where they came from or went: who arrived and who left are their sums. */
interface Movimento {
  readonly colonna: Colonna;
  /** Each part under the headings that it may have; the last, of who was found or lost by the registry, is not always told. */
  readonly parti: readonly (readonly string[])[];
  readonly totale: string;
}

/** @returns each beginning with each end: `iscritti in anagrafe` and `dall’estero` */
function combine(inizi: readonly string[], fini: readonly string[]): string[] {
  return inizi.flatMap((inizio) => fini.map((fine) => `${inizio} ${fine}`));
}

const IN_ISCRITTI = ['iscritti', 'iscritti in anagrafe', 'immigrati'];
const DA_CANCELLATI = ['cancellati', 'cancellati in anagrafe', 'cancellati dall’anagrafe', 'emigrati'];

const ISCRITTI: Movimento = {
  colonna: IMMIGRAZIONI,
  parti: [
    combine(IN_ISCRITTI, ['da altri comuni', 'da altro comune']),
    combine(IN_ISCRITTI, ['dall’estero']),
    ['altri iscritti', ...combine(IN_ISCRITTI, ['per altri motivi', 'altri'])],
  ],
  totale: 'iscritti',
};

const CANCELLATI: Movimento = {
  colonna: EMIGRAZIONI,
  parti: [
    combine(DA_CANCELLATI, ['per altri comuni', 'per altro comune', 'in altri comuni']),
    combine(DA_CANCELLATI, ['per l’estero', 'per estero', 'all’estero']),
    ['altri cancellati', ...combine(DA_CANCELLATI, ['per altri motivi', 'altri'])],
  ],
  totale: 'cancellati',
};

function listParti({ colonna, parti, totale }: Movimento): ColonnaLayout[] {
  return [
    ...parti.map((testo, indice) => ({
      testo,
      colonna: colonna.id,
      addendo: true as const,
      obbligatoria: indice < parti.length - 1,
    })),
    {
      testo: [totale, `totale ${totale}`, `${totale} totali`, `${totale} in totale`],
      colonna: colonna.id,
      obbligatoria: false,
      ruolo: 'somma-riga',
    },
  ];
}

function toIntera(colonna: Colonna): ColonnaLayout[] {
  return [{ testo: listIntestazioni(colonna), colonna: colonna.id }];
}

/**
 * The movement as ISTAT and the registries publish it. Births, deaths and the balances of single movements are known, and no migration.
 * @source ISTAT, Bilancio demografico: columns of the yearly table by comune
 */
function createBilancio(
  chiave: Pick<LayoutTabella, 'id' | 'titolo' | 'esempio'>,
  movimenti: ColonnaLayout[],
): LayoutTabella {
  return {
    ...chiave,
    forma: 'tabella',
    colonne: [
      { testo: listIntestazioni(COMUNE), colonna: 'comune' },
      { testo: listIntestazioni(ANNO), colonna: 'anno', obbligatoria: false },
      ...movimenti,
      { testo: listIntestazioni(SALDO), colonna: SALDO.id, obbligatoria: false },
      { testo: /^(?:nati|nascite|morti|decessi|saldo|popolazione)\b/, colonna: null, obbligatoria: false },
    ],
  };
}

const BILANCI = [
  createBilancio(
    {
      id: 'bilancio',
      titolo: 'Iscritti per provenienza e cancellati per destinazione, da sommare',
      esempio:
        'Comune;Iscritti da altri comuni;Iscritti dall’estero;Altri iscritti;Cancellati per altri comuni;Cancellati per l’estero\nCasarano;1;2;3;1;2',
    },
    [...listParti(ISCRITTI), ...listParti(CANCELLATI)],
  ),
  createBilancio(
    {
      id: 'iscritti',
      titolo: 'Iscritti per provenienza, da sommare',
      esempio: 'Comune;Iscritti da altri comuni;Iscritti dall’estero;Cancellati\nCasarano;1;2;3',
    },
    [...listParti(ISCRITTI), ...toIntera(EMIGRAZIONI)],
  ),
  createBilancio(
    {
      id: 'cancellati',
      titolo: 'Cancellati per destinazione, da sommare',
      esempio: 'Comune;Iscritti;Cancellati per altri comuni;Cancellati per l’estero\nCasarano;3;1;2',
    },
    [...toIntera(IMMIGRAZIONI), ...listParti(CANCELLATI)],
  ),
];

export const migrazioni: Tipo = {
  id: 'migrazioni',
  titolo: 'Movimento migratorio',
  descrizione: 'Quante persone hanno lasciato ogni comune nell’anno e quante vi sono arrivate.',
  chiLaHa: 'L’ufficio anagrafe di ogni comune.',
  colonne: [COMUNE, ANNO, EMIGRAZIONI, IMMIGRAZIONI, SALDO],
  chiave: ['comune', 'anno'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  layout: BILANCI,
};
