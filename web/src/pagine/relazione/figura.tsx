import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { type ModelloGrafico, toModello } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import type { Figura } from '../../serie/figura.ts';
import { type Grafico, tavolaOfVoci } from '../../serie/relazione-grafici.ts';
import { tavolaOfConfronto } from '../../serie/tavola-confronto.ts';
import type { DatiRelazione } from './letture.ts';

interface Proprieta {
  /** Of the chapter. */
  readonly id: string;
  readonly grafico: Grafico;
  readonly materia: DatiRelazione['materia'];
}

export function FiguraCapitolo({ id, grafico, materia }: Proprieta) {
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
  const modello = modelloOf(grafico);
  return (
    <SchedaGrafico
      classe="capitolo-figura"
      livello={3}
      id={`grafico-${id}`}
      titolo={grafico.titolo}
      misura={grafico.misura}
      ambito={ambito}
      origine={origine}
      versioni={versioni}
      tavola={grafico.genere === 'comuni' ? tavolaOfConfronto(grafico.confronto) : tavolaOfVoci(grafico)}
      disegno={{ genere: 'barre', modello }}
      raccolta
      note={note.map((nota) => <p key={nota}>{nota}</p>)}
    >
      <Barre
        modello={modello}
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
    </SchedaGrafico>
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
