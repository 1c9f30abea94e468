import {
  assistentiSocialiMancanti,
  assistentiSocialiNecessari,
  assistentiSocialiRapporto,
} from './assistenti-sociali.ts';
import { avanzamentoImpegni, avanzamentoPagamenti, passoLineare, residuo } from './avanzamento.ts';
import {
  cofinanziamentoMinimo,
  cofinanziamentoProgrammato,
  cofinanziamentoVersato,
  cofinanziamentoVersatoProcapite,
} from './cofinanziamento.ts';
import { cofinanziamentoMinimoCalcolato } from './cofinanziamento-minimo-calcolato.ts';
import { coperturaNido } from './copertura-nido.ts';
import { densita } from './densita.ts';
import { componentiMedi, famiglie } from './famiglie.ts';
import type { Indicatore } from './indicatore.ts';
import { interventiAttivi, interventiFinanziati, interventiPrevisti } from './interventi.ts';
import { saldoMigratorio, tassoMigratorio } from './migrazioni.ts';
import {
  popolazione,
  popolazioneFascia,
  quotaFascia,
  variazionePopolazione,
  variazionePopolazionePct,
} from './popolazione.ts';
import { programmato, programmatoProcapite } from './programmato.ts';
import { aumentoQuotaDenaro, coperturaTrasferimenti, pesoQuota, scartoMinimo, scartoSpesaStorica } from './scarti.ts';
import { spesaStoricaMedia, spesaStoricaProcapite } from './spesa-storica.ts';
import { dipendenzaAnziani, dipendenzaStrutturale, indiceVecchiaia } from './struttura-eta.ts';

/** Every indicator, in the order of the catalogue. Adding one: docs/aggiungere-un-indicatore.md. */
export const INDICATORI: readonly Indicatore[] = [
  popolazione,
  popolazioneFascia,
  quotaFascia,
  variazionePopolazione,
  variazionePopolazionePct,
  indiceVecchiaia,
  dipendenzaStrutturale,
  dipendenzaAnziani,
  densita,
  famiglie,
  componentiMedi,
  saldoMigratorio,
  tassoMigratorio,
  spesaStoricaMedia,
  spesaStoricaProcapite,
  avanzamentoImpegni,
  avanzamentoPagamenti,
  residuo,
  passoLineare,
  programmato,
  programmatoProcapite,
  cofinanziamentoMinimo,
  cofinanziamentoMinimoCalcolato,
  cofinanziamentoProgrammato,
  cofinanziamentoVersato,
  cofinanziamentoVersatoProcapite,
  scartoMinimo,
  scartoSpesaStorica,
  aumentoQuotaDenaro,
  pesoQuota,
  coperturaTrasferimenti,
  interventiPrevisti,
  interventiFinanziati,
  interventiAttivi,
  assistentiSocialiRapporto,
  assistentiSocialiNecessari,
  assistentiSocialiMancanti,
  coperturaNido,
];

const PER_ID: ReadonlyMap<string, Indicatore> = new Map(INDICATORI.map((indicatore) => [indicatore.id, indicatore]));

export function getIndicatore(id: string): Indicatore | undefined {
  return PER_ID.get(id);
}
