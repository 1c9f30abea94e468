import { formatNumero } from '../../../../functions/core/formato.ts';
import { Cifra, useSpiega } from '../../componenti/cifra.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { Colonnine } from '../../grafici/colonnine.tsx';
import { createScala } from '../../grafici/scala.ts';
import { type Andamento, buildAndamenti, findPartiFisse, tellAndamenti } from '../../serie/andamenti.ts';
import type { MisuraCofinanziamento } from '../../serie/cofinanziamento.ts';
import { figuraOf } from '../../serie/figura.ts';
import { capitalize, joinNomi } from '../../serie/parole.ts';
import { type Dato, isPresente } from '../../serie/raccolta.ts';
import { type Pagina, readMisura } from './pagina.ts';
import { SceltaMisura } from './scelta-misura.tsx';

/** What each comune paid, year by year: small multiples on one scale. */
export function Anni(pagina: Pagina) {
  const { dati, ricerca, raccolta, cofinanziamento, fontiOf } = pagina;
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
  return (
    <section className="sezione" aria-labelledby="anni">
      <h2 id="anni">{tellAndamenti(andamenti, misura)}</h2>
      <p className="scheda-misura">
        {misura === 'abitante'
          ? 'Denaro versato per residente, euro l’anno; stessa scala per tutti i comuni'
          : 'Denaro versato, migliaia di euro l’anno; stessa scala per tutti i comuni'}
      </p>
      <ul className="colonnine-griglia">
        {andamenti.map((andamento) => (
          <li key={andamento.codice}>
            <h3>{andamento.nome}</h3>
            <Colonnine
              titolo={andamento.nome}
              scala={scala}
              colonne={andamento.anni.map(({ anno: uno, dato }) => ({
                chiave: uno,
                etichetta: uno,
                valore: dato?.valore ?? null,
                testo: shortImporto(dato, misura),
                esatto: dato?.testo ?? 'dato mancante',
                href: isPresente(dato) ? spiega(figuraOf(dato.osservazione)) : null,
              }))}
            />
          </li>
        ))}
      </ul>
      {procapite && <SceltaMisura {...pagina} />}
      <details className="apri-tabella solo-schermo">
        <summary>Vedi la tabella, al centesimo</summary>
        <TavolaAnni andamenti={andamenti} ambito={dati.ambito.id} anni={anniVersati} />
      </details>
      <div className="scheda-note">
        <p>
          Se in questi anni ({joinNomi(senzaMinimo, 6)}) un comune abbia versato la sua quota minima non si può dire: il
          minimo di quegli anni non è pubblicato
          {parti ? ', e nemmeno la chiave con cui si dividevano le quote' : ''}.
        </p>
        {parti && (
          <p>
            In tutti gli anni le parti sono le stesse:{' '}
            {parti.map(({ nome, quota }) => `${nome} ${formatNumero(quota, 2)}\u202f%`).join(', ')}. Il documento non
            dice da dove vengano.
          </p>
        )}
        <p>
          {capitalize(misura === 'abitante' ? 'divisi per i residenti ISTAT di ciascun anno. ' : '')}Fonte:{' '}
          {fontiOf(usati)}.
        </p>
      </div>
    </section>
  );
}

function shortImporto(dato: Dato | null, misura: MisuraCofinanziamento): string {
  if (!isPresente(dato)) return '–';
  return misura === 'abitante' ? formatNumero(dato.valore / 100, 2) : formatNumero(dato.valore / 100_000, 1);
}

interface ProprietaTavolaAnni {
  readonly andamenti: readonly Andamento[];
  readonly ambito: string;
  readonly anni: readonly string[];
}

function TavolaAnni({ andamenti, ambito, anni }: ProprietaTavolaAnni) {
  return (
    <Tabella
      didascalia="Denaro versato da ogni comune, anno per anno"
      testa="Comune"
      colonne={anni.map((anno) => ({ chiave: anno, titolo: anno, etichetta: anno, numerica: true }))}
      righe={andamenti.map(({ codice, nome, anni: voci }) => ({
        chiave: codice,
        testa: nome,
        celle: voci.map(({ anno, dato }) => <Cifra key={anno} dato={dato} ambito={ambito} nome={`${nome}, ${anno}`} />),
      }))}
    />
  );
}
