/** What must be given with a file because the file does not carry it: fields that follow from the declaration of the tipo. */
import type { AmbitoDto, CaricamentoDto, TipoDto, VersioniDto } from '../../../functions/core/http/schemi.ts';
import { describeNonTabella } from './non-tabelle.ts';

type Contesto = CaricamentoDto['contesto'];
type Fonte = CaricamentoDto['fonte'];
export type ParteDto = VersioniDto['versioni'][number]['parti'][number];

export interface Campo {
  /** Parameter of the upload. */
  readonly nome: string;
  readonly etichetta: string;
  readonly aiuto: string;
  readonly genere: 'testo' | 'data' | 'scelta' | 'indirizzo';
  readonly scelte?: readonly { readonly valore: string; readonly testo: string }[];
  readonly obbligatorio?: true;
  /** How a good value looks, as an HTML pattern. */
  readonly forma?: string;
}

/** Columns whose value goes by another name in the upload. */
const PARAMETRI: Readonly<Record<string, string>> = { triennio: 'periodo', al: 'giorno' };
const FORME: Readonly<Record<string, string>> = {
  anno: '[0-9]{4}',
  periodo: '[0-9]{4}(-[0-9]{4})?',
  intervento: '[A-Z]\\.[0-9]{1,2}|T',
};
/** The part of a table that is one file. @source the route `carica` */
export const FORMA_PARTE = '[A-Za-z0-9][A-Za-z0-9._\\-]{0,79}';

/** One field for each column that the tipo lets an upload give. */
export function listCampiContesto(tipo: TipoDto, ambito: AmbitoDto): Campo[] {
  return tipo.daContesto.flatMap((colonna) => {
    const dichiarata = tipo.colonne.find(({ id }) => id === colonna);
    if (!dichiarata) return [];
    const nome = PARAMETRI[colonna] ?? colonna;
    const scelte = listScelte(nome, ambito, dichiarata.valori);
    return [
      {
        nome,
        etichetta: dichiarata.titolo,
        aiuto: `Serve se il file non lo dice.${scelte ? '' : ` Per esempio: ${dichiarata.esempio}.`}`,
        genere: nome === 'giorno' ? 'data' : scelte ? 'scelta' : 'testo',
        ...(scelte && { scelte }),
        ...(FORME[nome] !== undefined && { forma: FORME[nome] }),
      },
    ];
  });
}

function listScelte(nome: string, ambito: AmbitoDto, valori: readonly string[] | undefined): Campo['scelte'] {
  if (nome === 'comune') {
    return [
      ...ambito.comuni.map(({ codiceIstat, nome: comune }) => ({ valore: codiceIstat, testo: comune })),
      { valore: 'ambito', testo: 'L’ambito intero' },
    ];
  }
  if (nome === 'ciclo') return ambito.cicli.map((ciclo) => ({ valore: ciclo, testo: ciclo }));
  return valori?.map((valore) => ({ valore, testo: valore }));
}

/** Where the figures come from: told to whoever reads them. */
export const CAMPI_FONTE: readonly Campo[] = [
  {
    nome: 'documento',
    etichetta: 'Documento',
    aiuto: 'Da dove viene la tabella, come lo citeresti. Per esempio: Relazione sociale 2022.',
    genere: 'testo',
    obbligatorio: true,
  },
  { nome: 'capitolo', etichetta: 'Capitolo', aiuto: 'Per esempio: par. 1.4.', genere: 'testo' },
  { nome: 'tabella', etichetta: 'Titolo della tabella nel documento', aiuto: 'Com’è scritto lì.', genere: 'testo' },
  {
    nome: 'atto',
    etichetta: 'Atto',
    aiuto: 'Quello che approva il documento. Per esempio: delibera di C.C. n. 25 del 2022.',
    genere: 'testo',
  },
  { nome: 'data', etichetta: 'Data dell’atto o del documento', aiuto: '', genere: 'data' },
  { nome: 'editore', etichetta: 'Chi lo pubblica', aiuto: 'Per esempio: Comune di Casarano.', genere: 'testo' },
  {
    nome: 'url',
    etichetta: 'Indirizzo web',
    aiuto: 'Dove si trova il documento, se è sul web: comincia con https://.',
    genere: 'indirizzo',
    forma: 'https?://.+',
  },
  { nome: 'licenza', etichetta: 'Licenza', aiuto: 'Per esempio: CC BY 4.0.', genere: 'testo' },
];

export type Valori = Readonly<Record<string, string>>;

/** What was given the last time, as the fields hold it. */
export function toValori({ contesto, fonte }: { contesto?: Contesto | undefined; fonte: Fonte }): Valori {
  const dati: Readonly<Record<string, string | number | undefined>> = { ...contesto, ...fonte, parte: undefined };
  return Object.fromEntries(
    Object.entries(dati).flatMap(([nome, valore]) => (valore === undefined ? [] : [[nome, String(valore)]])),
  );
}

/** The query of an upload: only what belongs to this tipo, nothing empty. */
export function toParametri(
  { tipo, parte, valori }: { readonly tipo: TipoDto; readonly parte: string; readonly valori: Valori },
  ambito: AmbitoDto,
): Record<string, string> {
  const ammessi = new Set([...listCampiContesto(tipo, ambito), ...CAMPI_FONTE].map(({ nome }) => nome));
  const dati = Object.entries(valori).flatMap(([nome, valore]) => {
    const scritto = valore.trim();
    // What the upload takes and this form does not ask (a sheet, a day) stays as the file was last brought.
    return scritto !== '' && (ammessi.has(nome) || NON_CHIESTI.has(nome)) ? [[nome, scritto]] : [];
  });
  return { tipo: tipo.id, parte: parte.trim(), ...Object.fromEntries(dati) };
}

const NON_CHIESTI: ReadonlySet<string> = new Set(['foglio']);

/** What keeps the form from being sent, field by field, in the order in which they stand. */
export function findErrori(
  { campi, valori, parte, file }: { campi: readonly Campo[]; valori: Valori; parte: string; file: Blob | null },
  massimoByte: number,
): Readonly<Record<string, string>> {
  const errori: Record<string, string> = {};
  if (!new RegExp(`^(${FORMA_PARTE})$`).test(parte.trim())) {
    errori.parte = 'Serve un nome breve, di lettere senza accento, cifre, punti e trattini: per esempio fnps-2022.';
  }
  if (!file) errori.file = 'Scegli il file.';
  else if (file.size === 0) errori.file = 'Il file è vuoto: aprilo, guarda se la tabella c’è, e salvalo di nuovo.';
  else {
    const nonTabella = file instanceof File ? describeNonTabella(file.name) : null;
    if (nonTabella !== null) errori.file = nonTabella;
    else if (file.size > massimoByte) {
      errori.file = `Il file supera ${massimoByte / 1024 / 1024} MB: dividilo in più parti.`;
    }
  }
  for (const { nome, etichetta, obbligatorio, forma, aiuto } of campi) {
    const scritto = (valori[nome] ?? '').trim();
    if (obbligatorio && scritto === '') errori[nome] = `Manca «${etichetta}».`;
    else if (scritto !== '' && forma !== undefined && !new RegExp(`^(${forma})$`).test(scritto)) {
      errori[nome] = `«${etichetta}» non è scritto come serve. ${aiuto}`;
    }
  }
  return errori;
}
