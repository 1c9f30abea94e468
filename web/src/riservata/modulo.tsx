/** The form of an upload: which table, the file, where it comes from. */
import { useId, useRef, useState } from 'react';
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { LinkScarica } from '../componenti/comandi.tsx';
import { indirizziApi, writeRicerca } from '../indirizzi.ts';
import { useVai } from '../navigazione.tsx';
import { Avanzamento } from './avanzamento.tsx';
import { CAMPI_FONTE, type Campo, findErrori, listCampiContesto, toParametri } from './campi.ts';
import { CampoModulo } from './campo-modulo.tsx';
import { ErroreDiRichiesta, EsitoAzione } from './esito.tsx';
import { MASSIMO_FIRMATO_BYTE, readSospeso, writeSospeso } from './file-grande.ts';
import { scrivania } from './indirizzi.ts';
import { useInvioFile } from './invio-file.ts';
import { readModulo, writeModulo } from './modulo-scritto.ts';
import { ParteModulo } from './parte-modulo.tsx';
import { type DatiCarica, type Partenza, startAltra, startFrom, startNuova } from './partenza.ts';
import { resumeCorrezioni } from './riprese.ts';
import { SceltaFile } from './scelta-file.tsx';
import { useScrivania } from './scrivania.tsx';
import { SospesoVista } from './sospeso-vista.tsx';
import { describeSostituita, findSostituita } from './sostituita.ts';
import { Trattieni } from './trattieni.tsx';

interface Proprieta extends DatiCarica {
  /** What the address asks for. */
  readonly chiesto: { readonly tipo?: string | undefined; readonly parte?: string | undefined };
}

export function Modulo({ chiesto, ...dati }: Proprieta) {
  const { ambito, tipi, correnti, da } = dati;
  const [sospeso, setSospeso] = useState(() => readSospeso(window.sessionStorage, ambito.id));
  const isChiesto = ({ id }: { readonly id: string }) => id === chiesto.tipo;
  const ricerca = writeRicerca({ ...chiesto, da: da?.id });
  const [scritto] = useState(() => readModulo(window.sessionStorage, ambito.id, ricerca));
  const [stato, setStato] = useState<Partenza>(
    () => sospeso ?? scritto ?? startFrom(dati, (tipi.find(isChiesto) ?? tipi[0])?.id ?? '', chiesto.parte),
  );
  const { tipo: tipoId, parte, valori } = stato;
  const [file, setFile] = useState<File | null>(null);
  const [errori, setErrori] = useState<Readonly<Record<string, string>>>({});
  const modulo = useRef<HTMLFormElement>(null);
  const { riservata } = useScrivania();
  const vai = useVai();
  const idTipo = useId();
  const keep = (nuovo: Partenza, scelto: File | null = file) => {
    const nome = scelto?.name ?? scritto?.file;
    writeModulo(window.sessionStorage, ambito.id, { ricerca, ...nuovo, ...(nome && { file: nome }) });
  };
  const change = ({ tipo, parte, valori }: Partenza) => {
    const nuovo = { tipo, parte, valori };
    setStato(nuovo);
    keep(nuovo);
  };
  /** The draft as it was read by itself or, where it takes the place of a corrected one, with what still holds. */
  const open = async (letta: CaricamentoDto) => {
    const { id, ...come } = await resumeCorrezioni(riservata, ambito.id, { prima: da, dopo: letta });
    writeModulo(window.sessionStorage, ambito.id, null);
    vai(scrivania.bozza(ambito.id, id, come));
  };
  const openLetto = async (id: string) => {
    await open(await riservata.readBozza(ambito.id, id));
    writeSospeso(window.sessionStorage, ambito.id, null);
  };
  const leaveSospeso = () => {
    writeSospeso(window.sessionStorage, ambito.id, null);
    setSospeso(null);
    // What was pressed goes away; the file is what lacks.
    modulo.current?.querySelector<HTMLElement>('[name="file"]')?.focus();
  };
  const { azione, passo, send, giveUp, isInviando } = useInvioFile(ambito.id, open);
  const tipo = tipi.find(({ id }) => id === tipoId);
  if (!tipo) return null;
  const campi = listCampiContesto(tipo, ambito);
  const foglio: Campo[] = isFoglioDiCalcolo(file) || valori.foglio !== undefined ? [CAMPO_FOGLIO] : [];
  const sostituita = findSostituita(dati, stato);
  const submit = () => {
    const trovati = findErrori({ campi: [...campi, ...CAMPI_FONTE], valori, parte, file }, MASSIMO_FIRMATO_BYTE);
    setErrori(trovati);
    const [primo] = Object.keys(trovati);
    if (primo !== undefined || !file) {
      const campo = modulo.current?.querySelector<HTMLElement>(`[name="${primo}"]`);
      // What is folded away can be neither seen nor focused.
      campo?.closest('details')?.setAttribute('open', '');
      campo?.focus();
      return;
    }
    const parametri = {
      ...toParametri({ tipo, parte, valori }, ambito),
      ...(sostituita && { sostituisce: sostituita.id }),
    };
    send({ file, parametri, modulo: { tipo: tipo.id, parte, valori } });
  };
  const comuni = (elenco: readonly Campo[]) =>
    elenco.map((campo) => (
      <CampoModulo
        key={campo.nome}
        campo={campo}
        valore={valori[campo.nome] ?? ''}
        errore={errori[campo.nome]}
        onScrivi={(valore) => change({ ...stato, valori: { ...valori, [campo.nome]: valore } })}
      />
    ));
  return (
    <>
      {sospeso && <SospesoVista ambito={ambito.id} sospeso={sospeso} onLetto={openLetto} onRinuncia={leaveSospeso} />}
      <form
        ref={modulo}
        className="modulo"
        noValidate
        onSubmit={(evento) => {
          evento.preventDefault();
          if (azione.stato !== 'incorso') submit();
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
              onChange={(evento) => change(startAltra(dati, stato, { tipo: evento.target.value }))}
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
            key={tipoId}
            parti={correnti[tipoId]?.parti ?? []}
            parte={parte}
            errore={errori.parte}
            onScegli={(scelta) => change(startAltra(dati, stato, { tipo: tipoId, parte: scelta }))}
            onAggiungi={() => change(startNuova(dati, stato))}
            onNomina={(nome) => change({ ...stato, parte: nome })}
          />
          {sostituita && <p className="modulo-sostituita">{describeSostituita(sostituita)}</p>}
        </section>
        <section className="scheda">
          <h2>2. Il file</h2>
          <SceltaFile
            file={file}
            prima={scritto?.file}
            errore={errori.file}
            fermo={azione.stato === 'incorso'}
            onScegli={(scelto) => {
              setFile(scelto);
              keep({ tipo: tipoId, parte, valori }, scelto);
            }}
          />
          <div className="modulo-campi">{comuni([...campi, ...foglio])}</div>
        </section>
        <section className="scheda">
          <h2>3. Da dove viene</h2>
          <p>Chi legge una cifra del sito risale fin qui.</p>
          <div className="modulo-campi">{comuni(CAMPI_FONTE.slice(0, 1))}</div>
          <details open={CAMPI_FONTE.slice(1).some(({ nome }) => valori[nome] !== undefined)}>
            <summary>Capitolo, atto, data, licenza</summary>
            <div className="modulo-campi">{comuni(CAMPI_FONTE.slice(1))}</div>
          </details>
        </section>
        <div className="modulo-invio">
          <button type="submit" className="btn btn-primary" aria-disabled={azione.stato === 'incorso'}>
            Carica e guarda l’anteprima
          </button>
          <Avanzamento passo={passo} onAnnulla={giveUp} />
        </div>
        {azione.stato === 'fatta' && <EsitoAzione azione={azione} />}
        {azione.stato === 'fallita' && <ErroreDiRichiesta errore={azione.errore} onRiprova={azione.riprova} daSolo />}
      </form>
      <Trattieni
        inCorso={isInviando}
        titolo="Interrompere l’invio?"
        conferma="Interrompi ed esci"
        rinuncia="Continua l’invio"
      >
        <p>Il file sta ancora partendo: se esci da questa pagina non arriva, e va scelto di nuovo.</p>
      </Trattieni>
    </>
  );
}

const CAMPO_FOGLIO: Campo = {
  nome: 'foglio',
  etichetta: 'Foglio',
  aiuto: 'Il nome del foglio da leggere; se lo lasci vuoto, il primo che non sia vuoto.',
  genere: 'testo',
};

function isFoglioDiCalcolo(file: File | null): boolean {
  return file !== null && /\.xlsx$/i.test(file.name);
}
