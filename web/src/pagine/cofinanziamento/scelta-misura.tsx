import { Segmenti } from '../../componenti/comandi.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { type Pagina, readMisura } from './pagina.ts';

export function SceltaMisura({ dati, ricerca }: Pagina) {
  const misura = readMisura(ricerca);
  const { misura: _, ...resto } = ricerca;
  return (
    <Segmenti
      etichetta="Si legge"
      voci={[
        {
          testo: 'Per residente',
          href: indirizzi.cofinanziamento(dati.ambito.id, resto),
          scelto: misura === 'abitante',
        },
        {
          testo: 'In euro',
          href: indirizzi.cofinanziamento(dati.ambito.id, { ...resto, misura: 'euro' }),
          scelto: misura === 'euro',
        },
      ]}
    />
  );
}
