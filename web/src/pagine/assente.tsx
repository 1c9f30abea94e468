import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';

export function PaginaAssente() {
  return (
    <div className="pagina pagina-testo">
      <TestaPagina
        titolo="Questa pagina non c’è"
        descrizione="L’indirizzo non porta a nessuna pagina dell’osservatorio."
        risposta="L’indirizzo può essere scritto male, o la pagina può non essere mai esistita: gli indirizzi che pubblichiamo non cambiano. Un comune, un servizio o un indicatore si trovano con «Cerca», in alto."
      />
      <p>
        <a className="btn btn-primary" href={indirizzi.inizio()}>
          Scegli un ambito
        </a>
      </p>
    </div>
  );
}
