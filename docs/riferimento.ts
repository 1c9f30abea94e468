/** The reference pages, from the declarations that the program itself runs on: what is written here cannot drift from it. */
import { CONTROLLI } from '../functions/core/controlli/index.ts';
import { formatNumero } from '../functions/core/formato.ts';
import { BASE, listErrori, listRotte, type Rotta, type RottaId } from '../functions/core/http/rotte.ts';
import { SOMMARI } from '../functions/core/http/sommari.ts';
import { TITOLI_ERRORI } from '../functions/core/http/titoli-errori.ts';
import { INDICATORI } from '../functions/core/indicatori/index.ts';
import type { Indicatore } from '../functions/core/indicatori/indicatore.ts';
import { TIPI } from '../functions/core/tabelle/index.ts';
import { listLayout } from '../functions/core/tabelle/lettura/layout-anni.ts';
import type { Colonna, Tipo } from '../functions/core/tabelle/tipo.ts';

const AVVISO =
  '<!-- Pagina generata dalle dichiarazioni di functions/core con `npm run docs`: non si modifica a mano. -->';

/** Path from the root -> text of each generated page. */
export function writeRiferimento(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/riferimento/tabelle.md', writePagina(INTRO_TABELLE, Object.values(TIPI).map(writeTipo))],
    ['docs/riferimento/indicatori.md', writePagina(INTRO_INDICATORI, INDICATORI.map(writeIndicatore))],
    ['docs/riferimento/controlli.md', writePagina(INTRO_CONTROLLI, CONTROLLI.map(writeControllo))],
    ['docs/riferimento/api.md', writePagina(INTRO_API, listRotte().map(writeRotta))],
  ]);
}

const INTRO_TABELLE = `# Le tabelle

Ogni tipo di tabella che si può caricare: a che cosa serve, le sue colonne, le impaginazioni riconosciute così come gli uffici le pubblicano.
Accanto alle intestazioni canoniche valgono i sinonimi; maiuscole, accenti e punteggiatura non contano.`;

const INTRO_INDICATORI = `# Gli indicatori

Ogni indicatore è dato per ciascun comune e per l’ambito, dove i dati lo permettono. Il rapporto dell’ambito è il rapporto delle somme,
mai la media dei rapporti. Un valore che manca resta mancante, con il suo motivo: mai zero.`;

const INTRO_CONTROLLI = `# I controlli

Ogni tabella pubblicata è messa a confronto con i suoi stessi numeri e con le altre. Quello che non torna si pubblica insieme ai dati,
nella pagina Qualità: il programma non corregge mai in silenzio un documento.`;

const INTRO_API = `# Le API

Ogni indirizzo comincia con \`${BASE}\`. La descrizione per i programmi (OpenAPI 3.1) è in \`${BASE}/openapi.json\`, la pagina per le persone in \`/api\`.`;

function writePagina(intro: string, capitoli: readonly string[]): string {
  return `${[AVVISO, intro, ...capitoli].join('\n\n')}\n`;
}

function writeTipo(tipo: Tipo): string {
  const { id, titolo, descrizione, chiLaHa, colonne, chiave, daContesto, copertura } = tipo;
  const riconosciute = listLayout(tipo);
  return [
    `## ${titolo}`,
    `\`${id}\` — ${descrizione}`,
    writeElenco([
      `**Chi la tiene, di solito**: ${chiLaHa}`,
      `**Ogni riga è individuata da**: ${chiave.map(code).join(', ')}.`,
      daContesto.length > 0 &&
        `**Si possono indicare al caricamento**, se il file non le porta: ${daContesto.map(code).join(', ')}.`,
      copertura === 'comuni' && '**Copertura**: tutti i comuni dell’ambito, una volta ciascuno; oppure solo l’ambito.',
      riconosciute.length > 0 &&
        `**Impaginazioni riconosciute**, oltre a quella canonica: ${riconosciute.map((uno) => uno.titolo).join('; ')}.`,
    ]),
    writeTabella(['Colonna', 'Che cosa contiene', 'Formato', 'Anche chiamata', 'Esempio'], colonne.map(writeColonna)),
  ].join('\n\n');
}

function writeColonna({
  id,
  titolo,
  descrizione,
  formato,
  obbligatoria,
  unita,
  valori,
  scritture,
  sinonimi,
  esempio,
}: Colonna): string[] {
  const ammessi = valori
    ? `: ${valori.map((valore) => [code(valore), ...(scritture?.[valore] ?? [])].join(' o ')).join(', ')}`
    : '';
  return [
    `${code(id)}${obbligatoria ? '' : ' (facoltativa)'}`,
    `**${titolo}.** ${descrizione}`,
    `${formato}${unita ? ` (${unita})` : ''}${ammessi}`,
    sinonimi.join(', '),
    esempio === '' ? '' : code(esempio),
  ];
}

function writeIndicatore(indicatore: Indicatore): string {
  const { id, titolo, domanda, formula, unita, unitaEstesa, decimali, direzione, soglia, tabelle, avvertenze, fonte } =
    indicatore;
  const misurato = unitaEstesa ? `${unitaEstesa} (nell’API ${code(unita)})` : unita;
  return [
    `## ${titolo}`,
    `\`${id}\` — *${domanda}*`,
    writeElenco([
      `**Formula**: ${formula}`,
      `**Unità**: ${misurato}, mostrata con ${decimali} ${decimali === 1 ? 'decimale' : 'decimali'}`,
      `**Direzione**: ${DIREZIONI[direzione]}`,
      soglia &&
        `**Soglia**: ${soglia.verso === 'almeno' ? 'almeno' : 'al massimo'} ${formatNumero(soglia.valore)} (${soglia.legge})`,
      `**Tabelle**: ${tabelle.map((tipo) => `[${tipo}](tabelle.md)`).join(', ')}`,
      `**Fonte della definizione**: ${fonte}`,
    ]),
    ...(avvertenze.length > 0 ? [`Da tenere presente:\n\n${writeElenco(avvertenze)}`] : []),
  ].join('\n\n');
}

const DIREZIONI: Readonly<Record<Indicatore['direzione'], string>> = {
  'alto-meglio': 'un valore più alto è migliore',
  'basso-meglio': 'un valore più basso è migliore',
  neutro: 'né alto né basso è di per sé un bene',
};

function writeControllo({ codice, titolo, regola, perche }: (typeof CONTROLLI)[number]): string {
  return [`## ${titolo}`, `\`${codice}\``, `**Che cosa deve valere.** ${regola}`, `**Perché conta.** ${perche}`].join(
    '\n\n',
  );
}

function writeRotta(rotta: Rotta & { readonly id: RottaId }): string {
  const { id, metodo, percorso, accesso, query, corpo, risposte } = rotta;
  const parametri = Object.entries(query).map(([nome, { descrizione, atteso, obbligatorio }]) => [
    `${code(nome)}${obbligatorio ? ' (obbligatorio)' : ''}`,
    descrizione,
    atteso,
  ]);
  const esiti = risposte.map(
    ({ stato, tipo, descrizione }) => `${stato}${tipo ? ` ${code(tipo)}` : ''}: ${descrizione}`,
  );
  const errori = listErrori(rotta).map((stato) => `${stato} ${TITOLI_ERRORI[stato]?.toLowerCase()}`);
  return [
    `## \`${metodo} ${percorso}\``,
    `${SOMMARI[id]}.`,
    writeElenco([
      `**Chi può**: ${accesso === 'pubblico' ? 'tutti' : accesso.join(', ')}`,
      corpo && `**Corpo**: ${code(corpo.tipo)}${'atteso' in corpo ? `, ${corpo.atteso}` : ''}`,
      `**Risponde**: ${esiti.join('; ')}`,
      `**Oppure**: ${errori.join('; ')}`,
    ]),
    ...(parametri.length > 0 ? [writeTabella(['Parametro', 'A che cosa serve', 'Che cosa si scrive'], parametri)] : []),
  ].join('\n\n');
}

function code(testo: string): string {
  return `\`${testo}\``;
}

function writeElenco(voci: readonly (string | false | undefined)[]): string {
  return voci.flatMap((voce) => (voce ? [`- ${voce}`] : [])).join('\n');
}

function writeTabella(intestazione: readonly string[], righe: readonly (readonly string[])[]): string {
  const write = (celle: readonly string[]): string =>
    `| ${celle.map((cella) => cella.replaceAll('|', '\\|')).join(' | ')} |`;
  return [write(intestazione), write(intestazione.map(() => '---')), ...righe.map(write)].join('\n');
}
