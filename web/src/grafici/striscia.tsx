/** One comune among the others: a dot each on one line, this one filled, the ambito's value as a thin mark. */
import { createScala } from './scala.ts';

interface Proprieta {
  readonly punti: readonly { readonly codice: string; readonly valore: number }[];
  readonly scelto: string;
  readonly ambito: number | null;
}

const ALTEZZA = 20;

export function Striscia({ punti, scelto, ambito }: Proprieta) {
  const scala = createScala([...punti.map(({ valore }) => valore), ...(ambito === null ? [] : [ambito])], false);
  const suo = punti.find(({ codice }) => codice === scelto);
  const x = (valore: number) => `${scala.toPercento(valore)}%`;
  return (
    <svg className="striscia" width="100%" height={ALTEZZA} aria-hidden="true" focusable="false">
      <line className="linea-guida" x1="0" x2="100%" y1="50%" y2="50%" />
      {ambito !== null && <line className="linea-ambito" x1={x(ambito)} x2={x(ambito)} y1="5%" y2="95%" />}
      {punti
        .filter(({ codice }) => codice !== scelto)
        .map(({ codice, valore }) => (
          <circle key={codice} className="striscia-altro" cx={x(valore)} cy="50%" r="4.5" />
        ))}
      {suo && <circle className="striscia-suo" cx={x(suo.valore)} cy="50%" r="6.5" />}
    </svg>
  );
}
