/** Every edizione of an ambito: when, what was published with it, and its pages as they were. */
import { formatData, formatNumero } from '../../../../functions/core/formato.ts';
import type { AmbitoDto, TipoDto, VersioniDto } from '../../../../functions/core/http/schemi.ts';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { indirizzi, withEdizione } from '../../indirizzi.ts';
import { type Atto, listCambiate, tellAtto } from '../../serie/edizioni.ts';
import { EDIZIONI } from '../../serie/luoghi.ts';
import { countOf } from '../../serie/parole.ts';

/** Those of before are folded away. */
const RECENTI = 5;

interface Proprieta {
  readonly ambito: AmbitoDto;
  /** The latest first. */
  readonly atti: readonly Atto[];
  readonly tipi: readonly TipoDto[];
  readonly versioni: Readonly<Record<string, VersioniDto['versioni']>>;
}

export function Edizioni(proprieta: Proprieta) {
  const { atti } = proprieta;
  const list = (quali: readonly Atto[]) => (
    <ul className="catalogo dati-edizioni">
      {quali.map((atto) => (
        <li key={atto.edizione}>
          <UnaEdizione {...proprieta} atto={atto} precedente={atti[atti.indexOf(atto) + 1]} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="sezione" aria-labelledby={EDIZIONI}>
      <h2 id={EDIZIONI}>Le edizioni dei dati</h2>
      <p>
        Ogni pubblicazione fa un’edizione nuova, e quelle di prima restano: le pagine si rileggono com’erano,
        all’indirizzo che una citazione riporta.
      </p>
      {list(atti.slice(0, RECENTI))}
      {atti.length > RECENTI && (
        <Ripiego sommario={`Vedi le ${formatNumero(atti.length - RECENTI)} edizioni precedenti`}>
          {list(atti.slice(RECENTI))}
        </Ripiego>
      )}
    </section>
  );
}

interface ProprietaUna extends Proprieta {
  readonly atto: Atto;
  readonly precedente: Atto | undefined;
}

function UnaEdizione({ ambito, atti, tipi, versioni, atto, precedente }: ProprietaUna) {
  const cambi = precedente ? listCambi(atto, precedente, { tipi, versioni }) : [];
  const nome = `edizione ${formatNumero(atto.edizione)}`;
  return (
    <>
      <strong>
        Edizione {formatNumero(atto.edizione)}, {formatData(atto.quando)}
        {atto === atti[0] && ' · quella attuale'}
      </strong>
      <p>{tellAtto(atto, precedente)}.</p>
      {cambi.map((cambio) => (
        <p key={cambio} className="minuto">
          {cambio}
        </p>
      ))}
      <a href={withEdizione(indirizzi.panoramica(ambito.id), atto.edizione)}>
        {atto === atti[0] ? 'Le pagine a un indirizzo che non cambia' : 'Leggi le pagine com’erano'}
        <span className="solo-lettori">, {nome}</span>
      </a>
    </>
  );
}

/** `Servizi: 2 righe aggiunte, 1 modificata`, for every table that the edizione changed. */
function listCambi(
  atto: Atto,
  precedente: Atto,
  { tipi, versioni }: Pick<Proprieta, 'tipi' | 'versioni'>,
): readonly string[] {
  return listCambiate(atto, precedente).flatMap((id) => {
    const titolo = tipi.find((tipo) => tipo.id === id)?.titolo;
    const cambi = versioni[id]?.find(({ versione }) => versione === atto.versioni[id])?.cambiamenti;
    if (titolo === undefined || !cambi) return [];
    const { aggiunte, modificate, tolte } = cambi;
    const detti = [
      aggiunte > 0 && countOf(aggiunte, 'riga aggiunta', 'righe aggiunte'),
      modificate > 0 && countOf(modificate, 'riga modificata', 'righe modificate'),
      tolte > 0 && countOf(tolte, 'riga tolta', 'righe tolte'),
    ].filter((detto) => detto !== false);
    return [`${titolo}: ${detti.length > 0 ? detti.join(', ') : 'nessuna riga cambiata'}`];
  });
}
