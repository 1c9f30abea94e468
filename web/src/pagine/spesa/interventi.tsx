/** The money of each intervento, the largest first. */

import { AzioniGrafico } from '../../componenti/azioni.tsx';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import { indirizziApi } from '../../indirizzi.ts';
import type { Flusso, NodoIntervento } from '../../serie/flusso.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { titleInterventi, writeImporto } from '../../serie/frasi-spesa.ts';
import { joinNomi, shortNome } from '../../serie/parole.ts';
import { shorten } from '../../serie/tavole.ts';
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
  const interventi = flusso.interventi.toSorted(compareImporti);
  const senza = interventi.filter(({ valore }) => valore === null);
  const zero = interventi.filter(({ valore }) => valore === 0);
  const perId = new Map(interventi.map((uno) => [uno.id, uno]));
  const titolo = titleInterventi(flusso);
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
    <Scheda
      id="interventi"
      titolo={titolo}
      misura={`Euro programmati per ogni intervento ${quando(flusso.periodo)}, dal più alto.`}
      note={
        <>
          {zero.length > 0 && <p>Con importo zero, scritto nella scheda: {joinNomi(zero.map(nameIntervento), 30)}.</p>}
          {senza.length > 0 && (
            <p>
              A righe oblique, con importo non indicato (la scheda lo lascia in bianco, e non vuol dire zero):{' '}
              {joinNomi(senza.map(nameIntervento), 30)}.
            </p>
          )}
          <p>Un importo più alto non è, da solo, né meglio né peggio: dipende da quante persone e da quali bisogni.</p>
        </>
      }
    >
      <div className="opzioni opzioni-aperte">
        <Periodi spesa={spesa} hrefOf={hrefOf} />
      </div>
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
      <AzioniGrafico
        csv={indirizziApi.indicatoriCsv(ambito.id, { id: 'programmato', periodo: flusso.periodo, comune: 'ambito' })}
        onScarica={async (formato) => {
          const { downloadGrafico } = await import('../../grafici/scarica.ts');
          const righe = modello.righe.map((riga) => ({ ...riga, nome: shorten(riga.nome, 44) }));
          const didascalia = {
            titolo,
            misura: `Ambito di ${shortNome(ambito.nome)}. Euro programmati ${quando(flusso.periodo)}, intervento per intervento.`,
            fonte: `Fonte: ${describeFonti(findIntera(osservazioni, flusso.periodo)?.origine ?? [], versioni)}. Edizione ${ambito.edizione} dei dati.`,
            indirizzo: window.location.href,
          };
          await downloadGrafico({ ...modello, righe }, didascalia, {
            formato,
            nome: `${ambito.id}-interventi-${flusso.periodo}`,
          });
        }}
      />
    </Scheda>
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
