/** The readable page of the API, from the registry of routes. No script, no inline style: nothing for a CSP to forbid. */

import { BASE, listErrori, listRotte, type Rotta, type RottaId, STILE_API } from './rotte.ts';
import { SOMMARI } from './sommari.ts';
import { TITOLI_ERRORI } from './titoli-errori.ts';

const CAPITOLI = [
  { funzione: 'api', titolo: 'Lettura', testo: 'Aperta a tutti, senza chiavi né registrazione.' },
  {
    funzione: 'ingest',
    titolo: 'Scrittura',
    testo: 'Riservata agli Uffici di Piano, con «Authorization: Bearer». Un ruolo vale soltanto nel proprio ambito.',
  },
] as const;

/** @param versione of the software */
export function renderPaginaApi(versione: string): string {
  const capitoli = CAPITOLI.map(({ funzione, titolo, testo }) => {
    const rotte = listRotte().filter((rotta) => rotta.funzione === funzione);
    return `<section><h2>${titolo}</h2><p>${testo}</p>${rotte.map(renderRotta).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API dell’Osservatorio del Piano di Zona</title>
<link rel="stylesheet" href="${STILE_API}">
</head>
<body>
<main>
<h1>API dell’Osservatorio del Piano di Zona</h1>
<p>Versione ${escapeHtml(versione)}. Ogni indirizzo comincia con <code>${BASE}</code>; la descrizione per i programmi è in
<a href="${BASE}/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href="/">Torna all’Osservatorio</a>.</p>
<ul>
<li>Gli importi sono stringhe decimali con due cifre: <code>"251622.44"</code>. Conteggi e rapporti sono numeri, non arrotondati.</li>
<li>Un valore che manca è <code>null</code>, con il motivo in <code>assenza</code>: mai zero.</li>
<li>I filtri sono elenchi separati da virgola; un filtro assente vale «tutti». Un parametro sconosciuto è un errore 400.</li>
<li>Con <code>edizione=</code> la risposta non cambia più: si può citare.</li>
<li>Gli errori sono <code>application/problem+json</code> (RFC 9457), in italiano.</li>
</ul>
${capitoli.join('\n')}
</main>
</body>
</html>
`;
}

function renderRotta(rotta: Rotta & { readonly id: RottaId }): string {
  const parametri = Object.entries(rotta.query).map(
    ([nome, { descrizione, atteso, obbligatorio }]) =>
      `<dt><code>${nome}</code>${obbligatorio ? ' (obbligatorio)' : ''}</dt><dd>${escapeHtml(descrizione)} Serve ${escapeHtml(atteso)}.</dd>`,
  );
  const risposte = rotta.risposte.map(
    ({ stato, tipo, descrizione }) =>
      `<dt>${stato}${tipo ? ` <code>${tipo}</code>` : ''}</dt><dd>${escapeHtml(descrizione)}</dd>`,
  );
  const errori = listErrori(rotta).map((stato) => `<dt>${stato}</dt><dd>${TITOLI_ERRORI[stato]}</dd>`);
  return `<article id="${rotta.id}">
<h3><span class="metodo">${rotta.metodo}</span> <code>${escapeHtml(rotta.percorso)}</code></h3>
<p>${escapeHtml(SOMMARI[rotta.id])}.${rotta.accesso === 'pubblico' ? '' : ` Ruoli: ${rotta.accesso.join(', ')}.`}</p>
<details><summary>Parametri, risposte, errori</summary>
${parametri.length > 0 ? `<h4>Parametri</h4><dl>${parametri.join('')}</dl>` : ''}
${rotta.corpo ? `<h4>Corpo</h4><p><code>${rotta.corpo.tipo}</code>${rotta.corpo.tipo === 'application/json' ? `: <code>${escapeHtml(rotta.corpo.atteso)}</code>` : `, al più ${rotta.corpo.massimoByte / 1024 / 1024} MB`}</p>` : ''}
<h4>Risposte</h4><dl>${risposte.join('')}${errori.join('')}</dl>
</details>
</article>`;
}

function escapeHtml(testo: string): string {
  return testo.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Readable in light and dark, on a phone and on paper. */
export const STILE_PAGINA_API = `:root { color-scheme: light dark; font: 1rem/1.6 "Titillium Web", system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem; }
h1 { line-height: 1.2; }
h2 { margin-top: 3rem; border-bottom: 2px solid #06c; }
h3 { margin: 2rem 0 0; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 0.25rem; }
article p { margin: 0.25rem 0; }
code { font-family: ui-monospace, "Roboto Mono", monospace; font-size: 0.95em; overflow-wrap: anywhere; }
.metodo { display: inline-block; min-width: 4rem; padding: 0 0.5rem; border-radius: 4px; background: #06c; color: #fff; text-align: center; font-size: 0.85em; }
summary { cursor: pointer; }
dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.25rem 1rem; }
dd { margin: 0; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin: 0 0 0.5rem; } }
@media (prefers-color-scheme: dark) { a { color: #6cf; } }
`;
