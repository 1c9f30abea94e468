import { getRouteApi } from '@tanstack/react-router';
import { Briciole } from '../componenti/briciole.tsx';
import { LinkScarica, Segmenti } from '../componenti/comandi.tsx';
import { useOggi } from '../componenti/oggi.ts';
import { Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import { describeFonti } from '../serie/fonti.ts';
import { countOf, shortNome } from '../serie/parole.ts';
import {
  buildFasi,
  type EventoDto,
  type Fase,
  findMomento,
  listCicli,
  type Momento,
  nameTipo,
  type Tappa,
  tellMomento,
  tellPercorso,
  tidyTesto,
} from '../serie/percorso.ts';
import type { DatiPercorso } from './letture-percorso.ts';

const rotta = getRouteApi('/$ambito/percorso');

export function PercorsoRotta() {
  const { ricerca } = usePosizione();
  return <PercorsoPagina {...rotta.useLoaderData()} chiesto={ricerca.ciclo} />;
}

export function PercorsoPagina({
  ambito,
  calendario,
  versioni,
  chiesto,
}: DatiPercorso & { chiesto: string | undefined }) {
  const nome = shortNome(ambito.nome);
  const cicli = listCicli(calendario.eventi);
  const ciclo = cicli.find((uno) => uno === chiesto) ?? cicli[0];
  const eventi = calendario.eventi.filter((evento) => evento.ciclo === ciclo);
  const risposta =
    ciclo === undefined
      ? 'Per questo ambito non è ancora stato pubblicato nessun calendario.'
      : tellPercorso(eventi, ciclo);
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Percorso' },
        ]}
      />
      <TestaPagina
        titolo="A che punto è il percorso che porta al Piano di Zona?"
        titoloBreve={`Percorso${ciclo === undefined ? '' : ` ${ciclo}`}, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      {ciclo === undefined ? (
        <Vuoto titolo="Qui ci sarebbe il calendario della concertazione" livello={2}>
          <p>
            Gli incontri, le scadenze e gli atti che portano al Piano di Zona: quando, dove, con chi. Li porta l’Ufficio
            di Piano dell’ambito di {nome}, caricando il calendario dell’avviso pubblico.
          </p>
          <p>
            <a href={indirizzi.dati(ambito.id)}>Le tabelle che ci sono già</a>
          </p>
        </Vuoto>
      ) : (
        <>
          <Adesso ambito={ambito.id} ciclo={ciclo} eventi={eventi} />
          {cicli.length > 1 && (
            <div className="percorso-cicli">
              <Segmenti
                etichetta="Piano di Zona"
                voci={cicli.map((uno) => ({
                  testo: uno,
                  href: indirizzi.percorso(ambito.id, uno === cicli[0] ? {} : { ciclo: uno }),
                  scelto: uno === ciclo,
                }))}
              />
            </div>
          )}
          <Fasi fasi={buildFasi(eventi)} eventi={eventi} />
          <Note ambito={ambito.id} eventi={eventi} versioni={versioni} />
        </>
      )}
    </div>
  );
}

/** What is next is known only once the page is on a screen that has a clock: the room for it is there before. */
function Adesso({ ambito, ciclo, eventi }: { ambito: string; ciclo: string; eventi: readonly EventoDto[] }) {
  const oggi = useOggi();
  const conData = eventi.filter(({ data }) => data !== null).length;
  const senza = eventi.length - conData;
  return (
    <section className="percorso-adesso" aria-labelledby="adesso">
      <h2 id="adesso">Che cosa viene dopo</h2>
      <p className="percorso-prossimo">{oggi === null ? '' : tellMomento(findMomento(eventi, oggi))}</p>
      {conData > 0 && (
        <div className="azioni solo-schermo">
          <LinkScarica href={indirizziApi.calendarioIcs(ambito, ciclo)}>
            Metti le date nella tua agenda (.ics)
          </LinkScarica>
          {senza > 0 && (
            <span className="minuto">
              {senza === 1
                ? 'Manca un appuntamento di cui i documenti non dicono la data.'
                : `Mancano ${countOf(senza, 'appuntamento', 'appuntamenti')} di cui i documenti non dicono la data.`}
            </span>
          )}
        </div>
      )}
    </section>
  );
}

function Fasi({ fasi, eventi }: { fasi: readonly Fase[]; eventi: readonly EventoDto[] }) {
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

function Note({
  ambito,
  eventi,
  versioni,
}: {
  ambito: string;
  eventi: readonly EventoDto[];
  versioni: DatiPercorso['versioni'];
}) {
  const versione = versioni[0]?.versione ?? 0;
  const parti = [...new Set(eventi.map(({ parte }) => parte))];
  const fonte = describeFonti(
    parti.map((parte) => ({ tipo: 'calendario' as const, versione, parte })),
    { calendario: versioni },
  );
  return (
    <div className="scheda-note">
      <p>
        La concertazione è l’insieme degli incontri con enti pubblici, sindacati e associazioni che precedono il Piano.
        Un incontro è una riunione, una scadenza un termine entro cui fare qualcosa, un atto una decisione presa. Le
        fasi e i nomi sono quelli dei documenti; una data lasciata in bianco resta «data non indicata».
      </p>
      {fonte !== '' && <p>Fonte: {fonte}.</p>}
      <p className="solo-schermo">
        {parti.map((parte) => (
          <a
            key={parte}
            className="percorso-file"
            href={indirizziApi.originale(ambito, { tipo: 'calendario', versione, parte })}
            download
          >
            Scarica la tabella ricevuta ({parte})
          </a>
        ))}
        <a className="percorso-file" href={indirizziApi.tabellaCsv(ambito, 'calendario')} download>
          Scarica tutto il calendario in CSV
        </a>
      </p>
    </div>
  );
}
