/** What the two marks beside figures say, wherever figures are shown. */
import { Icona } from '../../componenti/icona.tsx';

export function LegendaSegni() {
  return (
    <ul className="legenda-segni" aria-label="I segni accanto alle cifre">
      <li>
        <span className="segno">
          <Icona nome="segno" />
        </span>
        Bandierina: la cifra, o un numero da cui viene, ha una segnalazione.
      </li>
      <li>
        <span className="segno segno-lieve">
          <Icona nome="circa" />
        </span>
        Circa (≈): c’è solo una differenza da arrotondamento, per esempio di un centesimo.
      </li>
    </ul>
  );
}
