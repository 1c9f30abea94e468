/** A chart for each indicator, on its own scale. */
import { toModello } from '../../../grafici/modello.ts';
import type { Confronto } from '../../../serie/confronto.ts';
import { buildInsieme, type Insieme } from '../../../serie/insieme.ts';
import { capitalize, countOf, nameNumero } from '../../../serie/parole.ts';
import { buildTitolo, listFigureRisposta } from '../../../serie/titolo.ts';
import { describeUnita } from '../../../serie/valore.ts';
import { SceltaIndicatore } from '../comandi.tsx';
import { SceltaQuali } from '../comandi-insieme.tsx';
import { Mancanze } from '../mancanze.tsx';
import { type DatiVista, hrefCon } from '../stato.ts';
import { sortComeGuida } from './guida.ts';
import { Pagina } from './pagina.tsx';
import type { Riquadro } from './riquadri.tsx';

export function PerIndicatori(dati: DatiVista) {
  const { ambito, catalogo, osservazioni, stato } = dati;
  const quali = stato.quali ?? 'rapporti';
  const insieme = buildInsieme({ ambito, catalogo, osservazioni, richiesta: { dimensioni: stato.dimensioni }, quali });
  const { colonne } = insieme;
  const guida = colonne.find(({ indicatore }) => indicatore.id === dati.indicatore.id) ?? colonne[0];
  // The one by which the others are put in order stands first.
  const inFila = guida ? [guida, ...colonne.filter((una) => una !== guida)] : [];
  const riquadri = inFila.map(({ indicatore, confronto, scelta, quando }): Riquadro => {
    const ordinato = guida ? sortComeGuida(confronto, guida.confronto) : confronto;
    return {
      chiave: indicatore.id,
      titolo: indicatore.titolo,
      href: hrefCon(dati, {
        grafico: 'barre',
        indicatore: indicatore.id,
        periodo: scelta.periodo ?? undefined,
        dimensioni: scelta.dimensioni,
        quali: undefined,
      }),
      sotto: `${capitalize(describeUnita(confronto.unita))}, ${quando}`,
      confronto: ordinato,
      modello: toModello(ordinato, stato.evidenzia),
      dimensioni: scelta.dimensioni,
    };
  });
  const titolo = guida
    ? `${countOf(colonne.length, 'indicatore', 'indicatori')}, i comuni sempre in ordine di ${guida.indicatore.titolo.toLocaleLowerCase('it')}`
    : 'Nessun indicatore ha ancora i valori dei comuni';
  return (
    <Pagina
      dati={dati}
      domanda="Chi è più alto in una cosa lo è anche nelle altre?"
      argomento="I comuni, indicatore per indicatore"
      risposta={
        guida
          ? tellFila(insieme, guida.confronto)
          : 'Nessuna tabella pubblicata porta ancora valori dei singoli comuni.'
      }
      figure={guida ? listFigureRisposta({ ...guida.confronto, ambito: null }) : []}
      titolo={capitalize(titolo)}
      misura="Un riquadro per indicatore, ognuno con la sua scala; i comuni sono sempre nello stesso ordine"
      riquadri={riquadri}
      alternative={insieme.alternative}
      scelte={
        guida && (
          <SceltaIndicatore
            dati={dati}
            etichetta="In ordine di"
            valore={guida.indicatore.id}
            hrefDi={(id) => hrefCon(dati, { indicatore: id })}
            soli={colonne.map(({ indicatore }) => indicatore)}
          />
        )
      }
      quali={<SceltaQuali dati={dati} quali={quali} />}
      mancanze={<Mancanze dati={dati} senzaComuni={insieme.senzaComuni} />}
    />
  );
}

/** In how many of the other charts the comune that leads the order leads too. */
function tellFila({ colonne }: Insieme, guida: Confronto): string {
  const [primo] = guida.voci;
  const testa = `${buildTitolo(guida)}.`;
  if (!primo || primo.valore === null || colonne.length < 2) return testa;
  const altre = colonne.filter(({ confronto }) => confronto.indicatore !== guida.indicatore);
  const anche = altre.filter(({ confronto: { voci } }) => {
    const suo = voci.find(({ codice }) => codice === primo.codice);
    return suo !== undefined && suo.valore !== null && suo.testo === voci[0]?.testo;
  });
  if (altre.length === 1) {
    return `${testa} ${primo.nome} ${anche.length === 1 ? 'ha' : 'non ha'} il valore più alto anche nell’altro indicatore qui sotto.`;
  }
  const altri = `degli altri ${nameNumero(altre.length)} indicatori qui sotto`;
  return anche.length === 0
    ? `${testa} In nessuno ${altri} il valore più alto è di ${primo.nome}.`
    : `${testa} ${primo.nome} ha il valore più alto anche in ${nameNumero(anche.length)} ${altri}.`;
}
