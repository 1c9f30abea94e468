/** What becomes of 10,000 published tables broken in one place, kind by kind: the trial itself is test/lungo/mutanti.test.ts. */
import { GUASTI } from '../core/tabelle/guasti.ts';
import { type Esito, type Mutante, runMutanti } from '../core/tabelle/mutanti.ts';

const QUANTI = 10_000;
const SEME = 2026;
const COLONNE: readonly (readonly [titolo: string, esiti: readonly Esito[]])[] = [
  ['rifiutati', ['rifiutato']],
  ['segnalati', ['segnalato', 'avvisato']],
  ['stessi dati', ['uguale']],
  ['solo parole', ['parole']],
  ['cifra mancante', ['mancante']],
];

const mutanti = [...runMutanti(QUANTI, SEME)];
const format = (quanti: number): string => quanti.toLocaleString('it-IT');

function count(quali: readonly Mutante[], esiti: readonly Esito[], conTotale?: boolean): number {
  return quali.filter((uno) => esiti.includes(uno.esito) && (conTotale === undefined || uno.conTotale === conTotale))
    .length;
}

function writeRiga(titolo: string, quali: readonly Mutante[]): string {
  const celle = [
    titolo,
    format(quali.length),
    ...COLONNE.map(([, esiti]) => format(count(quali, esiti))),
    format(count(quali, ['silenzioso'], true)),
    format(count(quali, ['silenzioso'], false)),
  ];
  return `| ${celle.join(' | ')} |`;
}

function writeTabella(plausibile: boolean): string[] {
  const quali = mutanti.filter(({ guasto }) => guasto.plausibile === plausibile);
  const righe = GUASTI.filter((guasto) => guasto.plausibile === plausibile).map(({ id, titolo }) =>
    writeRiga(
      titolo,
      quali.filter(({ guasto }) => guasto.id === id),
    ),
  );
  const titoli = [
    '',
    'prove',
    ...COLONNE.map(([titolo]) => titolo),
    'in silenzio, con un totale',
    'in silenzio, senza',
  ];
  return [
    `| ${titoli.join(' | ')} |`,
    `|${titoli.map(() => '---').join('|')}|`,
    ...righe,
    writeRiga('**insieme**', quali),
  ];
}

function describeQuota(plausibile: boolean): string {
  const senza = mutanti.filter(({ guasto, conTotale }) => guasto.plausibile === plausibile && !conTotale);
  const silenziosi = count(senza, ['silenzioso']);
  const quota = ((silenziosi / senza.length) * 100).toLocaleString('it-IT', { maximumFractionDigits: 2 });
  return `${format(silenziosi)} su ${format(senza.length)} (${quota} %)`;
}

console.log(`${format(QUANTI)} prove, ${GUASTI.length} guasti; cadute del lettore: ${count(mutanti, ['caduto'])}; pubblicazioni parziali: ${count(mutanti, ['parziale'])}.
Passati in silenzio dove la fonte dichiara un totale: ${count(mutanti, ['silenzioso'], true)}.

**Guasti che lasciano il segno.** In silenzio senza un totale: ${describeQuota(false)}.

${writeTabella(false).join('\n')}

**Un’altra cifra possibile.** Il file guasto è ben scritto quanto quello sano: senza un totale, o un’altra tabella, non se ne accorgerebbe nessuno. In
silenzio senza un totale: ${describeQuota(true)}.

${writeTabella(true).join('\n')}`);
