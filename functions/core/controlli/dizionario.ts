import { selectFatti } from '../fatti.ts';
import { findFonteVicina, recognizeFonte } from '../fonti-scritte.ts';
import { stripGuardia } from '../http/csv.ts';
import { isIntervento } from '../interventi.ts';
import type { Quadro } from '../quadro.ts';
import { TIPI } from '../tabelle/index.ts';
import { findVicina, mapScritture } from '../tabelle/scritture.ts';
import type { Riga, Tabella } from '../tabelle/tabella.ts';
import type { Colonna } from '../tabelle/tipo.ts';
import { computeDistanza, normalizeTesto } from '../testo.ts';
import { describeTabella, readPeriodo } from './confronto.ts';
import type { CellaCoinvolta, Controllo, Segnalazione } from './controllo.ts';

export const dizionario: Controllo = {
  codice: 'dizionario',
  titolo: 'Fonti, interventi, livelli e servizi hanno un nome conosciuto',
  regola:
    'Ogni fonte e ogni livello è tra quelli conosciuti, ogni intervento è nella numerazione del piano regionale, ogni servizio del raccordo è tra quelli del ciclo precedente.',
  perche: 'Un nome scritto in un altro modo conta come un’altra cosa: il denaro o il servizio finirebbe per conto suo.',
  run: (quadro) => [
    ...[...quadro.tabelle.values()].flatMap((tabella) =>
      TIPI[tabella.tipo].colonne.flatMap((colonna) =>
        colonna.formato === 'livello' ? checkLivello(quadro, tabella, colonna) : checkColonna(quadro, tabella, colonna),
      ),
    ),
    ...checkRaccordo(quadro),
  ],
};

/** What is wrong with a name, as the end of a sentence; null where it is a known one. */
type Giudizio = (nome: string) => string | null;

const GIUDIZI: Partial<Readonly<Record<Colonna['formato'], { readonly cosa: string; readonly judge: Giudizio }>>> = {
  fonte: { cosa: 'la fonte', judge: judgeFonte },
  intervento: {
    cosa: 'l’intervento',
    judge: (nome) => (isIntervento(nome) ? null : 'non è nella numerazione del piano regionale (A.1 … F.8, T).'),
  },
};

function judgeFonte(nome: string): string | null {
  if (recognizeFonte(nome) !== null) return null;
  const vicina = findFonteVicina(nome);
  return vicina === null
    ? 'non è tra le fonti conosciute: è contata per conto suo, fuori dal budget ordinario.'
    : `non è tra le fonti conosciute: probabilmente è «${vicina.nome}», e come tale è contata.`;
}

/** The fonte that the figures are counted under. */
function nameFonte(nome: string): string {
  return findFonteVicina(nome)?.nome ?? nome;
}

function checkColonna(quadro: Quadro, tabella: Tabella, { id, formato }: Colonna): Segnalazione[] {
  const giudizio = GIUDIZI[formato];
  if (!giudizio) return [];
  return tabella.righe.flatMap((riga) => {
    const nome = riga.valori[id];
    const motivo = typeof nome === 'string' ? giudizio.judge(nome) : null;
    if (motivo === null) return [];
    const avviso = createAvviso(quadro, tabella, { riga, colonna: id, frase: `${giudizio.cosa} «${nome}» ${motivo}` });
    return [{ ...avviso, riguarda: { [formato]: formato === 'fonte' ? nameFonte(String(nome)) : String(nome) } }];
  });
}

/** A level is read as the likely one, and the cell stays as it was written; one that a person has explained is no guess. */
function checkLivello(quadro: Quadro, tabella: Tabella, colonna: Colonna): Segnalazione[] {
  const noti = mapScritture(colonna);
  const { id } = colonna;
  return tabella.righe.flatMap((riga) => {
    const livello = riga.valori[id];
    const scritto = riga.posizioni[id]?.scritto;
    if (typeof livello !== 'string' || scritto === undefined) return [];
    const testo = stripGuardia(scritto);
    if (noti.has(normalizeTesto(testo)) || findVicina(testo, noti) !== livello) return [];
    const frase = `il livello «${scritto}» non è tra quelli conosciuti: probabilmente è «${livello}», e come tale è contato.`;
    const avviso = createAvviso(quadro, tabella, { riga, colonna: id, frase });
    return [{ ...avviso, dichiarato: scritto, riguarda: { livello } }];
  });
}

/** A service that the raccordo names otherwise than the table of the services would be lost. */
function checkRaccordo(quadro: Quadro): Segnalazione[] {
  const tabella = quadro.tabelle.get('raccordo');
  const servizi = selectFatti(quadro, 'servizi.attivo').map(({ valori }) => String(valori.servizio));
  if (!tabella || servizi.length === 0) return [];
  const noti = new Set(servizi.map(normalizeTesto));
  return tabella.righe.flatMap((riga) => {
    const { servizio } = riga.valori;
    if (typeof servizio !== 'string' || noti.has(normalizeTesto(servizio))) return [];
    const vicino = findVicino(servizio, servizi);
    const forse = vicino === null ? '.' : `: probabilmente è «${vicino}».`;
    const frase = `il servizio «${servizio}» non è tra quelli del ciclo precedente${forse}`;
    return [createAvviso(quadro, tabella, { riga, colonna: 'servizio', frase })];
  });
}

const MASSIMA_DISTANZA = 3;

function findVicino(nome: string, noti: readonly string[]): string | null {
  const distanze = noti.map((noto) => ({
    noto,
    distanza: computeDistanza(normalizeTesto(nome), normalizeTesto(noto), MASSIMA_DISTANZA),
  }));
  const [primo] = distanze.toSorted((a, b) => a.distanza - b.distanza);
  return primo && primo.distanza <= MASSIMA_DISTANZA ? primo.noto : null;
}

function createAvviso(
  quadro: Quadro,
  { tipo }: Tabella,
  { riga, colonna, frase }: { riga: Riga; colonna: string; frase: string },
): Segnalazione {
  const { parte } = riga;
  // The name of a fonte may stand in the cell of its amount, and is in doubt together with it.
  const posti = [riga.posizioni[colonna], riga.posizioni.importo].flatMap((posizione) => posizione?.colonna ?? []);
  const celle: CellaCoinvolta[] = [...new Set(posti)].map((posto) => ({
    tipo,
    parte,
    riga: riga.riga,
    colonna: posto,
  }));
  return {
    codice: 'dizionario',
    gravita: 'avviso',
    tipo,
    parte,
    riga: riga.riga,
    colonna: posti[0] ?? null,
    comune: null,
    periodo: readPeriodo(riga.valori),
    dichiarato: String(riga.valori[colonna]),
    ricalcolato: null,
    differenza: null,
    messaggio: `Tabella ${describeTabella(quadro, tipo, parte)}, riga ${riga.riga}: ${frase}`,
    celle: celle.length > 0 ? celle : [{ tipo, parte, riga: riga.riga, colonna: null }],
  };
}
