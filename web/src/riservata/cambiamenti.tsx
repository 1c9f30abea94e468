/** What would change for whoever reads: rows of the table, figures, findings beside them. */
import { useState } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, CaricamentoDto, IndicatoreDto } from '../../../functions/core/http/schemi.ts';
import { Tabella } from '../componenti/tabella.tsx';
import { capitalize, countOf } from '../serie/parole.ts';
import { Bottone } from './bottone.tsx';
import { type CambiamentiDi, countDi, describeDifferenze, groupCambiamenti } from './riassunto.ts';

interface ProprietaDifferenze {
  readonly bozza: Pick<CaricamentoDto, 'differenze' | 'stato'>;
  /** Nothing of the table was published before. */
  readonly mai: boolean;
}

export function Differenze({ bozza: { differenze, stato }, mai }: ProprietaDifferenze) {
  const { aggiunte, modificate, tolte, esempi } = differenze;
  const pubblicata = stato === 'pubblicato';
  const confronto = pubblicata
    ? ' rispetto a prima'
    : mai
      ? ': della tabella non è ancora pubblicato nulla'
      : ' rispetto alla versione pubblicata';
  const altre = aggiunte + modificate + tolte - esempi.length;
  return (
    <section className="sezione">
      <h2>Che cosa {pubblicata ? 'è cambiato' : 'cambia'} nella tabella</h2>
      <p>
        {capitalize(describeDifferenze(differenze))}
        {confronto}.
      </p>
      {esempi.length > 0 && (
        <details open={esempi.length <= 5}>
          <summary>{altre > 0 ? `I primi ${esempi.length}` : 'Uno per uno'}</summary>
          <ul>
            {esempi.map((esempio) => (
              <li key={esempio}>{esempio}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface ProprietaIndicatori {
  readonly bozza: CaricamentoDto;
  readonly catalogo: readonly IndicatoreDto[];
  readonly ambito: AmbitoDto;
}

export function IndicatoriCheCambiano({ bozza, catalogo, ambito }: ProprietaIndicatori) {
  const gruppi = groupCambiamenti(bozza, catalogo, ambito);
  const pubblicata = bozza.stato === 'pubblicato';
  return (
    <section className="sezione">
      <h2>Quali indicatori {pubblicata ? 'sono cambiati' : 'cambiano'}</h2>
      {gruppi.length === 0 ? (
        <p>Nessuno: le cifre che tutti vedono {pubblicata ? 'sono rimaste' : 'restano'} le stesse.</p>
      ) : (
        gruppi.map((gruppo) => (
          <UnIndicatore key={gruppo.id} gruppo={gruppo} aperto={gruppi.length === 1} pubblicata={pubblicata} />
        ))
      )}
    </section>
  );
}

/** Values shown at once of one indicator. */
const PAGINA = 50;

interface ProprietaIndicatore {
  readonly gruppo: CambiamentiDi;
  readonly aperto: boolean;
  /** What it compares with was public then: by now it is what came before. */
  readonly pubblicata: boolean;
}

function UnIndicatore({ gruppo, aperto, pubblicata }: ProprietaIndicatore) {
  const eraPubblicato = pubblicata ? 'Prima' : 'Pubblicato';
  const { titolo, totale, noti, list } = gruppo;
  const [tutti, setTutti] = useState(false);
  const cambiamenti = list(tutti ? noti : PAGINA);
  return (
    <details className="indicatore-cambiato" open={aperto || totale <= 2}>
      <summary>
        {titolo} <span className="minuto">({countDi(totale, 'valore', 'valori')})</span>
      </summary>
      <Tabella
        didascalia={`${titolo}: i valori che ${pubblicata ? 'sono cambiati' : 'cambiano'}`}
        testa="Di chi e quando"
        colonne={[
          { chiave: 'prima', titolo: eraPubblicato, etichetta: eraPubblicato, numerica: true },
          { chiave: 'dopo', titolo: 'Con questo file', etichetta: 'Con questo file', numerica: true },
          { chiave: 'scarto', titolo: 'Differenza', etichetta: 'Differenza', numerica: true },
        ]}
        righe={cambiamenti.map(({ chiave, cosa, prima, dopo, scarto }) => ({
          chiave,
          testa: cosa,
          celle: [prima, dopo, scarto],
        }))}
      />
      {totale > PAGINA && (
        <div className="indicatore-resto">
          <p role="status" className="minuto">
            {cambiamenti.length === totale
              ? `Sono tutti i ${formatNumero(totale)} valori che cambiano.`
              : `Qui i primi ${formatNumero(cambiamenti.length)} di ${formatNumero(totale)}.`}
          </p>
          <Bottone onClick={() => setTutti(!tutti)}>
            {tutti
              ? `Mostra solo i primi ${PAGINA}`
              : `Mostra ${noti < totale ? 'i primi' : 'tutti i'} ${formatNumero(noti)}`}
            <span className="solo-lettori">: {titolo}</span>
          </Bottone>
        </div>
      )}
    </details>
  );
}

const NOMI_GRAVITA = { errore: 'Da correggere', avviso: 'Segnalazione', nota: 'Arrotondamento' } as const;

export function SegnalazioniBozza({
  bozza: { problemiTotali, segnalazioni, stato },
  ambito,
}: {
  bozza: CaricamentoDto;
  ambito: AmbitoDto;
}) {
  const daLeggere = segnalazioni.filter(({ gravita }) => gravita !== 'nota');
  const note = segnalazioni.length - daLeggere.length;
  // What keeps the file from being taken is told as a problem, once.
  if (segnalazioni.length === 0 || problemiTotali > 0) return null;
  const nomeDi = (codice: string | null) =>
    codice === null ? 'Ambito' : (ambito.comuni.find((uno) => uno.codiceIstat === codice)?.nome ?? codice);
  return (
    <section className="sezione">
      <h2>Che cosa hanno trovato i controlli</h2>
      <p>
        Sono le somme, le medie e i totali che non tornano in questa tabella, o tra questa e le altre.{' '}
        {stato !== 'pubblicato' &&
          'Non impediscono di pubblicare, salvo quelle da correggere: restano visibili accanto ai dati.'}
      </p>
      <ul className="segni">
        {daLeggere.map(({ codice, gravita, titolo, comune, messaggio, riga }) => (
          <li key={`${codice} ${comune} ${riga} ${messaggio}`} className={`segno-${gravita}`}>
            <strong>
              {NOMI_GRAVITA[gravita]} · {titolo}
              {!messaggio.startsWith(nomeDi(comune)) && ` · ${nomeDi(comune)}`}
            </strong>
            : {messaggio}
          </li>
        ))}
      </ul>
      {note > 0 && (
        <p className="minuto">
          {capitalize(countOf(note, 'differenza', 'differenze'))} da arrotondamento, che{' '}
          {note === 1 ? 'si legge' : 'si leggono'} nella pagina della qualità a pubblicazione avvenuta.
        </p>
      )}
    </section>
  );
}
