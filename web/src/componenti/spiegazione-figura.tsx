/** Figures told: of each the formula, the numbers it was computed from, the documents that they stand in. */
import type { ReactNode } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import type { AmbitoDto, IndicatoreDto, SpiegazioneDto } from '../../../functions/core/http/schemi.ts';
import { DIMENSIONI } from '../../../functions/core/indicatori/indicatore.ts';
import { MOTIVI_ASSENZA } from '../../../functions/core/misura.ts';
import type { Api } from '../api/letture.ts';
import { indirizzi, withEdizione } from '../indirizzi.ts';
import { writeCitazione } from '../serie/citazione.ts';
import { type Conto, type Figura, figuraOf, writeFigure } from '../serie/figura.ts';
import { filtriOf, readConto, readFigure } from '../serie/figura-letta.ts';
import { capitalize, describeDimensione, describePeriodo } from '../serie/parole.ts';
import { tellValore, toNumero } from '../serie/valore.ts';
import { useSpiega } from './cifra.tsx';
import { Citazione } from './citazione.tsx';
import { Icona } from './icona.tsx';
import { Documento } from './spiegazione/documento.tsx';
import { Ingressi } from './spiegazione/ingressi.tsx';
import { Errore } from './stati.tsx';

interface ProprietaSpiegazione {
  readonly spiegazione: SpiegazioneDto;
  readonly indicatore: IndicatoreDto;
  readonly ambito: Pick<AmbitoDto, 'id' | 'nome' | 'comuni'>;
}

interface Richiesta {
  readonly api: Api;
  readonly ambito: AmbitoDto;
  /** The figures and how they make the value, as the address has them. */
  readonly spiega: string;
  readonly conto: string | undefined;
  readonly retry: () => void;
}

const DETTI: Readonly<Record<Conto, (quante: number) => string>> = {
  somma: (quante) => `Questo valore è la somma di ${quante} cifre.`,
  rapporto: () => 'Questo valore è il rapporto tra due cifre: la prima divisa per la seconda.',
  differenza: () => 'Questo valore è la differenza tra due cifre: la prima meno la seconda.',
  frase: (quante) => `I numeri scritti qui vengono da ${quante} cifre.`,
};

/** All the figures that are asked for: one that can't be read says so in its place. */
export async function readSpiegazioni(richiesta: Richiesta, segnale: AbortSignal): Promise<ReactNode> {
  const figure = readFigure(richiesta.spiega);
  const lette = await Promise.all(
    figure.map((figura) =>
      readFigura(richiesta, figura, segnale).catch((errore: unknown) => {
        segnale.throwIfAborted();
        return <Errore key={writeFigure([figura])} errore={errore} onRiprova={richiesta.retry} />;
      }),
    ),
  );
  return (
    <>
      {figure.length > 1 && <p>{DETTI[readConto(richiesta.conto, figure)](figure.length)}</p>}
      {lette}
    </>
  );
}

async function readFigura({ api, ambito }: Richiesta, figura: Figura, segnale: AbortSignal): Promise<ReactNode> {
  const [spiegazione, indicatore] = await Promise.all([
    api.readSpiegazione(ambito.id, { id: figura.indicatore, filtri: filtriOf(figura) }, segnale),
    api.readIndicatore(figura.indicatore, segnale),
  ]);
  return <Spiegazione key={writeFigure([figura])} spiegazione={spiegazione} indicatore={indicatore} ambito={ambito} />;
}

export function Spiegazione({ spiegazione, indicatore, ambito }: ProprietaSpiegazione) {
  const { osservazione, ingressi, fonti, edizione } = spiegazione;
  const valore = toNumero(osservazione.valore);
  const nomeOf = (codice: string | null) =>
    codice === null ? 'Intero ambito' : (ambito.comuni.find((c) => c.codiceIstat === codice)?.nome ?? codice);
  const dimensioni = DIMENSIONI.flatMap((d) => {
    const v = osservazione.dimensioni[d];
    return v === undefined ? [] : [describeDimensione(d, v)];
  });
  const quando = [describePeriodo(osservazione.periodo, indicatore.id), ...dimensioni];
  const spiega = useSpiega();
  return (
    <article className="spiegazione-figura">
      <p className="spiegazione-valore">
        {valore === null ? (
          <strong>dato mancante</strong>
        ) : (
          <strong className="cifra">{tellValore(valore, indicatore)}</strong>
        )}
        <span>
          {spiegazione.titolo} · {nomeOf(osservazione.comune)}
          <br />
          {capitalize(quando.join(' · '))}
        </span>
      </p>
      {osservazione.assenza && <p>{MOTIVI_ASSENZA[osservazione.assenza]}</p>}
      <Sezione titolo="Come si calcola">
        <p className="formula">{spiegazione.formula}</p>
        {osservazione.note.map((nota) => (
          <p key={nota}>{nota}</p>
        ))}
        {osservazione.segnalazioni.length > 0 && (
          <p className="avvertenza">
            <Icona nome={osservazione.gravita === 'nota' ? 'circa' : 'segno'} />
            <span>
              {osservazione.gravita === 'nota'
                ? 'Su questa cifra, o su un numero da cui viene, c’è solo una differenza da arrotondamento: sta dentro la precisione con cui i numeri sono scritti.'
                : 'Su questa cifra, o su un numero da cui viene, c’è una segnalazione.'}{' '}
              <a
                href={indirizzi.qualita(ambito.id, {
                  comune: osservazione.comune ?? 'ambito',
                  codice: osservazione.segnalazioni.join(','),
                })}
              >
                Che cosa dice
              </a>
            </span>
          </p>
        )}
      </Sezione>
      {ingressi.length > 0 && (
        <Sezione titolo={ingressi.length === 1 ? 'Il numero usato' : `I ${formatNumero(ingressi.length)} numeri usati`}>
          <Ingressi ingressi={ingressi} nomeOf={nomeOf} />
        </Sezione>
      )}
      <Sezione titolo={fonti.length === 1 ? 'Il documento' : 'I documenti'}>
        <ul className="documenti">
          {fonti.map((una) => (
            <li key={`${una.tipo}${una.versione}${una.parte}`}>
              <Documento una={una} />
            </li>
          ))}
        </ul>
      </Sezione>
      {valore !== null && (
        <Sezione titolo="Per citarla">
          <Citazione
            testo={writeCitazione({
              valore: tellValore(valore, indicatore),
              titolo: spiegazione.titolo,
              nome: osservazione.comune === null ? ambito.nome : nomeOf(osservazione.comune),
              quando: quando.join(', '),
              fonti,
              edizione,
              indirizzo: `${window.location.origin}${withEdizione(spiega(figuraOf(osservazione)), edizione)}`,
            })}
          />
        </Sezione>
      )}
      <p>
        <a href={indirizzi.indicatore(indicatore.id)}>Che cosa misura questo indicatore, e che cosa no</a>
      </p>
    </article>
  );
}

function Sezione({ titolo, children }: { titolo: string; children: ReactNode }) {
  return (
    <section>
      <h3>{titolo}</h3>
      {children}
    </section>
  );
}
