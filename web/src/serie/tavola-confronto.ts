import type { Confronto, Voce } from './confronto.ts';
import { withoutPunto } from './parole.ts';
import type { TavolaGrafico, VoceTavola } from './tavola-grafico.ts';

/** A ranking of comuni, with the ambito apart. */
export function tavolaOfConfronto({ indicatore, unita, voci, ambito }: Confronto): TavolaGrafico {
  const rowOf = (voce: Voce): VoceTavola => ({
    chiave: voce.codice ?? 'ambito',
    nome: voce.nome,
    comune: voce.codice,
    celle: [
      {
        testo: voce.motivo ? `${voce.testo}: ${withoutPunto(voce.motivo)}` : voce.testo,
        valore: voce.valore,
        figure: voce.figure,
        segnalazioni: voce.segnalazioni,
      },
    ],
    aParte: voce.codice === null,
  });
  return {
    testa: 'Comune',
    colonne: [{ chiave: 'valore', titolo: indicatore.titolo, unita }],
    righe: [...voci, ...(ambito ? [ambito] : [])].map(rowOf),
  };
}
