/** Where figures come from, as a line under a chart or a tile. */
import type { OsservazioneDto, VersioniDto } from '../../../functions/core/http/schemi.ts';

export type Origine = OsservazioneDto['origine'][number];
type FonteDto = VersioniDto['versioni'][number]['fonte'];

/** tipo -> its versioni, as far as they were read. */
export type VersioniPerTipo = Readonly<Record<string, VersioniDto['versioni']>>;

export function findFonte(origine: Origine, versioni: VersioniPerTipo): FonteDto | null {
  const versione = versioni[origine.tipo]?.find((v) => v.versione === origine.versione);
  return versione?.parti.find((p) => p.parte === origine.parte)?.fonte ?? null;
}

/** The document without the name of the body, which the page says already: `Piano Sociale di Zona 2022-2024`. */
export function shortDocumento(documento: string): string {
  return documento
    .replace(/\s+dell['’]\s?Ambito.*$/i, '')
    .replace(/,\s*Ambito Territoriale.*$/i, '')
    .replace(/\s+\((?:edizione|anteriore).*$/i, '');
}

/** `Cap. I, par. 1.4 «Ricognizione…»` -> `Cap. I, par. 1.4`; `Apertura; «Titolo»` -> `Apertura`. */
function shortCapitolo(capitolo: string): string {
  return capitolo.replace(/\s*«.*$/, '').replace(/[,;]\s*$/, '');
}

/** Each document once, with the chapters that were used: `Piano Sociale di Zona 2022-2024, Cap. I, par. 1; ISTAT, …`. */
export function describeFonti(origine: readonly Origine[], versioni: VersioniPerTipo): string {
  const capitoli = new Map<string, Set<string>>();
  for (const una of origine) {
    const fonte = findFonte(una, versioni);
    if (!fonte) continue;
    const documento = shortDocumento(fonte.documento);
    const visti = capitoli.get(documento) ?? new Set<string>();
    if (fonte.capitolo) visti.add(shortCapitolo(fonte.capitolo));
    capitoli.set(documento, visti);
  }
  return [...capitoli].map(([documento, visti]) => [documento, ...visti].join(', ')).join('; ');
}

/** Only the documents, for a tile: `Piano Sociale di Zona 2022-2024`. */
export function nameFonti(origine: readonly Origine[], versioni: VersioniPerTipo): string {
  const nomi = origine.flatMap((una) => {
    const fonte = findFonte(una, versioni);
    return fonte ? [shortDocumento(fonte.documento)] : [];
  });
  return [...new Set(nomi)].join('; ');
}
