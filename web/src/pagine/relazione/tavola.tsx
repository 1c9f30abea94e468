import { Cifra } from '../../componenti/cifra.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { compareNomi } from '../../serie/ordine.ts';
import type { ProprietaCapitolo } from './capitolo.tsx';

export function TavolaCapitolo({ capitolo, materia }: ProprietaCapitolo) {
  const { ambito, versioni } = materia;
  const { colonne, servizi, titolo, note } = capitolo;
  if (servizi.length > 0) {
    const tutti = new Set(servizi.map(({ titolare }) => titolare));
    const unico = tutti.size === 1 ? [...tutti][0] : null;
    return (
      <details className="apri-tabella capitolo-tavola">
        <summary>L’elenco dei servizi, uno per uno</summary>
        <Tabella
          didascalia="I servizi del ciclo passato"
          testa="Servizio"
          colonne={[
            { chiave: 'attivo', titolo: 'Attivo', etichetta: 'Attivo' },
            ...(unico === null ? [{ chiave: 'titolare', titolo: 'Di chi è', etichetta: 'Di chi è' }] : []),
          ]}
          righe={servizi.map(({ riga, nome, attivo, titolare }) => ({
            chiave: `${riga}`,
            testa: nome,
            celle: unico === null ? [attivo, titolare] : [attivo],
          }))}
        />
        {unico && <p className="minuto capitolo-fonte">Titolare di tutti: {unico}.</p>}
      </details>
    );
  }
  if (colonne.length === 0) return null;
  const righe = [
    ...ambito.comuni
      .toSorted((a, b) => compareNomi(a.nome, b.nome))
      .map(({ codiceIstat, nome }) => ({ codice: codiceIstat, nome })),
    { codice: null, nome: 'Intero ambito' },
  ];
  const origine = colonne.flatMap(({ celle }) =>
    [...celle.values()].flatMap(({ osservazione }) => osservazione.origine),
  );
  return (
    <details className="apri-tabella capitolo-tavola">
      <summary>Tutti i numeri del capitolo, comune per comune</summary>
      <Tabella
        didascalia={`${titolo}, comune per comune`}
        testa="Comune"
        colonne={colonne.map(({ chiave, titolo: testa, quando }) => ({
          chiave,
          etichetta: testa,
          numerica: true,
          titolo: (
            <>
              {testa}
              <span className="minuto">{quando}</span>
            </>
          ),
        }))}
        righe={righe.map(({ codice, nome }) => ({
          chiave: codice ?? 'ambito',
          testa: codice === null ? nome : <a href={indirizzi.comune(ambito.id, codice)}>{nome}</a>,
          celle: colonne.map(({ chiave, celle }) => (
            <Cifra key={chiave} dato={celle.get(codice) ?? null} ambito={ambito.id} nome={nome} />
          )),
          totale: codice === null,
        }))}
      />
      <div className="minuto capitolo-fonte">
        {note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        <p>Fonte della tabella: {describeFonti(origine, versioni)}.</p>
      </div>
    </details>
  );
}
