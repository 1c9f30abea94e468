/** From a file on somebody's desk to a draft: which table, what the file does not say, the file. */
import { useCallback, useId, useRef, useState } from 'react';
import type { AmbitoDto, CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica } from '../componenti/comandi.tsx';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizziApi, writeRicerca } from '../indirizzi.ts';
import { usePosizione, useVai } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { Avanzamento } from './avanzamento.tsx';
import { CAMPI_FONTE, type Campo, findErrori, listCampiContesto, toParametri, toValori, type Valori } from './campi.ts';
import { CampoModulo } from './campo-modulo.tsx';
import { RichiestaError } from './errore.ts';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import {
  followArrivo,
  MASSIMO_DIRETTO_BYTE,
  MASSIMO_FIRMATO_BYTE,
  type Passo,
  readSospeso,
  sendGrande,
  writeSospeso,
} from './file-grande.ts';
import { scrivania } from './indirizzi.ts';
import type { Versione } from './mancanze.ts';
import { readModulo, writeModulo } from './modulo-scritto.ts';
import { ParteModulo } from './parte-modulo.tsx';
import { resumeCorrezioni } from './riprese.ts';
import { SceltaFile } from './scelta-file.tsx';
import { type ProprietaVista, type Scrivania, useAzione, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';
import { SospesoVista } from './sospeso-vista.tsx';

interface Dati {
  readonly ambito: AmbitoDto;
  readonly tipi: readonly TipoDto[];
  /** By tipo: the versione that the public sees. */
  readonly correnti: Readonly<Record<string, Versione>>;
  /** The draft whose file comes again, mended. */
  readonly da: CaricamentoDto | null;
}

async function readCarica({ pubblica, riservata }: Scrivania, id: string, da: string | undefined): Promise<Dati> {
  const [ambito, tipi, bozza] = await Promise.all([
    pubblica.readAmbito(id),
    pubblica.readTipi(),
    da === undefined ? null : riservata.readBozza(id, da),
  ]);
  const correnti = await Promise.all(
    Object.entries(ambito.versioni).map(async ([tipo, numero]) => {
      const { versioni } = await pubblica.readVersioni(id, tipo);
      const corrente = versioni.find(({ versione }) => versione === numero);
      return corrente ? [[tipo, corrente] as const] : [];
    }),
  );
  return { ambito, tipi, correnti: Object.fromEntries(correnti.flat()), da: bozza };
}

export function CaricaVista({ ambito, ruolo }: ProprietaVista) {
  const dipendenze = useScrivania();
  const { ricerca } = usePosizione();
  const { da } = ricerca;
  const [lettura, rileggi] = useLettura(
    useCallback(() => readCarica(dipendenze, ambito, da), [dipendenze, ambito, da]),
  );
  return (
    <div className="pagina">
      <TestaPagina
        briciole={[
          { testo: 'Area riservata', href: scrivania.inizio() },
          {
            testo: lettura.stato === 'letta' ? shortNome(lettura.dati.ambito.nome) : ambito,
            href: scrivania.tabelle(ambito),
          },
          { testo: 'Carica un file' },
        ]}
        titolo={da === undefined ? 'Carica un file' : 'Carica il file corretto'}
        descrizione="Si porta un file, com’è: prima di pubblicare si vede che cosa ne è stato letto."
        risposta="Il file va bene com’è, con i titoli, i totali e le note. Nulla diventa pubblico: prima vedi che cosa ne è stato letto e che cosa cambierebbe."
      />
      {!mayWrite(ruolo) && (
        <Vuoto titolo="Il tuo ruolo legge soltanto">
          <p>I file li caricano gli operatori e i responsabili dell’Ufficio di Piano.</p>
        </Vuoto>
      )}
      {mayWrite(ruolo) && lettura.stato === 'attesa' && <Attesa cosa="le tabelle" />}
      {lettura.stato === 'errore' && <ErroreDiRichiesta errore={lettura.errore} onRiprova={rileggi} />}
      {mayWrite(ruolo) && lettura.stato === 'letta' && (
        <Modulo {...lettura.dati} tipo={ricerca.tipo} parte={ricerca.parte} />
      )}
    </div>
  );
}

interface Partenza {
  readonly tipo: string;
  readonly parte: string;
  readonly valori: Valori;
}

/** Where the form starts from: the draft to mend, or what the parte was last brought with. */
function startFrom({ da, correnti }: Pick<Dati, 'da' | 'correnti'>, tipo: string, parte?: string): Partenza {
  if (da) return { tipo: da.tipo, parte: da.parte, valori: toValori(da) };
  const parti = correnti[tipo]?.parti ?? [];
  const scelta = parti.find((una) => una.parte === parte) ?? (parte === undefined ? parti[0] : undefined);
  return { tipo, parte: parte ?? scelta?.parte ?? 'intera', valori: scelta ? toValori(scelta) : {} };
}

function Modulo({
  tipo: tipoChiesto,
  parte: parteChiesta,
  ...dati
}: Dati & { tipo?: string | undefined; parte?: string | undefined }) {
  const { ambito, tipi, correnti } = dati;
  const [sospeso, setSospeso] = useState(() => readSospeso(window.sessionStorage, ambito.id));
  const ricerca = writeRicerca({ tipo: tipoChiesto, parte: parteChiesta, da: dati.da?.id });
  const [scritto] = useState(() => readModulo(window.sessionStorage, ambito.id, ricerca));
  const [stato, setStato] = useState<Partenza>(
    () => sospeso ?? scritto ?? startFrom(dati, tipoChiesto ?? tipi[0]?.id ?? '', parteChiesta),
  );
  const { tipo: tipoId, parte, valori } = stato;
  const [file, setFile] = useState<File | null>(null);
  const keep = (nuovo: Partenza, scelto: File | null = file) => {
    const { tipo, parte, valori } = nuovo;
    const nome = scelto?.name ?? scritto?.file;
    writeModulo(window.sessionStorage, ambito.id, { ricerca, tipo, parte, valori, ...(nome && { file: nome }) });
  };
  const change = (nuovo: Partenza) => {
    setStato(nuovo);
    keep(nuovo);
  };
  const [errori, setErrori] = useState<Readonly<Record<string, string>>>({});
  const [passo, setPasso] = useState<Passo>({ fase: 'invio', quota: 0 });
  const annullo = useRef<AbortController>(undefined);
  const [azione, act] = useAzione();
  const modulo = useRef<HTMLFormElement>(null);
  const { riservata } = useScrivania();
  const vai = useVai();
  const idTipo = useId();
  /** The draft as it was read by itself or, where it takes the place of a corrected one, with what still holds. */
  const open = async (letta: CaricamentoDto) => {
    const { id, ...come } = await resumeCorrezioni(riservata, ambito.id, { prima: dati.da, dopo: letta });
    writeModulo(window.sessionStorage, ambito.id, null);
    vai(scrivania.bozza(ambito.id, id, come));
  };
  const openLetto = async (id: string) => {
    await open(await riservata.readBozza(ambito.id, id));
    writeSospeso(window.sessionStorage, ambito.id, null);
  };
  const tipo = tipi.find(({ id }) => id === tipoId);
  if (!tipo) return null;
  const campi = listCampiContesto(tipo, ambito);
  const foglio: Campo[] = isFoglioDiCalcolo(file) || valori.foglio !== undefined ? [CAMPO_FOGLIO] : [];
  const set = (nome: string, valore: string) => change({ ...stato, valori: { ...valori, [nome]: valore } });
  const send = () => {
    const trovati = findErrori({ campi: [...campi, ...CAMPI_FONTE], valori, parte, file }, MASSIMO_FIRMATO_BYTE);
    setErrori(trovati);
    const [primo] = Object.keys(trovati);
    if (primo !== undefined || !file) {
      modulo.current?.querySelector<HTMLElement>(`[name="${primo}"]`)?.focus();
      return;
    }
    const parametri = toParametri({ tipo, parte, valori }, ambito);
    if (file.size <= MASSIMO_DIRETTO_BYTE) {
      setPasso({ fase: 'invio', quota: 0 });
      act('Invio il file', async () => {
        const onAvanzamento = (quota: number) => setPasso(quota < 1 ? { fase: 'invio', quota } : { fase: 'lettura' });
        await open(await riservata.sendFile(ambito.id, { byte: file, parametri }, onAvanzamento));
        return 'Il file è arrivato.';
      });
      return;
    }
    const remember = (arrivo: string, inviato: boolean) => {
      const scritto = { arrivo, inviato, file: file.name, tipo: tipo.id, parte, valori };
      writeSospeso(window.sessionStorage, ambito.id, scritto);
    };
    // Once it has arrived, trying again means asking again: not sending it again.
    let arrivato: string | undefined;
    act('Invio il file', async () => {
      const controllo = new AbortController();
      annullo.current = controllo;
      const { signal: segnale } = controllo;
      try {
        arrivato ??= await sendGrande(riservata, {
          ambito: ambito.id,
          file: { byte: file, parametri },
          onPasso: setPasso,
          onFirma: (arrivo) => remember(arrivo, false),
          segnale,
        });
        remember(arrivato, true);
        const id = await followArrivo(riservata, { ambito: ambito.id, arrivo: arrivato, segnale });
        await openLetto(id);
        return 'Il file è arrivato.';
      } catch (errore) {
        if (segnale.aborted) {
          writeSospeso(window.sessionStorage, ambito.id, null);
          return 'Invio annullato: del file non è rimasto nulla. Quello che hai scelto è ancora qui.';
        }
        // What could not be read is sent anew; what could not be asked about is asked about.
        if (errore instanceof RichiestaError && errore.stato !== null) arrivato = undefined;
        throw errore;
      }
    });
  };
  const inCorso = azione.stato === 'incorso';
  const comuni = (elenco: readonly Campo[]) =>
    elenco.map((campo) => (
      <CampoModulo
        key={campo.nome}
        campo={campo}
        valore={valori[campo.nome] ?? ''}
        errore={errori[campo.nome]}
        onScrivi={(valore) => set(campo.nome, valore)}
      />
    ));
  const leaveSospeso = () => {
    writeSospeso(window.sessionStorage, ambito.id, null);
    setSospeso(null);
  };
  return (
    <>
      {sospeso && <SospesoVista ambito={ambito.id} sospeso={sospeso} onLetto={openLetto} onRinuncia={leaveSospeso} />}
      <form
        ref={modulo}
        className="modulo"
        noValidate
        onSubmit={(evento) => {
          evento.preventDefault();
          if (!inCorso) send();
        }}
      >
        <section className="scheda">
          <h2>1. Quale tabella</h2>
          <div className="campo campo-largo">
            <label className="campo-etichetta" htmlFor={idTipo}>
              Tabella
            </label>
            <select
              id={idTipo}
              className="scelta"
              value={tipoId}
              onChange={(evento) => change(startFrom({ ...dati, da: null }, evento.target.value))}
            >
              {tipi.map(({ id, titolo }) => (
                <option key={id} value={id}>
                  {titolo}
                </option>
              ))}
            </select>
          </div>
          <p>{tipo.descrizione}</p>
          <div className="azioni">
            <LinkScarica href={indirizziApi.modelloCsv(tipo.id)}>Modello da compilare</LinkScarica>
          </div>
          <ParteModulo
            parti={correnti[tipoId]?.parti ?? []}
            parte={parte}
            errore={errori.parte}
            onScegli={(scelta) => change(startFrom({ ...dati, da: null }, tipoId, scelta))}
            onNomina={(nome) => change({ ...stato, parte: nome })}
          />
        </section>
        <section className="scheda">
          <h2>2. Il file</h2>
          <SceltaFile
            file={file}
            prima={scritto?.file}
            errore={errori.file}
            onScegli={(scelto) => {
              setFile(scelto);
              keep(stato, scelto);
            }}
          />
          <div className="modulo-campi">{comuni([...campi, ...foglio])}</div>
        </section>
        <section className="scheda">
          <h2>3. Da dove viene</h2>
          <p>Chi legge una cifra risale fin qui.</p>
          <div className="modulo-campi">{comuni(CAMPI_FONTE.slice(0, 1))}</div>
          <details open={CAMPI_FONTE.slice(1).some(({ nome }) => valori[nome] !== undefined)}>
            <summary>Capitolo, atto, data, licenza</summary>
            <div className="modulo-campi">{comuni(CAMPI_FONTE.slice(1))}</div>
          </details>
        </section>
        <div className="modulo-invio">
          <button type="submit" className="btn btn-primary" aria-disabled={inCorso}>
            Carica e guarda l’anteprima
          </button>
          <Avanzamento
            passo={inCorso ? passo : null}
            onAnnulla={file && file.size > MASSIMO_DIRETTO_BYTE ? () => annullo.current?.abort() : undefined}
          />
        </div>
        {azione.stato === 'fatta' && <EsitoAzione azione={azione} />}
        {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
      </form>
    </>
  );
}

const CAMPO_FOGLIO: Campo = {
  nome: 'foglio',
  etichetta: 'Foglio',
  aiuto: 'Il nome del foglio da leggere; se lo lasci vuoto, il primo.',
  genere: 'testo',
};

function isFoglioDiCalcolo(file: File | null): boolean {
  return file !== null && /\.xlsx$/i.test(file.name);
}
