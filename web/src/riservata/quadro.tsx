import type { ReactNode } from 'react';
import { TestaPagina } from '../componenti/testa-pagina.tsx';

/** The page around what is no view of an ambito: the way in, a choice, what is not there. */
export function Quadro({ titolo, risposta, children }: { titolo: string; risposta?: string; children: ReactNode }) {
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[{ testo: 'Ambiti', href: '/' }, { testo: 'Area riservata' }]}
        titolo={titolo}
        descrizione="L’area riservata dell’osservatorio."
        risposta={risposta}
      />
      {children}
    </div>
  );
}
