/** A draft before it is published: what was understood, what is wrong, what changes, what can be done with it. */
import { useCallback, useMemo, useState } from 'react';
import type { AmbitoDto, CaricamentoDto, IndicatoreDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { Attesa } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { shortNome } from '../serie/parole.ts';
import { AzioniBozza } from './azioni-bozza.tsx';
import { Differenze, IndicatoriCheCambiano, SegnalazioniBozza } from './cambiamenti.tsx';
import { ErroreDiRichiesta } from './esito.tsx';
import { buildFoglio, decodeFile, type Foglio, separatoreOf, splitLinee } from './foglio.ts';
import { FoglioVista } from './foglio-vista.tsx';
import { scrivania } from './indirizzi.ts';
import { InterpretazioneVista } from './interpretazione.tsx';
import { describeBozza } from './riassunto.ts';
import { type ProprietaVista, type Scrivania, useLettura, useScrivania } from './scrivania.tsx';
import { StatoBozza } from './tabelle.tsx';

export interface DatiBozza {
  readonly ambito: AmbitoDto;
  readonly tipo: TipoDto | undefined;
  readonly catalogo: readonly IndicatoreDto[];
  readonly bozza: CaricamentoDto;
  /** The file as it came. */
  readonly byte: Uint8Array;
}

async function readBozza({ pubblica, riservata }: Scrivania, ambito: string, id: string): Promise<DatiBozza> {
  const [suo, tipi, catalogo, bozza, byte] = await Promise.all([
    pubblica.readAmbito(ambito),
    pubblica.readTipi(),
    pubblica.readIndicatori(),
    riservata.readBozza(ambito, id),
    riservata.readOriginale(ambito, id),
  ]);
  return { ambito: suo, tipo: tipi.find((uno) => uno.id === bozza.tipo), catalogo, bozza, byte };
}

export function BozzaVista({ ambito, ruolo, id }: ProprietaVista & { readonly id: string }) {
  const dipendenze = useScrivania();
  const [lettura, rileggi] = useLettura(useCallback(() => readBozza(dipendenze, ambito, id), [dipendenze, ambito, id]));
  const [mossa, setMossa] = useState<CaricamentoDto>();
  if (lettura.stato !== 'letta') {
    return (
      <div className="pagina">
        <Briciole voci={[{ testo: 'Area riservata', href: scrivania.tabelle(ambito) }, { testo: 'Anteprima' }]} />
        <TestaPagina titolo="Anteprima" descrizione="Che cosa è stato letto di un file, prima di pubblicarlo." />
        {lettura.stato === 'attesa' ? (
          <Attesa cosa="l’anteprima" />
        ) : (
          <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} />
        )}
      </div>
    );
  }
  const bozza = mossa ?? lettura.dati.bozza;
  return <Anteprima {...lettura.dati} bozza={bozza} ruolo={ruolo} onMossa={setMossa} />;
}

type ProprietaAnteprima = DatiBozza & Pick<ProprietaVista, 'ruolo'> & { onMossa: (bozza: CaricamentoDto) => void };

function Anteprima({ ambito, tipo, catalogo, bozza, byte, ruolo, onMossa }: ProprietaAnteprima) {
  const titolo = tipo?.titolo ?? bozza.tipo;
  const foglio = useMemo(() => readFoglio(bozza, byte), [bozza, byte]);
  return (
    <div className="pagina">
      <Briciole
        voci={[
          { testo: 'Area riservata', href: scrivania.inizio() },
          { testo: shortNome(ambito.nome), href: scrivania.tabelle(ambito.id) },
          { testo: titolo, href: scrivania.storia(ambito.id, bozza.tipo) },
          { testo: 'Anteprima' },
        ]}
      />
      <TestaPagina
        titolo={`Anteprima: ${titolo}`}
        descrizione="Che cosa è stato letto di un file, prima di pubblicarlo."
        risposta={describeBozza(bozza)}
      />
      <p className="bozza-fonte">
        <StatoBozza bozza={bozza} /> parte «{bozza.parte}» · {bozza.fonte.documento}
        {bozza.fonte.tabella && ` · ${bozza.fonte.tabella}`}
      </p>
      <AzioniBozza ambito={ambito} tipo={tipo} bozza={bozza} byte={byte} ruolo={ruolo} onMossa={onMossa} />
      <FoglioVista foglio={foglio} bozza={bozza} />
      <InterpretazioneVista interpretazione={bozza.interpretazione} tipo={tipo} />
      <SegnalazioniBozza bozza={bozza} ambito={ambito} />
      {bozza.stato !== 'rifiutato' && (
        <>
          <Differenze differenze={bozza.differenze} />
          <IndicatoriCheCambiano bozza={bozza} catalogo={catalogo} ambito={ambito} />
        </>
      )}
    </div>
  );
}

/** @returns null where the file has no lines to show: a workbook, a file that is no table */
function readFoglio(bozza: CaricamentoDto, byte: Uint8Array): Foglio | null {
  const testo = decodeFile(byte, bozza.interpretazione.codifica);
  const separatore = separatoreOf(bozza.interpretazione.separatore);
  return testo === null ? null : buildFoglio(splitLinee(testo, separatore), bozza);
}
