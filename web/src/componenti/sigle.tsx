/** The initials that stand in some texts, told in full beside them. */
import { findSigle, type Sigla } from '../serie/sigle.ts';

export function Sigle({ testi }: { testi: readonly (string | null)[] }) {
  const sigle = findSigle(...testi);
  return sigle.length === 0 ? null : <ElencoSigle sigle={sigle} />;
}

export function ElencoSigle({ sigle }: { sigle: readonly Sigla[] }) {
  return (
    <p className="minuto">
      <strong>Le sigle:</strong> {sigle.map(({ sigla, significato }) => `${sigla}, ${significato}`).join('; ')}.
    </p>
  );
}
