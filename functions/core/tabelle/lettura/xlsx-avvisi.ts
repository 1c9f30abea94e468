/** What a person must know of a sheet that was read and could be misread: said in Italian, beside the rows. */
import { joinElenco } from './testo.ts';
import type { FoglioElencato } from './xlsx-cartella.ts';
import type { FoglioLetto } from './xlsx-foglio.ts';
import { formatColonna, type Luoghi } from './xlsx-riferimento.ts';

const MASSIMI_NOMINATI = 10;

interface DaDire {
  readonly fogli: readonly FoglioElencato[];
  readonly letto: FoglioElencato;
  /** True where the person named the sheet. */
  readonly chiesto: boolean;
  /** True where the first visible ones are empty. */
  readonly saltati: boolean;
  readonly contenuto: FoglioLetto;
  /** Covered by merged areas and not empty. */
  readonly coperte: Luoghi;
}

export function composeAvvisi({ fogli, letto, chiesto, saltati, contenuto, coperte }: DaDire): string[] {
  const avvisi: string[] = [];
  if (!chiesto && fogli.length > 1) {
    const nomi = joinElenco(
      cutElenco(
        fogli.map(({ nome }) => `«${nome}»`),
        'altri',
      ),
    );
    avvisi.push(
      `Il file ha ${fogli.length} fogli (${nomi}): è stato letto «${letto.nome}», il primo visibile${saltati ? ' che non sia vuoto' : ''}. Un file si legge un foglio alla volta: un altro si sceglie correggendo la lettura; se servono più fogli, lo stesso file si carica di nuovo per ognuno, come una parte in più.`,
    );
  }
  if (letto.nascosto) avvisi.push(`Il foglio «${letto.nome}» è nascosto: è stato letto come se si vedesse.`);
  if (contenuto.righeNascoste.length > 0) {
    const elenco = formatIntervalli(contenuto.righeNascoste, (riga) => `${riga}`);
    avvisi.push(`Il foglio nasconde delle righe, lette come le altre: ${elenco}.`);
  }
  const ultima = contenuto.righe.reduce((massimo, { celle }) => Math.max(massimo, celle.length), 0);
  const colonne = [...contenuto.colonneNascoste].filter((colonna) => colonna <= ultima).sort((a, b) => a - b);
  if (colonne.length > 0) {
    avvisi.push(`Il foglio nasconde delle colonne, lette come le altre: ${formatIntervalli(colonne, formatColonna)}.`);
  }
  if (coperte.totale > 0) {
    avvisi.push(
      `Sotto celle unite ci sono valori che il foglio non mostra, e non sono stati letti: ${formatLuoghi(coperte)}.`,
    );
  }
  if (contenuto.senzaRisultato.totale > 0) {
    avvisi.push(
      `Ci sono formule senza risultato salvato (${formatLuoghi(contenuto.senzaRisultato)}): il file va aperto nel foglio di calcolo e salvato di nuovo.`,
    );
  }
  return avvisi;
}

function formatLuoghi({ primi, totale }: Luoghi): string {
  const altre = totale - primi.length;
  if (altre === 0) return joinElenco(primi);
  return joinElenco([...primi, altre === 1 ? 'un’altra' : `altre ${altre}`]);
}

/** @param numeri in order */
function formatIntervalli(numeri: readonly number[], formatNumero: (numero: number) => string): string {
  const intervalli: [da: number, a: number][] = [];
  for (const numero of numeri) {
    const ultimo = intervalli.at(-1);
    if (ultimo && ultimo[1] === numero - 1) ultimo[1] = numero;
    else intervalli.push([numero, numero]);
  }
  const scritti = intervalli.map(([da, a]) => (da === a ? formatNumero(da) : `${formatNumero(da)}-${formatNumero(a)}`));
  return joinElenco(cutElenco(scritti, 'altre'));
}

function cutElenco(voci: readonly string[], altri: string): readonly string[] {
  return voci.length > MASSIMI_NOMINATI ? [...voci.slice(0, MASSIMI_NOMINATI), altri] : voci;
}
