import { useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { type ModelloGrafico, toModello } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import type { Figura } from '../../serie/figura.ts';
import { describeFonti } from '../../serie/fonti.ts';
import type { Grafico } from '../../serie/relazione-grafici.ts';
import type { DatiRelazione } from './letture.ts';

export function FiguraCapitolo({ grafico, materia }: { grafico: Grafico; materia: DatiRelazione['materia'] }) {
  const spiega = useSpiega();
  const { ambito, versioni } = materia;
  const figure = figureOf(grafico);
  const hrefOf = (chiave: string) => {
    const sue = figure.get(chiave) ?? [];
    return sue.length > 0 ? spiega(...sue) : null;
  };
  const riferimento = grafico.genere === 'comuni' ? grafico.confronto.ambito : null;
  const note = grafico.genere === 'comuni' ? grafico.confronto.note : [];
  const origine = grafico.genere === 'comuni' ? grafico.confronto.origine : grafico.origine;
  return (
    <div className="capitolo-figura">
      <h3>{grafico.titolo}</h3>
      <p className="scheda-misura">{grafico.misura}</p>
      <Barre
        modello={modelloOf(grafico)}
        hrefOf={({ chiave }) => hrefOf(chiave)}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno
            key={chiave}
            ambito={ambito.id}
            comune={grafico.genere === 'comuni' ? chiave : null}
            nome={nome}
            segnalazioni={segnalazioni}
          />
        )}
        hrefRiferimento={riferimento && riferimento.figure.length > 0 ? spiega(...riferimento.figure) : null}
      />
      <div className="minuto capitolo-fonte">
        {note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte: {describeFonti(origine, versioni)}.</p>
      </div>
    </div>
  );
}

function figureOf(grafico: Grafico): ReadonlyMap<string, readonly Figura[]> {
  return grafico.genere === 'comuni'
    ? new Map(grafico.confronto.voci.map(({ codice, figure }) => [codice ?? 'ambito', figure]))
    : new Map(grafico.voci.map(({ chiave, figure }) => [chiave, figure]));
}

function modelloOf(grafico: Grafico): ModelloGrafico {
  if (grafico.genere === 'comuni') return toModello(grafico.confronto, []);
  return {
    forma: 'barre',
    righe: grafico.voci.map(({ chiave, nome, valore, testo, dettaglio, segnalazioni }) => ({
      chiave,
      nome,
      valore,
      testo,
      ...(dettaglio === undefined ? {} : { dettaglio }),
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      grafico.voci.map(({ valore }) => valore),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
}
