/** The money of each intervento, the largest first. */
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import type { Flusso, NodoIntervento } from '../../serie/flusso.ts';
import { titleInterventi, writeImporto } from '../../serie/frasi-spesa.ts';
import { joinNomi } from '../../serie/parole.ts';
import { shorten } from '../../serie/tavole.ts';
import { tavolaOfInterventi } from '../../serie/tavole-spesa.ts';
import { type Contenuto, findIntera, Periodi, quando } from './scheda.tsx';

export function SchedaInterventi({
  flusso,
  spesa,
  hrefOf,
  ambito,
  osservazioni,
  versioni,
}: Contenuto & { flusso: Flusso }) {
  const spiega = useSpiega();
  const intera = findIntera(osservazioni, flusso.periodo);
  const interventi = flusso.interventi.toSorted(compareImporti);
  const senza = interventi.filter(({ valore }) => valore === null);
  const zero = interventi.filter(({ valore }) => valore === 0);
  const perId = new Map(interventi.map((uno) => [uno.id, uno]));
  const modello: ModelloGrafico = {
    forma: 'barre',
    righe: interventi.map(({ id, nome, valore, segnalazioni }) => ({
      chiave: id,
      nome: `${id} ${nome}`,
      valore,
      testo: valore === null ? 'non indicato' : writeImporto(valore),
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      interventi.flatMap(({ valore }) => valore ?? []),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
  return (
    <SchedaGrafico
      id="interventi"
      titolo={titleInterventi(flusso)}
      misura={`Euro programmati per ogni intervento ${quando(flusso.periodo)}, dal più alto.`}
      ambito={ambito}
      origine={intera?.origine ?? []}
      versioni={versioni}
      tavola={tavolaOfInterventi({ ...flusso, interventi })}
      disegno={{
        genere: 'barre',
        modello: { ...modello, righe: modello.righe.map((riga) => ({ ...riga, nome: shorten(riga.nome, 44) })) },
      }}
      comandi={
        <div className="opzioni opzioni-aperte">
          <Periodi spesa={spesa} hrefOf={hrefOf} />
        </div>
      }
      note={
        <>
          {zero.length > 0 && <p>Con importo zero, scritto nella scheda: {joinNomi(zero.map(nameIntervento), 30)}.</p>}
          {senza.length > 0 && (
            <p>
              A righe oblique, con importo non indicato (la scheda lo lascia in bianco, e non vuol dire zero):{' '}
              {joinNomi(senza.map(nameIntervento), 30)}.
            </p>
          )}
          {intera?.note
            .filter((nota) => nota.startsWith('Non comprende'))
            .map((nota) => (
              <p key={nota}>{nota}</p>
            ))}
          <p>Un importo più alto non è, da solo, né meglio né peggio: dipende da quante persone e da quali bisogni.</p>
        </>
      }
    >
      <div className="barre-nomi-larghi">
        <Barre
          modello={modello}
          hrefOf={({ chiave }) => {
            const uno = perId.get(chiave);
            return uno ? spiega(uno.figura) : null;
          }}
          segnoOf={({ chiave, nome, segnalazioni }) => (
            <Segno key={chiave} ambito={ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
          )}
        />
      </div>
    </SchedaGrafico>
  );
}

function nameIntervento({ id, nome }: NodoIntervento): string {
  return `${id} ${nome}`;
}

/** The largest first; those without an amount last, in the order of the plan. */
function compareImporti(a: NodoIntervento, b: NodoIntervento): number {
  if (a.valore === null || b.valore === null) return Number(a.valore === null) - Number(b.valore === null);
  return b.valore - a.valore;
}
