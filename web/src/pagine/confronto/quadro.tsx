/** What every chart of the comparison has around it: the question and its answer, the choices, the finding, where it comes from. */
import type { ReactNode } from 'react';
import { formatNumero } from '../../../../functions/core/formato.ts';
import type { IndicatoreDto } from '../../../../functions/core/http/schemi.ts';
import { DaDove } from '../../componenti/cifra.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { listBriciole, TestaPagina } from '../../componenti/testa-pagina.tsx';
import { indirizzi } from '../../indirizzi.ts';
import type { Figura } from '../../serie/figura.ts';
import { describeFonti, type Origine } from '../../serie/fonti.ts';
import { shortNome } from '../../serie/parole.ts';
import { SceltaGrafico } from './comandi.tsx';
import type { DatiVista } from './stato.ts';

interface Proprieta {
  readonly dati: DatiVista;
  /** The question of the page and, for the tab, what it is about. */
  readonly domanda: string;
  readonly argomento: string;
  readonly risposta: string;
  /** What the numbers of the answer are. */
  readonly figure?: readonly Figura[];
  /** What is looked at: above the chart. */
  readonly scelte?: ReactNode;
  readonly avvisi?: readonly string[];
  /** The finding. */
  readonly titolo: string;
  readonly misura: string;
  /** How it is looked at: in its frame. */
  readonly opzioni?: ReactNode;
  readonly children: ReactNode;
  readonly note?: readonly string[];
  readonly origine: readonly Origine[];
  readonly approfondisci?: ReactNode;
  readonly azioni?: ReactNode;
  readonly dopo?: ReactNode;
}

export function Quadro(proprieta: Proprieta) {
  const { dati, domanda, argomento, risposta, scelte, titolo, misura, opzioni, children, origine } = proprieta;
  const { ambito, versioni } = dati;
  const avvisi = [...dati.avvisi, ...(proprieta.avvisi ?? [])];
  return (
    <div className="pagina">
      <TestaPagina
        briciole={listBriciole(ambito, 'Confronto comuni')}
        titolo={domanda}
        titoloBreve={`${argomento}, ${shortNome(ambito.nome)}`}
        risposta={risposta}
        origine={<DaDove figure={proprieta.figure ?? []} />}
      />
      <SceltaGrafico {...dati} />
      {scelte && <div className="confronto-scelta">{scelte}</div>}
      {avvisi.length > 0 && (
        <div className="confronto-avvisi">
          {avvisi.map((avviso) => (
            <p key={avviso}>{avviso}</p>
          ))}
        </div>
      )}
      <section className="scheda" aria-labelledby="grafico">
        <h2 id="grafico">{titolo}</h2>
        <p className="scheda-misura">{misura}</p>
        {opzioni}
        {children}
        <div className="scheda-note">
          {proprieta.note?.map((nota) => (
            <p key={nota}>{nota}</p>
          ))}
          {origine.length > 0 && (
            <>
              <p>Fonte: {describeFonti(origine, versioni)}.</p>
              <p>
                Edizione {formatNumero(ambito.edizione)} dei dati. {proprieta.approfondisci}
              </p>
            </>
          )}
        </div>
        {proprieta.azioni}
      </section>
      {proprieta.dopo}
    </div>
  );
}

export function Avvertenze({ indicatore }: { indicatore: IndicatoreDto }) {
  return (
    <section className="sezione" aria-labelledby="leggere">
      <h2 id="leggere">Come leggere questi numeri</h2>
      <p>
        <strong>Formula:</strong> {indicatore.formula}.
      </p>
      {indicatore.avvertenze.map((avvertenza) => (
        <p key={avvertenza}>{avvertenza}</p>
      ))}
      {indicatore.direzione === 'neutro' && <p>Un valore più alto o più basso non è, da solo, né meglio né peggio.</p>}
    </section>
  );
}

/** Where a comparison would be: what is missing, and who brings it. */
export function SenzaDati({ dati: { ambito, indicatore } }: { dati: DatiVista }) {
  return (
    <Vuoto titolo="Qui ci sarebbe il confronto tra i comuni">
      <p>
        Per l’ambito di {shortNome(ambito.nome)} nessuna tabella pubblicata porta questo dato. Lo porta l’Ufficio di
        Piano caricando la tabella che gli serve; finché non arriva, non si stima.
      </p>
      <p>
        <a href={indirizzi.indicatore(indicatore.id)}>Da quali tabelle si calcola</a>
      </p>
    </Vuoto>
  );
}
