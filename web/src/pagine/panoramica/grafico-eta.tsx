import { formatNumero } from '../../../../functions/core/formato.ts';
import type { OsservazioneDto } from '../../../../functions/core/http/schemi.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import { buildFasce, type Fascia, tavolaOfFasce, tellFasce } from '../../serie/fasce.ts';
import type { Materia } from '../../serie/lettore.ts';
import { describeDimensione, describeFascia, describePeriodo } from '../../serie/parole.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
import { formatValore } from '../../serie/valore.ts';

export interface Eta {
  readonly bande: readonly Fascia[];
  readonly periodo: string;
  readonly rilevazione: string | undefined;
  readonly origine: OsservazioneDto['origine'];
}

/** @returns null where the ambito states no age: the chart of the comuni stands first then */
export function findEta({ osservazioni }: Materia): Eta | null {
  const conValori = osservazioni.filter(
    (o) => o.indicatore === 'popolazione-fascia' && o.comune === null && o.valore !== null,
  );
  const { periodo, dimensioni } = chooseOsservazioni(conValori, { dimensioni: {} });
  const { rilevazione } = dimensioni;
  const stesse = conValori.filter((o) => o.periodo === periodo && o.dimensioni.rilevazione === rilevazione);
  const bande = buildFasce(stesse);
  if (bande.length === 0 || periodo === null) return null;
  const scelte = new Set(bande.map(({ id }) => id));
  const origine = stesse.filter((o) => scelte.has(o.dimensioni.fascia ?? '')).flatMap((o) => o.origine);
  return { bande, periodo, rilevazione, origine };
}

/** Residents by age. */
export function GraficoEta({ materia: { ambito, versioni }, eta }: { materia: Materia; eta: Eta }) {
  const spiega = useSpiega();
  const { bande, periodo, rilevazione, origine } = eta;
  const modello = toModelloEta(bande);
  const perChiave = new Map(bande.map((fascia) => [fascia.id, fascia]));
  const quando = describePeriodo(periodo, 'popolazione');
  return (
    <SchedaGrafico
      id="eta"
      titolo={tellFasce(bande)}
      misura={`Quota dei residenti per fascia d’età, ${quando}${rilevazione ? `, ${describeDimensione('rilevazione', rilevazione)}` : ''}`}
      ambito={ambito}
      origine={origine}
      versioni={versioni}
      tavola={tavolaOfFasce(bande)}
      disegno={{ genere: 'barre', modello }}
      raccolta
      note={
        <p>
          Le fasce sono quelle della fonte e non hanno la stessa ampiezza: sotto la quota ci sono le persone e quante
          sono, in media, per ogni anno di età.
        </p>
      }
    >
      <Barre
        modello={modello}
        hrefOf={({ chiave }) => {
          const fascia = perChiave.get(chiave);
          return fascia ? spiega(fascia.figura) : null;
        }}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
    </SchedaGrafico>
  );
}

function toModelloEta(bande: readonly Fascia[]): ModelloGrafico {
  return {
    forma: 'barre',
    righe: bande.map(({ id, quota, residenti, perAnno, segnalazioni }) => ({
      chiave: id,
      nome: describeFascia(id),
      valore: quota,
      testo: formatValore(quota, { unita: '%', decimali: 1 }),
      dettaglio:
        perAnno === null
          ? `${formatNumero(residenti)} persone`
          : `${formatNumero(residenti)} · ${formatNumero(Math.round(perAnno))} per anno`,
      evidenziata: false,
      segnalazioni,
    })),
    scala: createScala(
      bande.map((fascia) => fascia.quota),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
}
