/** The table of a chart: every figure opens its walk back and carries its mark. */

import type { CellaGrafico, TavolaGrafico } from '../serie/tavola-grafico.ts';
import { describeUnita } from '../serie/valore.ts';
import { useSpiega } from './cifra.tsx';
import { Segno } from './segno.tsx';
import { Tabella } from './tabella.tsx';

interface Proprieta {
  readonly tavola: TavolaGrafico;
  readonly didascalia: string;
  readonly ambito: string;
}

export function TavolaDelGrafico({ tavola: { testa, colonne, righe }, didascalia, ambito }: Proprieta) {
  return (
    <Tabella
      didascalia={didascalia}
      testa={testa}
      colonne={colonne.map(({ chiave, titolo, unita }) => ({
        chiave,
        etichetta: titolo,
        numerica: unita !== '',
        titolo: unita ? (
          <>
            {titolo}
            <span className="minuto">{describeUnita(unita)}</span>
          </>
        ) : (
          titolo
        ),
      }))}
      righe={righe.map(({ chiave, nome, comune, celle, aParte = false }) => ({
        chiave,
        testa: nome,
        totale: aParte,
        celle: celle.map((cella, i) => (
          <Cella key={colonne[i]?.chiave} cella={cella} ambito={ambito} comune={comune} nome={nome} />
        )),
      }))}
    />
  );
}

interface ProprietaCella {
  readonly cella: CellaGrafico;
  readonly ambito: string;
  readonly comune: string | null;
  readonly nome: string;
}

function Cella({ cella: { testo, valore, figure = [], segnalazioni = [] }, ambito, comune, nome }: ProprietaCella) {
  const spiega = useSpiega();
  return (
    <>
      {figure.length > 0 ? (
        <a className="cifra" href={spiega(...figure)} data-spiega="">
          {testo}
        </a>
      ) : (
        <span className={valore === null ? 'minuto' : undefined}>{testo}</span>
      )}
      <Segno ambito={ambito} comune={comune} nome={nome} segnalazioni={segnalazioni} />
    </>
  );
}
