/** The sentences that sum a comune up, and the figures that they are made of. */
import { formatNumero } from '../../../functions/core/formato.ts';
import type { SezioneProfilo } from './comune.ts';
import { type Figura, figuraOf } from './figura.ts';
import { capitalize, describePeriodo, inComune } from './parole.ts';
import { isPresente } from './raccolta.ts';
import { formatInBreve, joinParti } from './valore.ts';

/** The answer: who lives there, what is spent, what is due. Only what the tables say. */
export function tellComune(sezioni: readonly SezioneProfilo[], nome: string, residentiAmbito: number | null): string {
  const voci = new Map(sezioni.flatMap(({ voci: sue }) => sue.map((voce) => [voce.chiave, voce] as const)));
  const find = (chiave: string) => {
    const voce = voci.get(chiave);
    return voce && isPresente(voce.dato) ? { ...voce, valore: voce.dato.valore, testo: voce.dato.testo } : null;
  };
  const persone = find('popolazione');
  const anziani = find('quota-fascia 65+');
  const spesa = find('spesa-storica-procapite');
  const quota = find('cofinanziamento-minimo totale');
  const denaro = find('cofinanziamento-minimo denaro');
  const passo = find('aumento-quota-denaro');
  const versato = find('cofinanziamento-versato denaro');
  const aTesta = find('cofinanziamento-versato-procapite denaro');
  const parte =
    persone && residentiAmbito
      ? `, ${formatNumero((persone.valore / residentiAmbito) * 100, 1)} su cento dell’ambito`
      : '';
  const vecchi = anziani ? `; ${formatNumero(Math.round(anziani.valore))} su cento hanno 65 anni o più` : '';
  const passoTesto =
    passo && versato && passo.valore !== 0
      ? `, ${tellEuro(passo.valore)} in ${passo.valore < 0 ? 'meno' : 'più'} del versato nel ${versato.dato.osservazione.periodo}${aTesta ? `, che era ${aTesta.testo} per residente${tellAmbito(aTesta)}` : ''}`
      : '';
  const frasi = [
    persone
      ? `${capitalize(describePeriodo(persone.dato.osservazione.periodo, 'popolazione'))} ${inComune(nome)} vivono ${persone.testo} persone${parte}${vecchi}.`
      : `Quante persone vivono ${inComune(nome)} non è ancora pubblicato.`,
    spesa ? `Per il sociale il comune ha speso ${spesa.testo} per abitante l’anno${tellAmbito(spesa)}.` : null,
    quota
      ? `Nel ${quota.dato.osservazione.periodo} deve mettere nel Piano almeno ${tellEuro(quota.valore)}${denaro ? `, di cui ${tellEuro(denaro.valore)} in denaro${passoTesto}` : ''}.`
      : null,
    tellTaciuto([spesa ? null : 'quanto il comune spende per il sociale', quota ? null : 'quanto mette nel Piano']),
  ];
  return frasi.filter((frase) => frase !== null).join(' ');
}

/** What the title asks and no table tells: a silence would read as an answer cut short. */
function tellTaciuto(domande: readonly (string | null)[]): string | null {
  const taciute = domande.filter((domanda) => domanda !== null);
  return taciute.length > 0 ? `${capitalize(taciute.join(' e '))} non è ancora pubblicato.` : null;
}

const DETTE = [
  'popolazione',
  'quota-fascia 65+',
  'spesa-storica-procapite',
  'cofinanziamento-minimo totale',
  'cofinanziamento-minimo denaro',
  'aumento-quota-denaro',
  'cofinanziamento-versato-procapite denaro',
];

/** What the numbers of the answer are. */
export function listFigureComune(sezioni: readonly SezioneProfilo[]): Figura[] {
  const voci = sezioni.flatMap(({ voci: sue }) => sue);
  return DETTE.flatMap((chiave) =>
    voci.flatMap((voce) => (voce.chiave === chiave && isPresente(voce.dato) ? [figuraOf(voce.dato.osservazione)] : [])),
  );
}

/** The same figure of the whole ambito, beside the comune’s. */
function tellAmbito({ ambitoTesto }: { readonly ambitoTesto: string | null }): string {
  return ambitoTesto ? ` (ambito: ${ambitoTesto})` : '';
}

function tellEuro(cent: number): string {
  return joinParti(formatInBreve(Math.abs(cent), { unita: '€', decimali: 2 }));
}
