/** The files that a table is made of, under the document they come from: the schede of one plan name it once. */
import { formatNumero } from '../../../../functions/core/formato.ts';
import type { VersioniDto } from '../../../../functions/core/http/schemi.ts';
import { indirizziApi } from '../../indirizzi.ts';
import { shortDocumento } from '../../serie/fonti.ts';

type Versione = VersioniDto['versioni'][number];
type Parte = Versione['parti'][number];

interface Proprieta {
  readonly ambito: string;
  readonly tipo: string;
  readonly versione: Versione;
}

export function FileTavola({ ambito, tipo, versione: { versione, parti } }: Proprieta) {
  return (
    <ul className="tavola-documenti">
      {groupByDocumento(parti).map(({ documento, dove, file }) => (
        <li key={`${documento} ${dove}`}>
          <p>
            <strong>{documento}</strong> <span className="minuto">{dove}</span>
          </p>
          <ul className="tavola-file">
            {file.map(({ parte, fonte, righe, sha256 }) => (
              <li key={parte}>
                <span>{fonte.tabella ?? parte}</span>
                <span className="minuto">{righe === 1 ? '1 riga' : `${formatNumero(righe)} righe`}</span>
                <a href={indirizziApi.originale(ambito, { tipo, versione, parte })} download>
                  File originale<span className="solo-lettori"> di {fonte.tabella ?? parte}</span>
                </a>
                <span className="minuto">
                  impronta <code title={sha256}>{sha256.slice(0, 12)}…</code>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface Documento {
  readonly documento: string;
  /** Chapter, publisher, licence. */
  readonly dove: string;
  readonly file: Parte[];
}

/** In the order of the files. */
function groupByDocumento(parti: readonly Parte[]): Documento[] {
  const gruppi = new Map<string, Documento>();
  for (const parte of parti) {
    const { capitolo, editore, licenza } = parte.fonte;
    const documento = shortDocumento(parte.fonte.documento);
    const dove = [capitolo, editore, licenza && `licenza: ${licenza}`].filter(Boolean).join(' · ');
    const chiave = JSON.stringify([documento, dove]);
    const gruppo = gruppi.get(chiave) ?? { documento, dove, file: [] };
    gruppo.file.push(parte);
    gruppi.set(chiave, gruppo);
  }
  return [...gruppi.values()];
}
