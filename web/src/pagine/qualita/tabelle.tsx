/** Table by table: how far each reaches, what has never come, who would bring it. */
import { formatData, formatNumero } from '../../../../functions/core/formato.ts';
import { Mancanze } from '../../componenti/mancanze.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi } from '../../indirizzi.ts';
import type { TabellaMancante } from '../../serie/mancanze.ts';
import { capitalize, countOf } from '../../serie/parole.ts';
import type { Presenza, TabellaPresente } from '../../serie/presenza.ts';

export function TabellaPerTabella({ ambito, presenza }: { ambito: string; presenza: Presenza }) {
  const { presenti, mancanti, dal } = presenza;
  return (
    <section className="sezione" aria-labelledby="tabelle">
      <h2 id="tabelle">Tabella per tabella: che cosa c’è, che cosa manca</h2>
      {presenti.length > 0 && (
        <Ripiego sommario={`Vedi ${presenti.length} tabelle, una per una`}>
          <Tabella
            didascalia="Le tabelle pubblicate"
            testa="Tabella"
            colonne={[
              { chiave: 'finoA', titolo: 'Arriva fino a', etichetta: 'Arriva fino a', numerica: true },
              { chiave: 'righe', titolo: 'Righe', etichetta: 'Righe', numerica: true },
              { chiave: 'versione', titolo: 'Versione in vigore', etichetta: 'Versione in vigore', numerica: true },
              { chiave: 'segnalazioni', titolo: 'Da guardare', etichetta: 'Da guardare', numerica: true },
            ]}
            righe={presenti.map(toRiga)}
          />
        </Ripiego>
      )}
      {mancanti.length > 0 && <Mancanti mancanti={mancanti} dal={dal} />}
      <p className="solo-schermo">
        <a href={indirizzi.dati(ambito)}>Scarica le tabelle, le versioni precedenti e i file originali</a>
      </p>
    </section>
  );
}

function toRiga({ tipo, finoA, righe, file, versione, pubblicataIl, segnalazioni }: TabellaPresente) {
  return {
    chiave: tipo.id,
    testa: tipo.titolo,
    celle: [
      finoA ?? 'nessun periodo indicato',
      `${formatNumero(righe)} in ${file} file`,
      `${versione}, dal ${formatData(pubblicataIl)}`,
      formatNumero(segnalazioni),
    ],
  };
}

function Mancanti({ mancanti, dal }: { mancanti: readonly TabellaMancante[]; dal: string | null }) {
  const quante = countOf(mancanti.length, 'tabella non è mai arrivata', 'tabelle non sono mai arrivate');
  return (
    <>
      <h3 className="sotto-titolo">
        {capitalize(quante)}
        {dal !== null && ` da quando si pubblica, il ${formatData(dal)}`}
      </h3>
      <p>Le porta l’Ufficio di Piano. Finché non arrivano, le cifre che ne dipendono restano mancanti: mai stimate.</p>
      <Mancanze mancanti={mancanti} livello={4} />
    </>
  );
}
