import { formatNumero } from '../../../../functions/core/formato.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import { buildFasce, type Fascia, tellFasce } from '../../serie/fasce.ts';
import { describeFonti } from '../../serie/fonti.ts';
import type { Materia } from '../../serie/panoramica.ts';
import { describeDimensione, describeFascia, describePeriodo } from '../../serie/parole.ts';
import { chooseOsservazioni } from '../../serie/scelta.ts';
import { formatValore } from '../../serie/valore.ts';

/** Residents by age; where the ambito states no age, nothing: the chart of the comuni stands first. */
export function GraficoEta({ materia }: { materia: Materia }) {
  const spiega = useSpiega();
  const { ambito, osservazioni, versioni } = materia;
  const fasce = osservazioni.filter((o) => o.indicatore === 'popolazione-fascia' && o.comune === null);
  const conValori = fasce.filter((o) => o.valore !== null);
  const scelta = chooseOsservazioni(conValori, { dimensioni: {} });
  const rilevazione = scelta.dimensioni.rilevazione;
  const stesse = conValori.filter((o) => o.periodo === scelta.periodo && o.dimensioni.rilevazione === rilevazione);
  const bande = buildFasce(stesse);
  if (bande.length === 0 || scelta.periodo === null) return null;
  const modello = toModelloEta(bande);
  const perChiave = new Map(bande.map((fascia) => [fascia.id, fascia]));
  const fonte = describeFonti(
    stesse.filter((o) => perChiave.has(o.dimensioni.fascia ?? '')).flatMap((o) => o.origine),
    versioni,
  );
  return (
    <section className="scheda" aria-labelledby="eta">
      <h2 id="eta">{tellFasce(bande)}</h2>
      <p className="scheda-misura">
        Quota dei residenti per fascia d’età, {describePeriodo(scelta.periodo, 'popolazione')}
        {rilevazione && `, ${describeDimensione('rilevazione', rilevazione)}`}
      </p>
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
      <div className="scheda-note">
        <p>
          Le fasce sono quelle della fonte e non hanno la stessa ampiezza: sotto la quota ci sono le persone e quante
          sono, in media, per ogni anno di età.
        </p>
        <p>Fonte: {fonte}.</p>
      </div>
    </section>
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
