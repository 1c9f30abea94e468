import { beforeAll, describe, expect, test } from 'vitest';
import type { TabellaDto } from '../../../functions/core/http/schemi.ts';
import { listCategorie } from '../../../web/src/serie/bisogni.ts';
import { findServizi } from '../../../web/src/serie/ricerca-servizi.ts';
import { buildRispostaServizi, listPorte, tellTitolari } from '../../../web/src/serie/risposta-servizi.ts';
import { buildCartaServizi } from '../../../web/src/serie/servizi.ts';
import { findSigle } from '../../../web/src/serie/sigle.ts';
import { readStatoServizi, writeStatoServizi } from '../../../web/src/serie/stato-servizi.ts';

type Valori = TabellaDto['righe'][number]['valori'];

const CICLO = '2022-2024';
const ACCESSI: Valori[] = [
  {
    servizio: 'Servizi di Welfare di accesso (Servizio Sociale Professionale, Sportello Immigrati)',
    accesso: 'gratuito',
  },
  { servizio: 'Servizio di Assistenza Domiciliare Educativa (ADE)', accesso: 'gratuito' },
  { servizio: 'Centro per la Famiglia', accesso: 'gratuito' },
  { servizio: 'Equipe Affidamento e Adozione', accesso: 'gratuito' },
  { servizio: 'Casa Rifugio per donne vittime di violenza', accesso: 'gratuito' },
  { servizio: 'Centro diurno per disabili', accesso: 'gratuito' },
  { servizio: 'Assistenza Domiciliare sociale (SAD) Anziani e Disabili', accesso: 'compartecipazione' },
];

function toRighe(voci: readonly Valori[], parte = 'prova', ciclo = CICLO): TabellaDto['righe'] {
  return voci.map((valori, i) => ({ parte, riga: i + 2, valori: { ciclo, ...valori } }));
}

/** The one service of a scheda named so, beside the lists of access. */
function buildServizio(valori: Valori) {
  const { servizi } = buildCartaServizi([
    ...toRighe([{ intervento: 'A.1', ...valori }], 'scheda'),
    ...toRighe(ACCESSI, 'accesso'),
  ]);
  const trovato = servizi.find(({ scheda }) => scheda);
  if (!trovato) throw new Error('no service');
  return trovato;
}

describe('what a service costs is said only where a list of the plan surely names it', () => {
  test.each<[string, string | null]>([
    ['Servizio Sociale Professionale', 'gratuito'],
    ['Sportello per l’integrazione degli immigrati', 'gratuito'],
    ['Assistenza Educativa Domiciliare (ADE)', 'gratuito'],
    ['Centro servizi per le famiglie e la genitorialità', 'gratuito'],
    ['Affidamento familiare e adozione (equipe integrata e contributi)', 'gratuito'],
    ['Casa rifugio', 'gratuito'],
    ['Servizio di Assistenza Domiciliare (SAD ANZIANI)', 'compartecipazione'],
    ['Buoni servizio per sostenere le famiglie', null],
    ['Centro Sociale Polivalente', null],
    ['Asilo nido', null],
    ['Sportello Arcobaleno', null],
    ['Trasporto sociale', null],
    ['Equipe', null],
  ])('%s: %s', (servizio, atteso) => {
    expect(buildServizio({ servizio }).accesso?.modo ?? null).toBe(atteso);
  });

  test('a line that names no service of the schede stays, as a service that nothing describes', () => {
    const { servizi } = buildCartaServizi([
      ...toRighe([{ intervento: 'A.1', servizio: 'Casa rifugio' }]),
      ...toRighe(ACCESSI, 'accesso'),
    ]);
    const nomi = servizi.filter(({ scheda }) => !scheda).map(({ nome }) => nome);
    expect(nomi).toContain('Centro diurno per disabili');
    expect(nomi).not.toContain('Casa Rifugio per donne vittime di violenza');
  });
});

describe('how a service is told', () => {
  test.each<[string, Valori, object]>([
    [
      'a number of users with its unit',
      { servizio: 'X', utenza_prevista: 45, utenza_unita: 'nuclei familiari' },
      { utenti: { numero: 45, unita: 'nuclei familiari' } },
    ],
    [
      'no number where none is stated',
      { servizio: 'X', utenza_prevista: null, utenza_testo: 'Tutti' },
      { utenti: null, perChi: 'Tutti' },
    ],
    [
      'zero users stay zero',
      { servizio: 'X', utenza_prevista: 0, utenza_unita: 'minori' },
      { utenti: { numero: 0, unita: 'minori' } },
    ],
    [
      'an article of the regulation',
      { servizio: 'X', articolo_rr: '83' },
      { norma: 'art. 83 del regolamento regionale 4/2007' },
    ],
    [
      'more articles',
      { servizio: 'X', articolo_rr: '47-48' },
      { norma: 'artt. 47-48 del regolamento regionale 4/2007' },
    ],
    ['another rule, as it is written', { servizio: 'X', articolo_rr: 'L.R. n.4/2010' }, { norma: 'L.R. n.4/2010' }],
    [
      'a rule behind «altro»',
      { servizio: 'X', articolo_rr: 'Altro (Decreto Dir. n.450/2021)' },
      { norma: 'Decreto Dir. n.450/2021' },
    ],
    ['«altro» alone says nothing', { servizio: 'X', articolo_rr: 'altro' }, { norma: null }],
    ['a dash of a list is no part of a name', { servizio: '-Asilo nido' }, { nome: 'Asilo nido', nominato: true }],
    [
      'without a name, the intervento',
      { utenza_testo: 'Cittadini', titolo_intervento: 'BARRIERE' },
      { nome: 'Barriere', nominato: false },
    ],
    ['without either, its code', { utenza_testo: 'Cittadini' }, { nome: 'Servizio dell’intervento A.1' }],
  ])('%s', (_titolo, valori, atteso) => {
    expect(buildServizio(valori)).toMatchObject(atteso);
  });

  test('two services of one name have two addresses', () => {
    const { servizi } = buildCartaServizi(
      toRighe([
        { intervento: 'B.3', servizio: 'X' },
        { intervento: 'B.3', servizio: 'X' },
      ]),
    );
    expect(servizi.map(({ id }) => id)).toEqual(['b-3-x', 'b-3-x-2']);
  });
});

describe('needs and ages come from the words of the plan', () => {
  test.each<[string, string, string[][]]>([
    ['Casa rifugio', 'Donne vittime di violenza con e senza figli minori', [['violenza'], ['non-indicata']]],
    ['Percorsi di inserimento lavorativo', 'Donne vittime di violenza', [['lavoro', 'violenza'], ['non-indicata']]],
    [
      'Servizio di Assistenza Domiciliare',
      'N° 55 cittadini ultrasessantacinquenni domiciliati a Casarano',
      [['casa'], ['anziani']],
    ],
    ['Dimissioni protette', 'persone infra sessantacinquenni', [['casa'], ['adulti']]],
    ['Care Leavers', 'n. 3 neo maggiorenni', [['famiglia'], ['giovani']]],
    ['Mediazione culturale', 'stranieri e loro nuclei familiari', [['stranieri'], ['non-indicata']]],
    ['Ufficio di Piano', '', [['organizzazione'], ['non-indicata']]],
    ['Qualcosa', 'Cittadini', [['altro'], ['non-indicata']]],
  ])('%s, %s', (nome, perChi, attesi) => {
    const { bisogni, eta } = listCategorie(nome, perChi);
    expect([bisogni, eta]).toEqual(attesi);
  });

  test.each<[string, string[]]>([
    ['Servizio di Segretariato Sociale/PUA', ['PUA']],
    ['n. 10 percettori di Rdc, fondi PAC', ['RdC', 'PAC']],
    ['Progetto a REDdito, SADico, incaPUAce, èPUA, PUAè', []],
  ])('initials of «%s»', (testo, attese) => {
    expect(findSigle(testo, null).map(({ sigla }) => sigla)).toEqual(attese);
  });
});

describe('a search in plain words', () => {
  const { servizi } = buildCartaServizi(
    toRighe([
      {
        intervento: 'C.1',
        servizio: 'Servizio di Assistenza Domiciliare',
        utenza_testo: 'cittadini ultrasessantacinquenni di Casarano',
      },
      { intervento: 'F.4', servizio: 'Nido', utenza_testo: 'bambini tra 3 mesi e 3 anni' },
      { intervento: 'A.1', servizio: 'Sportello degli immigrati', utenza_testo: 'cittadini stranieri' },
      { intervento: 'F.8', servizio: 'Contributi', utenza_testo: 'con ridotta capacità motoria' },
    ]),
  );
  const DOMICILIARE = 'c-1-servizio-di-assistenza-domiciliare';
  test.each<[string, string[], boolean]>([
    ['badante per mia nonna', [DOMICILIARE], false],
    ['aiuto a casa per mia madre', [DOMICILIARE], false],
    ['mamma anziana che vive sola', [DOMICILIARE], false],
    ['mamma', ['f-4-nido'], false],
    ['mio padre non cammina più', [DOMICILIARE, 'f-8-contributi'], false],
    ['ASILO', ['f-4-nido'], false],
    ['straniero', ['a-1-sportello-degli-immigrati'], false],
    ['barriere', ['f-8-contributi'], false],
    ['casa', [DOMICILIARE], false],
    ['asilo straniero', ['f-4-nido', 'a-1-sportello-degli-immigrati'], true],
    ['astronave', [], false],
    ['per il mio', [DOMICILIARE, 'f-4-nido', 'a-1-sportello-degli-immigrati', 'f-8-contributi'], false],
  ])('«%s»', (q, ids, parziale) => {
    const esito = findServizi(servizi, readStatoServizi({ q }));
    expect([esito.servizi.map(({ id }) => id).toSorted(), esito.parziale]).toEqual([ids.toSorted(), parziale]);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ bisogno: 'famiglia' }, ['f-4-nido']],
    [{ eta: 'anziani' }, [DOMICILIARE]],
    [{ eta: 'anziani', q: 'asilo' }, []],
    [{ servizio: 'f-4-nido' }, ['f-4-nido']],
    [{ accesso: 'gratuito' }, []],
  ])('%j', (ricerca, ids) => {
    const stato = readStatoServizi(ricerca);
    expect(findServizi(servizi, stato).servizi.map(({ id }) => id)).toEqual(ids);
    expect(writeStatoServizi(stato)).toEqual(ricerca);
  });
});

describe('what people say leads to what the plan calls otherwise', () => {
  const { servizi } = buildCartaServizi(
    toRighe(
      (
        [
          ['Assistenza Educativa Domiciliare (ADE)', 'Nuclei familiari con minori'],
          ['Servizio di Assistenza Domiciliare (SAD ANZIANI)', 'N° 55 cittadini ultrasessantacinquenni'],
          ['Budget di sostegno al caregiver', 'Familiari di disabili gravi e gravissimi non autosufficienti'],
          ['Servizio di Segretariato Sociale/PUA', 'Cittadini residenti'],
          ['Assistenza Domiciliare sociale (SAD) Anziani e Disabili', 'cittadini ultrasessantacinquenni'],
          ['Residenza fittizia', 'Persone in condizioni di povertà e senza dimora'],
          ['Accoglienza di minori in strutture residenziali', 'Minori residenti'],
          ['Prevenire e contrastare il disagio minorile', 'Studenti'],
          ['Servizi Estivi per minori', null],
          ['Centro Sociale Polivalente', 'n. 15 persone con disabilità'],
          ['Servizi educativi e per il tempo libero', 'n° 300 minori'],
        ] as const
      ).map(([servizio, utenza_testo]) => ({ intervento: 'A.1', servizio, utenza_testo })),
    ).concat(toRighe(ACCESSI, 'accesso')),
  );

  test.each<[string, string]>([
    ['assegno di cura', 'Budget di sostegno al caregiver'],
    ['dove chiedo', 'Servizio di Segretariato Sociale/PUA'],
    ['numero verde', 'Servizio di Segretariato Sociale/PUA'],
    ['mamma con l’Alzheimer', 'Servizio di Assistenza Domiciliare (SAD ANZIANI)'],
    ['mia mamma è caduta', 'Servizio di Assistenza Domiciliare (SAD ANZIANI)'],
    ['mia madre ha 85 anni e vive sola', 'Servizio di Assistenza Domiciliare (SAD ANZIANI)'],
    ['senza tetto', 'Residenza fittizia'],
    ['non riesco a pagare la bolletta', 'Residenza fittizia'],
    ['non arrivo a fine mese', 'Residenza fittizia'],
    ['casa famiglia', 'Accoglienza di minori in strutture residenziali'],
    ['bullismo', 'Prevenire e contrastare il disagio minorile'],
    ['centro estivo', 'Servizi Estivi per minori'],
    ['dopo scuola', 'Servizi educativi e per il tempo libero'],
    ['mi separo da mio marito', 'Centro per la Famiglia'],
  ])('«%s» leads to %s', (q, nome) => {
    const { servizi: trovati, parziale } = findServizi(servizi, readStatoServizi({ q }));
    expect([trovati[0]?.nome, parziale]).toEqual([nome, false]);
  });

  test('what the plan does not have is not passed off as something else', () => {
    for (const q of ['casa di riposo', 'amministratore di sostegno'])
      expect(findServizi(servizi, readStatoServizi({ q })).servizi).toEqual([]);
  });
});

describe('a word asks for what says it, not for all that stands under the same need', () => {
  const PSICHICO = 'Assistenza Domiciliare (SAD DISAGIO PSICHICO)';
  const CAREGIVER = 'Budget di sostegno al caregiver';
  const DIURNO = 'Centro diurno per disabili';
  const list = (...nomi: string[]) =>
    buildCartaServizi(toRighe(nomi.map((servizio) => ({ intervento: 'A.1', servizio })))).servizi;
  const tutti = list(PSICHICO, CAREGIVER, DIURNO, 'Asilo nido');
  test.each<[string, string[], boolean]>([
    ['psicologo', [PSICHICO], false],
    ['invalido', [DIURNO], false],
    // These are the words of the need.
    ['disagio psichico', [PSICHICO, CAREGIVER, DIURNO], false],
    ['un bambino e uno psicologo', [PSICHICO, 'Asilo nido'], true],
    ['senza nido', ['Asilo nido'], false],
  ])('«%s»', (q, nomi, parziale) => {
    const esito = findServizi(tutti, readStatoServizi({ q }));
    expect([esito.servizi.map(({ nome }) => nome).toSorted(), esito.parziale]).toEqual([nomi.toSorted(), parziale]);
  });

  test('where none says it, what stands under it is better than nothing', () => {
    const esito = findServizi(list(CAREGIVER, DIURNO, 'Asilo nido'), readStatoServizi({ q: 'psicologo' }));
    expect([esito.servizi.map(({ nome }) => nome), esito.parziale]).toEqual([[CAREGIVER, DIURNO], false]);
  });
});

describe('the answer of the page', () => {
  let vuota: ReturnType<typeof buildCartaServizi>;
  beforeAll(() => {
    vuota = buildCartaServizi([]);
  });

  test('without a table it says so', () => {
    expect(buildRispostaServizi(vuota)).toBe('Per questo ambito non è ancora stata pubblicata la tabella dei servizi.');
  });

  test('counts what the plan says of the cost, and what it does not', () => {
    const carta = buildCartaServizi([
      ...toRighe([
        { intervento: 'E.1', servizio: 'Casa rifugio' },
        { intervento: 'F.4', servizio: 'Nido' },
      ]),
      ...toRighe(ACCESSI.slice(4, 5), 'accesso'),
    ]);
    expect(buildRispostaServizi(carta)).toBe(
      'Il Piano di Zona 2022-2024 nomina due servizi: uno è gratuito, nessuno può chiedere una parte del costo; di uno il piano non dice il costo.',
    );
  });

  test('the past ciclo keeps yes, no and not stated apart; its holder is told', () => {
    const carta = buildCartaServizi([
      ...toRighe([{ intervento: 'A.2', servizio: 'Servizio Sociale Professionale' }]),
      ...toRighe(
        [
          { servizio: 'A', attivo: 'SI', ente_titolare: 'Ambito' },
          { servizio: 'B', attivo: 'NO', ente_titolare: 'Ambito' },
          { servizio: 'C', attivo: null, ente_titolare: 'Ambito' },
        ],
        'passato',
        '2018-2021',
      ),
    ]);
    expect(carta.passato?.servizi.map(({ attivo }) => attivo)).toEqual(['SI', 'NO', null]);
    expect(tellTitolari(carta)).toMatch(
      /non scrivono chi è titolare .* Nel ciclo 2018-2021 il titolare indicato era: Ambito\.$/,
    );
    expect(listPorte(carta.servizi).map(({ nome }) => nome)).toEqual(['Servizio Sociale Professionale']);
  });

  test('an intervento of the quadro that no scheda describes is listed with its voci', () => {
    const { senzaScheda, servizi } = buildCartaServizi(
      toRighe([
        { intervento: 'A.1', servizio: 'Sportello' },
        { intervento: 'A.1', livello: 'LEPS', voce: 'Rete', titolo_intervento: 'Segretariato' },
        { intervento: 'D.1', livello: 'ODS', voce: 'Centro per anziani', titolo_intervento: 'Centri' },
        { intervento: 'D.3', titolo_intervento: 'Altri centri' },
      ]),
    );
    expect(servizi).toHaveLength(1);
    expect(senzaScheda).toEqual([
      { intervento: 'D.1', titolo: 'Centri', voci: ['Centro per anziani'] },
      { intervento: 'D.3', titolo: 'Altri centri', voci: [] },
    ]);
  });
});
