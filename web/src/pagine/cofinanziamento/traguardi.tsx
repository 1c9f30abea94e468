import { Fragment } from 'react';
import { formatNumero } from '../../../../functions/core/formato.ts';
import { Cifra, useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Barre } from '../../grafici/barre.tsx';
import type { ModelloGrafico } from '../../grafici/modello.ts';
import { createScala } from '../../grafici/scala.ts';
import type { Cofinanziamento } from '../../serie/cofinanziamento.ts';
import { type Figura, figuraOf } from '../../serie/figura.ts';
import { joinNomi } from '../../serie/parole.ts';
import { isPresente, type Presente } from '../../serie/raccolta.ts';
import { tellEuro } from '../../serie/risposta-cofinanziamento.ts';
import { segnaliDi } from '../../serie/segnali.ts';
import { tavolaOfTraguardi } from '../../serie/tavole-cofinanziamento.ts';
import { formatScarto } from '../../serie/valore.ts';
import type { Pagina } from './pagina.ts';

/** Minimum, programmed, spesa storica of the ambito, one above the other. */
export function Traguardi({ dati, cofinanziamento }: Pagina) {
  const spiega = useSpiega();
  const { ambito, scartoMinimo, scartoSpesa, spesaStorica, copertura, anno } = cofinanziamento;
  const { programmato } = ambito;
  if (!isPresente(programmato)) return null;
  const righe = [
    { chiave: 'minimo', nome: 'Minimo', dato: ambito.minimo.totale },
    { chiave: 'programmato', nome: 'Programmato', dato: programmato },
    { chiave: 'storica', nome: 'Spesa storica', dato: spesaStorica },
  ].filter((riga) => isPresente(riga.dato));
  const datoOf = new Map(righe.map(({ chiave, dato }) => [chiave, dato]));
  const modello: ModelloGrafico = {
    forma: 'barre',
    righe: righe.map(({ chiave, nome, dato }) => ({
      chiave,
      nome,
      valore: dato?.valore ?? null,
      testo: dato?.testo ?? '',
      evidenziata: chiave === 'programmato',
      segnalazioni: dato ? segnaliDi(dato.osservazione) : [],
    })),
    scala: createScala(
      righe.flatMap(({ dato }) => (isPresente(dato) ? [dato.valore] : [])),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
  const figureOf = (chiave: string): Figura[] => {
    const dato = datoOf.get(chiave) ?? null;
    return dato ? [figuraOf(dato.osservazione)] : [];
  };
  return (
    <SchedaGrafico
      classe="scheda sezione"
      id="traguardi"
      titolo={tellTraguardi(cofinanziamento)}
      misura={`Intero ambito, euro l’anno${anno ? `, ${anno}` : ''}`}
      ambito={dati.ambito}
      origine={righe.flatMap(({ dato }) => dato?.osservazione.origine ?? [])}
      versioni={dati.versioni}
      tavola={tavolaOfTraguardi(righe)}
      disegno={{ genere: 'barre', modello }}
      note={
        <>
          {scartoMinimo && (
            <p>
              Programmato meno minimo:{' '}
              <Cifra
                dato={scartoMinimo}
                ambito={dati.ambito.id}
                nome="Intero ambito"
                testo={formatScarto(scartoMinimo.valore, scartoMinimo.indicatore)}
                conSegno={false}
              />
              .{' '}
              {scartoSpesa && (
                <>
                  Programmato meno spesa storica:{' '}
                  <Cifra
                    dato={scartoSpesa}
                    ambito={dati.ambito.id}
                    nome="Intero ambito"
                    testo={formatScarto(scartoSpesa.valore, scartoSpesa.indicatore)}
                    conSegno={false}
                  />
                  .
                </>
              )}
            </p>
          )}
          {scartoSpesa && scartoSpesa.valore < 0 && scartoMinimo && scartoMinimo.valore >= 0 && (
            <p>
              Sotto la spesa storica, ma sopra la soglia che vale con la deroga: le tabelle pubblicate non dicono se la
              deroga ci sia.
            </p>
          )}
          <AltriAnni dati={dati} cofinanziamento={cofinanziamento} />
          {isPresente(copertura) && (
            <p>
              Per ogni 100 € di trasferimenti ordinari i comuni programmano di metterne{' '}
              <Cifra
                dato={copertura}
                ambito={dati.ambito.id}
                nome="Intero ambito"
                testo={formatNumero(copertura.valore, 0)}
                conSegno={false}
              />
              .
            </p>
          )}
        </>
      }
    >
      <Barre
        modello={modello}
        hrefOf={({ chiave }) => spiega(...figureOf(chiave))}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={dati.ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
    </SchedaGrafico>
  );
}

/** The plan is of three years: what it programmes in the others, and how far from the minimum that holds for them. */
function AltriAnni({ dati, cofinanziamento: { altriAnni, anno } }: Pick<Pagina, 'dati' | 'cofinanziamento'>) {
  if (altriAnni.length === 0) return null;
  const cifra = (dato: Presente, testo = dato.testo) => (
    <Cifra dato={dato} ambito={dati.ambito.id} nome="Intero ambito" testo={testo} conSegno={false} />
  );
  const confrontati = altriAnni.some(({ scarto }) => scarto !== null);
  return (
    <p>
      {altriAnni.map(({ programmato, scarto }, i) => (
        <Fragment key={programmato.osservazione.periodo}>
          {i === 0 ? 'Nel' : '; nel'} {programmato.osservazione.periodo} il Piano programma {cifra(programmato)}
          {scarto && <> ({cifra(scarto, formatScarto(scarto.valore, scarto.indicatore))} rispetto al minimo)</>}
        </Fragment>
      ))}
      {confrontati && anno && `: per tutto il ciclo vale la quota minima del ${anno}`}.
    </p>
  );
}

function tellTraguardi({ scartoMinimo, scartoSpesa, ambito }: Cofinanziamento): string {
  const voci = [
    scartoMinimo ? `${tellEuro(scartoMinimo.valore)} ${scartoMinimo.valore < 0 ? 'sotto' : 'sopra'} il minimo` : null,
    scartoSpesa
      ? `${tellEuro(scartoSpesa.valore)} ${scartoSpesa.valore < 0 ? 'sotto' : 'sopra'} la spesa storica`
      : null,
  ].filter((voce) => voce !== null);
  if (voci.length === 0) return `I comuni programmano ${ambito.programmato?.testo ?? ''} l’anno`;
  return `Il programmato è ${joinNomi(voci)}`;
}
