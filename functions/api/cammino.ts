/** The walk back from a figure: its inputs as they read, the files and the documents that they stand in. */
import { toDecimale } from '../core/denaro.ts';
import { BASE } from '../core/http/rotte.ts';
import type { OsservazioneDto, SpiegazioneDto } from '../core/http/schemi.ts';
import type { Indicatore, Ingresso, Osservazione } from '../core/indicatori/indicatore.ts';
import { parseCorrezioni } from '../core/tabelle/correzioni.ts';
import { describeCorrezioni } from '../core/tabelle/correzioni-testo.ts';
import { TIPI } from '../core/tabelle/index.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import type { Edizione } from '../store/deposito.ts';

/** A figure, as it was computed and as it is told. */
interface Figura {
  readonly osservazione: Osservazione;
  readonly dto: OsservazioneDto;
}

export function toSpiegazioneDto(
  { osservazione, dto }: Figura,
  { titolo, formula }: Pick<Indicatore, 'titolo' | 'formula'>,
  edizione: Edizione,
): SpiegazioneDto {
  return {
    edizione: edizione.numero,
    osservazione: dto,
    titolo,
    formula,
    ingressi: osservazione.ingressi.map((ingresso) => ({ ...ingresso, valore: toValoreIngresso(ingresso) })),
    fonti: listFonti(osservazione, edizione),
  };
}

/** Each input with the document and the act that it stands in: who reads one need not look for it among `fonti`, as the prepared pages do. */
export function nameDocumenti({ ingressi, fonti, ...altro }: SpiegazioneDto): SpiegazioneDto {
  const perParte = new Map(fonti.map(({ tipo, parte, fonte }) => [`${tipo} ${parte}`, fonte]));
  return {
    ...altro,
    ingressi: ingressi.map((ingresso) => {
      const fonte = perParte.get(`${ingresso.tipo} ${ingresso.parte}`);
      return fonte ? { ...ingresso, documento: fonte.documento, atto: fonte.atto ?? null } : ingresso;
    }),
    fonti,
  };
}

/** A table speaks either of money or of people and things: its measures are all cents, or none is. */
function toValoreIngresso({ tipo, valore }: Ingresso): string | number | null {
  const inDenaro = TIPI[tipo].colonne.some(({ formato }) => formato === 'importo');
  return valore !== null && inDenaro ? toDecimale(valore) : valore;
}

/** Every parte that a figure comes from, with its document and its original bytes. */
function listFonti({ ingressi }: Osservazione, edizione: Edizione): SpiegazioneDto['fonti'] {
  const fonti = new Map<string, SpiegazioneDto['fonti'][number]>();
  for (const { tipo, versione, parte } of ingressi) {
    const registrata = edizione.versioni[tipo]?.parti.find((una) => una.parte === parte);
    if (!registrata) continue;
    fonti.set(`${tipo} ${parte}`, {
      tipo,
      versione,
      parte,
      sha256: registrata.sha256,
      fonte: registrata.fonte,
      originale: `${BASE}/ambiti/${edizione.ambito}/tabelle/${tipo}/versioni/${versione}/parti/${encodeURIComponent(parte)}/originale`,
      ...tellCorrezioni(tipo, registrata.contesto.correzioni),
    });
  }
  return [...fonti.values()];
}

/** A figure read otherwise than the file alone would have it says so, and how. */
function tellCorrezioni(tipo: TipoId, scritte: string | undefined): { correzioni?: string[] } {
  return scritte === undefined ? {} : { correzioni: describeCorrezioni(parseCorrezioni(scritte), TIPI[tipo]) };
}
