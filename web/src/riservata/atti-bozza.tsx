/** Who did what with a draft: for whoever works on it, not for the public. */
import { formatIstante } from '../../../functions/core/formato.ts';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';

type Atto = CaricamentoDto['atti'][number];

const PAROLE: Readonly<Record<Atto['azione'], string>> = {
  caricamento: 'file ricevuto e confrontato',
  consultazione: 'messa in consultazione',
  'fine-consultazione': 'tolta dalla consultazione',
  sostituzione: 'sostituita da un altro file, o da un’altra lettura dello stesso',
  ritiro: 'ritirata',
  pubblicazione: 'pubblicata',
};

export function AttiBozza({ atti }: { readonly atti: readonly Atto[] }) {
  if (atti.length === 0) return null;
  return (
    <section className="sezione">
      <h2>Che cosa è stato fatto</h2>
      <ol>
        {atti.map(({ quando, ruolo, azione }) => (
          <li key={`${quando} ${azione}`}>
            <time dateTime={quando}>{formatIstante(quando)}</time>: {PAROLE[azione]} (ruolo: {ruolo})
          </li>
        ))}
      </ol>
    </section>
  );
}
