import { divideDati, subtractDati } from '../dato.ts';
import { listValori, selectFatti } from '../fatti.ts';
import { combinePerComune, groupPerComune, type PerComune } from '../per-comune.ts';
import type { Quadro } from '../quadro.ts';
import { chooseDenominatore } from '../residenti.ts';
import { defineIndicatore } from './definisci.ts';

export const saldoMigratorio = defineIndicatore({
  id: 'saldo-migratorio',
  titolo: 'Saldo migratorio',
  domanda: 'Sono di più le persone arrivate o quelle andate via?',
  formula: 'immigrazioni − emigrazioni',
  unita: 'persone',
  decimali: 0,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['migrazioni'],
  avvertenze: [
    'Conta i trasferimenti di residenza: chi si sposta da un comune all’altro dell’ambito compare in entrambi.',
  ],
  fonte: 'Anagrafi comunali, iscrizioni e cancellazioni per trasferimento di residenza.',
  computeSerie: (quadro) => listAnni(quadro).map((anno) => ({ periodo: anno, valori: computeSaldo(quadro, anno) })),
});

export const tassoMigratorio = defineIndicatore({
  id: 'tasso-migratorio',
  titolo: 'Tasso migratorio',
  domanda: 'Ogni mille residenti, quanti se ne sono aggiunti o persi per i trasferimenti?',
  formula: '(immigrazioni − emigrazioni) / residenti × 1000',
  unita: '‰',
  decimali: 2,
  direzione: 'neutro',
  tema: 'persone',
  tabelle: ['migrazioni', 'popolazione'],
  avvertenze: ['I trasferimenti sono contati dalle anagrafi: dove si può, lo sono anche i residenti.'],
  fonte: 'ISTAT, tasso migratorio (qui sui residenti di fine anno).',
  computeSerie: (quadro) => {
    const anni = listAnni(quadro);
    const denominatore = chooseDenominatore(quadro, anni.map(Number), 'anagrafe');
    return anni.map((anno) => {
      const { residenti, rilevazione, nota } = denominatore(Number(anno));
      return {
        periodo: anno,
        dimensioni: { rilevazione },
        valori: combinePerComune(computeSaldo(quadro, anno), residenti, (saldo, tutti) =>
          divideDati(saldo, tutti, 1000),
        ),
        note: [nota],
      };
    });
  },
});

function listAnni(quadro: Quadro): string[] {
  return listValori(selectFatti(quadro, 'migrazioni.immigrazioni'), 'anno');
}

function computeSaldo(quadro: Quadro, anno: string): PerComune {
  const arrivi = groupPerComune(quadro, selectFatti(quadro, 'migrazioni.immigrazioni', { anno }));
  const partenze = groupPerComune(quadro, selectFatti(quadro, 'migrazioni.emigrazioni', { anno }));
  return combinePerComune(arrivi, partenze, subtractDati);
}
