import type { SegnalazioneDto } from '../../../../functions/core/http/schemi.ts';
import { Sigle } from '../../componenti/sigle.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { shortDocumento } from '../../serie/fonti.ts';
import { joinDocumenti } from '../../serie/relazione-frasi.ts';
import { groupSegnalazioni } from '../../serie/segnalazioni.ts';
import { tellAltre, tellNonTornano } from '../../serie/segnalazioni-frasi.ts';
import type { DatiRelazione } from './letture.ts';

export const QUALITA = { id: 'qualita', titolo: 'Quanto sono sicuri questi numeri' };

/** As many as a reader of a report will read; the page of the findings has them all. */
const SEGNALAZIONI_MASSIME = 5;

export function Qualita({ numero, materia }: { numero: number; materia: DatiRelazione['materia'] }) {
  const { ambito, qualita, versioni } = materia;
  const gruppi = groupSegnalazioni(qualita.segnalazioni);
  const avvisi = [...gruppi.nonTornano, ...gruppi.daGuardare];
  const viste = chooseDiverse(avvisi, SEGNALAZIONI_MASSIME);
  const parti = Object.values(versioni).flatMap(
    (sue) => sue.toSorted((a, b) => b.versione - a.versione)[0]?.parti ?? [],
  );
  const documenti = parti.map(({ fonte }) => shortDocumento(fonte.documento));
  return (
    <section className="capitolo" aria-labelledby={QUALITA.id}>
      <h2 id={QUALITA.id} tabIndex={-1}>
        <span className="capitolo-numero">{numero}</span> {QUALITA.titolo}
      </h2>
      <div className="capitolo-testo">
        <p>
          {tellNonTornano(gruppi)} {tellAltre(gruppi)}
          {avvisi.length > 0 && ' Qui non si corregge nulla: si mostra la differenza.'}
        </p>
        <p>I numeri vengono da: {joinDocumenti(documenti)}.</p>
      </div>
      {viste.length > 0 && (
        <ul className="capitolo-segnalazioni">
          {viste.map((s) => (
            <li key={`${s.codice}${s.tipo}${s.parte}${s.riga}:${s.colonna}${s.periodo}`}>{s.messaggio}</li>
          ))}
        </ul>
      )}
      <Sigle testi={viste.map(({ messaggio }) => messaggio)} />
      {qualita.segnalazioni.length > viste.length && (
        <p>
          <a href={indirizzi.qualita(ambito.id)}>Leggi tutte le segnalazioni ({qualita.segnalazioni.length})</a>
        </p>
      )}
    </section>
  );
}

/** One of each kind of check before a second of any, so that a few of them say what sorts of trouble there are. */
function chooseDiverse(segnalazioni: readonly SegnalazioneDto[], quante: number): SegnalazioneDto[] {
  const isPrima = (s: SegnalazioneDto) => segnalazioni.find(({ codice }) => codice === s.codice) === s;
  return segnalazioni.toSorted((a, b) => Number(isPrima(b)) - Number(isPrima(a))).slice(0, quante);
}
