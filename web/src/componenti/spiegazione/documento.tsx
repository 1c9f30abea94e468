/** A document that a figure comes from: which one, who published it, the file as it was received. */
import { formatData } from '../../../../functions/core/formato.ts';
import type { SpiegazioneDto } from '../../../../functions/core/http/schemi.ts';
import { shortDocumento } from '../../serie/fonti.ts';

export function Documento({ una }: { una: SpiegazioneDto['fonti'][number] }) {
  const { fonte } = una;
  const righe = [fonte.capitolo, fonte.tabella && `Tabella: ${fonte.tabella}`, fonte.atto && `Atto: ${fonte.atto}`];
  return (
    <>
      <strong>{shortDocumento(fonte.documento)}</strong>
      {righe.map((riga) => riga && <span key={riga}>{riga}</span>)}
      <span className="minuto">
        {[
          fonte.editore,
          fonte.data && formatData(fonte.data),
          fonte.licenza && `licenza: ${fonte.licenza}`,
          `versione ${una.versione}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {una.correzioni && (
        <span className="minuto">
          Il file è stato letto correggendone l’interpretazione. {una.correzioni.join(' ')}
        </span>
      )}
      <span className="documento-link">
        <a href={una.originale} download>
          Scarica il file originale
        </a>
        {fonte.url && (
          <a href={fonte.url} rel="noreferrer">
            Apri il documento pubblicato
          </a>
        )}
      </span>
    </>
  );
}
