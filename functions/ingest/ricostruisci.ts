import type { Ambito } from '../core/ambito.ts';
import { TIPI } from '../core/tabelle/index.ts';
import { TIPI_ID, type TipoId } from '../core/tabelle/tipo.ts';
import { readAmbito } from '../store/ambiti.ts';
import { putTabella } from '../store/contenuti.ts';
import type { Deposito, Edizione, ParteRegistrata } from '../store/deposito.ts';
import { readEdizione } from '../store/edizioni.ts';
import { ContenutoGuastoError, NonPubblicabileError, NonTrovatoError } from '../store/errori.ts';
import { type PartiPerTipo, publishNuova } from './nuova-edizione.ts';
import { readSorgente, scanSorgente } from './sorgente.ts';

export interface RichiestaRicostruzione {
  readonly ambito: string;
  readonly ruolo: string;
  readonly adesso: Date;
}

/**
 * Reads every original of the current edizione again, with the reader and the computations of this software, and publishes
 * where rows or results differ from those stored: after an upgrade, or a change of formato.
 * @returns the edizione that stands afterwards: the same one where nothing differs, null where nothing was ever published
 * @throws NonPubblicabileError if the reader of today refuses a file; the edizione that stands is left alone
 * @throws ContenutoGuastoError if an original is not there
 */
export async function rebuildEdizione(
  deposito: Deposito,
  { ambito: id, ruolo, adesso }: RichiestaRicostruzione,
): Promise<Edizione | null> {
  const ambito = await readAmbito(deposito, id);
  if (!ambito) throw new NonTrovatoError(`L’ambito «${id}» non è registrato.`);
  const iniziata = deposito.now();
  const corrente = await readEdizione(deposito, id);
  if (!corrente) return null;
  return publishNuova(deposito, {
    ambito: id,
    base: corrente.numero,
    azione: 'ricalcolo',
    ruolo,
    adesso,
    iniziata,
    caricamenti: [],
    tipi: [],
    propose: (attuale) => rereadParti(deposito, ambito, attuale),
    describe: (nuove) =>
      nuove.length === 0
        ? 'Ricalcolati gli indicatori con la versione aggiornata del software'
        : `Riletti i file originali con la versione aggiornata del software: ${nuove.map(({ tipo }) => `«${TIPI[tipo].titolo}»`).join(', ')}`,
    soloRisultati: true,
  });
}

async function rereadParti(deposito: Deposito, ambito: Ambito, edizione: Edizione | null): Promise<PartiPerTipo> {
  const proposte = new Map<TipoId, ParteRegistrata[]>();
  for (const tipo of TIPI_ID) {
    const parti: ParteRegistrata[] = [];
    for (const parte of edizione?.versioni[tipo]?.parti ?? []) {
      parti.push(await rereadParte(deposito, ambito, { tipo, parte }));
    }
    if (parti.length > 0) proposte.set(tipo, parti);
  }
  return proposte;
}

async function rereadParte(
  deposito: Deposito,
  ambito: Ambito,
  { tipo, parte }: { tipo: TipoId; parte: ParteRegistrata },
): Promise<ParteRegistrata> {
  const sorgente = await deposito.originali.open(parte.sha256);
  if (!sorgente)
    throw new ContenutoGuastoError(`originale ${parte.sha256} di «${tipo}», parte «${parte.parte}»: non c’è`);
  const attesa = { tipo: TIPI[tipo], ambito, contesto: parte.contesto };
  const lettura = await readSorgente(sorgente, await scanSorgente(sorgente), attesa);
  if (lettura.problemiTotali > 0) {
    throw new NonPubblicabileError(
      `La versione aggiornata del software non legge più la tabella «${tipo}», parte «${parte.parte}»: resta pubblicata com’è.`,
      { problemi: lettura.problemi },
    );
  }
  return { ...parte, righe: lettura.righe.length, contenuto: await putTabella(deposito, lettura) };
}
