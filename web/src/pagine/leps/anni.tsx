/** The interventi of one level, year by year. */
import { LIVELLI } from '../../../../functions/core/livelli.ts';
import { AzioniGrafico } from '../../componenti/azioni.tsx';
import { Segmenti } from '../../componenti/comandi.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { titleAnniLivello } from '../../serie/frasi-leps.ts';
import { listAlLivello } from '../../serie/leps.ts';
import { joinNomi } from '../../serie/parole.ts';
import { SENSO_LIVELLI } from '../../serie/parole-leps.ts';
import { CellaAnno, type Contenuto } from './scheda.tsx';

export function SchedaAnni({ leps, stato, hrefOf, ambito, versioni, osservazioni }: Contenuto) {
  const suoi = listAlLivello(leps, stato.livello);
  const condivisi = suoi.filter(({ livelli }) => livelli.length > 1);
  const origine = osservazioni.find((o) => o.indicatore === 'interventi-finanziati')?.origine ?? [];
  return (
    <Scheda
      id="anni"
      titolo={titleAnniLivello(leps, stato.livello)}
      misura={`${SENSO_LIVELLI[stato.livello]} Euro programmati, anno per anno.`}
      note={
        <>
          <p>
            «Importo zero» è scritto così nella scheda; «non indicato» vuol dire che la scheda lascia l’importo in
            bianco: può esserci denaro, ma il Piano non dice quanto.
          </p>
          {condivisi.length > 0 && (
            <p>
              Stanno anche ad altri livelli, e il denaro è lo stesso:{' '}
              {joinNomi(
                condivisi.map(({ id }) => id),
                30,
              )}
              . Il Piano dà l’importo dell’intervento, non delle sue parti.
            </p>
          )}
          {origine.length > 0 && <p>Fonte: {describeFonti(origine, versioni)}.</p>}
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Segmenti
          etichetta="Livello"
          voci={LIVELLI.map((livello) => ({
            testo: livello,
            href: hrefOf({ livello }),
            scelto: livello === stato.livello,
          }))}
        />
        <Segmenti
          etichetta="Anno della risposta"
          voci={leps.anni.map((anno) => ({ testo: anno, href: hrefOf({ anno }), scelto: anno === leps.anno }))}
        />
      </div>
      <table className="leps-griglia" role="table">
        <caption className="solo-lettori">{titleAnniLivello(leps, stato.livello)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Intervento
            </th>
            {leps.anni.map((anno) => (
              <th key={anno} scope="col" role="columnheader" className={anno === leps.anno ? 'leps-scelto' : undefined}>
                {anno}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {suoi.map((uno) => (
            <tr key={uno.id} role="row">
              <th scope="row" role="rowheader">
                <strong>{uno.id}</strong> {uno.nome}
              </th>
              {uno.anni.map((cella) => (
                <td
                  key={cella.anno}
                  role="cell"
                  className={`leps-${cella.esito}${cella.anno === leps.anno ? ' leps-scelto' : ''}`}
                >
                  <CellaAnno cella={cella} nome={`${uno.id} ${uno.nome}`} ambito={ambito.id} inBreve />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, { id: 'interventi-finanziati', comune: 'ambito' })}
        edizione={ambito.edizione}
      />
    </Scheda>
  );
}
