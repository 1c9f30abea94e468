/** Small bar charts side by side: the comuni always in the same order, an indicator each or a year each. */
import { PerAnni } from './multipli/per-anni.tsx';
import { PerIndicatori } from './multipli/per-indicatori.tsx';
import type { DatiVista } from './stato.ts';

export function Multipli(dati: DatiVista) {
  return dati.stato.per === 'anni' ? <PerAnni {...dati} /> : <PerIndicatori {...dati} />;
}
