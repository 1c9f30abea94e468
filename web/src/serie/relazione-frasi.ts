/** The plain sentences of the report: only what the tables say. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { TabellaDto } from '../../../functions/core/http/schemi.ts';
import type { Confronto } from './confronto.ts';
import type { Lettore, Materia } from './lettore.ts';
import { compareNomi } from './ordine.ts';
import { capitalize, countOf, describePeriodo, joinNomi, withArticolo } from './parole.ts';
import { buildRisposta } from './titolo.ts';
import { formatInBreve, joinParti } from './valore.ts';

export function tellPopolazione({ ambito }: Materia, lettore: Lettore): string | null {
  const dato = lettore.find('popolazione');
  if (!dato) return null;
  const rilevazione = dato.osservazione.dimensioni.rilevazione;
  const variazione = lettore.find('variazione-popolazione', rilevazione === undefined ? {} : { rilevazione });
  const confronto =
    variazione && variazione.valore !== 0
      ? `, ${formatNumero(Math.abs(variazione.valore))} in ${variazione.valore < 0 ? 'meno' : 'più'} rispetto al ${variazione.periodo.slice(0, 4)}`
      : '';
  const quanti = countOf(ambito.comuni.length, 'comune', 'comuni');
  return `${capitalize(describePeriodo(dato.periodo, 'popolazione'))} nei ${quanti} dell’ambito vivono ${dato.esatto} persone${confronto}.`;
}

export function tellVecchiaia(lettore: Lettore): string | null {
  const anziani = lettore.find('quota-fascia', { fascia: '65+' });
  const indice = lettore.find('indice-vecchiaia');
  if (!anziani) return null;
  const testa = `${capitalize(describePeriodo(anziani.periodo, 'quota-fascia'))} ${formatNumero(Math.round(anziani.valore))} residenti su cento hanno 65 anni o più.`;
  return indice
    ? `${testa} Ogni 100 ragazzi fino a 14 anni ci sono ${formatNumero(Math.round(indice.valore))} persone di 65 anni o più: è l’indice di vecchiaia.`
    : testa;
}

export function tellFamiglie(lettore: Lettore): string | null {
  const famiglie = lettore.find('famiglie');
  const medi = lettore.find('componenti-medi', {}, famiglie?.periodo);
  if (!famiglie) return null;
  return `${capitalize(describePeriodo(famiglie.periodo, 'famiglie'))} le famiglie sono ${famiglie.esatto}${medi ? `, in media di ${medi.esatto} persone` : ''}.`;
}

export function tellMigrazioni(lettore: Lettore): string | null {
  const saldo = lettore.find('saldo-migratorio');
  if (!saldo) return null;
  const quando = capitalize(describePeriodo(saldo.periodo, 'saldo-migratorio'));
  if (saldo.valore === 0) return `${quando} chi è arrivato da fuori e chi è partito si pareggiano.`;
  const piu = saldo.valore < 0 ? 'è partito' : 'è arrivato';
  const meno = saldo.valore < 0 ? 'è arrivato' : 'è partito';
  return `${quando} chi ${piu} supera chi ${meno} di ${formatNumero(Math.abs(saldo.valore))} persone: è il saldo migratorio.`;
}

export function tellSpesa(lettore: Lettore): string | null {
  const impegni = lettore.find('avanzamento-impegni');
  const residuo = lettore.find('residuo', {}, impegni?.periodo);
  const media = lettore.find('spesa-storica-media');
  const frasi = [
    impegni
      ? `${capitalize(describePeriodo(impegni.periodo, 'avanzamento-impegni'))} l’ambito ha impegnato, cioè destinato con un atto, ${withArticolo(impegni.esatto)} di quanto aveva programmato${residuo ? `: restano ${joinParti(residuo.breve)}` : ''}.`
      : null,
    media
      ? `I comuni da soli spendono per il sociale ${joinParti(formatInBreve(media.valore, { unita: '€', decimali: 2 }))} l’anno, in media ${describePeriodo(media.periodo, 'spesa')}: è la spesa storica.`
      : null,
  ].filter((frase) => frase !== null);
  return frasi.length > 0 ? frasi.join(' ') : null;
}

/** A service of the past ciclo, as the plan lists it. */
export interface ServizioElencato {
  readonly riga: number;
  readonly nome: string;
  /** `sì`, `no`, `non indicato`. */
  readonly attivo: string;
  readonly titolare: string;
}

/** Of the ciclo of which the plan says what was active. */
export function listServizi(righe: TabellaDto['righe']): ServizioElencato[] {
  const testo = (valore: string | number | null | undefined) =>
    valore === null || valore === undefined ? null : `${valore}`;
  const detti = righe.filter(({ valori }) => testo(valori.servizio) && 'attivo' in valori);
  const ciclo = detti.find(({ valori }) => testo(valori.attivo))?.valori.ciclo;
  if (ciclo === undefined) return [];
  return detti
    .filter(({ valori }) => valori.ciclo === ciclo)
    .map(({ riga, valori }) => ({
      riga,
      nome: testo(valori.servizio) ?? '',
      attivo: { SI: 'sì', NO: 'no' }[testo(valori.attivo) ?? ''] ?? 'non indicato',
      titolare: testo(valori.ente_titolare) ?? 'non indicato',
    }));
}

export function tellServizi(righe: TabellaDto['righe']): string | null {
  const servizi = listServizi(righe);
  if (servizi.length === 0) return null;
  const ciclo = righe.find(({ valori }) => valori.attivo !== undefined && valori.attivo !== null)?.valori.ciclo;
  const attivi = servizi.filter(({ attivo }) => attivo === 'sì').length;
  const ignoti = servizi.filter(({ attivo }) => attivo === 'non indicato').map(({ nome }) => `«${nome}»`);
  const quanti = attivi === 1 ? 'ne era attivo uno' : `ne erano attivi ${attivi}`;
  const testa = `Dei ${servizi.length} servizi del Piano ${ciclo} ${quanti}.`;
  return ignoti.length > 0 ? `${testa} Di ${joinNomi(ignoti)} il documento non lo dice.` : testa;
}

/** The answer of a comparison, opened by what is compared: the sentence before it has already told the year. */
export function tellComuni(confronto: Confronto): string {
  const { indicatore, periodo } = confronto;
  const quando = periodo === null ? '' : capitalize(describePeriodo(periodo, indicatore.id));
  const cosa = indicatore.titolo.charAt(0).toLocaleLowerCase('it') + indicatore.titolo.slice(1);
  return buildRisposta(confronto).replace(quando, `Tra i comuni, quanto a ${cosa},`);
}

/** Documents of one name and several years, told once: `ISTAT, popolazione residente al 1° gennaio 2019, 2020 e 2021`. */
export function joinDocumenti(documenti: readonly string[]): string {
  const anni = new Map<string, string[]>();
  for (const documento of [...new Set(documenti)].toSorted(compareNomi)) {
    const [, nome = documento, anno] = /^(.*\D)\s(\d{4})$/.exec(documento) ?? [];
    anni.set(nome, [...(anni.get(nome) ?? []), ...(anno ? [anno] : [])]);
  }
  return [...anni].map(([nome, suoi]) => (suoi.length > 0 ? `${nome} ${joinNomi(suoi, 20)}` : nome)).join('; ');
}
