/** A fonte that the services of an intervento name, and that its scheda puts no money on. */
import { groupBy } from '../fatti.ts';
import { FONTI } from '../fonti.ts';
import { resolveFonte } from '../fonti-scritte.ts';
import { containsPeriodo, parsePeriodo } from '../periodo.ts';
import { listProgrammati } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import type { Riga } from '../tabelle/tabella.ts';
import type { Segnalazione } from './controllo.ts';

/** Where a service says by which money it is paid: `n° 10 finanziati con fondi PAC`. */
const COLONNE = ['servizio', 'voce', 'articolo_rr', 'utenza_testo'] as const;

/** The families of fonti that go by an acronym (`PAC`, `PNRR`, `PON`): any other name is too common a word. */
const SIGLE: readonly string[] = [
  ...new Set(FONTI.filter(({ specie }) => specie === 'altre').map(({ gruppo }) => gruppo)),
].filter((gruppo) => /^[A-Z]{3,}$/.test(gruppo));

/** Nothing is said of an intervento without amounts: what is not brought in yet is not a contradiction. */
export function checkFontiNominate(quadro: Quadro): Segnalazione[] {
  const schede = groupBy(listProgrammati(quadro), ({ intervento }) => intervento);
  const righe = quadro.tabelle.get('servizi')?.righe ?? [];
  return righe.flatMap((riga) => {
    const { intervento } = riga.valori;
    const ciclo = parsePeriodo(riga.valori.ciclo);
    if (typeof intervento !== 'string' || !ciclo) return [];
    const voci = (schede.get(intervento) ?? []).filter(({ anno }) => containsPeriodo(ciclo, { da: anno, a: anno }));
    const fonti = new Set(voci.flatMap(({ fonte }) => (fonte === null ? [] : [resolveFonte(fonte).gruppo])));
    if (fonti.size === 0) return [];
    return SIGLE.filter((sigla) => !fonti.has(sigla)).flatMap((sigla) => createAvviso(riga, { intervento, sigla }));
  });
}

function createAvviso(riga: Riga, { intervento, sigla }: { intervento: string; sigla: string }): Segnalazione[] {
  const nominata = new RegExp(`\\b${sigla}\\b`);
  const colonna = COLONNE.find((una) => nominata.test(String(riga.valori[una] ?? '')));
  if (!colonna) return [];
  const nome = riga.valori.servizio ?? riga.valori.voce ?? riga.valori[colonna];
  const posto = riga.posizioni[colonna]?.colonna ?? null;
  return [
    {
      codice: 'tra-tabelle',
      gravita: 'avviso',
      tipo: 'servizi',
      parte: riga.parte,
      riga: riga.riga,
      colonna: posto,
      comune: null,
      periodo: String(riga.valori.ciclo),
      dichiarato: null,
      ricalcolato: null,
      differenza: null,
      messaggio: `L’intervento ${intervento} descrive un servizio pagato anche con ${sigla} («${nome}»), ma la sua scheda non programma nulla su quella fonte: o l’importo manca, o è contato altrove.`,
      celle: [{ tipo: 'servizi', parte: riga.parte, riga: riga.riga, colonna: posto }],
      riguarda: { intervento },
    },
  ];
}
