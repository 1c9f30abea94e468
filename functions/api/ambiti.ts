/** The ambiti, the acts of each, what the checks found. */
import type { Gestori } from '../http/gestore.ts';
import { paginate } from '../http/pagina.ts';
import { toAmbitoDto, toVersioniDto } from '../http/presenta.ts';
import { json } from '../http/risposta.ts';
import { listAmbiti } from '../store/ambiti.ts';
import type { Edizione } from '../store/deposito.ts';
import { listEdizioni, readEdizione } from '../store/edizioni.ts';
import { openEdizione, openRisultati } from './edizione.ts';

export const AMBITI: Pick<Gestori<'api'>, 'ambiti' | 'ambito' | 'qualita' | 'registro'> = {
  ambiti: async ({ deposito, query }) => {
    const { pagina, cursore } = paginate(await listAmbiti(deposito), query);
    const ambiti = await Promise.all(
      pagina.map(async (ambito) => toAmbitoDto(ambito, await readEdizione(deposito, ambito.id))),
    );
    return json({ ambiti, cursore });
  },
  ambito: async ({ deposito, risorse }) =>
    json(toAmbitoDto(risorse.ambito, await readEdizione(deposito, risorse.ambito.id))),
  qualita: async ({ deposito, risorse, query }) => {
    const edizione = await openEdizione(deposito, risorse.ambito, query);
    const { segnalazioni } = await openRisultati(deposito, edizione);
    const numero = edizione?.numero ?? 0;
    const { pagina, cursore } = paginate(segnalazioni, query, numero);
    const { toSegnalazioneDto } = await import('../http/presenta-segnalazioni.ts');
    return json({
      edizione: numero,
      segnalazioni: pagina.map((trovata) => toSegnalazioneDto(trovata, edizione)),
      cursore,
    });
  },
  registro: async ({ deposito, risorse, query }) => {
    const edizioni = await listEdizioni(deposito, risorse.ambito.id);
    const atti = edizioni.map((edizione, i) => ({
      quando: edizione.pubblicataIl,
      ruolo: edizione.ruolo,
      azione: edizione.azione,
      edizione: edizione.numero,
      cosa: edizione.cosa,
      sha256: listSha256Nuovi(edizione, edizioni[i - 1]),
      versioni: toVersioniDto(edizione),
    }));
    const { pagina, cursore } = paginate(atti.reverse(), query);
    return json({ atti: pagina, cursore });
  },
};

/** Of the files that an edizione brought: those that the one before did not have. */
function listSha256Nuovi(edizione: Edizione, precedente: Edizione | undefined): string[] {
  const listParti = (una: Edizione | undefined): string[] =>
    Object.entries(una?.versioni ?? {}).flatMap(([tipo, { parti }]) =>
      parti.map(({ parte, sha256 }) => `${tipo} ${parte} ${sha256}`),
    );
  const note = new Set(listParti(precedente));
  return listParti(edizione)
    .filter((voce) => !note.has(voce))
    .map((voce) => voce.slice(voce.lastIndexOf(' ') + 1));
}
