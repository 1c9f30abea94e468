import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { writeRiferimento } from '../docs/riferimento.ts';
import { listFile, readTesto } from './sorgenti.ts';

const presenti = listFile();
const pagine = presenti.filter((percorso) => percorso.endsWith('.md') && !percorso.startsWith('data/'));

test.each([...writeRiferimento()])('%s says what the declarations say: if not, npm run docs', (percorso, testo) => {
  expect(presenti).toContain(percorso);
  expect(readTesto(percorso)).toBe(testo);
});

test.each(pagine)('%s links only to files that are there', (pagina) => {
  const collegamenti = [...readTesto(pagina).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, meta]) => (meta ?? '').split('#')[0] ?? '',
  );
  const interni = collegamenti.filter((meta) => meta !== '' && !/^(https?|mailto):/.test(meta));
  const rotti = interni.filter((meta) => {
    const percorso = posix.join(posix.dirname(pagina), meta).replace(/\/$/, '');
    return !presenti.some((presente) => presente === percorso || presente.startsWith(`${percorso}/`));
  });
  expect(rotti).toEqual([]);
});

/** What only a person addressed as "voi" would read; a past participle (`pubblicate`) counts where what follows makes it an order. */
const VOI = new RegExp(
  [
    '\\b(voi|vostr[oaie]|siete|avete|potete|dovete|volete|sapete|potreste|dovreste|potrete|dovrete)\\b',
    '\\b\\w+(ate|ete|ite)(l[oiae]|ne|mi|ci)\\b',
    '\\b(scegli|scriv|corregg|legg|chied|ved|prend|mett|togli|chiud|aggiung|divid)ete\\b',
    '\\b(ri)?aprite\\b',
    '\\b(ri)?(prov|caric|avvi|cerc|torn|salv|ferm|us|port|indic|pubblic)ate (lo|la|un|una|il (?![\\d$])|l’)\\b',
    '\\b(Riprov|Riavvi|Ricaric|Aspett|Liber|Port|Us)ate\\b|\\b(Dite|Seguite)\\b',
  ].join('|'),
);
const parlanti = presenti.filter((percorso) => /^(functions|web\/src)\/.*\.tsx?$/.test(percorso));

test('one voice speaks to who reads: "tu", or to nobody', () => {
  for (const altra of ['Riprovate tra qualche minuto', 'oppure caricate il file', 'Toglietelo', 'il vostro comune']) {
    expect(altra).toMatch(VOI);
  }
  for (const nostra of ['le tabelle pubblicate il 22/06/2026', 'per essere usate da tutti', 'Versioni seguite']) {
    expect(nostra).not.toMatch(VOI);
  }
  const altrove = [...pagine, ...parlanti].flatMap((percorso) =>
    readTesto(percorso)
      .split('\n')
      .filter((riga) => VOI.test(riga))
      .map((riga) => `${percorso}: ${riga.trim()}`),
  );
  expect(altrove).toEqual([]);
});
