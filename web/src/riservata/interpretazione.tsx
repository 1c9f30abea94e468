/** How the file was understood, so that a person can say yes or no. */
import { Fragment } from 'react';
import type { CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { Tabella } from '../componenti/tabella.tsx';
import { capitalize, countOf } from '../serie/parole.ts';
import { nameColonna } from './foglio.ts';

interface Proprieta {
  readonly interpretazione: CaricamentoDto['interpretazione'];
  readonly tipo: TipoDto | undefined;
}

export function InterpretazioneVista({ interpretazione, tipo }: Proprieta) {
  const { codifica, separatore, foglio, fogli, avvisi, layout, intestazione, colonne, righeEscluse } = interpretazione;
  if (codifica === '' && colonne.length === 0) return null;
  const forma = tipo?.layout.find(({ id }) => id === layout)?.titolo ?? layout;
  const voci: readonly (readonly [string, string | undefined])[] = [
    ['Foglio letto', foglio && fogli && fogli.length > 1 ? `${foglio} (gli altri: ${without(fogli, foglio)})` : foglio],
    ...(foglio === undefined
      ? ([
          ['Lettere e accenti', codifica],
          ['Tra una cella e l’altra', separatore],
        ] as const)
      : []),
    ['Forma della tabella', forma ?? undefined],
    ['Righe di intestazione', intestazione.join(', ') || undefined],
  ];
  return (
    <section className="sezione">
      <h2>Come è stato capito</h2>
      <dl className="definizione">
        {voci.map(
          ([nome, valore]) =>
            valore && (
              <Fragment key={nome}>
                <dt>{nome}</dt>
                <dd>{valore}</dd>
              </Fragment>
            ),
        )}
      </dl>
      {avvisi?.map((avviso) => (
        <p key={avviso}>{avviso}</p>
      ))}
      {colonne.length > 0 && (
        <Tabella
          didascalia="Che cosa significa ogni colonna del file"
          testa="Colonna"
          colonne={[
            { chiave: 'scritta', titolo: 'Com’è scritta', etichetta: 'Com’è scritta' },
            { chiave: 'significato', titolo: 'Che cosa ne è stato letto', etichetta: 'Letta come' },
            { chiave: 'formato', titolo: 'Come si leggono i valori', etichetta: 'Valori' },
          ]}
          righe={colonne.map((una) => ({
            chiave: String(una.colonna),
            testa: (
              <span>
                <span className="solo-stretto">Colonna </span>
                {foglio === undefined ? una.colonna : nameColonna(una.colonna)}
              </span>
            ),
            celle: [
              una.intestazione || '(senza titolo)',
              (una.significato ?? 'niente: è lasciata fuori') + (una.corretta ? ' (indicata a mano)' : ''),
              describeFormato(una.formato),
            ],
          }))}
        />
      )}
      {righeEscluse.length > 0 && (
        <details className="escluse">
          <summary>{capitalize(countOf(righeEscluse.length, 'riga', 'righe'))} senza dati</summary>
          <ul>
            {righeEscluse.map(({ riga, testo, motivo }) => (
              <li key={riga}>
                Riga {riga}: «{testo}». {motivo}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** How the values of a column are written, for who does not know our names. */
const FORMATI: Readonly<Record<string, string>> = {
  'codice-istat': 'codice ISTAT',
  eta: 'età',
  conteggio: 'numero intero',
  intero: 'numero intero, anche negativo',
  decimale: 'numero con la virgola',
  importo: 'somma in euro',
  scelta: 'una voce di un elenco',
};

/** What follows the name are notes on cells that could be read in two ways. */
function describeFormato(formato: string | null): string {
  const [nome = '', ...note] = (formato ?? '').split('; ');
  return [FORMATI[nome] ?? nome, ...note].join('; ');
}

function without(fogli: readonly string[], foglio: string): string {
  return fogli.filter((altro) => altro !== foglio).join(', ');
}
