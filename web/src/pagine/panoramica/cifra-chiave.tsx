import { useSpiega } from '../../componenti/cifra.tsx';
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
    qualita: () => indirizzi.qualita(ambito),
    metodo: () => indirizzi.indicatore(pagina.indicatore ?? cifra.id),
  }[pagina.a]();
  const valore = (
    <>
      <strong>{cifra.cifra.cifra}</strong>
      {cifra.cifra.unita && <span>{cifra.cifra.unita}</span>}
    </>
  );
  return (
    <article className="cifra-chiave">
      <h3 className="cifra-etichetta">{cifra.etichetta}</h3>
      <p className="cifra-valore">
        <Segno ambito={ambito} comune={null} nome={`${nome}, ${cifra.etichetta}`} segnalazioni={cifra.segnalazioni} />
        {cifra.figura ? (
          <a href={spiega(cifra.figura)} data-spiega="" title="Da dove viene questa cifra">
            {valore}
            <span className="solo-lettori">: da dove viene</span>
          </a>
        ) : (
          <span>{valore}</span>
        )}
      </p>
      <p className="cifra-senso">{cifra.senso}</p>
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
