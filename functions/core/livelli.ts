/** The priority levels of the quadro sinottico. @source Piano Sociale di Zona 2022-2024 di Casarano, quadro sinottico */
export const LIVELLI = ['LEPS', 'Potenziamento', 'ODS', 'Specificità'] as const;
export type Livello = (typeof LIVELLI)[number];
