import { useState } from 'react';
import { LinkScarica, Pulsante } from '../../componenti/comandi.tsx';
import { toModello } from '../../grafici/modello.ts';
import { indirizziApi } from '../../indirizzi.ts';
import type { Confronto } from '../../serie/confronto.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { shortNome } from '../../serie/parole.ts';
import type { Scelta } from '../../serie/scelta.ts';
import { buildTitolo } from '../../serie/titolo.ts';
import { type DatiVista, describeMisura } from './stato.ts';

export function Azioni({ dati, confronto, scelta }: { dati: DatiVista; confronto: Confronto; scelta: Scelta }) {
  const { ambito, indicatore, versioni, stato } = dati;
  const [esito, setEsito] = useState('');
  const download = async (formato: 'svg' | 'png') => {
    const nome = [ambito.id, indicatore.id, confronto.periodo].filter(Boolean).join('-');
    const didascalia = {
      titolo: buildTitolo(confronto),
      misura: `${shortNome(ambito.nome)}. ${describeMisura(confronto, scelta)}`,
      fonte: `Fonte: ${describeFonti(confronto.origine, versioni)}. Edizione ${ambito.edizione} dei dati.`,
      indirizzo: window.location.href,
    };
    try {
      const { downloadGrafico } = await import('../../grafici/scarica.ts');
      await downloadGrafico(toModello(confronto, stato.evidenzia), didascalia, { formato, nome });
      setEsito('');
    } catch {
      setEsito('Il grafico non si è potuto scaricare. Controlla la connessione e riprova.');
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setEsito('Indirizzo copiato: riapre esattamente questa vista.');
    } catch {
      setEsito('Il browser non permette di copiare: l’indirizzo di questa vista è nella barra in alto.');
    }
  };
  return (
    <>
      <div className="azioni">
        <LinkScarica
          href={indirizziApi.indicatoriCsv(ambito.id, {
            id: indicatore.id,
            periodo: scelta.periodo ?? undefined,
            ...scelta.dimensioni,
          })}
        >
          CSV
        </LinkScarica>
        <Pulsante icona="scarica" onClick={() => void download('png')}>
          PNG
        </Pulsante>
        <Pulsante icona="scarica" onClick={() => void download('svg')}>
          SVG
        </Pulsante>
        <Pulsante icona="stampa" onClick={() => window.print()}>
          Stampa
        </Pulsante>
        <Pulsante icona="origine" onClick={() => void copy()}>
          Copia l’indirizzo
        </Pulsante>
      </div>
      <p className="minuto solo-schermo" role="status">
        {esito}
      </p>
    </>
  );
}
