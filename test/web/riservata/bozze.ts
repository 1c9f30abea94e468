/** A draft as the API states it, with what a case is about. */
import type { CaricamentoDto, SegnalazioneDto } from '../../../functions/core/http/schemi.ts';

type Modifiche = Partial<Omit<CaricamentoDto, 'interpretazione'>> & {
  readonly interpretazione?: Partial<CaricamentoDto['interpretazione']>;
};

export function buildBozza({ interpretazione, ...modifiche }: Modifiche = {}): CaricamentoDto {
  return {
    id: 'una',
    stato: 'letto',
    tipo: 'spesa-storica',
    parte: '2018-2020',
    contesto: { parte: '2018-2020', periodo: '2018-2020' },
    fonte: { documento: 'Piano Sociale di Zona 2022-2024', atto: 'Delibera' },
    creatoIl: '2026-06-22T08:00:00.000Z',
    sha256: 'a'.repeat(64),
    base: 3,
    interpretazione: {
      codifica: 'UTF-8',
      separatore: 'punto e virgola (;)',
      layout: null,
      intestazione: [],
      colonne: [],
      righeEscluse: [],
      ...interpretazione,
    },
    righe: 7,
    problemi: [],
    problemiTotali: modifiche.problemi?.length ?? 0,
    segnalazioni: [],
    differenze: { aggiunte: 0, modificate: 0, tolte: 0, esempi: [] },
    indicatori: [],
    indicatoriTotali: {},
    pubblicabile: true,
    atti: [],
    ...modifiche,
  };
}

export function buildProblema(riga: number | null, colonna: number | null, messaggio: string) {
  return { riga, colonna, valore: null, regola: 'prova', messaggio };
}

export function buildSegnalazione(modifiche: Partial<SegnalazioneDto>): SegnalazioneDto {
  return {
    codice: 'media',
    gravita: 'avviso',
    tipo: 'spesa-storica',
    versione: null,
    parte: '2018-2020',
    riga: null,
    colonna: 1,
    comune: null,
    periodo: null,
    misura: null,
    dichiarato: null,
    ricalcolato: null,
    differenza: null,
    messaggio: '',
    titolo: '',
    perche: '',
    ...modifiche,
  };
}
