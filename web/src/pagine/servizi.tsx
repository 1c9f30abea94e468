import { getRouteApi } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { CampoRicerca } from '../componenti/campo-ricerca.tsx';
import { SceltaDaElenco } from '../componenti/comandi.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi, indirizziApi } from '../indirizzi.ts';
import { usePosizione, useRiscrivi, useVai } from '../navigazione.tsx';
import { CATEGORIE_BISOGNO, CATEGORIE_ETA, type Categoria } from '../serie/bisogni.ts';
import { shortDocumento } from '../serie/fonti.ts';
import { capitalize, countOf, shortNome } from '../serie/parole.ts';
import { accessoOf, findServizi, NOMI_ACCESSO } from '../serie/ricerca-servizi.ts';
import { buildRispostaServizi, type CartaServizi, listPorte, type Servizio, tellTitolari } from '../serie/servizi.ts';
import { isScelto, readStatoServizi, type StatoServizi } from '../serie/stato-servizi.ts';
import type { DatiServizi } from './letture-servizi.ts';

const rotta = getRouteApi('/$ambito/servizi');

export function ServiziRotta() {
  const { ricerca } = usePosizione();
  return <ServiziPagina {...rotta.useLoaderData()} stato={readStatoServizi(ricerca)} />;
}

export function ServiziPagina({ ambito, carta, versioni, stato }: DatiServizi & { stato: StatoServizi }) {
  const nome = shortNome(ambito.nome);
  const risposta = buildRispostaServizi(carta);
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Servizi' },
        ]}
      />
      <TestaPagina
        titolo="Quali servizi ci sono, e per chi?"
        titoloBreve={`Servizi sociali, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      {carta.ciclo === null ? (
        <Vuoto titolo="Qui ci sarebbe l’elenco dei servizi" livello={2}>
          <p>
            Per chi è ogni servizio, che cosa costa, quante persone prevede. Lo porta l’Ufficio di Piano dell’ambito di{' '}
            {nome}, caricando l’elenco dei servizi e le schede del suo Piano di Zona.
          </p>
          <p>
            <a href={indirizzi.dati(ambito.id)}>Le tabelle che ci sono già</a>
          </p>
        </Vuoto>
      ) : (
        <>
          <Cerca ambito={ambito.id} servizi={carta.servizi} stato={stato} />
          <Risultati ambito={ambito.id} carta={carta} versioni={versioni} stato={stato} />
          <DoveChiedere ambito={ambito.id} carta={carta} />
          <SenzaScheda carta={carta} />
          <Passato carta={carta} />
        </>
      )}
    </div>
  );
}

function Cerca({ ambito, servizi, stato }: { ambito: string; servizi: readonly Servizio[]; stato: StatoServizi }) {
  const scelte = useId();
  const [aperte, setAperte] = useState(stato.bisogno !== '' || stato.eta !== '' || stato.accesso !== '');
  const vai = useVai();
  const riscrivi = useRiscrivi();
  const withStato = (altro: Partial<StatoServizi>) => indirizzi.servizi(ambito, { ...stato, servizio: '', ...altro });
  const listVoci = (categorie: readonly Categoria[], has: (servizio: Servizio, id: string) => boolean) =>
    categorie.flatMap(({ id, titolo }) => {
      const quanti = servizi.filter((servizio) => has(servizio, id)).length;
      return quanti === 0 ? [] : [{ valore: id, testo: `${titolo} (${quanti})` }];
    });
  const accessi = Object.entries(NOMI_ACCESSO).map(([id, titolo]) => ({ id, titolo }));
  return (
    <div className="servizi-cerca solo-schermo">
      <CampoRicerca
        etichetta="Che cosa cerchi? Scrivilo con parole tue"
        esempio="aiuto a casa per mia madre"
        valore={stato.testo}
        azione={indirizzi.servizi(ambito)}
        onCerca={(testo) => riscrivi(withStato({ testo }))}
      />
      <button
        type="button"
        className="azione opzioni-apri"
        aria-expanded={aperte}
        aria-controls={scelte}
        onClick={() => setAperte(!aperte)}
      >
        {aperte ? 'Nascondi le scelte' : 'Scegli per bisogno, età, costo'}
      </button>
      <div id={scelte} className={`servizi-scelte${aperte ? ' servizi-scelte-aperte' : ''}`}>
        <SceltaDaElenco
          etichetta="Per quale bisogno"
          valore={stato.bisogno}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Qualunque' },
                ...listVoci(CATEGORIE_BISOGNO, ({ bisogni }, id) => bisogni.includes(id)),
              ],
            },
          ]}
          onScegli={(bisogno) => vai(withStato({ bisogno }))}
        />
        <SceltaDaElenco
          etichetta="Per quale età"
          valore={stato.eta}
          gruppi={[
            {
              voci: [{ valore: '', testo: 'Qualunque' }, ...listVoci(CATEGORIE_ETA, ({ eta }, id) => eta.includes(id))],
            },
          ]}
          onScegli={(eta) => vai(withStato({ eta }))}
        />
        <SceltaDaElenco
          etichetta="Quanto costa"
          valore={stato.accesso}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Non importa' },
                ...listVoci(accessi, (servizio, id) => accessoOf(servizio) === id),
              ],
            },
          ]}
          onScegli={(accesso) => vai(withStato({ accesso }))}
        />
      </div>
      <p>
        Non sai da dove cominciare? <a href="#dove-chiedere">Dove chiedere</a>
      </p>
    </div>
  );
}

interface ConOrigine {
  readonly ambito: string;
  readonly versioni: DatiServizi['versioni'];
}

function Risultati({ ambito, carta, versioni, stato }: ConOrigine & { carta: CartaServizi; stato: StatoServizi }) {
  const { servizi, parziale } = findServizi(carta.servizi, stato);
  const scelto = isScelto(stato);
  const gruppi = scelto
    ? [{ id: 'trovati', titolo: null, servizi }]
    : CATEGORIE_BISOGNO.map((categoria) => ({
        ...categoria,
        servizi: servizi.filter(({ bisogni }) => bisogni[0] === categoria.id),
      }))
        .filter((gruppo) => gruppo.servizi.length > 0)
        // How offices work together helps nobody today: last.
        .toSorted((a, b) => Number(a.id === 'organizzazione') - Number(b.id === 'organizzazione'));
  return (
    <section aria-labelledby="elenco">
      <div className="servizi-esito">
        <h2 id="elenco">
          <span role="status">{tellTrovati(servizi.length, { scelto, parziale, stato })}</span>
        </h2>
        {scelto && (
          <a className="solo-schermo" href={indirizzi.servizi(ambito)}>
            Vedi tutti i servizi
          </a>
        )}
      </div>
      {servizi.length === 0 && (
        <Vuoto titolo="Prova con altre parole, o con meno scelte">
          <p>
            La ricerca guarda i nomi dei servizi e a chi sono rivolti, come il piano li scrive. Se non trovi quello che
            ti serve, non vuol dire che non ci sia: chiedi al servizio sociale del tuo comune.
          </p>
        </Vuoto>
      )}
      {gruppi.map((gruppo) => (
        <div key={gruppo.id} className="servizi-gruppo">
          {gruppo.titolo !== null && <h3>{gruppo.titolo}</h3>}
          <ul className="servizi-elenco">
            {gruppo.servizi.map((servizio) => (
              <li key={servizio.id}>
                <UnServizio
                  servizio={servizio}
                  ambito={ambito}
                  versioni={versioni}
                  Titolo={gruppo.titolo === null ? 'h3' : 'h4'}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {servizi.length > 0 && (
        <p className="scheda-note">
          Bisogni ed età vengono dalle parole con cui il piano descrive ogni servizio: un servizio può stare in più
          d’uno. Il costo viene dai due elenchi del piano, quello dei servizi gratuiti e quello dei servizi «con accesso
          differenziato per fasce di reddito e/o con partecipazione al costo»: dove nessuno dei due nomina il servizio,
          il costo non è indicato.
        </p>
      )}
    </section>
  );
}

function tellTrovati(
  quanti: number,
  { scelto, parziale, stato }: { scelto: boolean; parziale: boolean; stato: StatoServizi },
): string {
  if (!scelto) return 'Tutti i servizi, per bisogno';
  if (stato.servizio !== '')
    return quanti === 0 ? 'Questo servizio non è più nell’elenco' : 'Il servizio che hai scelto';
  const per = stato.testo === '' ? '' : ` per «${stato.testo}»`;
  if (quanti === 0) return `Nessun servizio${per}`;
  if (parziale) return `Nessun servizio ha tutte le parole di «${stato.testo}»: questi ne hanno almeno una`;
  return capitalize(countOf(quanti, 'servizio', 'servizi')) + per;
}

function UnServizio({ servizio, ambito, versioni, Titolo }: ConOrigine & { servizio: Servizio; Titolo: 'h3' | 'h4' }) {
  const { nome, perChi, utenti, accesso, bisogni, sigle, titolare } = servizio;
  // An office or a committee has no price.
  const conCosto = bisogni[0] !== 'organizzazione' || accesso !== null;
  return (
    <article className="servizio">
      <Titolo className="servizio-nome">
        <a href={indirizzi.servizi(ambito, { servizio: servizio.id })}>{nome}</a>
      </Titolo>
      {perChi !== null && (
        <p>
          <span className="servizio-voce">Per chi: </span>
          {perChi}
        </p>
      )}
      {perChi === null && (
        <p className="minuto">
          {servizio.scheda
            ? 'La scheda del piano non dice per chi.'
            : 'Il piano lo nomina, ma non ha una scheda che lo descriva.'}
        </p>
      )}
      <ul className="servizio-tratti">
        {conCosto && (
          <li className={accesso ? 'etichetta etichetta-piena' : 'etichetta'}>{NOMI_ACCESSO[accessoOf(servizio)]}</li>
        )}
        {utenti && (
          <li>
            <strong>{formatNumero(utenti.numero)}</strong> {utenti.unita} {previsti(utenti)}
          </li>
        )}
        {titolare !== null && <li>Titolare: {titolare}</li>}
      </ul>
      {sigle.length > 0 && (
        <p className="minuto">{sigle.map(({ sigla, significato }) => `${sigla}: ${significato}`).join('. ')}.</p>
      )}
      <details className="servizio-origine">
        <summary>
          Da dove viene<span className="solo-lettori">: {nome}</span>
        </summary>
        <Origine servizio={servizio} ambito={ambito} versioni={versioni} />
      </details>
    </article>
  );
}

/** Units are feminine where their words end so: `6 persone previste`, `45 nuclei familiari previsti`. */
function previsti({ numero, unita }: { numero: number; unita: string }): string {
  const femminile = /^(persone|famiglie|donne|persona|famiglia|donna)/i.test(unita);
  if (numero === 1) return femminile ? 'prevista' : 'previsto';
  return femminile ? 'previste' : 'previsti';
}

function Origine({ servizio, ambito, versioni }: ConOrigine & { servizio: Servizio }) {
  const { intervento, titoloIntervento, norma, accesso, origine } = servizio;
  const versione = versioni[0];
  const parte = versione?.parti.find((una) => una.parte === origine.parte);
  const voci = [
    [
      'Intervento',
      intervento === null ? null : [intervento, titoloIntervento].filter((uno) => uno !== null).join(', '),
    ],
    ['Riferimento', norma],
    ['Costo', accesso ? `il piano lo dice di «${accesso.scritto}»` : null],
    ['Documento', parte ? shortDocumento(parte.fonte.documento) : null],
    ['Dove', [parte?.fonte.capitolo, parte?.fonte.tabella].filter((uno) => uno !== undefined).join('; ') || null],
    ['Atto', parte?.fonte.atto ?? null],
  ].filter((voce): voce is [string, string] => voce[1] !== null);
  return (
    <>
      <dl>
        {voci.map(([nome, testo]) => (
          <div key={nome}>
            <dt>{nome}</dt>
            <dd>{testo}</dd>
          </div>
        ))}
      </dl>
      {versione && parte && (
        <p>
          <a
            href={indirizziApi.originale(ambito, { tipo: 'servizi', versione: versione.versione, parte: parte.parte })}
            download
          >
            Scarica la tabella com’è stata ricevuta
          </a>{' '}
          <span className="minuto">(riga {origine.riga})</span>
        </p>
      )}
    </>
  );
}

function DoveChiedere({ ambito, carta }: { ambito: string; carta: CartaServizi }) {
  const porte = listPorte(carta.servizi);
  return (
    <section className="sezione" aria-labelledby="dove-chiedere">
      <h2 id="dove-chiedere">Dove chiedere</h2>
      <p>
        In ogni ambito la legge vuole un servizio sociale professionale e un segretariato sociale, che informa e
        consiglia le persone e le famiglie (L. 328/2000, art. 22, c. 4).
        {porte.length > 0 && ' Nel piano si chiamano:'}
      </p>
      {porte.length > 0 && (
        <ul>
          {porte.map(({ id, nome }) => (
            <li key={id}>
              <a href={indirizzi.servizi(ambito, { servizio: id })}>{nome}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        Indirizzi, telefoni e orari non sono nelle tabelle pubblicate: si chiedono al proprio comune.{' '}
        {tellTitolari(carta)}
      </p>
    </section>
  );
}

function SenzaScheda({ carta }: { carta: CartaServizi }) {
  const nominati = carta.senzaScheda.filter(({ voci }) => voci.length > 0);
  const vuoti = carta.senzaScheda.filter(({ voci }) => voci.length === 0);
  if (carta.senzaScheda.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="senza-scheda">
      <h2 id="senza-scheda">Nominati, ma senza una scheda</h2>
      <p>
        Il quadro sinottico, cioè la tabella che riassume tutti gli interventi del piano, ne nomina{' '}
        {carta.senzaScheda.length === 1 ? 'uno' : countOf(carta.senzaScheda.length, '', '').trim()} che nessuna scheda
        descrive.
      </p>
      <ul>
        {nominati.map(({ intervento, titolo, voci }) => (
          <li key={intervento}>
            {voci.join('; ')}{' '}
            <span className="minuto">
              ({intervento}, {titolo})
            </span>
          </li>
        ))}
      </ul>
      {vuoti.length > 0 && (
        <p>
          Di {vuoti.length === 1 ? 'uno' : countOf(vuoti.length, '', '').trim()} il quadro ha il solo titolo, senza
          nulla di previsto: {vuoti.map(({ intervento, titolo }) => `${titolo} (${intervento})`).join('; ')}.
        </p>
      )}
    </section>
  );
}

function Passato({ carta }: { carta: CartaServizi }) {
  const { passato } = carta;
  if (passato === null) return null;
  const quanti = (attivo: 'SI' | 'NO' | null) => passato.servizi.filter((uno) => uno.attivo === attivo).length;
  const ignoti = quanti(null);
  return (
    <section className="sezione" aria-labelledby="passato">
      <h2 id="passato">Che cosa c’era nel {passato.ciclo}</h2>
      <p>
        Su {passato.servizi.length} servizi, il piano ne dice attivi {quanti('SI')} e non attivi {quanti('NO')}
        {ignoti > 0 && `; di ${ignoti === 1 ? 'uno' : ignoti} non lo scrive`}. I nomi sono diversi da quelli di oggi, e
        il documento non dice quale corrisponde a quale.
      </p>
      <details className="servizio-origine solo-schermo">
        <summary>Vedi i {passato.servizi.length} servizi</summary>
        <Tabella
          didascalia={`Servizi del ciclo ${passato.ciclo}`}
          testa="Servizio"
          colonne={[
            { chiave: 'attivo', titolo: 'Attivo', etichetta: 'Attivo' },
            { chiave: 'titolare', titolo: 'Titolare', etichetta: 'Titolare' },
          ]}
          righe={passato.servizi.map(({ nome, attivo, titolare }) => ({
            chiave: nome,
            testa: nome,
            celle: [attivo === null ? 'non indicato' : { SI: 'sì', NO: 'no' }[attivo], titolare ?? 'non indicato'],
          }))}
        />
      </details>
    </section>
  );
}
