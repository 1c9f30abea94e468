/** Of the styles of the site, those that a page has a use for: a page is seen the sooner, the less comes with it. */

/** The styles of the site in pieces that are taken or left: made by `web/pezzi-di-stile.ts`. */
export type PezzoStile =
  | {
      readonly testo: string;
      /**
       * What a page must have for it to matter: each entry is one of the selectors, as the tags (`td`) and classes (`.scheda`) that it names; an empty one
       * matters to every page. Absent: it matters to every page.
       */
      readonly segni?: readonly (readonly string[])[];
    }
  /** `@media (…)`, and what stands in it. */
  | { readonly intorno: string; readonly pezzi: readonly PezzoStile[] };

const ELEMENTO = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi;
const CLASSI = /\sclass="([^"]*)"/i;

/**
 * Nothing is lost by it but what the page has no element for: in the same order, the rest says the same.
 * @param html all of the page that is shown
 */
export function cutStile(pezzi: readonly PezzoStile[], html: string): string {
  return writePezzi(pezzi, listSegni(html));
}

function writePezzi(pezzi: readonly PezzoStile[], presenti: ReadonlySet<string>): string {
  return pezzi
    .map((pezzo) => {
      if ('pezzi' in pezzo) {
        const dentro = writePezzi(pezzo.pezzi, presenti);
        return dentro && `${pezzo.intorno}{${dentro}}`;
      }
      const serve = pezzo.segni?.some((segni) => segni.every((segno) => presenti.has(segno))) ?? true;
      return serve ? pezzo.testo : '';
    })
    .join('');
}

/** Tags and classes of a page. */
function listSegni(html: string): Set<string> {
  const segni = new Set(['html', 'body']);
  for (const [, elemento = '', attributi = ''] of html.matchAll(ELEMENTO)) {
    segni.add(elemento.toLowerCase());
    for (const classe of CLASSI.exec(attributi)?.[1]?.split(/\s+/) ?? []) segni.add(`.${classe}`);
  }
  return segni;
}
