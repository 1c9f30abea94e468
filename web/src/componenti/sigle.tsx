/** The initials that stand in some texts, told in full beside them. */
import { findSigle } from '../serie/sigle.ts';

export function Sigle({ testi }: { testi: readonly (string | null)[] }) {
  const sigle = findSigle(...testi);
  if (sigle.length === 0) return null;
  return (
    <p className="minuto">
      <strong>Le sigle:</strong> {sigle.map(({ sigla, significato }) => `${sigla}, ${significato}`).join('; ')}.
    </p>
  );
}
