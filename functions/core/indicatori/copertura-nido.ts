import { combineDati, createAssente, type Dato, sumDati } from '../dato.ts';
import type { Fascia } from '../fascia.ts';
import { type Fatto, groupBy, listValori, selectFatti } from '../fatti.ts';
import { assente } from '../misura.ts';
import { combinePerComune, mapPerComune, type PerComune, spreadAmbito, sumComuni } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { type Conteggio, describeRilevazione, listConteggi, readResidenti } from '../residenti.ts';
import { defineIndicatore } from './definisci.ts';

/** From 3 to 36 months: of the children in their first year, those born in the first nine of its twelve months. */
const PRIMO_ANNO = 9 / 12;

export const coperturaNido = defineIndicatore({
  id: 'copertura-nido',
  titolo: 'Posti nei nidi ogni cento bambini',
  domanda: 'Per quanti bambini tra 3 e 36 mesi c’è un posto al nido?',
  formula: 'posti nei nidi, pubblici e privati / residenti di 3-36 mesi (0 anni × 9/12 + 1 anno + 2 anni) × 100',
  unita: '%',
  decimali: 1,
  direzione: 'alto-meglio',
  tema: 'servizi',
  soglia: { valore: 33, verso: 'almeno', legge: 'Legge 30 dicembre 2021, n. 234, art. 1, comma 172' },
  tabelle: ['posti-nido', 'popolazione'],
  avvertenze: [
    'Servono i residenti per singolo anno d’età: una fascia 0-3 conta quattro anni di nascite, e da lì i 3-36 mesi non si ricavano.',
    'Un posto non è un bambino accolto, e chi abita in un comune può usare il nido di un altro.',
  ],
  fonte: 'Legge 30 dicembre 2021, n. 234, art. 1, comma 172; metodo dei 3-36 mesi per singolo anno d’età.',
  computeSerie: (quadro) =>
    listAnni(quadro).map((anno) => {
      const conteggio = chooseConteggio(quadro, anno);
      return {
        periodo: `${anno}`,
        valori: combinePerComune(
          conteggio ? readBambini(quadro, conteggio) : spreadIgnoti(quadro),
          readPosti(quadro, anno),
          // The children come first: where they cannot be derived, no table of places would help.
          (bambini, posti) =>
            combineDati(bambini, posti, (tutti, offerti) =>
              tutti === 0 ? assente('denominatore-zero') : (offerti / tutti) * 100,
            ),
        ),
        note: conteggio
          ? [`Residenti al 31 dicembre ${conteggio.anno} (${describeRilevazione(conteggio.rilevazione)}).`]
          : ['Nessuna tabella pubblica i residenti per singolo anno d’età.'],
      };
    }),
});

/** The years of the places; without a table of them, the last year whose residents are counted: why it lacks is told. */
function listAnni(quadro: Quadro): number[] {
  const deiPosti = listValori(selectFatti(quadro, 'posti-nido.posti'), 'anno').map(Number);
  const contati = listConteggi(quadro).map(({ anno }) => Number(anno));
  if (deiPosti.length > 0 || contati.length === 0) return deiPosti;
  return [Math.max(...contati)];
}

const ETA: readonly Fascia[] = [0, 1, 2].map((eta) => ({ da: eta, a: eta }));

/** The count by single years nearest to the wanted one; ISTAT's where two are as near. */
function chooseConteggio(quadro: Quadro, anno: number): Conteggio | undefined {
  return listConteggi(quadro)
    .filter((conteggio) => ETA.every((eta) => readResidenti(quadro, conteggio, eta).ambito.valore !== null))
    .toSorted(
      (a, b) =>
        Math.abs(Number(a.anno) - anno) - Math.abs(Number(b.anno) - anno) || (a.rilevazione < b.rilevazione ? 1 : -1),
    )[0];
}

function readBambini(quadro: Quadro, conteggio: Conteggio): PerComune {
  const [zero, uno, due] = ETA.map((eta) => readResidenti(quadro, conteggio, eta));
  if (!zero || !uno || !due) return spreadIgnoti(quadro);
  const primi = combinePerComune(zero, uno, (a, b) => combineDati(a, b, (nati, grandi) => nati * PRIMO_ANNO + grandi));
  return combinePerComune(primi, due, (a, b) => sumDati([a, b]));
}

function spreadIgnoti(quadro: Quadro): PerComune {
  return mapPerComune(spreadAmbito(quadro, createAssente('non-derivabile')), () => createAssente('non-derivabile'));
}

/**
 * Public and private together: the count of both where it is stated, else the sum. One of the two that the table states of others and not
 * of this comune is missing, not zero; one that it states of nobody is not what the table speaks of.
 */
function readPosti(quadro: Quadro, anno: number): PerComune {
  const fatti = selectFatti(quadro, 'posti-nido.posti', { anno });
  const titolarita = (suoi: readonly Fatto[]) => new Set(suoi.flatMap(({ valori }) => valori.titolarita ?? []));
  const dette = titolarita(fatti).size;
  const perComune = new Map<string, Dato>(
    [...groupBy(fatti, ({ comune }) => comune)].map(([comune, suoi]) => {
      const insieme = suoi.find(({ valori }) => (valori.titolarita ?? null) === null)?.dato;
      if (insieme) return [comune, insieme];
      const dati = suoi.map(({ dato }) => dato);
      return [comune, sumDati(titolarita(suoi).size < dette ? [...dati, createAssente('non-trasmesso')] : dati)];
    }),
  );
  return sumComuni(quadro, perComune, anno);
}
