import { Vuoto } from '../../componenti/stati.tsx';
import { indirizziApi } from '../../indirizzi.ts';

export function Manca({ nome }: { nome: string }) {
  return (
    <Vuoto titolo="Qui ci sarebbe quanto mette ogni comune" livello={2}>
      <p>
        Il cofinanziamento è la parte che i comuni mettono di tasca propria nel fondo comune dell’ambito, in denaro o in
        servizi. Per l’ambito di {nome} nessun documento pubblicato lo riporta, e quello che manca non si stima.
      </p>
      <p>
        Lo porta l’Ufficio di Piano: bastano la tabella del cofinanziamento per comune (quota minima, programmato,
        versato) e, per rifare i conti, quella dei fondi assegnati all’ambito.
      </p>
      <p>
        <a href={indirizziApi.modelloCsv('cofinanziamento')} download>
          Scarica il modello della tabella (CSV)
        </a>
      </p>
    </Vuoto>
  );
}
