import { ANNO, COMUNE } from './colonne.ts';
import type { Tipo } from './tipo.ts';
import { createLayoutVariazioni } from './variazioni.ts';

export const famiglie: Tipo = {
  id: 'famiglie',
  titolo: 'Famiglie',
  descrizione: 'Quante famiglie anagrafiche vivono in ogni comune e di quante persone sono fatte in media.',
  chiLaHa: 'L’ufficio anagrafe di ogni comune.',
  colonne: [
    COMUNE,
    ANNO,
    {
      id: 'famiglie',
      titolo: 'Famiglie',
      descrizione: 'Numero di famiglie anagrafiche al 31 dicembre.',
      formato: 'conteggio',
      obbligatoria: true,
      unita: 'famiglie',
      sinonimi: [
        'numero di famiglie',
        'numero famiglie',
        'n. famiglie',
        'nuclei familiari',
        'numero di nuclei familiari',
      ],
      esempio: '6.917',
    },
    {
      id: 'popolazione',
      titolo: 'Popolazione',
      descrizione: 'Residenti contati nella stessa tabella: il dividendo della media.',
      formato: 'conteggio',
      obbligatoria: false,
      unita: 'persone',
      sinonimi: ['popolazione totale', 'totale popolazione', 'popolazione residente', 'residenti'],
      esempio: '19.552',
    },
    {
      id: 'componenti_medi',
      titolo: 'Componenti medi',
      descrizione:
        'Persone per famiglia, con i decimali che la fonte scrive: è confrontato con popolazione diviso famiglie.',
      formato: 'decimale',
      rapporto: true,
      obbligatoria: false,
      unita: 'persone per famiglia',
      sinonimi: [
        'numero medio di componenti per famiglia',
        'numero medio di componenti',
        'numero medio componenti',
        'componenti medi per famiglia',
        'media componenti',
        'n. medio componenti',
      ],
      esempio: '2,83',
    },
  ],
  chiave: ['comune', 'anno'],
  daContesto: ['comune', 'anno'],
  copertura: 'comuni',
  layout: [
    createLayoutVariazioni({
      titolo: 'Due anni a confronto, per l’intero ambito',
      esempio: 'Grandezza;2018;2021;Variazione\nnumero di nuclei familiari;28.253;27.619;-634',
      misura: 'famiglie',
      voci: [{ testo: /^(?:numero (?:di )?)?(?:nuclei familiari|famiglie)$/, valori: () => ({}) }],
    }),
  ],
};
