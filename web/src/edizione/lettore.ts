/** Reading an ambito as it was: every reading of it is of one edizione, whatever has been published since. */
import type { AmbitoDto } from '../../../functions/core/http/schemi.ts';
import { CON_EDIZIONE } from '../api/istantanee.ts';
import type { Api, LettoreIstantanee } from '../api/letture.ts';
import { withEdizione } from '../indirizzi.ts';

interface Allora {
  /** As it was with that edizione. */
  readonly ambito: AmbitoDto;
  /** Reads what is current. */
  readonly api: Api;
  readonly istantanee: LettoreIstantanee;
}

/**
 * What a publication left with its pages is of use only while that publication is the edizione being read. What the API keeps no
 * edizione of (the ambito itself, the versions of its tables) is read as it is, and what came later is left out.
 */
export function createLettoreDiAllora({ ambito, api, istantanee }: Allora): LettoreIstantanee {
  const radice = `/ambiti/${encodeURIComponent(ambito.id)}`;
  const isSua = (percorso: string) => percorso === radice || percorso.startsWith(`${radice}/`);
  return {
    find: async (percorso) => {
      if (percorso === radice) return ambito;
      if (percorso === '/ambiti') {
        const ambiti = await api.readAmbiti();
        return { ambiti: ambiti.map((uno) => (uno.id === ambito.id ? ambito : uno)), cursore: null };
      }
      const tipo = VERSIONI.exec(percorso)?.[1];
      if (tipo !== undefined && isSua(percorso)) {
        const { versioni } = await api.readVersioni(ambito.id, tipo);
        return { versioni: versioni.filter(({ edizione }) => edizione <= ambito.edizione), cursore: null };
      }
      if (isSua(percorso) && !isPreparata(istantanee, ambito.id, ambito.edizione)) return undefined;
      return istantanee.find(percorso);
    },
    pin: (percorso) => {
      if (!isSua(percorso) || !CON_EDIZIONE.test(percorso)) return istantanee.pin(percorso);
      return withEdizione(percorso, ambito.edizione);
    },
  };
}

const VERSIONI = /\/tabelle\/([^/]+)\/versioni$/;

/** Whether the publication that is current, as far as is known, is that edizione: its readings are asked for by that number. */
export function isPreparata(istantanee: LettoreIstantanee, ambito: string, edizione: number): boolean {
  const lettura = `/ambiti/${encodeURIComponent(ambito)}/qualita`;
  return istantanee.pin(lettura) === withEdizione(lettura, edizione);
}
