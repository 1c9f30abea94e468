import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { toModello } from '../../grafici/modello.ts';
import { indirizzi } from '../../indirizzi.ts';
import { buildConfronto } from '../../serie/confronto.ts';
import type { Materia } from '../../serie/lettore.ts';
import { capitalize, describePeriodo } from '../../serie/parole.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
import { tavolaOfConfronto } from '../../serie/tavola-confronto.ts';
import { buildTitolo } from '../../serie/titolo.ts';
import { describeUnita } from '../../serie/valore.ts';

/** The first of these indicators that has values for the comuni, as a ranking that leads to the comparison. */
export function GraficoComuni({ materia, ids }: { materia: Materia; ids: readonly string[] }) {
  const spiega = useSpiega();
  const { ambito, catalogo, osservazioni, versioni } = materia;
  const id = ids.find((uno) =>
    osservazioni.some((o) => o.indicatore === uno && o.comune !== null && o.valore !== null),
  );
  const indicatore = catalogo.find((uno) => uno.id === id);
  if (!indicatore) return null;
  const scelta = chooseOsservazioni(
    osservazioni.filter((o) => o.indicatore === indicatore.id),
    { dimensioni: {} },
  );
  const confronto = buildConfronto({ ambito, indicatore, scelta });
  const perCodice = new Map(confronto.voci.map((voce) => [voce.codice, voce]));
  const modello = toModello(confronto, []);
  return (
    <SchedaGrafico
      id="comuni-a-confronto"
      titolo={buildTitolo(confronto)}
      misura={[
        capitalize(describeUnita(confronto.unita)),
        confronto.periodo && describePeriodo(confronto.periodo, indicatore.id),
      ]
        .filter(Boolean)
        .join(', ')}
      ambito={ambito}
      origine={confronto.origine}
      versioni={versioni}
      tavola={tavolaOfConfronto(confronto)}
      disegno={{ genere: 'barre', modello }}
      raccolta
      note={confronto.note.map((nota) => <p key={nota}>{nota}</p>)}
      altrove={
        <p className="altrove">
          <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>
            Confronta i comuni su questo e altri indicatori
          </a>
        </p>
      }
    >
      <Barre
        modello={modello}
        hrefOf={({ chiave }) => {
          const figure = perCodice.get(chiave)?.figure ?? [];
          return figure.length > 0 ? spiega(...figure) : null;
        }}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={chiave} nome={nome} segnalazioni={segnalazioni} />
        )}
        hrefRiferimento={confronto.ambito ? spiega(...confronto.ambito.figure) : null}
      />
    </SchedaGrafico>
  );
}
