/** The canonical layout of a type as a Frictionless Table Schema. @source https://specs.frictionlessdata.io/table-schema/ */
import type { Colonna, Formato, Tipo } from './tipo.ts';

export interface CampoSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'number' | 'year' | 'date';
  readonly format?: string;
  readonly decimalChar?: ',';
  readonly groupChar?: '.';
  readonly bareNumber?: false;
  readonly example: string;
  readonly constraints: {
    readonly required: boolean;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly pattern?: string;
  };
}

export interface TableSchema {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly CampoSchema[];
  readonly missingValues: readonly string[];
  readonly primaryKey: readonly string[];
}

const TIPI_DI_CAMPO: Readonly<
  Record<Formato, Pick<CampoSchema, 'type' | 'format' | 'decimalChar' | 'groupChar' | 'bareNumber'>>
> = {
  comune: { type: 'string' },
  'codice-istat': { type: 'string' },
  anno: { type: 'year' },
  periodo: { type: 'string' },
  eta: { type: 'string' },
  conteggio: { type: 'integer', groupChar: '.' },
  intero: { type: 'integer', groupChar: '.' },
  decimale: { type: 'number', decimalChar: ',', groupChar: '.' },
  percentuale: { type: 'number', decimalChar: ',', groupChar: '.', bareNumber: false },
  importo: { type: 'number', decimalChar: ',', groupChar: '.', bareNumber: false },
  scelta: { type: 'string' },
  livello: { type: 'string' },
  data: { type: 'date', format: '%d/%m/%Y' },
  ora: { type: 'string' },
  intervento: { type: 'string' },
  fonte: { type: 'string' },
  testo: { type: 'string' },
};

const MODELLI: Partial<Readonly<Record<Formato, string>>> = {
  'codice-istat': '[0-9]{6}',
  periodo: '[0-9]{4}(-[0-9]{4})?',
  ora: '[0-9]{1,2}[:.,][0-9]{2}',
  intervento: '[A-Za-z]\\.?[0-9]{1,2}|T',
  eta: '([0-9]{1,3}(-[0-9]{1,3}|\\+)?|totale)',
};

const NON_NEGATIVI: ReadonlySet<Formato> = new Set<Formato>(['conteggio', 'decimale', 'percentuale', 'importo']);

/** Texts that state nothing. The reader takes a few more spellings of them. */
const NON_DICHIARATI = ['', '-', 'n.d.', 'nd', 'N/D', '…'];

export function toTableSchema(tipo: Tipo): TableSchema {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: tipo.id,
    title: tipo.titolo,
    description: tipo.descrizione,
    fields: tipo.colonne.map((colonna) => toCampo(colonna, tipo)),
    missingValues: NON_DICHIARATI,
    primaryKey: tipo.chiave,
  };
}

function toCampo(colonna: Colonna, tipo: Tipo): CampoSchema {
  const { formato, conSegno, valori } = colonna;
  const pattern = MODELLI[formato];
  return {
    name: colonna.id,
    title: colonna.titolo,
    description: colonna.descrizione,
    ...TIPI_DI_CAMPO[formato],
    example: colonna.esempio,
    constraints: {
      required: colonna.obbligatoria && tipo.chiave.includes(colonna.id),
      ...(valori && { enum: valori }),
      ...(NON_NEGATIVI.has(formato) && !conSegno && { minimum: 0 }),
      ...(pattern !== undefined && { pattern }),
    },
  };
}
