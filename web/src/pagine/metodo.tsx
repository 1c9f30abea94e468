import { getRouteApi } from '@tanstack/react-router';
import type { IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';
import { PAROLE } from '../serie/luoghi.ts';
import { compareNomi } from '../serie/ordine.ts';
import { capitalize, countOf, shortNome } from '../serie/parole.ts';
import { PAROLE_ARTE } from '../serie/parole-arte.ts';
import { SIGLE } from '../serie/sigle.ts';
import { describeUnita, formatValore } from '../serie/valore.ts';
import type { DatiIndicatore } from './metodo/letture.ts';

export { loadIndicatore } from './metodo/letture.ts';

const rottaMetodo = getRouteApi('/metodo');
const rottaIndicatore = getRouteApi('/metodo/indicatori/$id');

export function MetodoRotta() {
  return <MetodoPagina {...rottaMetodo.useLoaderData()} />;
}

export function IndicatoreRotta() {
  return <IndicatorePagina {...rottaIndicatore.useLoaderData()} />;
}

export function MetodoPagina({ catalogo }: { catalogo: readonly IndicatoreDto[] }) {
  const temi = [...new Set(catalogo.map(({ tema }) => tema))];
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[{ testo: 'Ambiti', href: indirizzi.inizio() }, { testo: 'Metodo' }]}
        titolo="Come si calcolano le cifre?"
        titoloBreve="Metodo"
        descrizione="Il catalogo degli indicatori: domanda, formula, unità, fonte, avvertenze."
        risposta={`Con ${countOf(catalogo.length, 'indicatore dichiarato', 'indicatori dichiarati')} una volta sola: la stessa definizione fa il calcolo, la pagina e la spiegazione di ogni cifra.`}
      />
      <section className="sezione">
        <h2>Le regole che valgono per tutti</h2>
        <ul>
          <li>Nulla si inventa: un dato che manca resta mancante, con il suo motivo, e non diventa mai zero.</li>
          <li>Il rapporto di un ambito è il rapporto tra le somme dei suoi comuni, non la media dei loro rapporti.</li>
          <li>Il denaro si conta in centesimi; una ripartizione torna sempre al centesimo.</li>
          <li>
            Anagrafe e ISTAT contano in modi diversi: le due rilevazioni non si mescolano mai in un rapporto o in un
            andamento.
          </li>
          <li>
            Un totale che il documento dichiara sta accanto a quello ricalcolato: la differenza si mostra, il documento
            non si corregge.
          </li>
        </ul>
      </section>
      {temi.map((tema) => (
        <section key={tema} className="sezione">
          <h2>{capitalize(tema)}</h2>
          <ul className="catalogo">
            {catalogo
              .filter((indicatore) => indicatore.tema === tema)
              .map(({ id, titolo, domanda }) => (
                <li key={id}>
                  <a href={indirizzi.indicatore(id)}>{titolo}</a>
                  <p>{domanda}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section className="sezione" aria-labelledby={PAROLE}>
        <h2 id={PAROLE}>Le parole che si incontrano</h2>
        <dl className="parole">
          {PAROLE_ARTE.map(({ parola, significato }) => (
            <div key={parola}>
              <dt>{parola}</dt>
              <dd>{capitalize(significato)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sezione" aria-labelledby="sigle">
        <h2 id="sigle">Le sigle</h2>
        <dl className="parole">
          {SIGLE.toSorted((a, b) => compareNomi(a.sigla, b.sigla)).map(({ sigla, significato }) => (
            <div key={sigla}>
              <dt>{sigla}</dt>
              <dd>{capitalize(significato)}.</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const DIREZIONI: Readonly<Record<IndicatoreDto['direzione'], string>> = {
  'alto-meglio': 'Un valore più alto è più favorevole.',
  'basso-meglio': 'Un valore più basso è più favorevole.',
  neutro: 'Nessuna: un valore più alto o più basso non è, da solo, né meglio né peggio.',
};

export function IndicatorePagina({ indicatore, ambiti, tipi }: DatiIndicatore) {
  const { titolo, domanda, formula, unita, soglia, avvertenze, fonte, tabelle } = indicatore;
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: 'Metodo', href: indirizzi.metodo() },
          { testo: titolo },
        ]}
        titolo={titolo}
        descrizione={domanda}
        risposta={domanda}
      />
      <dl className="definizione">
        <dt>Formula</dt>
        <dd>
          <strong>{formula}</strong>
        </dd>
        <dt>Unità</dt>
        <dd>{capitalize(describeUnita(unita))}</dd>
        <dt>Direzione</dt>
        <dd>{DIREZIONI[indicatore.direzione]}</dd>
        {soglia && (
          <>
            <dt>Soglia</dt>
            <dd>
              {soglia.verso === 'almeno' ? 'Almeno' : 'Al massimo'} {formatValore(soglia.valore, indicatore)} (
              {soglia.legge})
            </dd>
          </>
        )}
        {avvertenze.length > 0 && (
          <>
            <dt>Avvertenze</dt>
            <dd>
              <ul>
                {avvertenze.map((avvertenza) => (
                  <li key={avvertenza}>{avvertenza}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>Fonte della definizione</dt>
        <dd>{fonte}</dd>
        <dt>Tabelle da cui si calcola</dt>
        <dd>{tabelle.map((id) => tipi.find((tipo) => tipo.id === id)?.titolo ?? id).join(', ')}</dd>
      </dl>
      <section className="sezione solo-schermo">
        <h2>Guarda i valori</h2>
        <ul className="link-in-fila">
          {ambiti.map((ambito) => (
            <li key={ambito.id}>
              <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>
                Ambito di {shortNome(ambito.nome)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
