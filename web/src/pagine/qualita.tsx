import { getRouteApi } from '@tanstack/react-router';
import { Ripiego } from '../componenti/ripiego.tsx';
import { ElencoSigle } from '../componenti/sigle.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { buildPresenza } from '../serie/presenza.ts';
import { groupSegnalazioni } from '../serie/segnalazioni.ts';
import { tellAltre, tellNonTornano } from '../serie/segnalazioni-frasi.ts';
import { findSigle } from '../serie/sigle.ts';
import { type Filtri, FiltriQualita, isVista } from './qualita/filtri.tsx';
import { InBreve } from './qualita/in-breve.tsx';
import { LegendaSegni } from './qualita/legenda-segni.tsx';
import type { DatiQualita } from './qualita/letture.ts';
import type { Nomi } from './qualita/nomi.ts';
import { Note } from './qualita/note.tsx';
import { Riscontri } from './qualita/riscontri.tsx';
import { SEZIONI, Sintesi } from './qualita/sintesi.tsx';
import { TabellaPerTabella } from './qualita/tabelle.tsx';

export { loadQualita } from './qualita/letture.ts';

const rotta = getRouteApi('/$ambito/qualita');

export function QualitaRotta() {
  const { ricerca } = useVista();
  const codici = ricerca.codice ? ricerca.codice.split(',') : [];
  return <QualitaPagina {...rotta.useLoaderData()} comune={ricerca.comune ?? ''} codici={codici} />;
}

export function QualitaPagina({ ambito, catalogo, qualita, tipi, versioni, comune, codici }: DatiQualita & Filtri) {
  const nome = shortNome(ambito.nome);
  const tutte = qualita.segnalazioni;
  const viste = tutte.filter((s) => isVista({ comune, codici }, s));
  const tutti = groupSegnalazioni(tutte);
  const gruppi = groupSegnalazioni(viste);
  // What the tiles under it count is not said twice.
  const risposta =
    tutti.nonTornano.length > 0 ? tellNonTornano(tutti) : `${tellNonTornano(tutti)} ${tellAltre(tutti)}`.trim();
  const sigle = findSigle(...viste.map(({ messaggio }) => messaggio));
  const scelte = viste.length < tutte.length;
  const nomi: Nomi = {
    nomeDi: (codice) =>
      codice === null ? 'Intero ambito' : (ambito.comuni.find((uno) => uno.codiceIstat === codice)?.nome ?? codice),
    titoloDi: (id) => tipi.find((tipo) => tipo.id === id)?.titolo ?? id,
  };
  const comuni = { ambito: ambito.id, nomi };
  return (
    <div className="pagina parti">
      <TestaPagina
        briciole={listBriciole(ambito, 'Qualità dei dati')}
        titolo="Quali cifre dei documenti non tornano?"
        titoloBreve={`Qualità dei dati, ${nome}`}
        risposta={risposta}
      />
      {tutte.length === 0 ? (
        <Vuoto titolo="Nessuna segnalazione" livello={2}>
          <p>
            {ambito.edizione === 0
              ? 'Non è ancora stata pubblicata nessuna tabella: appena arrivano, i controlli si fanno da soli.'
              : 'I controlli confrontano le cifre che ci sono: di quelle che non sono ancora arrivate, elencate qui sotto, non possono dire nulla.'}
          </p>
        </Vuoto>
      ) : (
        <>
          {!scelte && <InBreve gruppi={tutti} nomi={nomi} />}
          <Sintesi gruppi={gruppi} />
          <p>
            Un documento lungo si scrive in molti, e le cifre si copiano da una tabella all’altra. Qui le somme, le
            medie e i totali che il documento dichiara stanno accanto a ciò che danno i suoi stessi numeri.
            L’osservatorio non corregge nulla: mostra la differenza.
          </p>
          <LegendaSegni />
          {sigle.length > 0 && (
            <Ripiego sommario="Che cosa vogliono dire le sigle">
              <ElencoSigle sigle={sigle} />
            </Ripiego>
          )}
          <FiltriQualita ambito={ambito} tutte={tutte} comune={comune} codici={codici} nomi={nomi} />
          {scelte && (
            <p className="solo-schermo" role="status">
              {viste.length} di {tutte.length} segnalazioni.{' '}
              <a href={indirizzi.qualita(ambito.id)}>Vedi tutte le segnalazioni</a>
            </p>
          )}
          <Riscontri
            {...comuni}
            id={SEZIONI.nonTornano.id}
            titolo="Cifre che non tornano"
            segnalazioni={gruppi.nonTornano}
          />
          <Riscontri
            {...comuni}
            id={SEZIONI.daGuardare.id}
            titolo="Altre cose da guardare"
            spiega="Una soglia non raggiunta, un intervento che una tabella ha e un’altra no, un nome scritto in altro modo."
            segnalazioni={gruppi.daGuardare}
            ripiegate={!scelte}
          />
          <Note
            {...comuni}
            id={SEZIONI.annotazioni.id}
            titolo="Che cosa resta, che cosa non si può verificare"
            spiega="Quanto di un fondo non compare nelle schede, e le fonti di cui nessuna tabella dice quanto c’è."
            segnalazioni={gruppi.annotazioni}
            colonne={['Disponibile', 'Programmato', 'Resta']}
            aperte={scelte}
          />
          <Note
            {...comuni}
            id={SEZIONI.arrotondamenti.id}
            titolo="Differenze da arrotondamento"
            spiega="Stanno dentro l’arrotondamento dei numeri scritti: non cambiano la lettura. Una cifra che ha solo queste porta il segno ≈ e non la bandierina."
            segnalazioni={gruppi.arrotondamenti}
            segno="circa"
            aperte={scelte}
          />
        </>
      )}
      <TabellaPerTabella
        ambito={ambito.id}
        presenza={buildPresenza({ ambito, tipi, catalogo, versioni, segnalazioni: tutte })}
      />
    </div>
  );
}
