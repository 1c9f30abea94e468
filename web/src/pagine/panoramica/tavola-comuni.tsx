import { MOTIVI_ASSENZA } from '../../../../functions/core/misura.ts';
import { CifraDi } from '../../componenti/cifra.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { buildColonneComuni, type ColonnaComuni } from '../../serie/colonne-comuni.ts';
import { figuraOf } from '../../serie/figura.ts';
import type { Materia } from '../../serie/lettore.ts';
import { compareNomi } from '../../serie/ordine.ts';
import { capitalize, countOf, shortNome } from '../../serie/parole.ts';
import { segnaliDi } from '../../serie/segnali.ts';
import { tellValore, toNumero } from '../../serie/valore.ts';

/** Columns of two counts stand side by side: their figures of one thing differ, and both are right. */
function hasDueConteggi(colonne: readonly ColonnaComuni[]): boolean {
  const conteggi = colonne.flatMap(({ celle }) => [...celle.values()][0]?.dimensioni.rilevazione ?? []);
  return new Set(conteggi).size > 1;
}

export function TavolaComuni({ materia }: { materia: Materia }) {
  const { ambito } = materia;
  const colonne = buildColonneComuni(materia);
  if (colonne.length === 0) return null;
  const cellOf = ({ indicatore, celle }: ColonnaComuni, codice: string | null, nome: string) => {
    const osservazione = celle.get(codice);
    const valore = osservazione ? toNumero(osservazione.valore) : null;
    if (!osservazione) return <span className="minuto">dato mancante</span>;
    if (valore === null) {
      const motivo = osservazione.assenza ? MOTIVI_ASSENZA[osservazione.assenza] : '';
      return (
        <span className="minuto" title={motivo}>
          dato mancante<span className="solo-lettori">: {motivo}</span>
        </span>
      );
    }
    return (
      <>
        <CifraDi figure={[figuraOf(osservazione)]}>{tellValore(valore, indicatore)}</CifraDi>
        <Segno ambito={ambito.id} comune={codice} nome={nome} segnalazioni={segnaliDi(osservazione)} />
      </>
    );
  };
  const righe = ambito.comuni
    .toSorted((a, b) => compareNomi(a.nome, b.nome))
    .map(({ codiceIstat, nome }) => ({
      chiave: codiceIstat,
      testa: <a href={indirizzi.comune(ambito.id, codiceIstat)}>{nome}</a>,
      celle: colonne.map((colonna) => cellOf(colonna, codiceIstat, nome)),
    }));
  return (
    <section className="sezione" aria-labelledby="comuni">
      <h2 id="comuni">{capitalize(countOf(ambito.comuni.length, 'comune', 'comuni'))}, uno accanto all’altro</h2>
      <p className="solo-schermo">
        Ogni cifra si apre: mostra la formula, i numeri usati e il documento da cui vengono.
      </p>
      {hasDueConteggi(colonne) && (
        <p>
          L’anagrafe dei comuni e l’ISTAT contano in modi diversi: ogni colonna dice quale usa, e la variazione dell’una
          non è quella dell’altra.
        </p>
      )}
      <Ripiego sommario={`Vedi le cifre dei ${ambito.comuni.length} comuni`}>
        <Tabella
          didascalia={`I comuni dell’ambito di ${shortNome(ambito.nome)}`}
          testa="Comune"
          colonne={colonne.map(({ indicatore, titolo, quando }) => ({
            chiave: indicatore.id,
            etichetta: titolo,
            numerica: true,
            titolo: (
              <>
                <a href={indirizzi.confronto(ambito.id, { indicatore: indicatore.id })}>{titolo}</a>
                <span className="minuto">{quando}</span>
              </>
            ),
          }))}
          righe={[
            ...righe,
            {
              chiave: 'ambito',
              testa: 'Intero ambito',
              celle: colonne.map((colonna) => cellOf(colonna, null, 'Intero ambito')),
              totale: true,
            },
          ]}
        />
      </Ripiego>
    </section>
  );
}
