/** The same lines as a table: where the comune stands, the lowest, the highest, the whole ambito. */
import { Tabella } from '../../../componenti/tabella.tsx';
import type { Voce } from '../../../serie/confronto.ts';
import type { GruppoProfilo } from '../../../serie/profilo.ts';
import type { DatiVista } from '../stato.ts';
import { CellaVoce } from '../tavola.tsx';
import { useHrefVoce } from './href-voce.ts';

interface ProprietaTavola {
  readonly dati: DatiVista;
  readonly gruppi: readonly GruppoProfilo[];
  readonly titolo: string;
  readonly nome: string;
}

export function TavolaProfilo({ dati, gruppi, titolo, nome }: ProprietaTavola) {
  const hrefOf = useHrefVoce();
  const { ambito } = dati;
  const colonna = (chiave: string, testo: string) => ({ chiave, titolo: testo, etichetta: testo, numerica: true });
  return (
    <Tabella
      didascalia={titolo}
      testa="Indicatore"
      colonne={[
        colonna('valore', nome),
        { chiave: 'posto', titolo: 'Posto', etichetta: 'Posto' },
        colonna('minimo', 'Il più basso'),
        colonna('massimo', 'Il più alto'),
        colonna('ambito', 'Intero ambito'),
      ]}
      righe={gruppi.flatMap(({ righe }) =>
        righe.map(({ colonna: una, voce, presenti, posto }) => {
          const [prima] = presenti;
          const ultima = presenti.at(-1);
          const cella = (quale: Voce | null | undefined, conNome = false) => (
            <>
              <CellaVoce ambito={ambito.id} nome={quale?.nome ?? ''} voce={quale ?? null} hrefOf={hrefOf} />
              {conNome && quale && <span className="minuto"> {quale.nome}</span>}
            </>
          );
          return {
            chiave: una.indicatore.id,
            testa: (
              <>
                {una.indicatore.titolo} <span className="minuto">{una.quando}</span>
              </>
            ),
            celle: [
              cella(voce),
              posto?.testo ?? voce.motivo ?? '',
              cella(ultima, true),
              cella(prima, true),
              cella(una.confronto.ambito),
            ],
          };
        }),
      )}
    />
  );
}
