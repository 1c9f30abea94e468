/** What one line of the file is: as the reader took it, or as a person says. */
import { RUOLI_RIGA, type RuoloRiga } from '../../../functions/core/tabelle/correzioni.ts';
import { type InCorso, putRiga } from './correzioni.ts';
import type { RigaFoglio } from './foglio.ts';

export const NOMI_RUOLO_RIGA: Readonly<Record<RuoloRiga, string>> = {
  nota: 'Nota, fuori dai dati',
  dato: 'Riga di dati',
  totale: 'Totale dichiarato',
};
const LETTE: Readonly<Record<RigaFoglio['ruolo'], string>> = {
  intestazione: 'Com’è letta: intestazione',
  esclusa: 'Com’è letta: fuori dai dati',
  dato: 'Com’è letta: dati',
};

interface Proprieta {
  readonly riga: RigaFoglio;
  readonly inCorso: InCorso;
}

export function SceltaRiga({ riga: { riga, ruolo }, inCorso: { correzioni, change } }: Proprieta) {
  const scelto = correzioni.intestazione?.includes(riga) ? 'intestazione' : correzioni.righe.get(riga);
  const choose = (valore: string) => {
    const nuovo = RUOLI_RIGA.find((uno) => uno === valore) ?? (valore === 'intestazione' ? 'intestazione' : null);
    change(putRiga(correzioni, riga, nuovo));
  };
  return (
    <select
      className={`scelta scelta-riga${scelto === undefined ? '' : ' correggi-scelto'}`}
      aria-label={`Che cos’è la riga ${riga}`}
      value={scelto ?? ''}
      onChange={(evento) => choose(evento.target.value)}
    >
      <option value="">{LETTE[ruolo]}</option>
      <option value="intestazione">Intestazione</option>
      {RUOLI_RIGA.map((uno) => (
        <option key={uno} value={uno}>
          {NOMI_RUOLO_RIGA[uno]}
        </option>
      ))}
    </select>
  );
}
