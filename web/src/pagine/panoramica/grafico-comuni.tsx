import { useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { toModello } from '../../grafici/modello.ts';
import { indirizzi } from '../../indirizzi.ts';
import { buildConfronto } from '../../serie/confronto.ts';
import { describeFonti } from '../../serie/fonti.ts';
import type { Materia } from '../../serie/panoramica.ts';
import { capitalize, describePeriodo } from '../../serie/parole.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
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
  return (
    <section className="scheda" aria-labelledby="comuni-a-confronto">
      <h2 id="comuni-a-confronto">{buildTitolo(confronto)}</h2>
      <p className="scheda-misura">
        {capitalize(describeUnita(confronto.unita))}
        {confronto.periodo && `, ${describePeriodo(confronto.periodo, indicatore.id)}`}
      </p>
      <Barre
        modello={toModello(confronto, [])}
        hrefOf={({ chiave }) => {
          const figure = perCodice.get(chiave)?.figure ?? [];
          return figure.length > 0 ? spiega(...figure) : null;
        }}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={chiave} nome={nome} segnalazioni={segnalazioni} />
        )}
        hrefRiferimento={confronto.ambito ? spiega(...confronto.ambito.figure) : null}
      />
      <div className="scheda-note">
        {confronto.note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte: {describeFonti(confronto.origine, versioni)}.</p>
      </div>
      <p className="altrove">
        <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>
          Confronta i comuni su questo e altri indicatori
        </a>
      </p>
    </section>
  );
}
