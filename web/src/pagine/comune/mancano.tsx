import { Vuoto } from '../../componenti/stati.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { listSezioniVuote, type SezioneProfilo } from '../../serie/comune.ts';
import { capitalize, joinNomi } from '../../serie/parole.ts';

/** The chapters of which no table says anything: what would be here, and who brings it. */
export function Mancano({ sezioni, ambito }: { sezioni: readonly SezioneProfilo[]; ambito: string }) {
  const vuote = listSezioniVuote(sezioni);
  if (vuote.length === 0) return null;
  return (
    <Vuoto titolo="Che cosa manca" livello={2}>
      <p>
        {capitalize(
          joinNomi(
            vuote.map((titolo) => titolo.toLocaleLowerCase('it').replace('piano di zona', 'Piano di Zona')),
            4,
          ),
        )}
        : nessuna tabella pubblicata ne parla. Le tabelle le porta l’Ufficio di Piano; finché non arrivano, niente si
        stima.
      </p>
      <p className="solo-schermo">
        <a href={indirizzi.dati(ambito)}>Quali tabelle ci sono</a>
      </p>
    </Vuoto>
  );
}
