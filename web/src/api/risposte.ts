/** Replies of the API held against their schemas. Apart from the reading: a page that came with its data asks for none. */
import * as z from 'zod/mini';
import * as schemi from '../../../functions/core/http/schemi.ts';

export interface Risposte {
  readonly ambiti: z.infer<typeof schemi.ambiti>;
  readonly ambito: schemi.AmbitoDto;
  readonly tipi: z.infer<typeof schemi.tipi>;
  readonly indicatori: z.infer<typeof schemi.indicatori>;
  readonly indicatore: schemi.IndicatoreDto;
  readonly osservazioni: schemi.OsservazioniDto;
  readonly spiegazione: schemi.SpiegazioneDto;
  readonly calendario: schemi.CalendarioDto;
  readonly qualita: schemi.QualitaDto;
  readonly tabella: schemi.TabellaDto;
  readonly versioni: schemi.VersioniDto;
  readonly registro: schemi.RegistroDto;
}

const SCHEMI: { readonly [Nome in keyof Risposte]: z.ZodMiniType<Risposte[Nome]> } = {
  ambiti: schemi.ambiti,
  ambito: schemi.ambito,
  tipi: schemi.tipi,
  indicatori: schemi.indicatori,
  indicatore: schemi.indicatore,
  osservazioni: schemi.osservazioni,
  spiegazione: schemi.spiegazione,
  calendario: schemi.calendario,
  qualita: schemi.qualita,
  tabella: schemi.tabella,
  versioni: schemi.versioni,
  registro: schemi.registro,
};

/** @throws ZodError where the body is not that reply */
export function parseRisposta<Nome extends keyof Risposte>(nome: Nome, corpo: unknown): Risposte[Nome] {
  return z.parse(SCHEMI[nome], corpo);
}

/** @returns null where the body is not a problem as the API tells them */
export function readProblema(corpo: unknown): schemi.ProblemJson | null {
  const letto = z.safeParse(schemi.problemJson, corpo);
  return letto.success ? letto.data : null;
}
