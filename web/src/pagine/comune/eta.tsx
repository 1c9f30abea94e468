import { formatNumero } from '../../../../functions/core/formato.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { QuoteConfronto } from '../../grafici/quote-confronto.tsx';
import { buildFasceComune, tavolaOfFasceComune, tellFasceComune } from '../../serie/eta-comune.ts';
import { describeFascia } from '../../serie/parole.ts';
import { formatValore } from '../../serie/valore.ts';
import type { DatiComune } from './letture.ts';

/** Bands of age against those of the ambito. */
export function Eta({ ambito, comune, osservazioni, versioni }: DatiComune) {
  const spiega = useSpiega();
  const eta = buildFasceComune(osservazioni, comune.codiceIstat);
  if (!eta) return null;
  const percento = (quota: number) => formatValore(quota, { unita: '%', decimali: 1 });
  const quote = eta.fasce.map(({ id, quota, quotaAmbito, residenti, figura, segnalazioni }) => ({
    chiave: id,
    nome: describeFascia(id),
    dettaglio: `${formatNumero(residenti)} persone`,
    valore: quota,
    testo: percento(quota),
    riferimento: quotaAmbito,
    riferimentoTesto: quotaAmbito === null ? '' : `ambito ${percento(quotaAmbito)}`,
    href: spiega(figura),
    segno:
      segnalazioni.length === 0 ? null : (
        <Segno ambito={ambito.id} comune={comune.codiceIstat} nome={describeFascia(id)} segnalazioni={segnalazioni} />
      ),
  }));
  return (
    <SchedaGrafico
      classe="comune-eta"
      id="eta"
      titolo={tellFasceComune(eta.fasce, comune.nome)}
      misura={`Quota dei residenti per fascia d’età, in percentuale, ${eta.quando}; la linea è l’ambito`}
      ambito={ambito}
      origine={eta.osservazioni.flatMap((o) => o.origine)}
      versioni={versioni}
      tavola={tavolaOfFasceComune(eta.fasce, comune)}
      disegno={{ genere: 'quote', quote }}
      raccolta
    >
      <QuoteConfronto quote={quote} />
    </SchedaGrafico>
  );
}
