/** What a row says from when to when, where it ends before it begins. */
import type { Intervallo, Tipo } from '../tipo.ts';
import { type Fatto, getDato, getPosto } from './fatto.ts';
import type { Problema } from './problema.ts';

/** Days and hours are kept so that their texts are in order of time. */
export function listRovesciati(tipo: Tipo, fatto: Fatto): Intervallo[] {
  return (tipo.intervalli ?? []).filter(({ da, a, senza }) => {
    const [inizio, fine] = [getDato(fatto, da), getDato(fatto, a)];
    return inizio !== null && fine !== null && fine < inizio && (senza === undefined || getDato(fatto, senza) === null);
  });
}

/** On the cell of the end. */
export function describeRovesciato(tipo: Tipo, fatto: Fatto, { da, a }: Intervallo): Problema {
  const posto = getPosto(fatto, a);
  const getTitolo = (colonna: string) => tipo.colonne.find(({ id }) => id === colonna)?.titolo ?? colonna;
  const getScritto = (colonna: string) =>
    fatto.celle[getPosto(fatto, colonna)]?.trim() ?? String(getDato(fatto, colonna));
  return {
    riga: fatto.riga,
    colonna: posto < 0 ? null : posto + 1,
    ...(posto >= 0 && { intestazione: fatto.forma.intestazioni[posto] ?? '' }),
    valore: getScritto(a),
    regola: 'intervallo-rovesciato',
    messaggio: `«${getTitolo(a)}» (${getScritto(a)}) viene prima di «${getTitolo(da)}» (${getScritto(da)}): serve un valore uguale o successivo.`,
  };
}
