import { getRouteApi } from '@tanstack/react-router';
import { Segmenti } from '../componenti/comandi.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { describeFonti } from '../serie/fonti.ts';
import { shortNome } from '../serie/parole.ts';
import { buildFasi, type EventoDto, listCicli, tellPercorso } from '../serie/percorso.ts';
import { Adesso } from './percorso/adesso.tsx';
import { Fasi } from './percorso/fasi.tsx';
import type { DatiPercorso } from './percorso/letture.ts';

export { loadPercorso } from './percorso/letture.ts';

const rotta = getRouteApi('/$ambito/percorso');

export function PercorsoRotta() {
  const { ricerca } = useVista();
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
      <TestaPagina
        briciole={listBriciole(ambito, 'Percorso')}
        titolo="A che punto è il percorso che porta al Piano di Zona?"
        titoloBreve={`Percorso${ciclo === undefined ? '' : ` ${ciclo}`}, ${nome}`}
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
        {parti.map((parte, i) => (
          <a
            key={parte}
            className="percorso-file"
            href={indirizziApi.originale(ambito, { tipo: 'calendario', versione, parte })}
            download
          >
            Scarica il file ricevuto{parti.length > 1 && `, ${i + 1} di ${parti.length}`}
          </a>
        ))}
        <a className="percorso-file" href={indirizziApi.tabellaCsv(ambito, 'calendario')} download>
          Scarica tutto il calendario in CSV
        </a>
      </p>
    </div>
  );
}
