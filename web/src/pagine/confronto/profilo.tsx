/** One comune beside the others: every indicator that can be compared, a line each. */
import { SceltaDaElenco } from '../../componenti/comandi.tsx';
import { indirizzi } from '../../indirizzi.ts';
import { useVai } from '../../navigazione.tsx';
import { listRipieghi } from '../../serie/avvisi-confronto.ts';
import { uniqueOrigine } from '../../serie/confronto.ts';
import { buildInsieme } from '../../serie/insieme.ts';
import { buildProfilo, tellProfilo, titleProfilo } from '../../serie/profilo.ts';
import { AzioniInsieme } from './azioni-insieme.tsx';
import { Opzioni, SceltaDimensioni, SceltaVista } from './comandi.tsx';
import { SceltaQuali } from './comandi-insieme.tsx';
import { Mancanze } from './mancanze.tsx';
import { Righe } from './profilo/righe.tsx';
import { TavolaProfilo } from './profilo/tavola-profilo.tsx';
import { Quadro } from './quadro.tsx';
import { type DatiVista, hrefCon } from './stato.ts';

export function Profilo(dati: DatiVista) {
  const { ambito, catalogo, osservazioni, stato } = dati;
  const vai = useVai();
  const comune = ambito.comuni.find(({ codiceIstat }) => stato.evidenzia.includes(codiceIstat)) ?? ambito.comuni[0];
  const quali = stato.quali ?? 'rapporti';
  const insieme = buildInsieme({
    ambito,
    catalogo,
    osservazioni,
    richiesta: { dimensioni: stato.dimensioni },
    quali,
  });
  if (!comune) return null;
  const { codiceIstat, nome } = comune;
  const gruppi = buildProfilo(insieme, codiceIstat);
  const titolo = titleProfilo(gruppi, nome);
  const misura = `Il valore di ${nome}, quelli degli altri comuni e quello dell’intero ambito: ogni riga ha la sua scala`;
  const origine = uniqueOrigine(insieme.colonne.flatMap(({ confronto }) => confronto.origine));
  return (
    <Quadro
      dati={dati}
      domanda={`Dove sta ${nome} rispetto agli altri comuni?`}
      argomento={`${nome} e gli altri comuni`}
      risposta={tellProfilo(gruppi, nome)}
      scelte={
        <SceltaDaElenco
          etichetta="Comune"
          valore={codiceIstat}
          gruppi={[{ voci: ambito.comuni.map((uno) => ({ valore: uno.codiceIstat, testo: uno.nome })) }]}
          onScegli={(codice) => vai(hrefCon(dati, { indicatore: stato.indicatore, evidenzia: [codice] }))}
          larga
        />
      }
      avvisi={listRipieghi({ dimensioni: stato.dimensioni }, { periodo: null, alternative: insieme.alternative }, '')}
      titolo={titolo}
      misura={misura}
      opzioni={
        <Opzioni etichetta="Indicatori, fascia, tabella…">
          <SceltaVista {...dati} />
          <SceltaQuali dati={dati} quali={quali} />
          <SceltaDimensioni
            alternative={insieme.alternative}
            hrefDi={(cambio) => hrefCon(dati, { dimensioni: { ...stato.dimensioni, ...cambio } })}
          />
        </Opzioni>
      }
      note={['«Più alto» e «più basso» dicono un posto, non un merito.']}
      origine={origine}
      approfondisci={<a href={indirizzi.comune(ambito.id, codiceIstat)}>Tutto su {nome}, in una pagina</a>}
      azioni={
        gruppi.length > 0 && (
          <AzioniInsieme
            dati={dati}
            titolo={titolo}
            misura={misura}
            origine={origine}
            parti={insieme.colonne.map(({ confronto, scelta }) => ({ confronto, dimensioni: scelta.dimensioni }))}
            draw={async () => (await import('../../grafici/esportazione-profilo.ts')).drawProfilo(gruppi)}
          />
        )
      }
      dopo={<Mancanze dati={dati} senzaComuni={insieme.senzaComuni} />}
    >
      {stato.vista === 'tabella' ? (
        <TavolaProfilo dati={dati} gruppi={gruppi} titolo={titolo} nome={nome} />
      ) : (
        <Righe dati={dati} gruppi={gruppi} nome={nome} />
      )}
    </Quadro>
  );
}
