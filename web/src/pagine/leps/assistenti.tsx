/** Social workers: how many are needed, how many are missing. */
import { type FormEvent, useId } from 'react';
import { formatNumero } from '../../../../functions/core/formato.ts';
import { Cifra, useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { type RigaTratti, Tratti, type VoceLegenda } from '../../grafici/tratti.tsx';
import { indirizziApi } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { countAssistenti, SOGLIA_CONTRIBUTO, tavolaOfAssistenti, tellAssistenti } from '../../serie/assistenti.ts';
import { figuraOf } from '../../serie/figura.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { segnaliDi } from '../../serie/segnali.ts';
import { type Contenuto, readIngressi } from './scheda.tsx';

export function SchedaAssistenti({ leps, stato, hrefOf, ambito, versioni }: Contenuto) {
  const spiega = useSpiega();
  const vai = useVai();
  const id = useId();
  const conto = countAssistenti(leps, readIngressi(stato));
  const { residenti, assistenti, pubblicati, traguardi } = conto;
  const onCalcola = (evento: FormEvent<HTMLFormElement>) => {
    evento.preventDefault();
    const dati = new FormData(evento.currentTarget);
    const testo = (nome: string) => String(dati.get(nome) ?? '').trim() || undefined;
    vai(hrefOf({ residenti: testo('residenti'), assistenti: testo('assistenti') }));
  };
  // As the title says them: with three digits after the comma a reader takes 35,400 for thousands. The table has them all.
  const uno = (valore: number) => formatNumero(valore, 1);
  const massimo = Math.max(0, ...traguardi.flatMap(({ necessari }) => necessari ?? []));
  const righe: RigaTratti[] = [
    ...traguardi.map(
      ({ nome, necessari, dato, mancanti }): RigaTratti => ({
        chiave: nome,
        nome,
        tratti:
          necessari === null
            ? []
            : assistenti === null
              ? [{ chiave: 'n', da: 0, a: necessari, aspetto: 'vuoto' }]
              : [
                  { chiave: 'c', da: 0, a: Math.min(assistenti, necessari), aspetto: 'ordinario' as const },
                  { chiave: 'm', da: Math.min(assistenti, necessari), a: necessari, aspetto: 'vuoto' as const },
                ].filter(({ da, a }) => a > da),
        testo: necessari === null ? 'non si può dire' : `ne servono ${uno(necessari)}`,
        mancante: necessari === null,
        dettaglio:
          mancanti === null
            ? 'mancanti: non si sa'
            : mancanti > 0
              ? `ne mancano ${uno(mancanti)}`
              : `${uno(-mancanti)} in più`,
        figure: isPresente(dato) ? [figuraOf(dato.osservazione)] : [],
        segno: isPresente(dato) ? (
          <Segno ambito={ambito.id} comune={null} nome={nome} segnalazioni={segnaliDi(dato.osservazione)} />
        ) : null,
      }),
    ),
    {
      chiave: 'ci sono',
      nome: 'Ci sono',
      tratti: [
        assistenti === null
          ? { chiave: 'c', da: 0, a: massimo, aspetto: 'mancante' as const }
          : { chiave: 'c', da: 0, a: assistenti, aspetto: 'scuro' as const },
      ].filter(({ a }) => a > 0),
      testo: assistenti === null ? 'non indicato' : formatNumero(assistenti, Number.isInteger(assistenti) ? 0 : 2),
      mancante: assistenti === null,
      figure: [],
    },
  ];
  const legenda: VoceLegenda[] =
    assistenti === null
      ? [
          { aspetto: 'vuoto', testo: 'servono' },
          { aspetto: 'mancante', testo: 'non indicato' },
        ]
      : [
          { aspetto: 'ordinario', testo: 'ci sono' },
          { aspetto: 'vuoto', testo: 'mancano' },
        ];
  return (
    <SchedaGrafico
      id="assistenti"
      titolo={tellAssistenti(conto)?.replace(/\.$/, '') ?? 'Quanti assistenti sociali servono'}
      misura="Assistenti sociali a tempo indeterminato, contati a tempo pieno: due a metà tempo fanno uno."
      ambito={ambito}
      origine={traguardi.flatMap(({ dato }) => dato?.osservazione.origine ?? [])}
      versioni={versioni}
      tavola={tavolaOfAssistenti(conto)}
      disegno={{ genere: 'tratti', righe, legenda }}
      note={
        <>
          <p>
            La legge 178/2020 (art. 1, comma 797) fissa il livello essenziale in un assistente sociale ogni 5.000
            residenti e un obiettivo ulteriore di uno ogni 4.000; il contributo dello Stato comincia oltre uno ogni{' '}
            {formatNumero(SOGLIA_CONTRIBUTO)}.
          </p>
          {conto.ipotesi && <p>Calcolato con i numeri scritti qui sopra: non è una cifra pubblicata.</p>}
          {assistenti === null && (
            <p>
              Quanti ce ne sono non si sa: la tabella del personale non è pubblicata. La porta l’Ufficio di Piano (
              <a href={indirizziApi.modelloCsv('personale')} download>
                modello
              </a>
              ); chi è a tempo determinato non conta per il livello essenziale.
            </p>
          )}
        </>
      }
    >
      <form className="leps-calcolo solo-schermo" onSubmit={onCalcola} key={`${stato.residenti} ${stato.assistenti}`}>
        <div className="campo">
          <label className="campo-etichetta" htmlFor={`${id}-r`}>
            Residenti
          </label>
          <input
            id={`${id}-r`}
            className="leps-numero"
            name="residenti"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={stato.residenti ?? ''}
            placeholder={isPresente(pubblicati) ? formatNumero(pubblicati.valore) : ''}
          />
        </div>
        <div className="campo">
          <label className="campo-etichetta" htmlFor={`${id}-a`}>
            Assistenti sociali che ci sono
          </label>
          <input
            id={`${id}-a`}
            className="leps-numero"
            name="assistenti"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={stato.assistenti ?? ''}
            placeholder="per esempio 6,5"
          />
        </div>
        <button type="submit" className="btn btn-primary">
          Calcola
        </button>
        {conto.ipotesi && (
          <a className="azione" data-scelta="" href={hrefOf({ residenti: undefined, assistenti: undefined })}>
            Torna ai dati pubblicati
          </a>
        )}
      </form>
      {residenti === null ? (
        <Vuoto titolo="Quanti residenti ci sono non è pubblicato">
          <p>Scrivi quanti sono per vedere quanti assistenti sociali servono.</p>
        </Vuoto>
      ) : (
        <>
          <p className="minuto">
            Residenti usati:{' '}
            {stato.residenti || !isPresente(pubblicati) ? (
              <span className="cifra">{formatNumero(residenti)}</span>
            ) : (
              <>
                <Cifra dato={pubblicati} ambito={ambito.id} nome="Residenti" /> al 31 dicembre{' '}
                {pubblicati.osservazione.periodo}
              </>
            )}
            .
          </p>
          <div className="barre-nomi-larghi">
            <Tratti righe={righe} legenda={legenda} hrefOf={(figure) => spiega(...figure)} />
          </div>
        </>
      )}
    </SchedaGrafico>
  );
}
