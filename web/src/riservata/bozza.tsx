/** A draft before it is published: what was understood, what is wrong, what changes, what can be done with it. */
import { useCallback, useMemo, useState } from 'react';
import type { AmbitoDto, CaricamentoDto, IndicatoreDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { Attesa } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { shortNome } from '../serie/parole.ts';
import { findAltraTabella } from './altra-tabella.ts';
import { AttiBozza } from './atti-bozza.tsx';
import { AzioniBozza } from './azioni-bozza.tsx';
import { Differenze, IndicatoriCheCambiano, SegnalazioniBozza } from './cambiamenti.tsx';
import { Correggi } from './correggi.tsx';
import { hasDomande } from './correggi-mancanti.tsx';
import { Corrette } from './corrette.tsx';
import { useCorrezioni } from './correzioni.ts';
import { ErroreDiRichiesta } from './esito.tsx';
import { MASSIMO_DIRETTO_BYTE } from './file-grande.ts';
import { buildFoglio, type Intervallo } from './foglio.ts';
import { FoglioVista } from './foglio-vista.tsx';
import { scrivania } from './indirizzi.ts';
import { InterpretazioneVista } from './interpretazione.tsx';
import { decodeFile, type Linea, separatoreOf, splitLinee } from './linee.ts';
import { describePeso } from './peso.ts';
import { describeBozza, isIllegibile } from './riassunto.ts';
import { type ProprietaVista, type Scrivania, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';
import { StatoBozza } from './stato-bozza.tsx';

export interface DatiBozza {
  readonly ambito: AmbitoDto;
  readonly tipo: TipoDto | undefined;
  readonly tipi: readonly TipoDto[];
  readonly catalogo: readonly IndicatoreDto[];
  readonly bozza: CaricamentoDto;
  /** The file as it came; null where it is too large to be looked at row by row. */
  readonly byte: Uint8Array | null;
  /** Of a spreadsheet alone: a text is split here. */
  readonly righe: readonly Linea[] | null;
}

async function readBozza({ pubblica, riservata }: Scrivania, ambito: string, id: string): Promise<DatiBozza> {
  const [suo, tipi, catalogo, bozza] = await Promise.all([
    pubblica.readAmbito(ambito),
    pubblica.readTipi(),
    pubblica.readIndicatori(),
    riservata.readBozza(ambito, id),
  ]);
  const grande = (bozza.byte ?? 0) > MASSIMO_DIRETTO_BYTE;
  const [byte, righe] = await Promise.all([
    grande ? null : riservata.readOriginale(ambito, id),
    grande || bozza.interpretazione.foglio === undefined ? null : riservata.readRighe(ambito, id),
  ]);
  return { ambito: suo, righe, tipo: tipi.find((uno) => uno.id === bozza.tipo), tipi, catalogo, bozza, byte };
}

export function BozzaVista({ ambito, ruolo, id }: ProprietaVista & { readonly id: string }) {
  const dipendenze = useScrivania();
  const [lettura, rileggi] = useLettura(useCallback(() => readBozza(dipendenze, ambito, id), [dipendenze, ambito, id]));
  const [mossa, setMossa] = useState<CaricamentoDto>();
  const dati = lettura.stato === 'letta' ? { ...lettura.dati, bozza: mossa ?? lettura.dati.bozza } : null;
  const titolo = dati && (dati.tipo?.titolo ?? dati.bozza.tipo);
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Area riservata', href: scrivania.inizio() },
          { testo: dati ? shortNome(dati.ambito.nome) : ambito, href: scrivania.tabelle(ambito) },
          ...(dati && titolo ? [{ testo: titolo, href: scrivania.storia(ambito, dati.bozza.tipo) }] : []),
          { testo: 'Anteprima' },
        ]}
        titolo={titolo ? `Anteprima: ${titolo}` : 'Anteprima'}
        descrizione="Che cosa è stato letto di un file, prima di pubblicarlo."
        risposta={dati ? describeBozza(dati.bozza) : undefined}
      />
      {lettura.stato === 'attesa' && <Attesa cosa="l’anteprima" />}
      {lettura.stato === 'errore' && <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} daSolo />}
      {dati && <Anteprima {...dati} ruolo={ruolo} onMossa={setMossa} />}
    </div>
  );
}

/** What is published or withdrawn is read as it is. */
const CORREGGIBILI: ReadonlySet<CaricamentoDto['stato']> = new Set(['letto', 'rifiutato', 'in-consultazione']);

type ProprietaAnteprima = DatiBozza & Pick<ProprietaVista, 'ruolo'> & { onMossa: (bozza: CaricamentoDto) => void };

function Anteprima({ ambito, tipo, tipi, catalogo, bozza, byte, righe, ruolo, onMossa }: ProprietaAnteprima) {
  const linee = useMemo(() => righe ?? readLinee(bozza, byte), [bozza, byte, righe]);
  const correggibile = mayWrite(ruolo) && CORREGGIBILI.has(bozza.stato) && !isIllegibile(bozza);
  const inCorso = useCorrezioni(bozza);
  const altra = useMemo(
    () => (correggibile && linee ? findAltraTabella(bozza, linee, tipi) : undefined),
    [correggibile, bozza, linee, tipi],
  );
  // What was said of a line before a reload is in sight again.
  const [aperte, setAperte] = useState(() =>
    [...inCorso.correzioni.righe.keys()].map((riga): Intervallo => [riga, riga]),
  );
  const foglio = useMemo(
    () => (linee ? buildFoglio(linee, bozza, { inizio: 20, attorno: 2, aperte }) : null),
    [linee, bozza, aperte],
  );
  // What was begun before a reload, or asked for already, is in sight; so is what the reader asks.
  const [aperto, setAperto] = useState(inCorso.cambiate || (!altra && hasDomande(bozza)));
  return (
    <>
      <p className="bozza-fonte">
        <StatoBozza bozza={bozza} /> parte «{bozza.parte}» · {bozza.fonte.documento}
        {bozza.fonte.tabella && ` · ${bozza.fonte.tabella}`}
      </p>
      <AzioniBozza ambito={ambito} tipo={tipo} bozza={bozza} byte={byte} ruolo={ruolo} onMossa={onMossa} />
      {!byte && (
        <p className="minuto bozza-grande">
          Il file è di {describePeso(bozza.byte ?? 0)}: le sue righe non si mostrano qui.
          {mayWrite(ruolo) && ` Quelle dell’ambito sono ${describeCopia(bozza)}.`}
        </p>
      )}
      {altra && (
        <p className="modulo-sostituita">
          Le intestazioni del file sono quelle di un’altra tabella, «{altra.titolo}». Se è così,{' '}
          <a href={scrivania.carica(ambito.id, { tipo: altra.id })}>carica lo stesso file come {altra.titolo}</a> e
          ritira questa bozza.
        </p>
      )}
      <Corrette ambito={ambito.id} bozza={bozza} correggibile={correggibile} />
      {tipo && correggibile && (
        <Correggi
          ambito={ambito.id}
          tipo={tipo}
          bozza={bozza}
          foglio={foglio}
          inCorso={inCorso}
          aperto={aperto}
          onApri={setAperto}
        />
      )}
      <FoglioVista
        foglio={foglio}
        linee={linee ?? []}
        onMostra={(nuove) => setAperte((prima) => [...prima, nuove])}
        bozza={bozza}
        inCorso={correggibile && aperto ? inCorso : null}
      />
      <InterpretazioneVista interpretazione={bozza.interpretazione} tipo={tipo} />
      <SegnalazioniBozza bozza={bozza} ambito={ambito} />
      {bozza.problemiTotali === 0 && (
        <>
          <Differenze bozza={bozza} mai={ambito.versioni[bozza.tipo] === undefined} />
          <IndicatoriCheCambiano bozza={bozza} catalogo={catalogo} ambito={ambito} />
        </>
      )}
      <AttiBozza atti={bozza.atti} />
    </>
  );
}

/** Where the rows are that are too many for a page. */
function describeCopia({ problemiTotali }: CaricamentoDto): string {
  return problemiTotali > 0
    ? 'nella copia da correggere, con accanto che cosa serve'
    : 'in «Scarica in forma semplice», una per riga';
}

/** @returns null where the file has no lines to show: it is no table */
function readLinee(bozza: CaricamentoDto, byte: Uint8Array | null): readonly Linea[] | null {
  if (!byte) return null;
  const testo = decodeFile(byte, bozza.interpretazione.codifica);
  return testo === null ? null : splitLinee(testo, separatoreOf(bozza.interpretazione.separatore));
}
