import { joinNomi } from './parole.ts';

/** Notes that differ by their year alone are one: `Residenti al 31 dicembre 2018, 2019 e 2020 (ISTAT).` */
export function joinNote(note: readonly string[]): string[] {
  const anni = new Map<string, string[]>();
  for (const nota of new Set(note)) {
    const [anno = ''] = /\b\d{4}\b/.exec(nota) ?? [];
    const modello = anno ? nota.replace(anno, '{anno}') : nota;
    anni.set(modello, [...(anni.get(modello) ?? []), anno]);
  }
  return [...anni].map(([modello, suoi]) => modello.replace('{anno}', joinNomi(suoi, 20)));
}
