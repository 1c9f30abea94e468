import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumero } from '../../../functions/core/formato.ts';
import { Briciole } from '../componenti/briciole.tsx';
import { Cifra, useSpiega } from '../componenti/cifra.tsx';
import { LinkScarica, Segmenti } from '../componenti/comandi.tsx';
import { Segno } from '../componenti/segno.tsx';
import { Simulatore } from '../componenti/simulatore.tsx';
import { Vuoto } from '../componenti/stati.tsx';
import { Tabella } from '../componenti/tabella.tsx';
import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { Barre } from '../grafici/barre.tsx';
import { Colonnine } from '../grafici/colonnine.tsx';
import { Manubri } from '../grafici/manubri.tsx';
import type { ModelloGrafico } from '../grafici/modello.ts';
import { createScala } from '../grafici/scala.ts';
import { indirizzi, indirizziApi, type Ricerca } from '../indirizzi.ts';
import { usePosizione } from '../navigazione.tsx';
import {
  type Andamento,
  buildAndamenti,
  buildCofinanziamento,
  buildPassi,
  type Cofinanziamento,
  findPartiFisse,
  findResidenti,
  type MisuraCofinanziamento,
  type RigaCofinanziamento,
  tellAndamenti,
  tellAumenti,
  tellCofinanziamento,
  tellEuro,
} from '../serie/cofinanziamento.ts';
import { type Figura, figuraOf } from '../serie/figura.ts';
import { describeFonti, type Origine } from '../serie/fonti.ts';
import { capitalize, describePeriodo, joinNomi, shortNome, withoutPunto } from '../serie/parole.ts';
import { createRaccolta, type Dato, isPresente, type Raccolta } from '../serie/raccolta.ts';
import { type BaseRiparto, computeQuote, readBase, sumFondi } from '../serie/riparto.ts';
import { formatScarto, formatValore } from '../serie/valore.ts';
import type { DatiCofinanziamento } from './letture.ts';

const rotta = getRouteApi('/$ambito/cofinanziamento');

export function CofinanziamentoRotta() {
  const { ricerca } = usePosizione();
  return <CofinanziamentoPagina {...rotta.useLoaderData()} ricerca={ricerca} />;
}

interface Pagina {
  readonly dati: DatiCofinanziamento;
  readonly ricerca: Ricerca;
  readonly raccolta: Raccolta;
  readonly cofinanziamento: Cofinanziamento;
  readonly base: BaseRiparto | null;
  readonly fontiOf: (dati: readonly (Dato | null)[]) => string;
}

export function CofinanziamentoPagina({ ricerca, ...dati }: DatiCofinanziamento & { ricerca: Ricerca }) {
  const { ambito, osservazioni, catalogo, versioni, riparto } = dati;
  const nome = shortNome(ambito.nome);
  const raccolta = createRaccolta(osservazioni, catalogo);
  const cofinanziamento = buildCofinanziamento(ambito, raccolta);
  const risposta = tellCofinanziamento(cofinanziamento);
  const base = riparto ? readBase(riparto, ambito) : null;
  const fontiOf = (usati: readonly (Dato | null)[]) => {
    const origine: Origine[] = usati.flatMap((dato) => dato?.osservazione.origine ?? []);
    return describeFonti(origine, versioni);
  };
  const pagina: Pagina = { dati, ricerca, raccolta, cofinanziamento, base, fontiOf };
  const vuota = cofinanziamento.anno === null && cofinanziamento.annoVersato === null;
  return (
    <div className="pagina pagina-cofinanziamento">
      <Briciole
        voci={[
          { testo: 'Ambiti', href: indirizzi.inizio() },
          { testo: nome, href: indirizzi.panoramica(ambito.id) },
          { testo: 'Cofinanziamento' },
        ]}
      />
      <TestaPagina
        titolo="Quanto mette ogni comune nel Piano di Zona?"
        titoloBreve={`Cofinanziamento dei comuni, ${nome}`}
        descrizione={risposta}
        risposta={risposta}
      />
      {vuota ? (
        <Manca nome={nome} />
      ) : (
        <>
          <Passi {...pagina} />
          <Parole {...cofinanziamento} />
          <Traguardi {...pagina} />
          <TavolaComuni {...pagina} />
          <Anni {...pagina} />
          {base && <ComeNasce {...pagina} base={base} />}
          {base && <Simulatore ambito={ambito.id} base={base} cofinanziamento={cofinanziamento} ricerca={ricerca} />}
        </>
      )}
    </div>
  );
}

function Manca({ nome }: { nome: string }) {
  return (
    <Vuoto titolo="Qui ci sarebbe quanto mette ogni comune" livello={2}>
      <p>
        Il cofinanziamento è la parte che i comuni mettono di tasca propria nel fondo comune dell’ambito, in denaro o in
        servizi. Per l’ambito di {nome} nessun documento pubblicato lo riporta, e quello che manca non si stima.
      </p>
      <p>
        Lo porta l’Ufficio di Piano: bastano la tabella del cofinanziamento per comune (quota minima, programmato,
        versato) e, per rifare i conti, quella dei fondi assegnati all’ambito.
      </p>
      <p>
        <a href={indirizziApi.modelloCsv('cofinanziamento')} download>
          Scarica il modello della tabella (CSV)
        </a>
      </p>
    </Vuoto>
  );
}

function readMisura(ricerca: Ricerca): MisuraCofinanziamento {
  return ricerca.misura === 'euro' ? 'euro' : 'abitante';
}

function SceltaMisura({ dati, ricerca }: Pagina) {
  const misura = readMisura(ricerca);
  const { misura: _, ...resto } = ricerca;
  return (
    <Segmenti
      etichetta="Si legge"
      voci={[
        {
          testo: 'Per residente',
          href: indirizzi.cofinanziamento(dati.ambito.id, resto),
          scelto: misura === 'abitante',
        },
        {
          testo: 'In euro',
          href: indirizzi.cofinanziamento(dati.ambito.id, { ...resto, misura: 'euro' }),
          scelto: misura === 'euro',
        },
      ]}
    />
  );
}

/** The step that each comune faces: from the money last paid to the minimum in money. */
function Passi(pagina: Pagina) {
  const { dati, ricerca, cofinanziamento, fontiOf } = pagina;
  const spiega = useSpiega();
  const { anno, annoVersato, comuni } = cofinanziamento;
  if (anno === null || annoVersato === null || !comuni.some(({ aumento }) => isPresente(aumento))) return null;
  const residenti = findResidenti(cofinanziamento, dati.osservazioni);
  const misura = residenti === null ? 'euro' : readMisura(ricerca);
  const passi = buildPassi(cofinanziamento, misura === 'abitante' ? residenti : null);
  return (
    <section className="scheda sezione" aria-labelledby="passi">
      <h2 id="passi">{tellAumenti(cofinanziamento)}</h2>
      <p className="scheda-misura">
        {misura === 'abitante'
          ? `Denaro per residente nel ${annoVersato} e nel ${anno}; in grassetto la differenza per tutto il comune`
          : `Euro versati nel ${annoVersato} e da versare nel ${anno}; in grassetto la differenza`}
      </p>
      <Manubri
        passi={passi}
        inizio={`versato nel ${annoVersato}`}
        fine={`minimo in denaro del ${anno}`}
        daZero={misura === 'euro'}
        hrefOf={({ figure }) => (figure.length > 0 ? spiega(...figure) : null)}
        segnoOf={({ codice, nome, segnalazioni }) => (
          <Segno key={codice} ambito={dati.ambito.id} comune={codice} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
      {residenti && <SceltaMisura {...pagina} />}
      <div className="scheda-note">
        <p>
          Più alto non vuol dire meglio né peggio: la quota minima segue i residenti, il versato del {annoVersato}{' '}
          seguiva altre parti. I servizi che un comune dà di suo non sono contati.
        </p>
        {misura === 'abitante' && <p>Tutti e due gli anni sono divisi per i residenti ISTAT del {annoVersato}.</p>}
        <p>Fonte: {fontiOf(comuni.map(({ aumento }) => aumento))}.</p>
      </div>
    </section>
  );
}

/** The terms of art, where they first stand. */
function Parole({ anno, spesaStorica }: Cofinanziamento) {
  return (
    <section className="sezione" aria-labelledby="parole">
      <h2 id="parole">Le parole di questa pagina</h2>
      <dl className="parole">
        <dt>Cofinanziamento</dt>
        <dd>
          La parte che i comuni mettono di tasca propria nel fondo comune dell’ambito, accanto ai soldi dello Stato e
          della Regione. Si dà in denaro (versato all’ambito) o in servizi (fatti dal comune).
        </dd>
        {anno !== null && (
          <>
            <dt>Quota minima</dt>
            <dd>
              Quanto i comuni devono mettere almeno: nel {anno}, un euro per ogni euro che arriva da tre fondi, quello
              nazionale per le politiche sociali (FNPS), quello per le non autosufficienze (FNA) e quello regionale
              socio-assistenziale (FGSA). Si divide tra i comuni secondo i residenti.
            </dd>
          </>
        )}
        {spesaStorica && (
          <>
            <dt>Spesa storica</dt>
            <dd>
              Quanto i comuni hanno speso da soli per il sociale, in media in un anno,{' '}
              {describePeriodo(spesaStorica.osservazione.periodo, 'spesa')}. È la soglia che il Piano regionale chiede
              di mantenere; è ammessa una deroga, che scende fino alla quota minima.
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** Minimum, programmed, spesa storica of the ambito, one above the other. */
function Traguardi({ dati, cofinanziamento, fontiOf }: Pagina) {
  const spiega = useSpiega();
  const { ambito, scartoMinimo, scartoSpesa, spesaStorica, copertura, anno } = cofinanziamento;
  const { programmato } = ambito;
  if (!isPresente(programmato)) return null;
  const righe = [
    { chiave: 'minimo', nome: 'Minimo', dato: ambito.minimo.totale },
    { chiave: 'programmato', nome: 'Programmato', dato: programmato },
    { chiave: 'storica', nome: 'Spesa storica', dato: spesaStorica },
  ].filter((riga) => isPresente(riga.dato));
  const datoOf = new Map(righe.map(({ chiave, dato }) => [chiave, dato]));
  const modello: ModelloGrafico = {
    forma: 'barre',
    righe: righe.map(({ chiave, nome, dato }) => ({
      chiave,
      nome,
      valore: dato?.valore ?? null,
      testo: dato?.testo ?? '',
      evidenziata: chiave === 'programmato',
      segnalazioni: dato?.osservazione.segnalazioni ?? [],
    })),
    scala: createScala(
      righe.flatMap(({ dato }) => (isPresente(dato) ? [dato.valore] : [])),
      true,
    ),
    riferimento: null,
    soglia: null,
  };
  const figureOf = (chiave: string): Figura[] => {
    const dato = datoOf.get(chiave) ?? null;
    return dato ? [figuraOf(dato.osservazione)] : [];
  };
  return (
    <section className="scheda sezione" aria-labelledby="traguardi">
      <h2 id="traguardi">{tellTraguardi(cofinanziamento)}</h2>
      <p className="scheda-misura">Intero ambito, euro l’anno{anno && `, ${anno}`}</p>
      <Barre
        modello={modello}
        hrefOf={({ chiave }) => spiega(...figureOf(chiave))}
        segnoOf={({ chiave, nome, segnalazioni }) => (
          <Segno key={chiave} ambito={dati.ambito.id} comune={null} nome={nome} segnalazioni={segnalazioni} />
        )}
      />
      <div className="scheda-note">
        {scartoMinimo && (
          <p>
            Programmato meno minimo:{' '}
            <Cifra
              dato={scartoMinimo}
              ambito={dati.ambito.id}
              nome="Intero ambito"
              testo={formatScarto(scartoMinimo.valore, scartoMinimo.indicatore)}
              conSegno={false}
            />
            .{' '}
            {scartoSpesa && (
              <>
                Programmato meno spesa storica:{' '}
                <Cifra
                  dato={scartoSpesa}
                  ambito={dati.ambito.id}
                  nome="Intero ambito"
                  testo={formatScarto(scartoSpesa.valore, scartoSpesa.indicatore)}
                  conSegno={false}
                />
                .
              </>
            )}
          </p>
        )}
        {scartoSpesa && scartoSpesa.valore < 0 && scartoMinimo && scartoMinimo.valore >= 0 && (
          <p>
            Sotto la spesa storica, ma sopra la soglia che vale con la deroga: le tabelle pubblicate non dicono se la
            deroga ci sia.
          </p>
        )}
        {isPresente(copertura) && (
          <p>
            Per ogni 100 € di trasferimenti ordinari i comuni programmano di metterne{' '}
            <Cifra
              dato={copertura}
              ambito={dati.ambito.id}
              nome="Intero ambito"
              testo={formatNumero(copertura.valore, 0)}
              conSegno={false}
            />
            .
          </p>
        )}
        <p>Fonte: {fontiOf([programmato, ambito.minimo.totale, spesaStorica])}.</p>
      </div>
    </section>
  );
}

function tellTraguardi({ scartoMinimo, scartoSpesa, ambito }: Cofinanziamento): string {
  const voci = [
    scartoMinimo ? `${tellEuro(scartoMinimo.valore)} ${scartoMinimo.valore < 0 ? 'sotto' : 'sopra'} il minimo` : null,
    scartoSpesa
      ? `${tellEuro(scartoSpesa.valore)} ${scartoSpesa.valore < 0 ? 'sotto' : 'sopra'} la spesa storica`
      : null,
  ].filter((voce) => voce !== null);
  if (voci.length === 0) return `I comuni programmano ${ambito.programmato?.testo ?? ''} l’anno`;
  return `Il programmato è ${joinNomi(voci)}`;
}

function TavolaComuni({ dati, cofinanziamento, fontiOf }: Pagina) {
  const { anno, annoVersato, comuni, ambito } = cofinanziamento;
  const cell = (dato: Dato | null, riga: RigaCofinanziamento, testo?: ReactNode) => (
    <Cifra key={dato?.indicatore.id} dato={dato} ambito={dati.ambito.id} nome={riga.nome} testo={testo} />
  );
  const step = (riga: RigaCofinanziamento) =>
    cell(
      riga.aumento,
      riga,
      isPresente(riga.aumento) ? formatScarto(riga.aumento.valore, riga.aumento.indicatore) : undefined,
    );
  const colonne = [
    {
      chiave: 'minimo',
      titolo: `Minimo ${anno ?? ''}`,
      sotto: 'totale',
      of: (r: RigaCofinanziamento) => cell(r.minimo.totale, r),
    },
    {
      chiave: 'denaro',
      titolo: 'di cui in denaro',
      sotto: '',
      of: (r: RigaCofinanziamento) => cell(r.minimo.denaro, r),
    },
    {
      chiave: 'servizi',
      titolo: 'di cui in servizi',
      sotto: '',
      of: (r: RigaCofinanziamento) => cell(r.minimo.servizi, r),
    },
    {
      chiave: 'versato',
      titolo: `Versato ${annoVersato ?? ''}`,
      sotto: 'in denaro',
      of: (r: RigaCofinanziamento) => cell(r.versato, r),
    },
    { chiave: 'aumento', titolo: 'Differenza', sotto: 'denaro, minimo − versato', of: step },
    {
      chiave: 'peso',
      titolo: 'Peso del minimo',
      sotto: 'sulla spesa storica',
      of: (r: RigaCofinanziamento) => cell(r.peso, r),
    },
    {
      chiave: 'programmato',
      titolo: `Programmato ${anno ?? ''}`,
      sotto: 'totale',
      of: (r: RigaCofinanziamento) => cell(r.programmato, r),
    },
  ].filter(({ of }) => [...comuni, ambito].some((riga) => of(riga).props.dato !== null));
  const perNome = comuni.toSorted((a, b) => a.nome.localeCompare(b.nome, 'it'));
  const senzaProgrammato = comuni.filter(({ programmato }) => programmato !== null && programmato.valore === null);
  const motivo = senzaProgrammato[0]?.programmato;
  return (
    <section className="sezione" aria-labelledby="tavola">
      <h2 id="tavola">Comune per comune</h2>
      <Tabella
        didascalia="Il cofinanziamento di ogni comune"
        testa="Comune"
        colonne={colonne.map(({ chiave, titolo, sotto }) => ({
          chiave,
          etichetta: sotto ? `${titolo}, ${sotto}` : titolo,
          numerica: true,
          titolo: (
            <>
              {titolo}
              {sotto && <span className="minuto">{sotto}</span>}
            </>
          ),
        }))}
        righe={[...perNome, ambito].map((riga) => ({
          chiave: riga.codice ?? 'ambito',
          testa:
            riga.codice === null ? riga.nome : <a href={indirizzi.comune(dati.ambito.id, riga.codice)}>{riga.nome}</a>,
          celle: colonne.map(({ of }) => of(riga)),
          totale: riga.codice === null,
        }))}
      />
      <div className="scheda-note">
        {motivo && (
          <p>
            Il programmato dei singoli comuni manca: {withoutPunto(motivo.osservazione.note[0] ?? motivo.motivo ?? '')}.
            Per questo lo scarto dal minimo e dalla spesa storica si conosce solo per l’intero ambito.
          </p>
        )}
        <p>
          Il peso dice quanta parte della spesa storica è coperta dalla sola quota minima: quel che manca a 100 è quanto
          il comune aggiunge se mantiene la spesa storica.
        </p>
        <p>Fonte: {fontiOf([...comuni.flatMap((r) => [r.minimo.totale, r.versato, r.peso]), ambito.programmato])}.</p>
      </div>
      <div className="azioni solo-schermo">
        <LinkScarica
          href={indirizziApi.indicatoriCsv(dati.ambito.id, {
            id: 'cofinanziamento-minimo,cofinanziamento-versato,cofinanziamento-programmato,aumento-quota-denaro,peso-quota',
          })}
        >
          CSV
        </LinkScarica>
      </div>
    </section>
  );
}

/** What each comune paid, year by year: small multiples on one scale. */
function Anni(pagina: Pagina) {
  const { dati, ricerca, raccolta, cofinanziamento, fontiOf } = pagina;
  const spiega = useSpiega();
  const { anniVersati, anno } = cofinanziamento;
  if (anniVersati.length === 0) return null;
  const procapite = cofinanziamento.comuni.some(({ versatoProcapite }) => isPresente(versatoProcapite));
  const misura = procapite ? readMisura(ricerca) : 'euro';
  const andamenti = buildAndamenti(cofinanziamento, raccolta, misura);
  const usati = andamenti.flatMap(({ anni }) => anni.map(({ dato }) => dato));
  const scala = createScala(
    usati.flatMap((dato) => (isPresente(dato) ? [dato.valore] : [])),
    true,
  );
  const senzaMinimo = anniVersati.filter((uno) => uno !== anno);
  const parti = findPartiFisse(cofinanziamento, raccolta);
  return (
    <section className="sezione" aria-labelledby="anni">
      <h2 id="anni">{tellAndamenti(andamenti, misura)}</h2>
      <p className="scheda-misura">
        {misura === 'abitante'
          ? 'Denaro versato per residente, euro l’anno; stessa scala per tutti i comuni'
          : 'Denaro versato, migliaia di euro l’anno; stessa scala per tutti i comuni'}
      </p>
      <ul className="colonnine-griglia">
        {andamenti.map((andamento) => (
          <li key={andamento.codice}>
            <h3>{andamento.nome}</h3>
            <Colonnine
              titolo={andamento.nome}
              scala={scala}
              colonne={andamento.anni.map(({ anno: uno, dato }) => ({
                chiave: uno,
                etichetta: uno,
                valore: dato?.valore ?? null,
                testo: shortImporto(dato, misura),
                esatto: dato?.testo ?? 'dato mancante',
                href: isPresente(dato) ? spiega(figuraOf(dato.osservazione)) : null,
              }))}
            />
          </li>
        ))}
      </ul>
      {procapite && <SceltaMisura {...pagina} />}
      <details className="apri-tabella solo-schermo">
        <summary>Vedi la tabella, al centesimo</summary>
        <TavolaAnni andamenti={andamenti} ambito={dati.ambito.id} anni={anniVersati} />
      </details>
      <div className="scheda-note">
        <p>
          Se in questi anni ({joinNomi(senzaMinimo, 6)}) un comune abbia versato la sua quota minima non si può dire: il
          minimo di quegli anni non è pubblicato
          {parti ? ', e nemmeno la chiave con cui si dividevano le quote' : ''}.
        </p>
        {parti && (
          <p>
            In tutti gli anni le parti sono le stesse:{' '}
            {parti.map(({ nome, quota }) => `${nome} ${formatNumero(quota, 2)}\u202f%`).join(', ')}. Il documento non
            dice da dove vengano.
          </p>
        )}
        <p>
          {capitalize(misura === 'abitante' ? 'divisi per i residenti ISTAT di ciascun anno. ' : '')}Fonte:{' '}
          {fontiOf(usati)}.
        </p>
      </div>
    </section>
  );
}

function shortImporto(dato: Dato | null, misura: MisuraCofinanziamento): string {
  if (!isPresente(dato)) return '–';
  return misura === 'abitante' ? formatNumero(dato.valore / 100, 2) : formatNumero(dato.valore / 100_000, 1);
}

interface ProprietaTavolaAnni {
  readonly andamenti: readonly Andamento[];
  readonly ambito: string;
  readonly anni: readonly string[];
}

function TavolaAnni({ andamenti, ambito, anni }: ProprietaTavolaAnni) {
  return (
    <Tabella
      didascalia="Denaro versato da ogni comune, anno per anno"
      testa="Comune"
      colonne={anni.map((anno) => ({ chiave: anno, titolo: anno, etichetta: anno, numerica: true }))}
      righe={andamenti.map(({ codice, nome, anni: voci }) => ({
        chiave: codice,
        testa: nome,
        celle: voci.map(({ anno, dato }) => <Cifra key={anno} dato={dato} ambito={ambito} nome={`${nome}, ${anno}`} />),
      }))}
    />
  );
}

/** The key that yields each quota, with its remainder. */
function ComeNasce({ dati, base, cofinanziamento, raccolta, fontiOf }: Pagina & { base: BaseRiparto }) {
  const quote = computeQuote(base);
  if (quote === null) return null;
  const totale = base.pesi.reduce((somma, { residenti }) => somma + residenti, 0);
  const pubblicata = new Map(cofinanziamento.comuni.map(({ codice, minimo }) => [codice, minimo.totale]));
  const diverse = quote.filter(({ id, importoCent }) => {
    const sua = pubblicata.get(id);
    return isPresente(sua ?? null) && sua?.valore !== importoCent;
  });
  const calcolata = (codice: string) =>
    raccolta.find({ id: 'cofinanziamento-minimo-calcolato', comune: codice, periodo: base.anno });
  const fondi = base.fondi.map(
    ({ id, importoCent }) => `${id} ${formatValore(importoCent, { unita: '€', decimali: 2 })}`,
  );
  return (
    <section className="sezione" aria-labelledby="chiave">
      <h2 id="chiave">
        {diverse.length === 0
          ? 'Le quote pubblicate tornano al centesimo con i residenti di ogni comune'
          : `${joinNomi(diverse.map(({ id }) => base.pesi.find(({ codice }) => codice === id)?.nome ?? id))}: la quota pubblicata differisce da quella ricalcolata`}
      </h2>
      <p>
        Nel {base.anno} si dividono {formatValore(sumFondi(base.fondi), { unita: '€', decimali: 2 })} (
        {fondi.join(' + ')}) secondo i {base.chiave}. I centesimi interi si danno subito; quelli che avanzano vanno ai
        resti più grandi, così la somma è sempre esatta.
      </p>
      <Tabella
        didascalia={`Come nasce la quota minima del ${base.anno}`}
        testa="Comune"
        colonne={[
          { chiave: 'residenti', titolo: 'Residenti', etichetta: 'Residenti', numerica: true },
          { chiave: 'parte', titolo: 'Parte', etichetta: 'Parte', numerica: true },
          {
            chiave: 'resto',
            titolo: (
              <>
                Resto<span className="minuto">frazione di centesimo</span>
              </>
            ),
            etichetta: 'Resto, frazione di centesimo',
            numerica: true,
          },
          { chiave: 'quota', titolo: 'Quota ricalcolata', etichetta: 'Quota ricalcolata', numerica: true },
          { chiave: 'pubblicata', titolo: 'Quota pubblicata', etichetta: 'Quota pubblicata', numerica: true },
        ]}
        righe={[
          ...quote.map(({ id, resto }) => {
            const peso = base.pesi.find(({ codice }) => codice === id);
            const nome = peso?.nome ?? id;
            return {
              chiave: id,
              testa: nome,
              celle: [
                formatNumero(peso?.residenti ?? Number.NaN),
                `${formatNumero(((peso?.residenti ?? Number.NaN) / totale) * 100, 2)}\u202f%`,
                formatNumero(resto, 4),
                <Cifra key="quota" dato={calcolata(id)} ambito={dati.ambito.id} nome={nome} />,
                <Cifra key="pubblicata" dato={pubblicata.get(id) ?? null} ambito={dati.ambito.id} nome={nome} />,
              ],
            };
          }),
          {
            chiave: 'ambito',
            testa: 'Intero ambito',
            totale: true,
            celle: [
              formatNumero(totale),
              `100,00\u202f%`,
              '',
              formatValore(sumFondi(base.fondi), { unita: '€', decimali: 2 }),
              <Cifra
                key="pubblicata"
                dato={cofinanziamento.ambito.minimo.totale}
                ambito={dati.ambito.id}
                nome="Intero ambito"
              />,
            ],
          },
        ]}
      />
      <p className="scheda-note">Fonte: {fontiOf(quote.map(({ id }) => calcolata(id)))}.</p>
    </section>
  );
}
