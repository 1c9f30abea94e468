/** The path of the concertazione: its events, and the same as a calendar for diaries. */
import type { Ambito } from '../core/ambito.ts';
import { type Evento, listEventi } from '../core/calendario.ts';
import type { CalendarioDto } from '../core/http/schemi.ts';
import { writeCalendario } from '../core/icalendar.ts';
import type { Gestori } from '../http/gestore.ts';
import { paginate } from '../http/pagina.ts';
import { json } from '../http/risposta.ts';
import type { Deposito, Edizione } from '../store/deposito.ts';
import { readTabella } from '../store/quadro.ts';
import { openEdizione } from './edizione.ts';

export const CALENDARIO: Pick<Gestori<'api'>, 'calendario' | 'calendario-ics'> = {
  calendario: async ({ deposito, risorse, query }) => {
    const edizione = await openEdizione(deposito, risorse.ambito, query);
    const numero = edizione?.numero ?? 0;
    const { versione, eventi } = await openEventi(deposito, { ambito: risorse.ambito, edizione, ciclo: query.ciclo });
    const { pagina, cursore } = paginate(eventi, query, numero);
    const dto: CalendarioDto = {
      edizione: numero,
      versione,
      eventi: pagina,
      senzaData: countSenzaData(eventi),
      cursore,
    };
    return json(dto);
  },
  'calendario-ics': async ({ deposito, risorse, query }) => {
    const { ambito } = risorse;
    const edizione = await openEdizione(deposito, ambito, query);
    const { versione, eventi } = await openEventi(deposito, { ambito, edizione, ciclo: query.ciclo });
    const quale = query.ciclo === undefined ? '' : ` ${query.ciclo}`;
    return {
      tipo: 'text/calendar; charset=utf-8',
      corpo: writeCalendario({
        nome: `Piano di Zona${quale}, ${ambito.nome}`,
        descrizione: describeCalendario(eventi),
        eventi,
        pubblicatoIl: edizione?.pubblicataIl ?? '1970-01-01T00:00:00Z',
        sequenza: versione,
      }),
      nomeFile: `${ambito.id}-calendario${query.ciclo === undefined ? '' : `-${query.ciclo}`}.ics`,
    };
  },
};

async function openEventi(
  deposito: Deposito,
  { ambito, edizione, ciclo }: { ambito: Ambito; edizione: Edizione | null; ciclo: string | undefined },
): Promise<{ versione: number; eventi: Evento[] }> {
  if (!edizione?.versioni.calendario) return { versione: 0, eventi: [] };
  const { versione, righe } = await readTabella(deposito, edizione, 'calendario');
  const eventi = listEventi(righe, ambito.id);
  return { versione, eventi: ciclo === undefined ? eventi : eventi.filter((evento) => evento.ciclo === ciclo) };
}

const countSenzaData = (eventi: readonly Evento[]): number => eventi.filter(({ data }) => data === null).length;

/** A diary shows only what has a day: how much is left out is told. */
function describeCalendario(eventi: readonly Evento[]): string {
  const fuori = countSenzaData(eventi);
  const inizio = 'Incontri, scadenze e atti del percorso che porta al Piano di Zona, come i documenti li pubblicano.';
  if (fuori === 0) return inizio;
  return `${inizio} ${fuori === 1 ? 'Uno non ha' : `${fuori} non hanno`} una data nei documenti e qui non ${fuori === 1 ? 'c’è' : 'ci sono'}.`;
}
