import { DaDove, useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { indirizzi } from '../../indirizzi.ts';
import type { CifraChiave } from '../../serie/panoramica.ts';

export function UnaCifra({ cifra, ambito, nome }: { cifra: CifraChiave; ambito: string; nome: string }) {
  const spiega = useSpiega();
  const { pagina } = cifra;
  const href = {
    confronto: () => indirizzi.confronto(ambito, { indicatore: pagina.indicatore }),
    spesa: () => indirizzi.spesa(ambito),
    cofinanziamento: () => indirizzi.cofinanziamento(ambito),
    leps: () => indirizzi.leps(ambito),
    qualita: () => indirizzi.qualita(ambito),
    metodo: () => indirizzi.indicatore(pagina.indicatore ?? cifra.id),
  }[pagina.a]();
  const { unita } = cifra.cifra;
  // A sign is part of its number; words stand beside it, smaller.
  const stretta = unita === '%' || unita === '‰' || unita === '€';
  const valore = (
    <>
      <strong>
        {cifra.cifra.cifra}
        {stretta && `\u202f${unita}`}
      </strong>
      {unita && !stretta && <span>{unita}</span>}
    </>
  );
  return (
    <article className="cifra-chiave">
      <h3 className="cifra-etichetta">{cifra.etichetta}</h3>
      <Segno ambito={ambito} comune={null} nome={`${nome}, ${cifra.etichetta}`} segnalazioni={cifra.segnalazioni} />
      <p className="cifra-valore">
        {cifra.figura ? (
          <a href={spiega(cifra.figura)} data-spiega="" title="Da dove viene questa cifra">
            {valore}
            <span className="solo-lettori">: da dove viene</span>
          </a>
        ) : (
          <a href={href}>{valore}</a>
        )}
      </p>
      <p className="cifra-senso">
        {cifra.senso}
        <DaDove figure={cifra.figureSenso} />
      </p>
      <p className="cifra-fonte minuto">
        <span>
          {cifra.quando} · {cifra.fonte}
        </span>
        <a className="solo-schermo" href={href} aria-label={`${pagina.testo}: ${cifra.etichetta}`}>
          {pagina.testo}
        </a>
      </p>
    </article>
  );
}
