import { getRouteApi } from '@tanstack/react-router';
import type { SegnalazioneDto } from '../../../functions/core/http/schemi.ts';
import { SceltaDaElenco } from '../componenti/comandi.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { usePosizione, useVai } from '../navigazione.tsx';
import { capitalize, describePeriodo, shortNome } from '../serie/parole.ts';
import { groupSegnalazioni } from '../serie/segnalazioni.ts';
import { tellAltre, tellNonTornano } from '../serie/segnalazioni-frasi.ts';
import type { DatiQualita } from './qualita/letture.ts';

const rotta = getRouteApi('/$ambito/qualita');

export function QualitaRotta() {
  const { ricerca } = usePosizione();
  const lista = (testo: string | undefined) => (testo ? testo.split(',') : []);
  return <QualitaPagina {...rotta.useLoaderData()} comune={ricerca.comune ?? ''} codici={lista(ricerca.codice)} />;
}

interface Filtri {
  /** ISTAT code, `ambito`, or empty for all. */
  readonly comune: string;
  readonly codici: readonly string[];
}

export function QualitaPagina({ ambito, qualita, tipi, comune, codici }: DatiQualita & Filtri) {
  const nome = shortNome(ambito.nome);
  const tutte = qualita.segnalazioni;
  const viste = tutte.filter(
    (s) => (comune === '' || (s.comune ?? 'ambito') === comune) && (codici.length === 0 || codici.includes(s.codice)),
  );
  const gruppi = groupSegnalazioni(viste);
  const tutti = groupSegnalazioni(tutte);
  const risposta = `${tellNonTornano(tutti)} ${tellAltre(tutti)}`.trim();
  const nomeDi = (codice: string | null) =>
    codice === null ? 'Intero ambito' : (ambito.comuni.find((uno) => uno.codiceIstat === codice)?.nome ?? codice);
  const titoloDi = (id: string) => tipi.find((tipo) => tipo.id === id)?.titolo ?? id;
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Qualità dei dati')}
        titolo="Quali cifre dei documenti non tornano?"
        titoloBreve={`Qualità dei dati, ${nome}`}
        risposta={risposta}
      />
      <p className="sezione">
        Un documento lungo si scrive in molti, e le cifre si copiano da una tabella all’altra. Qui le somme, le medie e
        i totali che il documento dichiara stanno accanto a ciò che danno i suoi stessi numeri. L’osservatorio non
        corregge nulla: mostra la differenza.
      </p>
      {tutte.length === 0 ? (
        <Vuoto titolo="Nessuna segnalazione" livello={2}>
          <p>
            {ambito.edizione === 0
              ? 'Non è ancora stata pubblicata nessuna tabella: appena arrivano, i controlli si fanno da soli.'
              : 'Tutte le somme e i rapporti dichiarati nelle tabelle pubblicate tornano.'}
          </p>
        </Vuoto>
      ) : (
        <>
          <FiltriQualita ambito={ambito} tutte={tutte} comune={comune} codici={codici} nomeDi={nomeDi} />
          {viste.length === 0 && (
            <Vuoto titolo="Nessuna segnalazione con questa scelta" livello={2}>
              <p>
                <a href={indirizzi.qualita(ambito.id)}>Vedi tutte le segnalazioni</a>
              </p>
            </Vuoto>
          )}
          <Elenco
            titolo="Cifre che non tornano"
            ambito={ambito.id}
            segnalazioni={gruppi.nonTornano}
            nomeDi={nomeDi}
            titoloDi={titoloDi}
          />
          <Elenco
            titolo="Altre cose da guardare"
            spiega="Una soglia non raggiunta, un intervento che una tabella ha e un’altra no, un nome scritto in altro modo."
            ambito={ambito.id}
            segnalazioni={gruppi.daGuardare}
            nomeDi={nomeDi}
            titoloDi={titoloDi}
          />
          <Elenco
            titolo="Che cosa resta, che cosa non si può verificare"
            spiega="Quanto di un fondo non compare nelle schede, e le fonti di cui nessuna tabella dice quanto c’è."
            ambito={ambito.id}
            segnalazioni={gruppi.annotazioni}
            nomeDi={nomeDi}
            titoloDi={titoloDi}
          />
          <Elenco
            titolo="Differenze di arrotondamento"
            spiega="Stanno dentro l’arrotondamento dei numeri scritti: non cambiano la lettura."
            ambito={ambito.id}
            segnalazioni={gruppi.arrotondamenti}
            nomeDi={nomeDi}
            titoloDi={titoloDi}
          />
        </>
      )}
    </div>
  );
}

interface ConNomi {
  readonly nomeDi: (codice: string | null) => string;
}

function FiltriQualita({
  ambito,
  tutte,
  comune,
  codici,
  nomeDi,
}: Pick<DatiQualita, 'ambito'> & Filtri & ConNomi & { tutte: readonly SegnalazioneDto[] }) {
  const vai = useVai();
  const comuni = [...new Set(tutte.map((s) => s.comune))].map((codice) => ({
    valore: codice ?? 'ambito',
    testo: nomeDi(codice),
  }));
  const controlli = [...new Map(tutte.map((s) => [s.codice, s.titolo])).entries()];
  const codice = codici.join(',');
  const noti = new Set<string>(controlli.map(([uno]) => uno));
  return (
    <div className="filtri">
      <SceltaDaElenco
        etichetta="Di chi è la cifra"
        valore={comune}
        gruppi={[
          {
            voci: [{ valore: '', testo: 'Tutti' }, ...comuni.toSorted((a, b) => a.testo.localeCompare(b.testo, 'it'))],
          },
        ]}
        onScegli={(valore) => vai(indirizzi.qualita(ambito.id, { comune: valore, codice }))}
      />
      <SceltaDaElenco
        etichetta="Che cosa non torna"
        valore={codice}
        gruppi={[
          {
            voci: [
              { valore: '', testo: 'Tutto' },
              ...(codice !== '' && !noti.has(codice) ? [{ valore: codice, testo: 'La cifra scelta' }] : []),
              ...controlli.map(([valore, testo]) => ({ valore, testo })),
            ],
          },
        ]}
        onScegli={(valore) => vai(indirizzi.qualita(ambito.id, { comune, codice: valore }))}
      />
    </div>
  );
}

interface ProprietaElenco extends ConNomi {
  readonly titolo: string;
  readonly spiega?: string;
  readonly ambito: string;
  readonly segnalazioni: readonly SegnalazioneDto[];
  readonly titoloDi: (tipo: string) => string;
}

function Elenco({ titolo, spiega, ambito, segnalazioni, nomeDi, titoloDi }: ProprietaElenco) {
  if (segnalazioni.length === 0) return null;
  return (
    <section className="sezione">
      <h2>
        {titolo} <span className="minuto">({segnalazioni.length})</span>
      </h2>
      {spiega && <p>{spiega}</p>}
      <ul className="segnalazioni">
        {segnalazioni.map((s) => (
          <li key={`${s.codice} ${s.parte} ${s.riga}:${s.colonna} ${s.messaggio}`} className="scheda">
            <Segnalazione s={s} ambito={ambito} dove={nomeDi(s.comune)} tabella={titoloDi(s.tipo)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Segnalazione({
  s,
  ambito,
  dove,
  tabella,
}: {
  s: SegnalazioneDto;
  ambito: string;
  dove: string;
  tabella: string;
}) {
  const posto = [
    `tabella «${tabella}»`,
    s.riga === null ? null : `riga ${s.riga}`,
    s.colonna === null ? null : `colonna ${s.colonna}`,
  ].filter((uno) => uno !== null);
  const cifre = [
    ['Dichiarato', s.dichiarato],
    ['Ricalcolato', s.ricalcolato],
    ['Differenza', s.differenza],
  ].filter((coppia): coppia is [string, string] => coppia[1] !== null);
  return (
    <article className="segnalazione">
      <div>
        <span className={s.gravita === 'nota' ? 'etichetta' : 'etichetta etichetta-avviso'}>{s.titolo}</span>
        <h3>
          {dove}
          {s.periodo && `, ${describePeriodo(s.periodo, '')}`}
        </h3>
        <p>{s.messaggio}</p>
        <p className="minuto">{s.perche}</p>
        <p className="minuto">
          {capitalize(posto.join(', '))}.{' '}
          {s.versione !== null && (
            <a className="solo-schermo" href={indirizziApi.originale(ambito, { ...s, versione: s.versione })} download>
              Scarica il file originale
            </a>
          )}
        </p>
      </div>
      <dl className="segnalazione-cifre">
        {cifre.map(([nome, valore]) => (
          <div key={nome}>
            <dt>{nome}</dt>
            <dd>{valore}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
