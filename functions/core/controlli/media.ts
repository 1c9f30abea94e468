import { AMBITO_INTERO } from '../ambito.ts';
import { mapDato, sumDati } from '../dato.ts';
import { type Fatto, readComune, selectFatti } from '../fatti.ts';
import { listAnni, parsePeriodo } from '../periodo.ts';
import type { Quadro } from '../quadro.ts';
import type { Posizione } from '../tabelle/tabella.ts';
import { compareCifre, describeComune, getScrittura, listCelle, sumHalfUnits, toCellaDichiarata } from './confronto.ts';
import type { CellaCoinvolta, Controllo, Segnalazione } from './controllo.ts';

export const media: Controllo = {
  codice: 'media',
  titolo: 'La spesa media è la spesa complessiva divisa per gli anni',
  regola: 'La spesa media annua è la spesa complessiva del triennio divisa per tre.',
  perche: 'La spesa media è la soglia del cofinanziamento: un errore qui sposta quanto ogni comune deve.',
  run: (quadro) => [
    ...selectFatti(quadro, 'spesa-storica.spesa_media_annua').flatMap((fatto) => {
      const { valore } = fatto.dato;
      const { parte, posizioni } = fatto.riga;
      const posizione = posizioni.spesa_media_annua;
      if (valore === null || !posizione) return [];
      const spesa = selectFatti(quadro, 'spesa-storica.spesa_complessiva').filter(({ riga }) => riga === fatto.riga);
      return checkMedia(quadro, { ...fatto, parte, posizione, valore, spesa, celle: listCelle([fatto]) });
    }),
    ...(quadro.tabelle.get('spesa-storica')?.dichiarati ?? [])
      .filter(({ misura }) => misura === 'spesa_media_annua')
      .flatMap((dichiarato) =>
        checkMedia(quadro, {
          ...dichiarato,
          comune: readComune(dichiarato.valori),
          spesa: selectFatti(quadro, 'spesa-storica.spesa_complessiva', {
            triennio: dichiarato.valori.triennio ?? null,
          }).filter(({ comune }) => comune !== AMBITO_INTERO),
          celle: [toCellaDichiarata('spesa-storica', dichiarato)],
        }),
      ),
  ],
};

interface MediaDichiarata {
  readonly comune: string;
  readonly parte: string;
  readonly posizione: Posizione;
  readonly valori: Fatto['valori'];
  readonly valore: number;
  readonly spesa: readonly Fatto[];
  readonly celle: readonly CellaCoinvolta[];
}

function checkMedia(
  quadro: Quadro,
  { comune, parte, posizione, valori, valore, spesa, celle }: MediaDichiarata,
): Segnalazione[] {
  const triennio = parsePeriodo(valori.triennio);
  if (!triennio) return [];
  const anni = listAnni(triennio).length;
  const complessiva = sumDati(spesa.map(({ dato }) => dato));
  const ricalcolata = mapDato(complessiva, (cent) => cent / anni);
  if (ricalcolata.valore === null) return [];
  const scrittura = getScrittura('spesa-storica', 'spesa_media_annua');
  const tolleranza = scrittura.halfUnit(posizione.scritto);
  return compareCifre({
    codice: 'media',
    tipo: 'spesa-storica',
    parte,
    posizione,
    comune,
    periodo: String(valori.triennio),
    misura: 'media annua della spesa storica',
    dichiarato: valore,
    ricalcolato: ricalcolata.valore,
    scrittura,
    tolleranza,
    arrotondamento: tolleranza + sumHalfUnits(spesa, scrittura) / anni,
    celle: [...celle, ...listCelle(spesa)],
    describe: (cifre) =>
      `${describeComune(quadro, comune)}, spesa storica ${valori.triennio}: la media annua dichiarata è ${cifre.dichiarato}, la spesa complessiva divisa per ${anni} dà ${cifre.ricalcolato}; la differenza è di ${cifre.differenza}.`,
  });
}
