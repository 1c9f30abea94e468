import { useId, useState } from 'react';
import { CampoRicerca } from '../../componenti/campo-ricerca.tsx';
import { SceltaDaElenco } from '../../componenti/comandi.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { useRiscrivi, useVai } from '../../navigazione.tsx';
import { CATEGORIE_BISOGNO, CATEGORIE_ETA, type Categoria } from '../../serie/bisogni.ts';
import { DOVE_CHIEDERE } from '../../serie/luoghi.ts';
import { accessoOf, NOMI_ACCESSO } from '../../serie/ricerca-servizi.ts';
import type { Servizio } from '../../serie/servizi.ts';
import type { StatoServizi } from '../../serie/stato-servizi.ts';

export function Cerca({
  ambito,
  servizi,
  stato,
}: {
  ambito: string;
  servizi: readonly Servizio[];
  stato: StatoServizi;
}) {
  const scelte = useId();
  const [aperte, setAperte] = useState(stato.bisogno !== '' || stato.eta !== '' || stato.accesso !== '');
  const vai = useVai();
  const riscrivi = useRiscrivi();
  const withStato = (altro: Partial<StatoServizi>) => indirizzi.servizi(ambito, { ...stato, servizio: '', ...altro });
  const listVoci = (categorie: readonly Categoria[], has: (servizio: Servizio, id: string) => boolean) =>
    categorie.flatMap(({ id, titolo }) => {
      const quanti = servizi.filter((servizio) => has(servizio, id)).length;
      return quanti === 0 ? [] : [{ valore: id, testo: `${titolo} (${quanti})` }];
    });
  const accessi = Object.entries(NOMI_ACCESSO).map(([id, titolo]) => ({ id, titolo }));
  return (
    <div className="servizi-cerca solo-schermo">
      <CampoRicerca
        etichetta="Che cosa cerchi? Scrivilo con parole tue"
        esempio="aiuto a casa per mia madre"
        valore={stato.testo}
        azione={indirizzi.servizi(ambito)}
        onCerca={(testo) => riscrivi(withStato({ testo }))}
      />
      <button
        type="button"
        className="azione opzioni-apri"
        aria-expanded={aperte}
        aria-controls={scelte}
        onClick={() => setAperte(!aperte)}
      >
        {aperte ? 'Nascondi le scelte' : 'Scegli per bisogno, età, costo'}
      </button>
      <div id={scelte} className={`servizi-scelte${aperte ? ' servizi-scelte-aperte' : ''}`}>
        <SceltaDaElenco
          etichetta="Per quale bisogno"
          valore={stato.bisogno}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Qualunque' },
                ...listVoci(CATEGORIE_BISOGNO, ({ bisogni }, id) => bisogni.includes(id)),
              ],
            },
          ]}
          onScegli={(bisogno) => vai(withStato({ bisogno }))}
        />
        <SceltaDaElenco
          etichetta="Per quale età"
          valore={stato.eta}
          gruppi={[
            {
              voci: [{ valore: '', testo: 'Qualunque' }, ...listVoci(CATEGORIE_ETA, ({ eta }, id) => eta.includes(id))],
            },
          ]}
          onScegli={(eta) => vai(withStato({ eta }))}
        />
        <SceltaDaElenco
          etichetta="Quanto costa"
          valore={stato.accesso}
          gruppi={[
            {
              voci: [
                { valore: '', testo: 'Non importa' },
                ...listVoci(accessi, (servizio, id) => accessoOf(servizio) === id),
              ],
            },
          ]}
          onScegli={(accesso) => vai(withStato({ accesso }))}
        />
      </div>
      <p>
        Non sai da dove cominciare? <a href={`#${DOVE_CHIEDERE}`}>Dove chiedere</a>
      </p>
    </div>
  );
}
