import { TIPI } from '../core/tabelle/index.ts';
import type { TipoId } from '../core/tabelle/tipo.ts';
import type { Deposito } from '../store/deposito.ts';
import { listVersioni, readEdizione } from '../store/edizioni.ts';
import { NonTrovatoError } from '../store/errori.ts';
import { publishNuova } from './nuova-edizione.ts';
import { type Pubblicazione, toPubblicazione } from './pubblica.ts';

export interface RichiestaRipristino {
  readonly ambito: string;
  readonly tipo: TipoId;
  readonly versione: number;
  readonly ruolo: string;
  readonly adesso: Date;
}

/**
 * Makes an earlier versione current, as a new one, with everything computed anew. Asked again after success it makes nothing
 * new and answers the same.
 * @throws NonTrovatoError if the ambito or the versione does not exist
 * @throws ConflittoError if somebody publishes the tipo meanwhile
 * @throws NonPubblicabileError if with the other tables of today it has findings that block
 */
export async function restoreVersione(
  deposito: Deposito,
  { ambito, tipo, versione, ruolo, adesso }: RichiestaRipristino,
): Promise<Pubblicazione> {
  const iniziata = deposito.now();
  const corrente = await readEdizione(deposito, ambito);
  const voluta = (await listVersioni(deposito, ambito, tipo)).find((altra) => altra.versione === versione);
  if (!voluta) {
    throw new NonTrovatoError(
      `La versione ${versione} della tabella «${tipo}» non esiste. Quelle che ci sono, in /api/v1/ambiti/${ambito}/tabelle/${tipo}/versioni.`,
    );
  }
  const { titolo } = TIPI[tipo];
  const edizione = await publishNuova(deposito, {
    ambito,
    base: corrente?.numero ?? 0,
    azione: 'ripristino',
    ruolo,
    adesso,
    iniziata,
    caricamenti: [],
    tipi: [tipo],
    propose: async () => new Map([[tipo, voluta.parti]]),
    describe: (nuove) =>
      `Ripristinata la versione ${versione} della tabella «${titolo}», come versione ${nuove[0]?.versione ?? versione}`,
  });
  return toPubblicazione(edizione, tipo);
}
