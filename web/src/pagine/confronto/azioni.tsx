import { AzioniGrafico } from '../../componenti/azioni.tsx';
import { toModello } from '../../grafici/modello.ts';
import type { FileGrafico } from '../../grafici/scarica.ts';
import { indirizziApi } from '../../indirizzi.ts';
import type { Confronto } from '../../serie/confronto.ts';
import { describeFonti } from '../../serie/fonti.ts';
import { shortNome } from '../../serie/parole.ts';
import type { Scelta } from '../../serie/scelta.ts';
import { buildTitolo } from '../../serie/titolo.ts';
import { type DatiVista, describeMisura } from './stato.ts';

/** The numbers, the picture, the paper and the address of this very view. */
export function Azioni({ dati, confronto, scelta }: { dati: DatiVista; confronto: Confronto; scelta: Scelta }) {
  const { ambito, indicatore, versioni, stato } = dati;
  const download = async (formato: FileGrafico['formato']) => {
    const { downloadGrafico } = await import('../../grafici/scarica.ts');
    const nome = [ambito.id, indicatore.id, confronto.periodo].filter(Boolean).join('-');
    const didascalia = {
      titolo: buildTitolo(confronto),
      misura: `${shortNome(ambito.nome)}. ${describeMisura(confronto, scelta)}`,
      fonte: `Fonte: ${describeFonti(confronto.origine, versioni)}. Edizione ${ambito.edizione} dei dati.`,
      indirizzo: window.location.href,
    };
    await downloadGrafico(toModello(confronto, stato.evidenzia), didascalia, { formato, nome });
  };
  const filtri = { id: indicatore.id, periodo: scelta.periodo ?? undefined, ...scelta.dimensioni };
  return <AzioniGrafico csv={indirizziApi.indicatoriCsv(ambito.id, filtri)} onScarica={download} />;
}
