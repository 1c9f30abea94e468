/** What the page of the essential levels says, in sentences: true at any data. */
import type { Livello } from '../../../functions/core/livelli.ts';
import { type Figura, figuraOf } from './figura.ts';
import type { InterventoPiano } from './interventi-piano.ts';
import { findAnno, type Leps, listAlLivello } from './leps.ts';
import { capitalize, countOf, joinNomi, nameNumero } from './parole.ts';
import { isPresente } from './raccolta.ts';

const SENZA_DENARO = ['zero', 'non-indicato', 'senza-scheda'] as const;

/** A zero is written; a blank is not a zero: of it nobody knows. */
const FRASI_ESITO: Readonly<Record<(typeof SENZA_DENARO)[number], (quanti: number) => string>> = {
  zero: (quanti) => `${nameQuanti(quanti)} non ${quanti === 1 ? 'ha' : 'hanno'} denaro (importo zero)`,
  'non-indicato': (quanti) => `di ${nameQuanti(quanti)} non si sa (importo non indicato)`,
  'senza-scheda': (quanti) => `di ${nameQuanti(quanti)} non si sa (nessuna scheda)`,
};

const nameQuanti = (quanti: number) => (quanti === 1 ? 'uno' : nameNumero(quanti));

const labelOf = ({ id, nomeBreve }: InterventoPiano) => `${id} ${nomeBreve}`;

/** The answer to the page's question: which essential levels have no money in the year. */
export function tellLeps(leps: Leps): string {
  const { anno } = leps;
  const essenziali = listAlLivello(leps, 'LEPS');
  if (anno === null || essenziali.length === 0) {
    return 'Per questo ambito nessuna tabella pubblicata dice ancora quali interventi sono livelli essenziali, né se hanno denaro.';
  }
  const senza = SENZA_DENARO.flatMap((esito) => {
    const suoi = essenziali.filter((uno) => findAnno(uno, anno)?.esito === esito);
    return suoi.length > 0 ? [{ esito, suoi }] : [];
  });
  const quanti = senza.reduce((somma, { suoi }) => somma + suoi.length, 0);
  const tutti = countOf(essenziali.length, 'intervento', 'interventi');
  if (quanti === 0) {
    return essenziali.length === 1
      ? `Nel ${anno} l’unico intervento che è livello essenziale (LEPS) ha denaro.`
      : `Nel ${anno} hanno denaro tutti i ${tutti} che sono livelli essenziali (LEPS).`;
  }
  const elenco = senza.map(
    ({ esito, suoi }) => `${FRASI_ESITO[esito](suoi.length)}: ${joinNomi(suoi.map(labelOf), 20)}`,
  );
  return `Nel ${anno}, su ${tutti} LEPS (livelli essenziali), ${elenco.join('; ')}.`;
}

/** What the numbers of the answer are: how many are foreseen, how many have money in the year. */
export function listFigureLeps({ anno, anni, conti }: Leps): Figura[] {
  const suoi = conti.find(({ livello }) => livello === 'LEPS');
  const finanziati = suoi?.finanziati[anni.indexOf(anno ?? '')] ?? null;
  return [suoi?.previsti ?? null, finanziati].filter(isPresente).map(({ osservazione }) => figuraOf(osservazione));
}

/** The finding of the years at a level: `Con denaro: 8 su 9 nel 2022, 9 nel 2023, 4 nel 2024`. */
export function titleAnniLivello(leps: Leps, livello: Livello): string {
  const suoi = listAlLivello(leps, livello);
  const conti = leps.anni.map((anno) => {
    const finanziati = suoi.filter((uno) => findAnno(uno, anno)?.esito === 'finanziato').length;
    return `${finanziati} nel ${anno}`;
  });
  return `${capitalize(livello)}: hanno denaro ${joinNomi(conti, 10)}, su ${suoi.length} previsti`;
}

/** The finding of the counts: `Nel 2024 hanno denaro 4 LEPS su 9, 5 Potenziamento su 8`. */
export function titleConti({ anno, anni, conti }: Leps): string {
  const detti = conti.flatMap(({ livello, previsti, finanziati }) => {
    const conDenaro = finanziati[anni.indexOf(anno ?? '')] ?? null;
    return isPresente(previsti) && isPresente(conDenaro) ? [`${conDenaro.testo} ${livello} su ${previsti.testo}`] : [];
  });
  return detti.length > 0
    ? `Nel ${anno} hanno denaro ${joinNomi(detti, 10)}`
    : 'Quanti interventi, livello per livello';
}

/** The finding on the past ciclo: `Nel 2018-2021 erano attivi 20 servizi su 23; due no, di uno non è scritto`. */
export function titlePassati({ passati }: Leps): string {
  const quanti = (attivo: 'SI' | 'NO' | null) => passati.filter((uno) => uno.attivo === attivo).length;
  const [no, ignoti] = [quanti('NO'), quanti(null)];
  const resto = [
    no > 0 ? `${countOf(no, 'no', 'no').replace(/^un /, 'uno ')}` : null,
    ignoti > 0 ? `di ${countOf(ignoti, 'altro', 'altri').replace(/^un altro$/, 'uno')} non è scritto` : null,
  ].filter((uno) => uno !== null);
  return `Nel ${passati[0]?.ciclo ?? ''} erano attivi ${quanti('SI')} servizi su ${passati.length}${resto.length > 0 ? `; ${resto.join(', ')}` : ''}`;
}
