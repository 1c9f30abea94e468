/** The charts themselves, or the one table that holds them all. */
import { useSpiega } from '../../../componenti/cifra.tsx';
import { Segno } from '../../../componenti/segno.tsx';
import { Barre } from '../../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../../grafici/modello.ts';
import type { Confronto, Voce } from '../../../serie/confronto.ts';
import type { Scelta } from '../../../serie/scelta.ts';
import type { DatiVista } from '../stato.ts';
import { Tavola } from '../tavola.tsx';

export interface Riquadro {
  readonly chiave: string;
  readonly titolo: string;
  /** Where the same comuni are seen larger. */
  readonly href: string;
  readonly sotto: string;
  readonly confronto: Confronto;
  readonly modello: ModelloGrafico;
  readonly dimensioni: Scelta['dimensioni'];
}

export function Riquadri({
  dati,
  titolo,
  riquadri,
}: {
  dati: DatiVista;
  titolo: string;
  riquadri: readonly Riquadro[];
}) {
  const { ambito, stato } = dati;
  const spiega = useSpiega();
  const hrefOf = ({ figure }: Pick<Voce, 'figure'>) => (figure.length > 0 ? spiega(...figure) : null);
  if (stato.vista === 'tabella') {
    return (
      <Tavola
        dati={dati}
        didascalia={titolo}
        colonne={riquadri.map(({ chiave, titolo: suo, sotto, confronto }) => ({
          chiave,
          titolo: (
            <>
              {suo} <span className="minuto">{sotto}</span>
            </>
          ),
          etichetta: suo,
          voceOf: (codice) =>
            codice === null ? confronto.ambito : (confronto.voci.find((voce) => voce.codice === codice) ?? null),
        }))}
        hrefOf={hrefOf}
      />
    );
  }
  return (
    <div className="multipli">
      {riquadri.map(({ chiave, titolo: suo, href, sotto, confronto, modello }) => (
        <section key={chiave} className="multiplo" aria-labelledby={`riquadro-${chiave}`}>
          <h3 id={`riquadro-${chiave}`}>
            <a href={href}>{suo}</a>
          </h3>
          <p className="minuto">{sotto}</p>
          <Barre
            modello={modello}
            fitte
            hrefOf={({ chiave: codice }) =>
              hrefOf(confronto.voci.find((voce) => voce.codice === codice) ?? { figure: [] })
            }
            segnoOf={({ chiave: codice, nome, segnalazioni }) => (
              <Segno key={codice} ambito={ambito.id} comune={codice} nome={nome} segnalazioni={segnalazioni} />
            )}
            hrefRiferimento={confronto.ambito ? hrefOf(confronto.ambito) : null}
          />
        </section>
      ))}
    </div>
  );
}
