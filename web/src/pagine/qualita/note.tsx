/** What changes nothing of the reading: folded away, a line each. Open where the reader came for one of them. */
import type { SegnalazioneDto } from '../../../../functions/core/http/schemi.ts';
import { Icona, type NomeIcona } from '../../componenti/icona.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import type { Nomi } from './nomi.ts';
import { Posto } from './posto.tsx';

interface Proprieta {
  readonly id: string;
  readonly titolo: string;
  readonly spiega: string;
  readonly ambito: string;
  readonly segnalazioni: readonly SegnalazioneDto[];
  readonly nomi: Nomi;
  /** What the two figures and their difference are. */
  readonly colonne?: readonly [string, string, string];
  /** The mark that figures carry for it. */
  readonly segno?: NomeIcona;
  readonly aperte: boolean;
}

const CONFRONTO = ['Dichiarato', 'Ricalcolato', 'Differenza'] as const;

export function Note({
  id,
  titolo,
  spiega,
  ambito,
  segnalazioni,
  nomi,
  colonne = CONFRONTO,
  segno,
  aperte,
}: Proprieta) {
  if (segnalazioni.length === 0) return null;
  return (
    <section className="sezione note" aria-labelledby={id}>
      <h2 id={id}>
        {segno && <Icona nome={segno} />} {titolo} <span className="minuto">({segnalazioni.length})</span>
      </h2>
      <p>{spiega}</p>
      <details open={aperte}>
        <summary>Leggile una per una</summary>
        <Tabella
          didascalia={titolo}
          testa="Che cosa"
          colonne={colonne.map((nome) => ({ chiave: nome, titolo: nome, etichetta: nome, numerica: true }))}
          righe={segnalazioni.map((s) => ({
            chiave: `${s.codice} ${s.tipo} ${s.parte} ${s.riga}:${s.colonna} ${s.messaggio}`,
            testa: (
              <article className="segnalazione">
                <p>{s.messaggio}</p>
                <p className="minuto">
                  <Posto s={s} ambito={ambito} nomi={nomi} />
                </p>
              </article>
            ),
            celle: [s.dichiarato, s.ricalcolato, s.differenza].map((cifra) => cifra ?? 'non indicato'),
          }))}
        />
      </details>
    </section>
  );
}
