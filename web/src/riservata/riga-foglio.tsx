/** One line of the file as it came, with what is wrong under it. */
import { memo, type ReactNode } from 'react';
import type { InCorso } from './correzioni.ts';
import { type Genere, nameColonna, type RigaFoglio, type Segno } from './foglio.ts';
import { SceltaRiga } from './scelta-riga.tsx';

const NOMI_GENERE: Readonly<Record<Genere, string>> = {
  problema: 'Da correggere',
  errore: 'Errore',
  avviso: 'Segnalazione',
  nota: 'Arrotondamento',
};

/** Letters of a cell that is not broken over two lines: a figure is read in one. */
const BREVE = 22;

interface ProprietaRiga {
  readonly riga: RigaFoglio;
  readonly colonne: number;
  readonly inCorso: InCorso | null;
  /** Of a spreadsheet, whose columns have letters. */
  readonly inFoglio: boolean;
  /** The way to the next one, where the reader is. */
  readonly children: ReactNode;
}

/** Going from one problem to the next makes two lines anew, not the thousands that a file with many problems shows. */
export const UnaRiga = memo(function UnaRiga({ riga, colonne, inCorso, inFoglio, children }: ProprietaRiga) {
  const diRiga = riga.segni.filter(({ colonna }) => colonna === null || colonna > colonne);
  const celle = Array.from({ length: colonne }, (_, indice) => ({
    colonna: indice + 1,
    testo: riga.celle[indice] ?? '',
  }));
  return (
    <>
      <tr className={`foglio-${riga.ruolo}`}>
        <th scope="row" data-riga={riga.riga} {...marcaDi(diRiga)} tabIndex={-1}>
          {riga.riga}
        </th>
        {inCorso && (
          <td>
            <SceltaRiga riga={riga} inCorso={inCorso} />
          </td>
        )}
        {celle.map(({ colonna, testo }) => {
          const segni = riga.segni.filter((segno) => segno.colonna === colonna);
          return (
            <td key={colonna} {...marcaDi(segni, testo)}>
              {testo === '' && segni.length > 0 ? <span className="minuto">(vuota)</span> : testo}
            </td>
          );
        })}
      </tr>
      {(riga.segni.length > 0 || riga.motivo !== undefined) && (
        <tr className="foglio-messaggi">
          <td colSpan={colonne + (inCorso ? 2 : 1)}>
            <div className="foglio-messaggio">
              {riga.motivo !== undefined && <p className="minuto">Lasciata fuori: {riga.motivo}</p>}
              <ElencoSegni segni={riga.segni} inFoglio={inFoglio} />
              {children}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});

function marcaDi(segni: readonly Segno[], testo = '') {
  const [primo] = segni;
  const breve = testo.length <= BREVE ? 'foglio-breve' : 'foglio-lunga';
  if (!primo) return { className: breve };
  const ids = segni.map(({ id }) => id).join(' ');
  return {
    className: `${breve} foglio-segnata foglio-${primo.genere}`,
    tabIndex: -1,
    'data-segni': ids,
    'aria-describedby': ids,
  };
}

export function ElencoSegni({ segni, inFoglio = false }: { segni: readonly Segno[]; inFoglio?: boolean }) {
  if (segni.length === 0) return null;
  return (
    <ul className="segni">
      {segni.map(({ id, genere, colonna, messaggio }) => (
        <li key={id} id={id} className={`segno-${genere}`}>
          <strong>{NOMI_GENERE[genere]}</strong>
          {colonna !== null && `, colonna ${inFoglio ? nameColonna(colonna) : colonna}`}: {messaggio}
        </li>
      ))}
    </ul>
  );
}
