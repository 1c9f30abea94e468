import { describe, expect, test } from 'vitest';
import { type Importazione, listFile, listRadice, readImportazioni, readTesto } from './sorgenti.ts';

const file = listFile();
const sorgenti = file.filter((percorso) => /^(functions|web|infra|docs|test)\/.*\.tsx?$/.test(percorso));
const importazioni = sorgenti.flatMap(readImportazioni);

/** Layer of the house -> layers that it may import. Tests may import all of them. */
const STRATI: Readonly<Record<string, readonly string[]>> = {
  'functions/core': ['functions/core'],
  'functions/store': ['functions/core', 'functions/store'],
  'functions/http': ['functions/core', 'functions/store', 'functions/http'],
  'functions/ingest': ['functions/core', 'functions/store', 'functions/http', 'functions/ingest'],
  'functions/api': ['functions/core', 'functions/store', 'functions/http', 'functions/api'],
  'functions/gestione': [
    'functions/core',
    'functions/store',
    'functions/http',
    'functions/ingest',
    'functions/gestione',
  ],
  'functions/pulizia': ['functions/core', 'functions/store', 'functions/pulizia'],
  'functions/sito': ['functions/core', 'functions/store', 'functions/http', 'functions/api', 'functions/sito'],
  'functions/locale': [
    'functions/core',
    'functions/store',
    'functions/http',
    'functions/ingest',
    'functions/api',
    'functions/sito',
    'functions/locale',
  ],
  'web/src': ['functions/core', 'web/src'],
  infra: ['functions/core', 'infra'],
  docs: ['functions/core', 'docs'],
};

describe('imports run one way', () => {
  test.each(Object.entries(STRATI))('%s imports nothing but %s', (strato, permessi) => {
    const contrarie = importazioni
      .filter(({ da }) => da.startsWith(`${strato}/`))
      .filter(({ a }) => /^(functions|web|infra|docs|test|data)\//.test(a))
      .filter(({ a }) => !permessi.some((permesso) => a.startsWith(permesso)));
    expect(describeImportazioni(contrarie)).toEqual([]);
  });

  test('core uses only packages that know neither disk, nor network, nor cloud', () => {
    const ammessi = ['fflate/browser', 'papaparse', 'saxes', 'zod', 'zod/mini'];
    const estranee = importazioni
      .filter(({ da, soloTipi }) => da.startsWith('functions/core/') && !soloTipi)
      .filter(({ a }) => !a.startsWith('functions/') && !ammessi.includes(a));
    expect(describeImportazioni(estranee)).toEqual([]);
  });

  test('core has no clock, no chance, no process', () => {
    const impuro = /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.|setTimeout\(|fetch\()/;
    expect(listSorgentiCon(impuro, /^functions\/core\//)).toEqual([]);
  });

  test('what the browser loads never reaches the reader of files', () => {
    const raggiunti = closeOver(sorgenti.filter((percorso) => percorso.startsWith('web/src/')));
    expect([...raggiunti].filter((percorso) => percorso.startsWith('functions/core/tabelle/lettura/'))).toEqual([]);
  });

  test('every relative import names a file that is there', () => {
    const presenti = new Set(file);
    const rotte = importazioni.filter(({ a }) => /^(functions|web|infra|docs|test)\//.test(a) && !presenti.has(a));
    expect(describeImportazioni(rotte)).toEqual([]);
  });
});

describe('a chart never stands alone', () => {
  /** The comparison has a frame of its own, with the same things around each chart. */
  const PAGINE = /^web\/src\/(pagine|riservata)\/(?!confronto)/;
  const DISEGNI = /^web\/src\/grafici\/(barre|tratti|manubri|colonnine|flusso|striscia|quote-confronto)\.tsx$/;

  test('what draws one declares its finding, table, source and files with it', () => {
    const disegnano = importazioni.filter(({ da, a }) => PAGINE.test(da) && DISEGNI.test(a)).map(({ da }) => da);
    expect(disegnano.length).toBeGreaterThan(5);
    expect([...new Set(disegnano)].filter((percorso) => !readTesto(percorso).includes('<SchedaGrafico'))).toEqual([]);
  });
});

describe('names tell what a thing is', () => {
  test('files are kebab-case and none is a drawer for anything', () => {
    const parlanti = sorgenti.map((percorso) => percorso.replace(/\.[^/]*$/, ''));
    const nomi = new Set(parlanti.flatMap((percorso) => percorso.split('/')));
    const cassetti =
      /^(utils?|helpers?|common|misc|shared|services?|managers?|processors?)$|-(utils?|helpers?|service|manager|processor)$/;
    expect([...nomi].filter((nome) => cassetti.test(nome) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(nome))).toEqual([]);
  });

  test('classes of errors end in Error', () => {
    expect(listSorgentiCon(/class\s+\w+(?<!Error)\s+extends\s+\w*Error\b/)).toEqual([]);
  });
});

describe('the repository', () => {
  test('its top level holds the seven parts, the files of tools and the legal ones', () => {
    const parti = [
      'infra',
      'functions',
      'web',
      'data',
      'test',
      'docs',
      'package.json',
      'tsconfig.json',
      'cdk.json',
      'README.md',
    ];
    const strumenti = ['.ci', '.gitignore', '.npmrc', 'biome.json', 'package-lock.json', 'vitest.config.ts'];
    const legali = ['LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'publiccode.yml'];
    expect(listRadice().sort()).toEqual([...parti, ...strumenti, ...legali].sort());
  });

  test('no escape from the type checker or the linter, nothing left for later', () => {
    const fuga = new RegExp(
      [
        '\\bas any\\b',
        'as unknown as',
        '@ts-(ignore|expect-error|nocheck)',
        'biome-ignore',
        '\\b(TODO|FIXME|XXX)\\b',
      ].join('|'),
    );
    expect(listSorgentiCon(fuga, /^(?!test\/architettura)/)).toEqual([]);
  });

  test('no path of a machine, no address of a package registry', () => {
    const cartelle = ['home', 'root', 'work', 'Users', 'tmp'].join('|');
    const estraneo = new RegExp(`(^|[\\s"'\`(=])/(${cartelle})/|registry\\.[a-z]+\\.(org|com)|_auth[T]oken`, 'm');
    const testi = file.filter((percorso) => /\.(tsx?|json|ya?ml|md|html|css|scss|sh)$|^\.|^LICENSE$/.test(percorso));
    expect(testi.filter((percorso) => estraneo.test(readTesto(percorso)))).toEqual([]);
  });
});

function describeImportazioni(trovate: readonly Importazione[]): string[] {
  return trovate.map(({ da, a }) => `${da} -> ${a}`);
}

function listSorgentiCon(segno: RegExp, dove = /^/): string[] {
  return sorgenti.filter((percorso) => dove.test(percorso) && segno.test(readTesto(percorso)));
}

/** The files themselves and all those whose code is loaded with them. */
function closeOver(partenza: readonly string[]): Set<string> {
  const raggiunti = new Set(partenza);
  const daVisitare = [...partenza];
  for (let da = daVisitare.pop(); da !== undefined; da = daVisitare.pop()) {
    for (const { a } of importazioni.filter((i) => i.da === da && !i.soloTipi)) {
      if (raggiunti.has(a)) continue;
      raggiunti.add(a);
      daVisitare.push(a);
    }
  }
  return raggiunti;
}
