/** What a draft would do, told in sentences: before it is published, and while it is being looked at. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, CaricamentoDto, IndicatoreDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { capitalize, countOf, describeDimensione, describePeriodo } from '../serie/parole.ts';
import { formatScarto, tellValore, toNumero } from '../serie/valore.ts';

export const NOMI_STATO: Readonly<Record<CaricamentoDto['stato'], string>> = {
  letto: 'bozza',
  rifiutato: 'da correggere',
  'in-consultazione': 'in consultazione',
  pubblicato: 'pubblicata',
  ritirato: 'ritirata',
};

/** Not even one cell could be told from another: there is nothing to correct, nor to copy. */
export function isIllegibile({ interpretazione }: Pick<CaricamentoDto, 'interpretazione'>): boolean {
  const { separatore, foglio, colonne } = interpretazione;
  return separatore === '' && foglio === undefined && colonne.length === 0;
}

/** The answer under the title of a preview. */
export function describeBozza(bozza: CaricamentoDto): string {
  const { stato, problemiTotali, righe, segnalazioni } = bozza;
  if (stato === 'rifiutato' && isIllegibile(bozza)) {
    return 'Da questo file non si è potuto leggere nulla: qui sotto c’è scritto perché, e in quale forma serve.';
  }
  if (stato === 'rifiutato') {
    const quanti = capitalize(countOf(problemiTotali, 'cosa', 'cose'));
    return `${quanti} da correggere. Finché ${problemiTotali === 1 ? 'c’è' : 'ci sono'}, il file non si può pubblicare: correggi come è stato letto, oppure correggi il file e ricaricalo.`;
  }
  if (stato === 'ritirato') {
    return bozza.sostituitaDa === undefined
      ? 'Questa bozza è stata ritirata. Se serve ancora, si può riprendere com’era.'
      : 'Un altro file, o un’altra lettura dello stesso, ha preso il posto di questa bozza. Se serve ancora, si può riprendere com’era.';
  }
  if (stato === 'pubblicato') {
    return 'Questo file è stato pubblicato. Quale versione della tabella vedono tutti oggi, lo dice la sua storia.';
  }
  const letto = `Il file è stato letto per intero: ${countDi(righe, 'dato', 'dati')}, nessun problema.`;
  const blocchi = segnalazioni.filter(({ gravita }) => gravita === 'errore').length;
  if (blocchi > 0) {
    return `${letto} I controlli però hanno trovato ${countOf(blocchi, 'errore', 'errori')}: così non si può pubblicare.`;
  }
  const avvisi = segnalazioni.filter(({ gravita }) => gravita === 'avviso').length;
  const detti =
    avvisi === 0
      ? ''
      : ` I controlli hanno ${countSegnalazioni(avvisi)}: si pubblica lo stesso, e ${avvisi === 1 ? 'resta' : 'restano'} accanto ai dati.`;
  const chi =
    stato === 'in-consultazione' ? 'Lo vedono gli organi, non il pubblico.' : 'Lo vede solo l’Ufficio di Piano.';
  return `${letto}${detti} ${chi}`;
}

/**
 * What whoever publishes must know before they do: one sentence each.
 * @param mai nothing of the table was published before
 */
export function listConseguenze(bozza: CaricamentoDto, tipo: TipoDto, mai: boolean): string[] {
  const { differenze, indicatoriTotali, segnalazioni, parte } = bozza;
  const quanti = Object.values(indicatoriTotali);
  const valori = quanti.reduce((somma, n) => somma + n, 0);
  const avvisi = segnalazioni.filter(({ gravita }) => gravita === 'avviso').length;
  return [
    `La tabella «${tipo.titolo}» ${mai ? 'si pubblica per la prima volta, con la' : 'cambia nella'} parte «${parte}»: ${describeDifferenze(differenze)}.`,
    valori === 0
      ? 'Nessun indicatore cambia.'
      : `${capitalize(countDi(valori, 'valore', 'valori'))} di ${countOf(
          quanti.length,
          'indicatore',
          'indicatori',
        )} ${valori === 1 ? 'cambia' : 'cambiano'} nello stesso momento.`,
    ...(avvisi === 0
      ? []
      : [
          `${capitalize(countSegnalazioni(avvisi))} dei controlli ${
            avvisi === 1 ? 'resta visibile' : 'restano visibili'
          } a tutti, accanto ai dati.`,
        ]),
    `Lo vedono subito tutti.${mai ? '' : ' La versione di prima resta, e si può rimettere in vigore.'}`,
  ];
}

export function describeDifferenze({ aggiunte, modificate, tolte }: CaricamentoDto['differenze']): string {
  const voci = [
    [aggiunte, 'aggiunto', 'aggiunti'],
    [modificate, 'modificato', 'modificati'],
    [tolte, 'tolto', 'tolti'],
  ] as const;
  const dette = voci.filter(([n]) => n > 0);
  if (dette.length === 0) return 'nessun dato cambia';
  return dette
    .map(([n, uno, molti], indice) =>
      indice === 0
        ? `${countDi(n, 'dato', 'dati')} ${n === 1 ? uno : molti}`
        : `${formatNumero(n)} ${n === 1 ? uno : molti}`,
    )
    .join(', ');
}

const countSegnalazioni = (n: number) => (n === 1 ? 'una segnalazione' : countOf(n, 'segnalazione', 'segnalazioni'));

/** `un dato`, `147 dati`. */
export function countDati(n: number): string {
  return countDi(n, 'dato', 'dati');
}

/** `una parte`, `27 parti`. */
export function countParti(n: number): string {
  return countOf(n, 'parte', 'parti');
}

/** In words up to twelve, in figures from there. */
export function countDi(n: number, uno: string, molti: string): string {
  return n <= 12 ? countOf(n, uno, molti) : `${formatNumero(n)} ${molti}`;
}

export interface Cambiamento {
  readonly chiave: string;
  /** `Casarano, al 31 dicembre 2021, 65 anni e più`. */
  readonly cosa: string;
  readonly prima: string;
  readonly dopo: string;
  readonly scarto: string;
}

export interface CambiamentiDi {
  readonly id: string;
  readonly titolo: string;
  /** The values that change. */
  readonly totale: number;
  /** How many of them can be told one by one. */
  readonly noti: number;
  /** The first of them, in words. */
  readonly list: (quanti: number) => Cambiamento[];
}

const ASSENTE = 'non c’è';

/** The figures that change, by indicator, in the order of the catalogue. Told one by one only when somebody looks: they may be thousands. */
export function groupCambiamenti(
  { indicatori, indicatoriTotali }: Pick<CaricamentoDto, 'indicatori' | 'indicatoriTotali'>,
  catalogo: readonly IndicatoreDto[],
  ambito: AmbitoDto,
): CambiamentiDi[] {
  return catalogo.flatMap((indicatore) => {
    const suoi = indicatori.filter((uno) => uno.indicatore === indicatore.id);
    if (suoi.length === 0) return [];
    const { id, titolo } = indicatore;
    const list = (quanti: number) => suoi.slice(0, quanti).map((uno) => toCambiamento(uno, indicatore, ambito));
    return [{ id, titolo, totale: indicatoriTotali[id] ?? suoi.length, noti: suoi.length, list }];
  });
}

function toCambiamento(
  { comune, periodo, dimensioni, ...valori }: CaricamentoDto['indicatori'][number],
  indicatore: IndicatoreDto,
  ambito: AmbitoDto,
): Cambiamento {
  const nome =
    comune === null ? 'Ambito' : (ambito.comuni.find(({ codiceIstat }) => codiceIstat === comune)?.nome ?? comune);
  const dette = DIMENSIONI.flatMap((d) => (dimensioni[d] ? [describeDimensione(d, dimensioni[d])] : []));
  const cosa = [nome, describePeriodo(periodo, indicatore.id), ...dette].join(', ');
  const prima = toNumero(valori.prima);
  const dopo = toNumero(valori.dopo);
  return {
    chiave: JSON.stringify([comune, periodo, dimensioni]),
    cosa,
    prima: prima === null ? ASSENTE : tellValore(prima, indicatore),
    dopo: dopo === null ? ASSENTE : tellValore(dopo, indicatore),
    scarto: prima === null || dopo === null ? '' : tellScarto(prima, dopo, indicatore),
  };
}

/** Two values that read the same are not the same: nobody is told that nothing changes. */
function tellScarto(prima: number, dopo: number, indicatore: IndicatoreDto): string {
  return tellValore(prima, indicatore) === tellValore(dopo, indicatore)
    ? 'nei decimali che non si leggono'
    : formatScarto(dopo - prima, indicatore);
}
