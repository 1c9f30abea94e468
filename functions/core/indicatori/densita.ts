import { AMBITO_INTERO } from '../ambito.ts';
import { divideDati } from '../dato.ts';
import { type Fatto, selectFatti } from '../fatti.ts';
import { formatNumero } from '../formato.ts';
import { combinePerComune, groupPerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { listConteggi, readResidenti } from '../residenti.ts';
import { defineIndicatore } from './definisci.ts';

export const densita = defineIndicatore({
  id: 'densita',
  titolo: 'Densità abitativa',
  domanda: 'Quante persone vivono in ogni chilometro quadrato?',
  formula: 'residenti / superficie in km²',
  unita: 'ab/km²',
  decimali: 2,
  direzione: 'neutro',
  tema: 'territorio',
  tabelle: ['popolazione', 'territorio'],
  avvertenze: [
    'Le edizioni ISTAT delle superfici differiscono fra loro fino al 3 %.',
    'Per l’ambito si usa la somma delle superfici dei comuni; dove la fonte ne dichiara una diversa, le note la riportano.',
  ],
  fonte: 'ISTAT, definizione di densità abitativa.',
  computeSerie: (quadro) => {
    const superfici = selectFatti(quadro, 'territorio.superficie_km2');
    if (superfici.length === 0) return [];
    return listConteggi(quadro).map((conteggio) => ({
      periodo: conteggio.anno,
      dimensioni: { rilevazione: conteggio.rilevazione },
      valori: combinePerComune(
        readResidenti(quadro, conteggio),
        // A surface has no year: that of the ambito is of the comuni it had in the year of the residents.
        groupPerComune(quadro, superfici, Number(conteggio.anno)),
        divideDati,
      ),
      note: (comune) => describeSuperficie(quadro, superfici, comune),
    }));
  },
});

/** Which surface the figure rests on and, for the ambito, the one that the source declares beside it. */
function describeSuperficie(quadro: Quadro, superfici: readonly Fatto[], comune: string | null): string[] {
  const usate = superfici.filter((fatto) =>
    comune === null ? fatto.comune !== AMBITO_INTERO : fatto.comune === comune,
  );
  const dichiarata = superfici.find((fatto) => fatto.comune === AMBITO_INTERO);
  const km2 = usate.reduce((somma, { dato }) => somma + (dato.valore ?? Number.NaN), 0);
  const [prima] = usate;
  const note =
    prima && Number.isFinite(km2) ? [`Superficie: ${formatNumero(km2, 2)} km² (${describeFonte(quadro, prima)}).`] : [];
  if (comune !== null || !dichiarata || dichiarata.dato.valore === null) return note;
  const densitaDichiarata = dichiarata.valori.densita;
  const densitaTesto =
    typeof densitaDichiarata === 'number'
      ? ` e una densità di ${formatNumero(densitaDichiarata, 2)} abitanti per km²`
      : '';
  const testo = `per l’ambito ${formatNumero(dichiarata.dato.valore, 2)} km²${densitaTesto} (${describeFonte(quadro, dichiarata)}).`;
  return prima ? [...note, `La fonte dichiara ${testo}`] : [`Superficie dichiarata ${testo}`];
}

function describeFonte(quadro: Quadro, fatto: Fatto): string {
  const parte = quadro.tabelle.get('territorio')?.parti.find(({ parte }) => parte === fatto.riga.parte);
  return parte?.fonte.documento ?? fatto.riga.parte;
}
