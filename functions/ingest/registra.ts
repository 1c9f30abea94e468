/** Registering an ambito: who is in it, what its ciclo is. */
import type { Ambito } from '../core/ambito.ts';
import { isIdAmbito, PAROLE_RISERVATE } from '../core/http/pagine.ts';
import type { Gestori } from '../http/gestore.ts';
import { toAmbitoDto } from '../http/presenta.ts';
import { RifiutoError } from '../http/rifiuto.ts';
import { json } from '../http/risposta.ts';
import { putAmbito, readAmbito } from '../store/ambiti.ts';
import type { Deposito } from '../store/deposito.ts';
import { readEdizione } from '../store/edizioni.ts';

export const REGISTRA: Pick<Gestori<'ingest'>, 'registra-ambito'> = {
  'registra-ambito': async ({ deposito, risorse, corpo }) => {
    const ambito: Ambito = { id: risorse.ambito, ...corpo };
    const nuovo = await registerAmbito(deposito, ambito);
    return json(toAmbitoDto(ambito, await readEdizione(deposito, ambito.id)), { stato: nuovo ? 201 : 200 });
  },
};

/**
 * @returns whether it was not there before
 * @throws RifiutoError 400, with all that does not hold together
 */
export async function registerAmbito(deposito: Deposito, ambito: Ambito): Promise<boolean> {
  assertCoerente(ambito);
  const gia = await readAmbito(deposito, ambito.id);
  await putAmbito(deposito, ambito);
  return gia === null;
}

function assertCoerente({ id, capofila, comuni }: Ambito): void {
  const errori: string[] = [];
  if (!isIdAmbito(id)) {
    errori.push(
      `«${id.slice(0, 80)}» non può essere l’id di un ambito: servono da 2 a 40 lettere minuscole senza accento, cifre e trattini, e non una di queste parole: ${PAROLE_RISERVATE.join(', ')}.`,
    );
  }
  const codici = comuni.map(({ codiceIstat }) => codiceIstat);
  if (new Set(codici).size < codici.length) errori.push('Un comune è indicato due volte.');
  const rovesciati = comuni.filter(({ dal, al }) => dal !== undefined && al !== undefined && dal > al);
  for (const { nome } of rovesciati) errori.push(`Per ${nome} «dal» viene dopo «al».`);
  if (!codici.includes(capofila)) errori.push(`Il comune capofila ${capofila} non è tra i comuni dell’ambito.`);
  if (errori.length > 0) throw new RifiutoError(400, errori.join(' '));
}
