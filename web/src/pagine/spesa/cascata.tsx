/** What became of the money of a past ciclo. */
import { formatData } from '../../../../functions/core/formato.ts';
import { useSpiega } from '../../componenti/cifra.tsx';
import { Scheda } from '../../componenti/scheda.tsx';
import { SchedaGrafico } from '../../componenti/scheda-grafico.tsx';
import { Vuoto } from '../../componenti/stati.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { type RigaTratti, Tratti } from '../../grafici/tratti.tsx';
import { describeFonti } from '../../serie/fonti.ts';
import { findRiporto, nameFondo, titleCascata, writeImporto } from '../../serie/frasi-spesa.ts';
import { countOf, joinNomi } from '../../serie/parole.ts';
import { isPresente } from '../../serie/raccolta.ts';
import type { Cascata } from '../../serie/spesa.ts';
import { tavolaOfCascata } from '../../serie/tavole-spesa.ts';
import { SchedaCicli } from './cicli.tsx';
import { CifraRiga } from './cifra-riga.tsx';
import { type Contenuto, describeVoce } from './scheda.tsx';

export function SchedaCascata(contenuto: Contenuto & { cascata: Cascata }) {
  const { cascata, spesa, ambito, versioni } = contenuto;
  const spiega = useSpiega();
  const { programmato, impegnato, liquidato, residuo, residui, figure } = cascata;
  const riporto = findRiporto(cascata, spesa.capienza);
  const passo = (
    nome: string,
    estremi: readonly [number, number] | null,
    opzioni: Partial<RigaTratti> = {},
  ): RigaTratti => ({
    chiave: nome,
    nome,
    tratti: estremi ? [{ chiave: nome, da: estremi[0], a: estremi[1], aspetto: 'ordinario' }] : [],
    testo: estremi ? writeImporto(estremi[1] - estremi[0]) : 'non indicato',
    mancante: estremi === null,
    figure: estremi ? figure : [],
    ...opzioni,
  });
  const righe: RigaTratti[] = [
    passo('Programmato', programmato === null ? null : [0, programmato], {
      tratti: programmato === null ? [] : [{ chiave: 'p', da: 0, a: programmato, aspetto: 'scuro' }],
    }),
    passo('Impegnato', impegnato === null ? null : [0, impegnato]),
    passo('Liquidato', liquidato === null ? null : [0, liquidato], {
      ...(liquidato === null && programmato !== null
        ? { tratti: [{ chiave: 'l', da: 0, a: impegnato ?? programmato, aspetto: 'mancante' }] }
        : {}),
    }),
    passo(
      'Residuo',
      isPresente(residuo) && programmato !== null ? [programmato - residuo.valore, programmato] : null,
      residui.length > 0
        ? {
            dettaglio: joinNomi(
              residui.map(({ fonte }) => fonte),
              9,
            ),
          }
        : {},
    ),
  ];
  return (
    <>
      <SchedaGrafico
        id={`cascata-${cascata.periodo}`}
        titolo={titleCascata(cascata)}
        misura={`Dal denaro programmato a quello rimasto, in euro, ciclo ${cascata.periodo}${cascata.al ? `, situazione al ${formatData(cascata.al)}` : ''}.`}
        ambito={ambito}
        origine={residuo?.osservazione.origine ?? []}
        versioni={versioni}
        tavola={tavolaOfCascata(cascata)}
        disegno={{ genere: 'tratti', righe }}
        note={
          <>
            <p>
              <strong>Impegnato</strong>: c’è un atto che lo destina a una spesa. <strong>Liquidato</strong>: la spesa è
              fatta e riconosciuta, si può pagare. <strong>Residuo</strong>: non ancora impegnato; di norma passa al
              ciclo dopo
              {riporto && `, e il budget ${spesa.ciclo ?? ''} lo riporta alla voce «${describeVoce(riporto)}»`}.
            </p>
            {residui.length > 0 && (
              <p>
                Il residuo sta sul{' '}
                {joinNomi(
                  residui.map(({ fonte }) => nameFondo(fonte)),
                  9,
                )}
                .
              </p>
            )}
          </>
        }
      >
        <Tratti righe={righe} hrefOf={(tutte) => spiega(...tutte)} />
      </SchedaGrafico>
      <SchedaRendiconto {...contenuto} />
      {spesa.cascate.find(({ aperto }) => !aperto) === cascata && <SchedaCicli {...contenuto} />}
    </>
  );
}

/** What the rendiconto tells apart and what it doesn't. */
function SchedaRendiconto(contenuto: Contenuto & { cascata: Cascata }) {
  const { cascata, versioni } = contenuto;
  const { periodo, voci, liquidato, residuo } = cascata;
  const origine = residuo?.osservazione.origine ?? [];
  return (
    <Scheda
      id={`rendiconto-${periodo}`}
      titolo={
        voci.length === 0
          ? `Il rendiconto ${periodo} riporta solo i totali`
          : `Oltre ai totali, il rendiconto ${periodo} riporta ${countOf(voci.length, 'voce', 'voci')}`
      }
      misura="Euro, voce per voce, come il documento li riporta."
      note={origine.length > 0 && <p>Fonte: {describeFonti(origine, versioni)}.</p>}
    >
      <TavolaRendiconto {...contenuto} />
      <DettagliRendiconto cascata={cascata} liquidato={liquidato} />
    </Scheda>
  );
}

const COLONNE_RENDICONTO = ['Programmato', 'Impegnato', 'Liquidato', 'Residuo'] as const;

/** What the rendiconto tells apart, where it does. */
function TavolaRendiconto({ cascata: { voci, periodo }, ambito, rendiconto }: Contenuto & { cascata: Cascata }) {
  if (voci.length === 0) return null;
  return (
    <Tabella
      didascalia={`Rendiconto ${periodo}, voce per voce`}
      testa="Fondo o intervento"
      colonne={COLONNE_RENDICONTO.map((nome) => ({
        chiave: nome,
        titolo: `${nome} (€)`,
        etichetta: nome,
        numerica: true,
      }))}
      righe={voci.map(({ nome, programmato, impegnato, liquidato, residuo, parte, riga }) => ({
        chiave: nome,
        testa: nome,
        celle: [programmato, impegnato, liquidato, residuo].map((cent, i) =>
          cent === null ? (
            <span key={COLONNE_RENDICONTO[i]} className="minuto">
              non indicato
            </span>
          ) : (
            <CifraRiga
              key={COLONNE_RENDICONTO[i]}
              cent={cent}
              ambito={ambito.id}
              origine={{ tipo: 'rendiconto', versione: rendiconto.versione, parte, riga }}
            />
          ),
        ),
      }))}
    />
  );
}

function DettagliRendiconto({ cascata, liquidato }: { cascata: Cascata; liquidato: number | null }) {
  const mancano = [
    liquidato === null ? 'quanto è stato liquidato' : null,
    cascata.residui.length > 0 ? null : 'quanto resta su ciascun fondo',
    cascata.perIntervento ? null : 'quanto è andato a ciascun servizio',
  ].filter((uno) => uno !== null);
  if (mancano.length === 0) return null;
  return (
    <Vuoto titolo={`Non c’è scritto ${joinNomi(mancano)}`}>
      <p>
        Il documento riporta solo la sintesi e rimanda alle schede di rendicontazione allegate. Le porta l’Ufficio di
        Piano caricando il rendiconto (tabella «rendiconto») con le colonne del fondo, dell’intervento e del liquidato.
      </p>
    </Vuoto>
  );
}
