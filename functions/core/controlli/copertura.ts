import { AMBITO_INTERO, isMembro } from '../ambito.ts';
import { describeValori, groupBy, readComune } from '../fatti.ts';
import { readAnno } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import { TIPI } from '../tabelle/index.ts';
import type { Riga, Tabella } from '../tabelle/tabella.ts';
import { describeComune, describeTabella, readPeriodo } from './confronto.ts';
import type { Controllo, Segnalazione } from './controllo.ts';

export const copertura: Controllo = {
  codice: 'copertura',
  titolo: 'Ogni comune c’è, una volta sola',
  regola: 'Ogni comune dell’ambito compare una e una sola volta, e nessun altro.',
  perche: 'Se un comune manca o è contato due volte, il totale dell’ambito è sbagliato.',
  run: (quadro) => [...quadro.tabelle.values()].flatMap((tabella) => checkTabella(quadro, tabella)),
};

function checkTabella(quadro: Quadro, tabella: Tabella): Segnalazione[] {
  const tipo = TIPI[tabella.tipo];
  const ripetute = checkChiavi(quadro, tabella, tipo.chiave);
  if (tipo.copertura !== 'comuni') return ripetute;
  const altre = tipo.chiave.filter((colonna) => colonna !== 'comune' && colonna !== tipo.elenca);
  const gruppi = groupBy(tabella.righe, ({ valori }) => describeValori(valori, altre));
  const mancanze = [...gruppi.values()].flatMap((righe) => checkComuni(quadro, tabella, righe));
  // A comune that a file leaves out is missing under every age and form: said once for each part and period.
  const unaVolta = new Map(mancanze.map((una) => [JSON.stringify(una), una]));
  return [...ripetute, ...unaVolta.values()];
}

function checkChiavi(quadro: Quadro, tabella: Tabella, chiave: readonly string[]): Segnalazione[] {
  const gruppi = groupBy(tabella.righe, ({ valori }) =>
    describeValori({ ...valori, comune: readComune(valori) }, chiave),
  );
  return [...gruppi.values()].flatMap((righe) => {
    const [prima, seconda] = righe;
    if (!prima || !seconda) return [];
    const dove = `${describeComune(quadro, readComune(prima.valori))}, tabella ${describeTabella(quadro, tabella.tipo, seconda.parte)}`;
    const altrove = prima.parte === seconda.parte ? '' : ` (nella parte «${prima.parte}»)`;
    return [
      createErrore(tabella, seconda, {
        messaggio: `${dove}: la riga ${seconda.riga} ripete un dato che c’è già alla riga ${prima.riga}${altrove}. Ne serve uno solo.`,
        righe,
      }),
    ];
  });
}

function checkComuni(quadro: Quadro, tabella: Tabella, righe: readonly Riga[]): Segnalazione[] {
  const [prima] = righe;
  const presenti = new Map(righe.map((riga) => [readComune(riga.valori), riga]));
  const soloAmbito = [...presenti.keys()].every((comune) => comune === AMBITO_INTERO);
  // A comune that the upload names is the whole scope of that file: the others come with theirs.
  const scopi = new Map(tabella.parti.map(({ parte, contesto }) => [parte, contesto?.comune]));
  const hasScopo = ({ parte, posizioni }: Riga) => {
    const scopo = scopi.get(parte) ?? AMBITO_INTERO;
    return scopo !== AMBITO_INTERO || (!('comune' in posizioni) && !('codice_istat' in posizioni));
  };
  const scelti = righe.every(hasScopo);
  if (!prima || soloAmbito) return [];
  const { comuni } = quadro.ambito;
  const anno = readAnno(prima.valori);
  const attesi = comuni.filter((comune) => isMembro(comune, anno)).map(({ codiceIstat }) => codiceIstat);
  const dove = `Tabella ${describeTabella(quadro, tabella.tipo, prima.parte)}`;
  const mancanti = scelti ? [] : attesi.filter((codice) => !presenti.has(codice));
  const estranei = [...presenti].filter(
    ([comune]) => comune !== AMBITO_INTERO && !comuni.some(({ codiceIstat }) => codiceIstat === comune),
  );
  return [
    ...mancanti.map((codice) => ({
      ...createErrore(tabella, prima, {
        messaggio: `${dove}: manca ${describeComune(quadro, codice)}. Serve una riga per ogni comune dell’ambito; se il dato non c’è, la cella si lascia vuota.`,
        righe: [],
      }),
      riga: null,
      comune: codice,
    })),
    ...estranei.map(([comune, riga]) =>
      createErrore(tabella, riga, {
        messaggio: `${dove}: alla riga ${riga.riga} c’è ${comune}, che non è un comune di ${quadro.ambito.nome}.`,
        righe: [riga],
      }),
    ),
  ];
}

function createErrore(
  { tipo }: Tabella,
  riga: Riga,
  { messaggio, righe }: { messaggio: string; righe: readonly Riga[] },
): Segnalazione {
  const comune = readComune(riga.valori);
  return {
    codice: 'copertura',
    gravita: 'errore',
    tipo,
    parte: riga.parte,
    riga: riga.riga,
    colonna: riga.posizioni.comune?.colonna ?? null,
    comune: comune === AMBITO_INTERO ? null : comune,
    periodo: readPeriodo(riga.valori),
    dichiarato: null,
    ricalcolato: null,
    differenza: null,
    messaggio,
    celle: righe.map((una) => ({ tipo, parte: una.parte, riga: una.riga, colonna: null })),
  };
}
