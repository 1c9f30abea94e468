/** What holds for the whole file: where its header is, what parts its cells, how its letters are written, which sheet it is. */
import { useId } from 'react';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import type { Correzioni } from '../../../functions/core/tabelle/correzioni.ts';
import { putInsieme } from './correzioni.ts';
import type { Foglio } from './foglio.ts';

interface Proprieta {
  readonly bozza: CaricamentoDto;
  readonly foglio: Foglio | null;
  readonly correzioni: Correzioni;
  readonly onCambia: (correzioni: Correzioni) => void;
  readonly foglioScelto: string;
  readonly onScegliFoglio: (foglio: string) => void;
}

type Voci = readonly (readonly [valore: string, testo: string])[];

const SEPARATORI: Voci = [
  ['', 'Quello trovato'],
  ['punto-e-virgola', 'Punto e virgola (;)'],
  ['virgola', 'Virgola (,)'],
  ['tabulazione', 'Tabulazione'],
  ['barra', 'Barra verticale (|)'],
];
const CODIFICHE: Voci = [
  ['', 'Quelli trovati'],
  ['utf-8', 'UTF-8, dei programmi di oggi'],
  ['windows-1252', 'Windows-1252, di Excel e Windows'],
  ['mac', 'Mac OS, dei Mac di un tempo'],
];
/** The header stands near the top. */
const RIGHE_DI_TESTA = 15;
const MASSIMO_SCRITTO = 60;

export function CorreggiInsieme(proprieta: Proprieta) {
  const { bozza, foglio, correzioni, onCambia, foglioScelto, onScegliFoglio } = proprieta;
  const { foglio: letto, fogli = [] } = bozza.interpretazione;
  const altri = fogli.filter((uno) => uno !== letto);
  const set = (cosa: 'codifica' | 'separatore' | 'intestazione') => (valore: string) =>
    onCambia(putInsieme(correzioni, cosa, valore));
  return (
    <div className="modulo-campi">
      {foglio && (
        <Scelta
          etichetta="Riga di intestazione"
          voci={listTestate(foglio, bozza)}
          valore={correzioni.intestazione?.join('-') ?? ''}
          onScegli={set('intestazione')}
        />
      )}
      {letto === undefined ? (
        <>
          <Scelta
            etichetta="Tra una cella e l’altra"
            voci={SEPARATORI}
            valore={correzioni.separatore ?? ''}
            onScegli={set('separatore')}
          />
          <Scelta
            etichetta="Lettere e accenti"
            voci={CODIFICHE}
            valore={correzioni.codifica ?? ''}
            onScegli={set('codifica')}
          />
        </>
      ) : (
        altri.length > 0 && (
          <Scelta
            etichetta="Foglio da leggere"
            voci={[['', letto], ...altri.map((uno) => [uno, uno] as const)]}
            valore={foglioScelto}
            onScegli={onScegliFoglio}
          />
        )
      )}
    </div>
  );
}

function listTestate({ blocchi }: Foglio, { interpretazione }: CaricamentoDto): Voci {
  const righe = blocchi.flatMap((blocco) => blocco.righe).slice(0, RIGHE_DI_TESTA);
  const una = righe.map(({ riga, celle }) => [`${riga}`, `Riga ${riga}: ${cut(celle.join(' · '))}`] as const);
  const due = righe.slice(0, 5).flatMap(({ riga }, indice) => {
    const seguente = righe[indice + 1]?.riga;
    return seguente === riga + 1 ? [[`${riga}-${seguente}`, `Righe ${riga} e ${seguente}, insieme`] as const] : [];
  });
  const trovata = interpretazione.intestazione.join(' e ');
  return [['', trovata === '' ? 'Non trovata' : `Quella trovata: riga ${trovata}`], ...una, ...due];
}

function cut(testo: string): string {
  return testo.length > MASSIMO_SCRITTO ? `${testo.slice(0, MASSIMO_SCRITTO)}…` : testo;
}

interface ProprietaScelta {
  readonly etichetta: string;
  readonly voci: Voci;
  readonly valore: string;
  readonly onScegli: (valore: string) => void;
}

function Scelta({ etichetta, voci, valore, onScegli }: ProprietaScelta) {
  const id = useId();
  return (
    <div className="campo">
      <label className="campo-etichetta" htmlFor={id}>
        {etichetta}
      </label>
      <select id={id} className="scelta" value={valore} onChange={(evento) => onScegli(evento.target.value)}>
        {voci.map(([una, testo]) => (
          <option key={una} value={una}>
            {testo}
          </option>
        ))}
      </select>
    </div>
  );
}
