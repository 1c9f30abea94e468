import { useOggi } from '../../componenti/oggi.ts';
import {
  type EventoDto,
  type Fase,
  findMomento,
  type Momento,
  nameTipo,
  type Tappa,
  tidyTesto,
} from '../../serie/percorso.ts';

export function Fasi({ fasi, eventi }: { fasi: readonly Fase[]; eventi: readonly EventoDto[] }) {
  const oggi = useOggi();
  const momento = oggi === null ? null : findMomento(eventi, oggi);
  return fasi.map(({ titolo, tappe, luogo }) => (
    <section key={titolo} className="percorso-fase">
      <h2>{titolo}</h2>
      {luogo !== null && <p className="minuto">Dove: {luogo}</p>}
      <ol className="percorso-tappe">
        {tappe.map((tappa) => (
          <li key={tappa.evento.uid}>
            <UnaTappa tappa={tappa} conLuogo={luogo === null} segno={segnoOf(tappa.evento, momento)} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

function segnoOf(evento: EventoDto, momento: Momento | null): 'Oggi' | 'Prossimo' | null {
  if (momento?.oggi.includes(evento)) return 'Oggi';
  return momento?.prossimi.includes(evento) ? 'Prossimo' : null;
}

function UnaTappa({ tappa, conLuogo, segno }: { tappa: Tappa; conLuogo: boolean; segno: 'Oggi' | 'Prossimo' | null }) {
  const { evento, nome, dettaglio, quando, ore, sigle } = tappa;
  const { data, tipo, organo, area, luogo, atto } = evento;
  const mostraArea = area !== null && !nome.includes(tidyTesto(area));
  return (
    <article className={`percorso-tappa${segno === null ? '' : ' percorso-tappa-prossima'}`}>
      <p className="percorso-quando">
        {data === null ? <span className="percorso-mancante">{quando}</span> : <time dateTime={data}>{quando}</time>}
        {ore !== null && <span>{ore}</span>}
        {segno !== null && <strong className="etichetta etichetta-piena">{segno}</strong>}
      </p>
      <div>
        <h3>{nome}</h3>
        <p className="minuto">{[nameTipo(tipo), organo].filter((uno) => uno !== null).join(' · ')}</p>
        {dettaglio !== null && <p>{dettaglio}</p>}
        {mostraArea && <p>Area: {area}</p>}
        {conLuogo && luogo !== null && <p>Dove: {luogo}</p>}
        {atto !== null && <p className="minuto">{atto}</p>}
        {sigle.length > 0 && (
          <p className="minuto">{sigle.map(({ sigla, significato }) => `${sigla}: ${significato}`).join('. ')}.</p>
        )}
      </div>
    </article>
  );
}
