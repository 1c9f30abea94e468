/** The acts on a draft, one at a time: what is asked of the service, and what is told when it is done. */
import type { CaricamentoDto } from '../../../functions/core/http/schemi.ts';
import { RichiestaError } from './errore.ts';
import { rereadFile } from './file-grande.ts';
import { saveFile } from './scarica-file.ts';
import { type Azione, useAzione, useScrivania } from './scrivania.tsx';

interface Proprieta {
  /** Id. */
  readonly ambito: string;
  readonly bozza: CaricamentoDto;
  /** Null where the file is too large to have been read with the draft. */
  readonly byte: Uint8Array | null;
  readonly onMossa: (bozza: CaricamentoDto) => void;
}

interface Mosse {
  readonly azione: Azione;
  /** Somebody else has published the same table since: it must be compared again. */
  readonly conflitto: boolean;
  /** Somebody else has moved the draft since: what is shown is not what it is. */
  readonly superata: boolean;
  readonly compare: () => void;
  /** The draft as it is now. */
  readonly refresh: () => void;
  /** What was withdrawn is open again, as it was. */
  readonly reopen: () => void;
  readonly show: () => void;
  readonly hide: () => void;
  readonly publish: () => void;
  readonly withdraw: () => void;
  readonly saveOriginale: () => void;
  readonly saveCopia: () => void;
}

const PUBBLICO = 'Pubblico';

export function useMosse({ ambito, bozza, byte, onMossa }: Proprieta): Mosse {
  const { riservata } = useScrivania();
  const [azione, act] = useAzione();
  const { id, tipo, parte, stato, contesto, base } = bozza;
  const nome = `${ambito}-${tipo}-${parte}`;

  /** The same file read in the same way is the same draft, compared afresh: its bytes are there already. */
  const readAgain = async () => {
    const come = { correzioni: String(contesto.correzioni ?? '') };
    onMossa(await riservata.readBozza(ambito, await rereadFile(riservata, { ambito, id, come })));
  };
  /** As it is now, at once; what was written of it, as soon as it is read: the act is done even where that is not. */
  const settle = (mossa: Partial<CaricamentoDto>) => {
    onMossa({ ...bozza, ...mossa });
    riservata.readBozza(ambito, id).then(onMossa, () => undefined);
  };
  const move = (metodo: 'POST' | 'DELETE', cosa: string, esito: string) =>
    act(cosa, async () => {
      onMossa(await riservata.moveConsultazione(ambito, id, metodo));
      return esito;
    });
  const rifiuto = azione.stato === 'fallita' && azione.errore instanceof RichiestaError ? azione.errore.stato : null;
  const pubblicando = azione.stato === 'fallita' && azione.cosa === PUBBLICO;
  return {
    azione,
    conflitto: rifiuto === 409 && pubblicando,
    // What can no longer be published may have been withdrawn in the meantime.
    superata: rifiuto === (pubblicando ? 422 : 409),
    refresh: () =>
      act('Guardo com’è adesso', async () => {
        onMossa(await riservata.readBozza(ambito, id));
        return 'Ecco la bozza com’è adesso.';
      }),
    compare: () =>
      act('Confronto di nuovo con i dati pubblicati', async () => {
        await readAgain();
        return 'Confrontato con i dati di oggi: rileggi che cosa cambia, poi pubblica.';
      }),
    reopen: () =>
      act('Riprendo la bozza', async () => {
        await readAgain();
        return 'Ripresa: è di nuovo fra le bozze aperte, confrontata con i dati di oggi.';
      }),
    show: () => move('POST', 'Metto in consultazione', 'In consultazione: ora la vedono anche gli organi.'),
    hide: () =>
      move('DELETE', 'Tolgo dalla consultazione', 'Non è più in consultazione: la vede solo l’Ufficio di Piano.'),
    publish: () =>
      act(PUBBLICO, async () => {
        const esito = await riservata.publish(ambito, id, base);
        settle({ stato: 'pubblicato' });
        return `Pubblicata: è la versione ${esito.versione} della tabella. Ora la vedono tutti.`;
      }),
    withdraw: () =>
      act('Ritiro', async () => {
        await riservata.withdraw(ambito, id);
        settle({ stato: 'ritirato', pubblicabile: false });
        return 'Ritirata: non è più fra le bozze. Se è stato uno sbaglio, «Riprendi la bozza» la riapre.';
      }),
    saveOriginale: () => {
      if (byte) saveFile(byte, nome);
      else {
        act('Scarico l’originale', async () => {
          saveFile(await riservata.readOriginale(ambito, id), nome);
          return 'Scaricato.';
        });
      }
    },
    saveCopia: () =>
      act(byte ? 'Preparo la copia' : 'Preparo la copia: il file è grande, può volerci mezzo minuto', async () => {
        saveFile(await riservata.readCopia(ambito, id), `${nome}-da-correggere`);
        return stato === 'rifiutato'
          ? 'Scaricata. Nell’ultima colonna c’è che cosa serve: correggi quelle celle, salva e carica il file.'
          : 'Scaricata: la stessa tabella, un dato per riga.';
      }),
  };
}
