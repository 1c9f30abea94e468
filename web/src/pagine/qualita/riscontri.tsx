/** What asks for a look, by the check that found it: the two figures first, then every place where they are written. */
import type { SegnalazioneDto } from '../../../../functions/core/http/schemi.ts';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { describePeriodo, joinNomi, lowerFirst } from '../../serie/parole.ts';
import { type Famiglia, groupPerControllo, type Riscontro } from '../../serie/segnalazioni.ts';
import type { Nomi } from './nomi.ts';
import { Posto } from './posto.tsx';

interface Proprieta {
  readonly id: string;
  readonly titolo: string;
  readonly spiega?: string;
  readonly ambito: string;
  readonly segnalazioni: readonly SegnalazioneDto[];
  readonly nomi: Nomi;
  /** Behind one line on a phone: what a reader looks at after the rest. */
  readonly ripiegate?: boolean;
}

export function Riscontri({ id, titolo, spiega, ambito, segnalazioni, nomi, ripiegate = false }: Proprieta) {
  if (segnalazioni.length === 0) return null;
  const famiglie = groupPerControllo(segnalazioni).map((famiglia) => (
    <UnaFamiglia key={famiglia.codice} famiglia={famiglia} ambito={ambito} nomi={nomi} />
  ));
  return (
    <section className="sezione" aria-labelledby={id}>
      <h2 id={id}>
        {titolo} <span className="minuto">({segnalazioni.length})</span>
      </h2>
      {spiega && <p>{spiega}</p>}
      {ripiegate ? <Ripiego sommario="Leggile una per una">{famiglie}</Ripiego> : famiglie}
    </section>
  );
}

function UnaFamiglia({ famiglia, ambito, nomi }: { famiglia: Famiglia; ambito: string; nomi: Nomi }) {
  return (
    <section className="scheda famiglia">
      <h3>
        <span className="famiglia-regola">Regola:</span> {lowerFirst(famiglia.titolo)}
      </h3>
      <p className="famiglia-perche">{famiglia.perche}</p>
      <ul className="riscontri">
        {famiglia.riscontri.map((riscontro) => (
          <li key={riscontro.chiave} className="riscontro">
            <UnRiscontro riscontro={riscontro} ambito={ambito} nomi={nomi} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnRiscontro({ riscontro, ambito, nomi }: { riscontro: Riscontro; ambito: string; nomi: Nomi }) {
  const { segnalazioni } = riscontro;
  const [prima] = segnalazioni;
  return (
    <>
      <div className="riscontro-testo">
        <h4>{describeCifra(riscontro, nomi)}</h4>
        {segnalazioni.length === 1 ? (
          <UnaSegnalazione s={prima} ambito={ambito} nomi={nomi} />
        ) : (
          <ul>
            {segnalazioni.map((s) => (
              <li key={`${s.tipo} ${s.parte} ${s.riga}:${s.colonna}`}>
                <UnaSegnalazione s={s} ambito={ambito} nomi={nomi} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <Cifre s={prima} />
    </>
  );
}

/** Whose figure it is, of what and of when: `Parabita, residenti, nel 2021`. */
export function describeCifra({ segnalazioni: [prima], misure, periodi }: Riscontro, nomi: Nomi): string {
  const quando = periodi.length > 0 ? [describePeriodi(periodi)] : [];
  return [nomi.nomeDi(prima.comune), ...misure, ...quando].join(', ');
}

/** `nel 2021`, `nel 2020 e 2021`. */
function describePeriodi(periodi: readonly string[]): string {
  const [primo = ''] = periodi;
  if (periodi.length === 1) return describePeriodo(primo, '');
  return `nel ${joinNomi(periodi, periodi.length)}`;
}

function UnaSegnalazione({ s, ambito, nomi }: { s: SegnalazioneDto; ambito: string; nomi: Nomi }) {
  return (
    <article className="segnalazione">
      <p>{s.messaggio}</p>
      <p className="minuto">
        <Posto s={s} ambito={ambito} nomi={nomi} />
      </p>
    </article>
  );
}

function Cifre({ s }: { s: SegnalazioneDto }) {
  const cifre = [
    ['Dichiarato', s.dichiarato],
    // A threshold is not the same figure made again.
    [s.codice === 'vincolo' ? 'Soglia' : 'Ricalcolato', s.ricalcolato],
    ['Differenza', s.differenza],
  ].filter((coppia): coppia is [string, string] => coppia[1] !== null);
  if (cifre.length === 0) return null;
  return (
    <dl className="riscontro-cifre">
      {cifre.map(([nome, valore]) => (
        <div key={nome}>
          <dt>{nome}</dt>
          <dd>{valore}</dd>
        </div>
      ))}
    </dl>
  );
}
