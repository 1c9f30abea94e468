import { Fragment } from 'react';
import { formatNumero } from '../../../../functions/core/formato.ts';
import { CifraDi, useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Colonnine } from '../../grafici/colonnine.tsx';
import { createScala } from '../../grafici/scala.ts';
import { buildAndamenti, findPartiFisse, tellAndamenti } from '../../serie/andamenti.ts';
import type { MisuraCofinanziamento } from '../../serie/cofinanziamento.ts';
import { figuraOf } from '../../serie/figura.ts';
import { joinNomi } from '../../serie/parole.ts';
import { type Dato, isPresente } from '../../serie/raccolta.ts';
import { tavolaOfAndamenti } from '../../serie/tavole-cofinanziamento.ts';
import { type Pagina, readMisura } from './pagina.ts';
import { SceltaMisura } from './scelta-misura.tsx';

const PAGATO = { indicatore: 'cofinanziamento-versato', dimensioni: { forma: 'denaro' } } as const;

/** What each comune paid, year by year: small multiples on one scale. */
export function Anni(pagina: Pagina) {
  const { dati, ricerca, raccolta, cofinanziamento } = pagina;
  const spiega = useSpiega();
  const { anniVersati, anno } = cofinanziamento;
  if (anniVersati.length === 0) return null;
  const procapite = cofinanziamento.comuni.some(({ versatoProcapite }) => isPresente(versatoProcapite));
  const misura = procapite ? readMisura(ricerca) : 'euro';
  const andamenti = buildAndamenti(cofinanziamento, raccolta, misura);
  const usati = andamenti.flatMap(({ anni }) => anni.map(({ dato }) => dato));
  const scala = createScala(
    usati.flatMap((dato) => (isPresente(dato) ? [dato.valore] : [])),
    true,
  );
  const senzaMinimo = anniVersati.filter((uno) => uno !== anno);
  const parti = findPartiFisse(cofinanziamento, raccolta);
  const riquadri = andamenti.map(({ nome, anni }) => ({
    titolo: nome,
    colonne: anni.map(({ anno: uno, dato }) => ({
      chiave: uno,
      etichetta: uno,
      valore: dato?.valore ?? null,
      testo: shortImporto(dato, misura),
      esatto: dato?.testo ?? 'dato mancante',
      href: isPresente(dato) ? spiega(figuraOf(dato.osservazione)) : null,
    })),
  }));
  return (
    <SchedaGrafico
      classe="sezione"
      id="anni"
      titolo={tellAndamenti(andamenti, misura)}
      misura={
        misura === 'abitante'
          ? 'Denaro versato per residente, euro l’anno; stessa scala per tutti i comuni'
          : 'Denaro versato, migliaia di euro l’anno; stessa scala per tutti i comuni'
      }
      ambito={dati.ambito}
      origine={usati.flatMap((dato) => dato?.osservazione.origine ?? [])}
      versioni={dati.versioni}
      tavola={tavolaOfAndamenti(andamenti, misura)}
      disegno={{ genere: 'colonnine', riquadri, scala }}
      note={
        <>
          <p>
            Se in questi anni ({joinNomi(senzaMinimo, 6)}) un comune abbia versato la sua quota minima non si può dire:
            il minimo di quegli anni non è pubblicato
            {parti ? ', e nemmeno la chiave con cui si dividevano le quote' : ''}.
          </p>
          {parti && (
            <p>
              In tutti gli anni le parti sono le stesse:{' '}
              {parti.map(({ nome, codice, quota }, i) => (
                <Fragment key={nome}>
                  {i > 0 && ', '}
                  {nome}{' '}
                  <CifraDi
                    conto="rapporto"
                    figure={[codice, null].map((comune) => ({
                      ...PAGATO,
                      comune,
                      periodo: anniVersati.at(-1) ?? '',
                    }))}
                  >
                    {formatNumero(quota, 2)}
                    {'\u202f%'}
                  </CifraDi>
                </Fragment>
              ))}
              . Il documento non dice da dove vengano.
            </p>
          )}
          {misura === 'abitante' && <p>Divisi per i residenti ISTAT di ciascun anno.</p>}
        </>
      }
    >
      <ul className="colonnine-griglia">
        {riquadri.map((riquadro) => (
          <li key={riquadro.titolo}>
            <h3>{riquadro.titolo}</h3>
            <Colonnine {...riquadro} scala={scala} />
          </li>
        ))}
      </ul>
      {procapite && <SceltaMisura {...pagina} />}
    </SchedaGrafico>
  );
}

function shortImporto(dato: Dato | null, misura: MisuraCofinanziamento): string {
  if (!isPresente(dato)) return '–';
  return misura === 'abitante' ? formatNumero(dato.valore / 100, 2) : formatNumero(dato.valore / 100_000, 1);
}
