/** Small Quadri built by hand, for the tests of indicators and checks: as the reader would give them, without a file. */
import type { Ambito } from '../../functions/core/ambito.ts';
import type { Quadro } from '../../functions/core/quadro.ts';
import type { Dichiarato, Riga, Tabella, Valore } from '../../functions/core/tabelle/tabella.ts';
import type { TipoId } from '../../functions/core/tabelle/tipo.ts';

/** A canonical row: key columns in `chiave`, measures in `misure`; money in cents. */
export interface RigaDiProva {
  readonly chiave: Readonly<Record<string, Valore>>;
  readonly misure: Readonly<Record<string, Valore>>;
  /** Physical line; by default the rows follow each other from line 2. */
  readonly riga?: number;
  /** Column of the first measure; by default the key columns come first. */
  readonly colonna?: number;
  /** How a measure is written; by default money with two decimals, other numbers with a comma. */
  readonly scritti?: Readonly<Record<string, string>>;
}

export interface DichiaratoDiProva extends Pick<Dichiarato, 'ruolo' | 'misura' | 'valori' | 'valore' | 'confronto'> {
  readonly riga: number;
  readonly colonna: number;
  readonly scritto?: string;
}

export interface FoglioDiProva {
  readonly tipo: TipoId;
  readonly parte?: string;
  readonly righe: readonly RigaDiProva[];
  readonly dichiarati?: readonly DichiaratoDiProva[];
}

const IN_DENARO: ReadonlySet<string> = new Set([
  'cofinanziamento',
  'fondi',
  'programmazione',
  'rendiconto',
  'spesa-storica',
]);

/** Comuni are named `Comune 1`, `Comune 2`… and have codes `000001`, `000002`… */
export function createQuadro({
  comuni = 2,
  cicli = ['2018-2021', '2022-2024'],
  fogli,
}: {
  comuni?: number;
  cicli?: readonly string[];
  fogli: readonly FoglioDiProva[];
}): Quadro {
  const ambito: Ambito = {
    id: 'prova',
    nome: 'Ambito di prova',
    capofila: getCodice(1),
    formaGiuridica: 'convenzione',
    comuni: Array.from({ length: comuni }, (_, i) => ({ codiceIstat: getCodice(i + 1), nome: `Comune ${i + 1}` })),
    cicli,
  };
  const tabelle = new Map<TipoId, Tabella>();
  for (const foglio of fogli) {
    const { tipo, parte = 'intera', righe, dichiarati = [] } = foglio;
    const tabella = tabelle.get(tipo) ?? { tipo, versione: 1, parti: [], righe: [], dichiarati: [] };
    tabelle.set(tipo, {
      ...tabella,
      parti: [
        ...tabella.parti,
        { parte, sha256: parte, fonte: { documento: `Documento ${parte}` }, righe: righe.length },
      ],
      righe: [...tabella.righe, ...righe.map((riga, indice) => createRiga(foglio, riga, indice))],
      dichiarati: [
        ...tabella.dichiarati,
        ...dichiarati.map(({ riga, colonna, scritto, ...altro }) => ({
          ...altro,
          parte,
          posizione: { riga, colonna, intestazione: altro.misura, scritto: scritto ?? writeNumero(tipo, altro.valore) },
        })),
      ],
    });
  }
  return { ambito, tabelle };
}

/** A table as rows of a key and its measures. */
export function foglio(
  tipo: TipoId,
  righe: readonly (readonly [chiave: RigaDiProva['chiave'], misure: RigaDiProva['misure']])[],
): FoglioDiProva {
  return { tipo, righe: righe.map(([chiave, misure]) => ({ chiave, misure })) };
}

/** What the comuni owe, program or pay: `[comune, anno, natura, forma, importo]`. */
export function cofinanziamento(righe: readonly (readonly [string, number, string, string, Valore])[]): FoglioDiProva {
  return foglio(
    'cofinanziamento',
    righe.map(([comune, anno, natura, forma, importo]) => [{ comune, anno, natura, forma }, { importo }]),
  );
}

export function getCodice(numero: number): string {
  return String(numero).padStart(6, '0');
}

function createRiga({ tipo, parte = 'intera' }: FoglioDiProva, una: RigaDiProva, indice: number): Riga {
  const riga = una.riga ?? indice + 2;
  const prima = una.colonna ?? Object.keys(una.chiave).length + 1;
  const comune = { riga, colonna: 1, intestazione: 'Comune', scritto: String(una.chiave.comune ?? '') };
  const misure = Object.entries(una.misure).map(([misura, valore], posto) => [
    misura,
    {
      riga,
      colonna: prima + posto,
      intestazione: misura,
      scritto: una.scritti?.[misura] ?? (typeof valore === 'number' ? writeNumero(tipo, valore) : ''),
    },
  ]);
  return {
    parte,
    riga,
    valori: { ...una.chiave, ...una.misure },
    posizioni: { ...('comune' in una.chiave ? { comune } : {}), ...Object.fromEntries(misure) },
  };
}

function writeNumero(tipo: TipoId, valore: number): string {
  return IN_DENARO.has(tipo) ? `€ ${(valore / 100).toFixed(2).replace('.', ',')}` : String(valore).replace('.', ',');
}
