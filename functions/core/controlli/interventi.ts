/** Every intervento funded, planned and described in all the places where it should be: the schede, the quadro sinottico, the services. */
import { type Fatto, groupBy, selectFatti } from '../fatti.ts';
import { formatEuro } from '../formato.ts';
import { compareInterventi } from '../interventi.ts';
import { containsPeriodo } from '../periodo.ts';
import { listProgrammati, sumProgrammati, type VoceProgrammata } from '../programmazione.ts';
import type { Quadro } from '../quadro.ts';
import { listQuadriSinottici, type QuadroSinottico } from '../quadro-sinottico.ts';
import type { TipoId } from '../tabelle/tipo.ts';
import { dedupeCelle, listCelle } from './confronto.ts';
import type { Segnalazione } from './controllo.ts';

/** Nothing is said where the plan has not both a quadro sinottico and schede: what is not brought in yet is not a contradiction. */
export function checkInterventi(quadro: Quadro): Segnalazione[] {
  const voci = listProgrammati(quadro);
  return listQuadriSinottici(quadro).flatMap((sinottico) => {
    const schede = groupBy(
      voci.filter(({ anno }) => containsPeriodo(sinottico.estremi, { da: anno, a: anno })),
      ({ intervento }) => intervento,
    );
    if (schede.size === 0) return [];
    const tutti = [...new Set([...sinottico.interventi.map(({ intervento }) => intervento), ...schede.keys()])];
    return tutti
      .toSorted(compareInterventi)
      .flatMap((intervento) =>
        checkIntervento(quadro, sinottico, { intervento, scheda: schede.get(intervento) ?? [] }),
      );
  });
}

interface Intervento {
  readonly intervento: string;
  /** The amounts of its scheda; [] where it has none. */
  readonly scheda: readonly VoceProgrammata[];
}

function checkIntervento(
  quadro: Quadro,
  sinottico: QuadroSinottico,
  { intervento, scheda }: Intervento,
): Segnalazione[] {
  const previsto = sinottico.interventi.find((uno) => uno.intervento === intervento);
  const importo = sumProgrammati(scheda).valore;
  const [prima] = scheda;
  const nome = nameIntervento([...(previsto?.voci ?? []), ...scheda.map(({ fatto }) => fatto)], intervento);
  const finanziati = scheda.filter(({ dato }) => dato.valore !== null && dato.valore > 0).map(({ fatto }) => fatto);
  const createDi = (fatti: readonly Fatto[], messaggio: string) =>
    createAvviso({ fatti, periodo: sinottico.ciclo, messaggio });
  // What is in doubt is where the money belongs, not how much it is: the totals it is part of stand.
  const createDiQuesto = (fatti: readonly Fatto[], messaggio: string) => ({
    ...createDi(fatti, messaggio),
    riguarda: { intervento },
  });
  if (!previsto && prima) {
    return [
      createDiQuesto(
        scheda.map(({ fatto }) => fatto),
        `${nome} ha una scheda${describeImporto(importo)}, ma non è nel quadro sinottico del ${sinottico.ciclo}: non si sa a quale livello di priorità stia.`,
      ),
    ];
  }
  if (previsto && previsto.livelli.length === 0 && importo !== null && importo > 0) {
    return [
      createDiQuesto(
        [...finanziati, ...previsto.voci],
        `${nome} ha ${formatEuro(importo)} programmati nella sua scheda, ma nessuna voce nel quadro sinottico del ${sinottico.ciclo}: il denaro non corrisponde a nessun livello di priorità.`,
      ),
    ];
  }
  if (previsto && previsto.livelli.length > 0 && !prima) {
    return [
      createDi(
        previsto.voci,
        `${nome} è previsto nel quadro sinottico (${previsto.livelli.join(', ')}), ma nessuna scheda ne dice importo, anno e fonte: non si sa se sia finanziato.`,
      ),
    ];
  }
  if (previsto && previsto.livelli.length > 0 && finanziati.length === 0) {
    const livelli = previsto.livelli.join(', ');
    return [
      createDi(
        previsto.voci,
        importo === null
          ? `${nome} è previsto nel quadro sinottico (${livelli}), ma la sua scheda lascia in bianco l’importo di ogni anno: non si sa se sia finanziato.`
          : `${nome} è previsto nel quadro sinottico (${livelli}), ma la sua scheda programma ${formatEuro(0)} per tutto il ${sinottico.ciclo}: non è finanziato.`,
      ),
    ];
  }
  return prima && !isDescritto(quadro, sinottico, intervento) && importo !== null && importo > 0
    ? [
        createDiQuesto(
          finanziati,
          `${nome} ha ${formatEuro(importo)} programmati, ma nessuna tabella dice quali servizi lo compongono e per chi sono.`,
        ),
      ]
    : [];
}

/** Where the services of the schede are published at all, each intervento should have its own. */
function isDescritto(quadro: Quadro, { ciclo }: QuadroSinottico, intervento: string): boolean {
  const descritti = selectFatti(quadro, 'servizi.servizio', { ciclo }).filter(
    ({ valori }) => (valori.intervento ?? null) !== null && (valori.livello ?? null) === null,
  );
  return descritti.length === 0 || descritti.some(({ valori }) => valori.intervento === intervento);
}

function describeImporto(cent: number | null): string {
  return cent === null || cent === 0 ? '' : ` con ${formatEuro(cent)} programmati`;
}

/** `C.4, «Trasporto sociale»,` in a sentence, where a table states the title. */
function nameIntervento(fatti: readonly Fatto[], intervento: string): string {
  const titolo = fatti.map(({ valori }) => valori.titolo_intervento).find((uno) => typeof uno === 'string');
  return titolo ? `L’intervento ${intervento} («${titolo}»)` : `L’intervento ${intervento}`;
}

function createAvviso({
  fatti,
  periodo,
  messaggio,
}: {
  readonly fatti: readonly Fatto[];
  readonly periodo: string;
  readonly messaggio: string;
}): Segnalazione {
  const celle = dedupeCelle(listCelle(fatti));
  const [prima] = celle;
  const tipo: TipoId = prima?.tipo ?? 'programmazione';
  return {
    codice: 'tra-tabelle',
    gravita: 'avviso',
    tipo,
    parte: prima?.parte ?? '',
    riga: prima?.riga ?? null,
    colonna: prima?.colonna ?? null,
    comune: null,
    periodo,
    dichiarato: null,
    ricalcolato: null,
    differenza: null,
    messaggio,
    celle,
  };
}
