/** From a file on somebody's desk to a draft: which table, what the file does not say, the file. */
import { useCallback, useId, useRef, useState } from 'react';
import type { AmbitoDto, CaricamentoDto, TipoDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica } from '../componenti/comandi.tsx';
import { Attesa, Vuoto } from '../componenti/stati.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizziApi } from '../indirizzi.ts';
import { usePosizione, useVai } from '../navigazione.tsx';
import { shortNome } from '../serie/parole.ts';
import { CAMPI_FONTE, type Campo, findErrori, listCampiContesto, toParametri, toValori, type Valori } from './campi.ts';
import { CampoModulo } from './campo-modulo.tsx';
import { ErroreDiRichiesta } from './esito.tsx';
import { scrivania } from './indirizzi.ts';
import type { Versione } from './mancanze.ts';
import { ParteModulo } from './parte-modulo.tsx';
import { SceltaFile } from './scelta-file.tsx';
import { type ProprietaVista, type Scrivania, useAzione, useLettura, useScrivania } from './scrivania.tsx';
import { mayWrite } from './sessione.ts';

/** What a request may carry. @source functions/core/http/rotte.ts, MASSIMO_FILE_BYTE */
const MASSIMO_BYTE = 4 * 1024 * 1024;

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
function startFrom({ da, correnti }: Dati, tipo: string, parte?: string): Partenza {
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
  const [{ tipo: tipoId, parte, valori }, setStato] = useState(() =>
    startFrom(dati, tipoChiesto ?? tipi[0]?.id ?? '', parteChiesta),
  );
  const [file, setFile] = useState<File | null>(null);
  const [errori, setErrori] = useState<Readonly<Record<string, string>>>({});
  const [quota, setQuota] = useState(0);
  const [azione, act] = useAzione();
  const modulo = useRef<HTMLFormElement>(null);
  const { riservata } = useScrivania();
  const vai = useVai();
  const idTipo = useId();
  const tipo = tipi.find(({ id }) => id === tipoId);
  if (!tipo) return null;
  const campi = listCampiContesto(tipo, ambito);
  const foglio: Campo[] = isFoglioDiCalcolo(file) || valori.foglio !== undefined ? [CAMPO_FOGLIO] : [];
  const set = (nome: string, valore: string) =>
    setStato((prima) => ({ ...prima, valori: { ...prima.valori, [nome]: valore } }));
  const send = () => {
    const trovati = findErrori({ campi: [...campi, ...CAMPI_FONTE], valori, parte, file }, MASSIMO_BYTE);
    setErrori(trovati);
    const [primo] = Object.keys(trovati);
    if (primo !== undefined || !file) {
      modulo.current?.querySelector<HTMLElement>(`[name="${primo}"]`)?.focus();
      return;
    }
    setQuota(0);
    act('Invio il file', async () => {
      const parametri = toParametri({ tipo, parte, valori }, ambito);
      const bozza = await riservata.sendFile(ambito.id, { byte: file, parametri }, setQuota);
      vai(scrivania.bozza(ambito.id, bozza.id));
      return 'Il file è arrivato.';
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
  return (
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
            onChange={(evento) => setStato(startFrom({ ...dati, da: null }, evento.target.value))}
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
          onScegli={(scelta) => setStato(startFrom({ ...dati, da: null }, tipoId, scelta))}
          onNomina={(nome) => setStato((prima) => ({ ...prima, parte: nome }))}
        />
      </section>
      <section className="scheda">
        <h2>2. Il file</h2>
        <SceltaFile file={file} errore={errori.file} onScegli={setFile} />
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
        <Avanzamento attivo={inCorso} quota={quota} />
      </div>
      {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} />}
    </form>
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

/** First the file travels, which can be measured; then it is read, which cannot. */
function Avanzamento({ attivo, quota }: { attivo: boolean; quota: number }) {
  const etichetta = useId();
  const testo = quota < 1 ? 'Invio il file' : 'Leggo il file e lo confronto con i dati pubblicati';
  return (
    <div role="status" aria-live="polite">
      {attivo && (
        <>
          <span id={etichetta}>{testo}…</span>
          <progress aria-labelledby={etichetta} max={1} {...(quota < 1 && { value: quota })} />
        </>
      )}
    </div>
  );
}
