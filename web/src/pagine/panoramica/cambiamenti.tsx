import { Cifra, CifraDi } from '../../componenti/cifra.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { listCambiamenti, titleCambiamenti } from '../../serie/cambiamenti.ts';
import { figuraOf } from '../../serie/figura.ts';
import type { Materia } from '../../serie/lettore.ts';
import { CAMBIAMENTI } from '../../serie/luoghi.ts';
import { describeDimensione } from '../../serie/parole.ts';
import type { Presente } from '../../serie/raccolta.ts';

/** From the first year told to the last, each figure with its walk back. */
export function Cambiamenti({ materia }: { materia: Materia }) {
  const { ambito } = materia;
  const cambiamenti = listCambiamenti(materia);
  if (cambiamenti.length === 0) return null;
  const titolo = titleCambiamenti(cambiamenti);
  const rilevazione = cambiamenti[0]?.dopo.osservazione.dimensioni.rilevazione;
  const cellOf = (dato: Presente, nome: string) => (
    <>
      <Cifra dato={dato} ambito={ambito.id} nome={nome} />{' '}
      <span className="minuto">nel {dato.osservazione.periodo}</span>
    </>
  );
  const { servizi, raccordo, rendiconto, fondi } = ambito.versioni;
  return (
    <section className="sezione" aria-labelledby={CAMBIAMENTI}>
      <h2 id={CAMBIAMENTI}>{titolo}</h2>
      <Tabella
        didascalia={titolo}
        testa="Che cosa"
        colonne={[
          { chiave: 'prima', titolo: 'Prima', etichetta: 'Prima', numerica: true },
          { chiave: 'dopo', titolo: 'Dopo', etichetta: 'Dopo', numerica: true },
          { chiave: 'differenza', titolo: 'Differenza', etichetta: 'Differenza', numerica: true },
        ]}
        righe={cambiamenti.map(({ nome, prima, dopo, differenza }) => ({
          chiave: nome,
          testa: nome,
          celle: [
            cellOf(prima, nome),
            cellOf(dopo, nome),
            <CifraDi
              key="differenza"
              conto="differenza"
              figure={[figuraOf(dopo.osservazione), figuraOf(prima.osservazione)]}
            >
              <strong>{differenza}</strong>
            </CifraDi>,
          ],
        }))}
      />
      <p className="minuto sotto-tabella">
        {rilevazione && `Persone al 31 dicembre, ${describeDimensione('rilevazione', rilevazione)}.`}
        {rendiconto !== undefined && fondi !== undefined && (
          <>
            {' '}
            Il budget di prima e quello di adesso, per anno, sono nella{' '}
            <a href={indirizzi.spesa(ambito.id)}>pagina della spesa</a>.
          </>
        )}
        {servizi !== undefined && (
          <>
            {' '}
            {raccordo === undefined && 'Quali servizi di prima continuino oggi è in verifica: '}
            {raccordo === undefined ? (
              <a href={`${indirizzi.leps(ambito.id)}#passati`}>i servizi del ciclo precedente</a>
            ) : (
              <a href={`${indirizzi.leps(ambito.id)}#passati`}>Quali servizi di prima continuano oggi</a>
            )}
            .
          </>
        )}
      </p>
    </section>
  );
}
