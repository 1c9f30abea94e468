import { Segmenti } from '../../componenti/comandi.tsx';
import type { Quali } from '../../serie/stato-confronto.ts';
import { type DatiVista, hrefCon } from './stato.ts';

const NOMI_QUALI: Readonly<Record<Quali, string>> = {
  rapporti: 'In proporzione',
  quantita: 'Quantità',
  tutti: 'Tutti',
};

export function SceltaQuali({ dati, quali }: { dati: DatiVista; quali: Quali }) {
  return (
    <Segmenti
      etichetta="Indicatori"
      voci={(Object.keys(NOMI_QUALI) as Quali[]).map((una) => ({
        testo: NOMI_QUALI[una],
        href: hrefCon(dati, { quali: una }),
        scelto: una === quali,
      }))}
    />
  );
}
