import { ANNO, COMUNE, listIntestazioni } from './colonne.ts';
import type { ColonnaLayout, LayoutTabella } from './lettura/layout.ts';
import { mapScritture } from './scritture.ts';
import type { Colonna, Tipo } from './tipo.ts';

const PROFILO: Colonna = {
  id: 'profilo',
  titolo: 'Profilo',
  descrizione: 'La professione: assistente sociale, educatore, psicologo, amministrativo.',
  formato: 'testo',
  obbligatoria: true,
  sinonimi: ['profilo professionale', 'figura professionale', 'qualifica'],
  esempio: 'assistente sociale',
};

const CONTRATTO: Colonna = {
  id: 'contratto',
  titolo: 'Contratto',
  descrizione: 'A tempo indeterminato, a tempo determinato, o esterno (di una cooperativa, di un consorzio).',
  formato: 'scelta',
  obbligatoria: false,
  valori: ['indeterminato', 'determinato', 'esterno'],
  scritture: {
    indeterminato: ['tempo indeterminato', 'a tempo indeterminato', 'T.I.'],
    determinato: ['tempo determinato', 'a tempo determinato', 'T.D.'],
    esterno: ['esterna', 'esternalizzato', 'personale esterno'],
  },
  sinonimi: ['tipo di contratto', 'rapporto di lavoro'],
  esempio: 'indeterminato',
};

const ENTE: Colonna = {
  id: 'ente',
  titolo: 'Datore di lavoro',
  descrizione: 'Chi assume: il comune, l’ambito, un altro ente.',
  formato: 'testo',
  obbligatoria: false,
  sinonimi: ['ente datore', 'datore di lavoro'],
  esempio: 'Ambito',
};

/** The professions of the social services, and how headings name more than one of each. */
const PROFILI: readonly (readonly [profilo: string, detto: string])[] = [
  ['assistente sociale', 'ass(?:istent[ei])? soc(?:ial[ei])?|aa ss'],
  ['educatore', 'educator[ei](?: professional[ei])?'],
  ['psicologo', 'psicolog(?:o|i|a|he)'],
  ['pedagogista', 'pedagogist[aei]'],
  ['sociologo', 'sociolog(?:o|i|a|he)'],
  ['mediatore', 'mediator[ei](?: (?:inter)?cultural[ei])?'],
  ['operatore socio-sanitario', 'oss|operator[ei] soci[oi] ?sanitar[io]+'],
  ['assistente familiare', 'assistent[ei] familiar[ei]|oso|osa'],
  ['amministrativo', '(?:personale |istruttor[ei] )?amministrativ[oi]'],
  ['altro', 'altr[oie](?: figure| profili| personale)?'],
];

const CONTRATTI = mapScritture(CONTRATTO);

/** @param dopo what stands in the heading after profession and contract */
function toColonna(colonna: string, dopo: string): ColonnaLayout {
  const profili = PROFILI.map(([, detto]) => detto).join('|');
  return {
    testo: new RegExp(`^(?:n |numero |totale )?(?:di )?(${profili})(?: (${[...CONTRATTI.keys()].join('|')}))?${dopo}$`),
    colonna,
    obbligatoria: colonna === 'unita',
    implica: ([, detto = '', contratto]) => ({
      profilo: PROFILI.find(([, forme]) => new RegExp(`^(?:${forme})$`).test(detto))?.[0] ?? detto,
      ...(contratto !== undefined && { contratto: CONTRATTI.get(contratto) ?? null }),
    }),
  };
}

const ALTRE: readonly ColonnaLayout[] = [ANNO, ENTE].map((colonna) => ({
  testo: listIntestazioni(colonna),
  colonna: colonna.id,
  obbligatoria: false,
}));

const TOTALE: ColonnaLayout = {
  testo: /^total[ei](?: (?:personale|unita|operatori|addetti))?$/,
  colonna: 'unita',
  obbligatoria: false,
  ruolo: 'somma-riga',
};

/** A contract per column, beside the profession. */
const CONTRATTI_IN_COLONNA: LayoutTabella = {
  forma: 'tabella',
  id: 'contratti',
  titolo: 'Un contratto per colonna',
  esempio: 'Comune;Profilo;Tempo indeterminato;Tempo determinato;Totale\nCasarano;assistente sociale;1;2;3',
  colonne: [
    { testo: listIntestazioni(COMUNE), colonna: 'comune', obbligatoria: false },
    ...ALTRE,
    { testo: listIntestazioni(PROFILO), colonna: 'profilo' },
    {
      testo: new RegExp(`^(${[...CONTRATTI.keys(), 'esterni'].join('|')})$`),
      colonna: 'unita',
      implica: ([, detto = '']) => ({ contratto: CONTRATTI.get(detto) ?? 'esterno' }),
    },
    TOTALE,
  ],
};

/** A profession per column, as an office counts its staff. */
const IN_COLONNA: LayoutTabella = {
  forma: 'tabella',
  id: 'profili',
  titolo: 'Un profilo per colonna',
  esempio: 'Comune;Assistenti sociali;Educatori;Totale\nCasarano;1;2;3',
  colonne: [
    // Without it «Assistente sociale;5» would be a header.
    { testo: listIntestazioni(COMUNE), colonna: 'comune' },
    ...ALTRE,
    { testo: listIntestazioni(CONTRATTO), colonna: 'contratto', obbligatoria: false },
    toColonna('unita', '(?: (?:unita|numero|n))?'),
    toColonna('etp', ' (?:in )?(?:etp|fte|ula|equivalenti a tempo pieno)'),
    TOTALE,
  ],
};

export const personale: Tipo = {
  id: 'personale',
  titolo: 'Personale',
  descrizione:
    'Quante persone lavorano nei servizi sociali, per profilo e contratto: serve a dire se gli assistenti sociali bastano. Solo numeri, mai nomi.',
  chiLaHa: 'Gli uffici del personale dei comuni e dell’ambito e, per gli esterni, chi gestisce i servizi.',
  colonne: [
    { ...COMUNE, obbligatoria: false },
    ANNO,
    PROFILO,
    CONTRATTO,
    ENTE,
    {
      id: 'unita',
      titolo: 'Unità',
      descrizione: 'Numero di persone al 31 dicembre.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'persone',
      sinonimi: [
        'numero',
        'numero unità',
        'n. unità',
        'n. di unità',
        'addetti',
        'n. addetti',
        'operatori',
        'n. operatori',
      ],
      esempio: '1',
    },
    {
      id: 'etp',
      titolo: 'Equivalenti a tempo pieno',
      descrizione: 'Le stesse persone contate per l’orario: due a metà tempo fanno uno.',
      formato: 'decimale',
      obbligatoria: false,
      unita: 'ETP',
      sinonimi: ['equivalente a tempo pieno', 'tempo pieno equivalente', 'fte', 'ula'],
      esempio: '0,5',
    },
  ],
  chiave: ['comune', 'anno', 'profilo', 'contratto', 'ente'],
  daContesto: ['comune', 'anno'],
  copertura: 'libera',
  layout: [IN_COLONNA, CONTRATTI_IN_COLONNA],
};
