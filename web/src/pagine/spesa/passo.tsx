/** How far the spending of an open ciclo has come. */

import { formatData } from '../../../../functions/core/formato.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { Tratti } from '../../grafici/tratti.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { figuraOf } from '../../serie/figura.ts';
import { writeImporto } from '../../serie/frasi-spesa.ts';
import { isPresente } from '../../serie/raccolta.ts';
import type { Cascata } from '../../serie/spesa.ts';
import type { Contenuto } from './scheda.tsx';

export function SchedaPasso({ spesa, ambito }: Contenuto) {
  const aperta = spesa.cascate.find(({ aperto }) => aperto);
  if (!aperta) {
    if (spesa.ciclo === null && spesa.cascate.length === 0) return null;
    const ciclo = spesa.ciclo ?? ambito.cicli.at(-1) ?? '';
    return (
      <Vuoto livello={2} titolo={`A che punto è la spesa del ${ciclo}? Non si può ancora dire`}>
        <p>
          Qui starebbe la parte di ciclo già trascorsa accanto alla parte di denaro già impegnata. Serve un rendiconto
          del {ciclo} con il giorno a cui si riferisce: lo porta l’Ufficio di Piano (tabella «rendiconto»).
        </p>
        <p>
          <a href={indirizziApi.modelloCsv('rendiconto')} download>
            Modello per il rendiconto
          </a>
        </p>
      </Vuoto>
    );
  }
  return <Passo cascata={aperta} />;
}

function Passo({ cascata }: { cascata: Cascata }) {
  const spiega = useSpiega();
  const { passo, avanzamento, periodo, al, impegnato, programmato } = cascata;
  if (!isPresente(passo) || !isPresente(avanzamento)) return null;
  const sotto = avanzamento.valore < passo.valore;
  const importi =
    impegnato !== null && programmato !== null
      ? `: impegnati ${writeImporto(impegnato)} su ${writeImporto(programmato)}`
      : '';
  return (
    <Scheda
      id="passo"
      titolo={`${al ? `Al ${formatData(al)} la` : 'La'} spesa del ${periodo} è ${sotto ? 'sotto' : 'sopra'} il passo lineare`}
      misura={`Parte del ciclo trascorsa e parte del denaro impegnata, in percentuale${importi}.`}
      note={<p>Il passo lineare è un termine di paragone, non un obbligo: la spesa sociale non corre sempre uguale.</p>}
    >
      <Tratti
        righe={[passo, avanzamento].map((dato, i) => ({
          chiave: dato.indicatore.id,
          nome: i === 0 ? 'Ciclo trascorso' : 'Denaro impegnato',
          tratti: [
            { chiave: 'v', da: 0, a: dato.valore, aspetto: i === 0 ? ('scuro' as const) : ('ordinario' as const) },
          ],
          testo: dato.testo,
          figure: [figuraOf(dato.osservazione)],
        }))}
        hrefOf={(figure) => spiega(...figure)}
      />
    </Scheda>
  );
}
