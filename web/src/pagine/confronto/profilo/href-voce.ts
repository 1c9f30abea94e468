/** Where a value of the profile leads: back to the figures that it comes from. */
import { useSpiega } from '../../../componenti/cifra.tsx';
import type { Voce } from '../../../serie/confronto.ts';

export type HrefVoce = (voce: Voce) => string | null;

export function useHrefVoce(): HrefVoce {
  const spiega = useSpiega();
  return ({ figure }) => (figure.length > 0 ? spiega(...figure) : null);
}
