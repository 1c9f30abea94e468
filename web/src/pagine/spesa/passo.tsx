/** How far the spending of an open ciclo has come. */
import { formatData } from '../../../../functions/core/formato.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { figuraOf } from '../../serie/figura.ts';
import { writeImporto } from '../../serie/frasi-spesa.ts';
import { isPresente } from '../../serie/raccolta.ts';
import type { Cascata } from '../../serie/spesa.ts';
import { cellOf } from '../../serie/tavola-grafico.ts';
import type { Contenuto } from './scheda.tsx';

export function SchedaPasso({ spesa, ambito, versioni }: Contenuto) {
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
  return <Passo cascata={aperta} ambito={ambito} versioni={versioni} />;
}

function Passo({ cascata, ambito, versioni }: Pick<Contenuto, 'ambito' | 'versioni'> & { cascata: Cascata }) {
  const spiega = useSpiega();
  const { passo, avanzamento, periodo, al, impegnato, programmato } = cascata;
  if (!isPresente(passo) || !isPresente(avanzamento)) return null;
  const sotto = avanzamento.valore < passo.valore;
  const importi =
    impegnato !== null && programmato !== null
      ? `: impegnati ${writeImporto(impegnato)} su ${writeImporto(programmato)}`
      : '';
  const voci = [
    { nome: 'Ciclo trascorso', dato: passo, aspetto: 'scuro' as const },
    { nome: 'Denaro impegnato', dato: avanzamento, aspetto: 'ordinario' as const },
  ];
  const righe = voci.map(
    ({ nome, dato, aspetto }): RigaTratti => ({
      chiave: dato.indicatore.id,
      nome,
      tratti: [{ chiave: 'v', da: 0, a: dato.valore, aspetto }],
      testo: dato.testo,
      figure: [figuraOf(dato.osservazione)],
    }),
  );
  return (
    <SchedaGrafico
      id="passo"
      titolo={`${al ? `Al ${formatData(al)} la` : 'La'} spesa del ${periodo} è ${sotto ? 'sotto' : 'sopra'} il passo lineare`}
      misura={`Parte del ciclo trascorsa e parte del denaro impegnata, in percentuale${importi}.`}
      ambito={ambito}
      origine={[...passo.osservazione.origine, ...avanzamento.osservazione.origine]}
      versioni={versioni}
      tavola={{
        testa: 'Che cosa',
        colonne: [{ chiave: 'parte', titolo: 'Parte', unita: '%' }],
        righe: voci.map(({ nome, dato }) => ({ chiave: nome, nome, comune: null, celle: [cellOf(dato)] })),
      }}
      disegno={{ genere: 'tratti', righe }}
      note={<p>Il passo lineare è un termine di paragone, non un obbligo: la spesa sociale non corre sempre uguale.</p>}
    >
      <Tratti righe={righe} hrefOf={(figure) => spiega(...figure)} />
    </SchedaGrafico>
  );
}
