import { CifraDi, useSpiega } from '../../componenti/cifra.tsx';
import { Segno } from '../../componenti/segno.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { Barre } from '../../grafici/barre.tsx';
import { toModello } from '../../grafici/modello.ts';
import type { Confronto, Voce } from '../../serie/confronto.ts';
import type { Figura } from '../../serie/figura.ts';
import { joinNomi } from '../../serie/parole.ts';
import { buildTitolo } from '../../serie/titolo.ts';
import { formatScarto } from '../../serie/valore.ts';
import type { DatiVista } from './stato.ts';

export function Vista({ dati, confronto }: { dati: DatiVista; confronto: Confronto }) {
  const { ambito, stato } = dati;
  const spiega = useSpiega();
  const hrefDi = (figure: readonly Figura[]) => (figure.length > 0 ? spiega(...figure) : null);
  if (stato.vista === 'tabella') return <TavolaConfronto dati={dati} confronto={confronto} hrefDi={hrefDi} />;
  const perCodice = new Map(confronto.voci.map((voce) => [voce.codice, voce]));
  const mancanti = confronto.voci.filter((voce) => voce.valore === null);
  return (
    <>
      <Barre
        modello={toModello(confronto, stato.evidenzia)}
        hrefOf={({ chiave }) => hrefDi(perCodice.get(chiave)?.figure ?? [])}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={ambito.id} comune={chiave} nome={nome} segnalazioni={segnalazioni} />
        )}
        hrefRiferimento={confronto.ambito ? hrefDi(confronto.ambito.figure) : null}
      />
      {mancanti.length > 0 && <MotiviMancanti mancanti={mancanti} />}
      {confronto.ambito && !confronto.ambitoComparabile && <TotaleAmbito ambito={confronto.ambito} hrefDi={hrefDi} />}
    </>
  );
}

function MotiviMancanti({ mancanti }: { mancanti: readonly Voce[] }) {
  const motivi = [...new Set(mancanti.map((voce) => voce.motivo))];
  return (
    <>
      {motivi.map((motivo) => (
        <p key={motivo} className="minuto">
          A righe oblique:{' '}
          {joinNomi(
            mancanti.filter((voce) => voce.motivo === motivo).map((voce) => voce.nome),
            20,
          )}
          . {motivo}
        </p>
      ))}
    </>
  );
}

interface ConIndirizzi {
  readonly hrefDi: (figure: readonly Figura[]) => string | null;
}

function TotaleAmbito({ ambito, hrefDi }: { ambito: Voce } & ConIndirizzi) {
  const href = hrefDi(ambito.figure);
  const testo = <strong className="cifra">{ambito.testo}</strong>;
  return (
    <p>
      Intero ambito:{' '}
      {href && ambito.valore !== null ? (
        <a href={href} data-spiega="">
          {testo}
        </a>
      ) : (
        testo
      )}
      {ambito.motivo && `. ${ambito.motivo}`}
    </p>
  );
}

/** Two figures where nothing was divided here; four make no plain difference, and are told as what it comes from. */
function Scarto({ testo, figure }: { testo: string; figure: readonly Figura[] }) {
  if (testo === '') return null;
  return (
    <CifraDi figure={figure} conto={figure.length === 2 ? 'differenza' : 'frase'}>
      {testo}
    </CifraDi>
  );
}

function TavolaConfronto({ dati, confronto, hrefDi }: { dati: DatiVista; confronto: Confronto } & ConIndirizzi) {
  const { ambito, stato } = dati;
  const { ambitoComparabile, ambito: intero } = confronto;
  const conScarto = ambitoComparabile && intero !== null && intero.valore !== null;
  const rowOf = (voce: Voce, totale: boolean) => {
    const href = hrefDi(voce.figure);
    const scarto =
      voce.valore !== null && intero !== null && intero.valore !== null && !totale
        ? formatScarto(voce.valore - intero.valore, confronto)
        : '';
    return {
      chiave: voce.codice ?? 'ambito',
      testa: voce.nome,
      evidenziata: voce.codice !== null && stato.evidenzia.includes(voce.codice),
      totale,
      celle: [
        <span key="valore">
          {href ? (
            <a className="cifra" href={href} data-spiega="">
              {voce.testo}
            </a>
          ) : (
            voce.testo
          )}
          <Segno ambito={ambito.id} comune={voce.codice} nome={voce.nome} segnalazioni={voce.segnalazioni} />
          {voce.motivo && <span className="minuto"> {voce.motivo}</span>}
        </span>,
        ...(conScarto ? [<Scarto key="scarto" testo={scarto} figure={[...voce.figure, ...intero.figure]} />] : []),
      ],
    };
  };
  return (
    <Tabella
      didascalia={buildTitolo(confronto)}
      testa="Comune"
      colonne={[
        {
          chiave: 'valore',
          titolo: confronto.indicatore.titolo,
          etichetta: confronto.indicatore.titolo,
          numerica: true,
        },
        ...(conScarto
          ? [
              {
                chiave: 'scarto',
                titolo: 'Differenza dall’intero ambito',
                etichetta: 'Differenza dall’intero ambito',
                numerica: true,
              },
            ]
          : []),
      ]}
      righe={[...confronto.voci.map((voce) => rowOf(voce, false)), ...(intero ? [rowOf(intero, true)] : [])]}
    />
  );
}
