/** What a publication costs on the embedded storage, beside the least that any could: one conditional write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { computeRisultati } from '../../functions/core/risultati.ts';
import { receiveFile } from '../../functions/ingest/carica.ts';
import { publishCaricamenti } from '../../functions/ingest/pubblica.ts';
import { publishCampioni } from '../../functions/locale/campioni.ts';
import { readAmbito } from '../../functions/store/ambiti.ts';
import { readEdizione } from '../../functions/store/edizioni.ts';
import { readQuadro } from '../../functions/store/quadro.ts';
import { readRisultati } from '../../functions/store/risultati.ts';
import { RADICE } from '../sorgenti.ts';
import { startBanco } from '../store/banco.ts';
import { formatSerie, getMediana } from './serie.ts';

const GIRI = 15;
const AMBITO = 'casarano';
const adesso = new Date('2026-11-23T09:00:00Z');

async function time(run: () => Promise<unknown>): Promise<number> {
  const inizio = performance.now();
  await run();
  return performance.now() - inizio;
}

const banco = await startBanco();
try {
  const deposito = await banco.createDeposito();
  const campioniMs = await time(() => publishCampioni(deposito, join(RADICE, 'data'), () => adesso));
  const ambito = await readAmbito(deposito, AMBITO);
  if (!ambito) throw new Error('the sample ambito is not there');
  const famiglie = readFileSync(join(RADICE, 'data/casarano/2021/famiglie.csv'), 'utf8');
  const ricezione: number[] = [];
  const pubblicazione: number[] = [];
  const pavimento: number[] = [];
  for (let giro = 0; giro < GIRI; giro++) {
    const base = (await readEdizione(deposito, AMBITO))?.numero ?? 0;
    const byte = new TextEncoder().encode(famiglie.replace('6.917', `6.9${10 + giro}`));
    const parametri = {
      tipo: 'famiglie',
      contesto: { parte: 'anagrafe-2021', anno: 2021 },
      fonte: { documento: 'Misura della pubblicazione' },
    } as const;
    let id = '';
    ricezione.push(
      await time(async () => {
        ({ id } = (
          await receiveFile(deposito, { ambito: AMBITO, byte, parametri, ruolo: 'responsabile', adesso })
        ).caricamento);
      }),
    );
    pubblicazione.push(
      await time(() =>
        publishCaricamenti(deposito, { ambito: AMBITO, ids: [id], base, ruolo: 'responsabile', adesso }),
      ),
    );
    pavimento.push(
      await time(() =>
        deposito.db.send(
          new PutCommand({
            TableName: deposito.tabella,
            Item: { PK: 'misura', SK: String(giro) },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      ),
    );
    const edizione = await readEdizione(deposito, AMBITO);
    if (edizione?.numero !== base + 1) throw new Error('the edizione is not the next one');
    const pubblicati = await readRisultati(deposito, edizione.risultati);
    const ricalcolati = computeRisultati(await readQuadro(deposito, ambito, edizione));
    if (pubblicati.osservazioni.length !== ricalcolati.osservazioni.length)
      throw new Error('the results are not those of the tables');
  }
  const rapporto = (serie: readonly number[]): string =>
    `${(getMediana(serie) / getMediana(pavimento)).toLocaleString('it-IT', { maximumFractionDigits: 0 })}×`;
  console.log(`| | ms, mediana (min-max), ${GIRI} giri | sul pavimento |
|---|---|---|
| pavimento: una scrittura condizionata | ${formatSerie(pavimento, 1)} | 1× |
| ricevere una tabella: originale, lettura, anteprima, indicatori che cambierebbero | ${formatSerie(ricezione)} | ${rapporto(ricezione)} |
| pubblicarla: tabelle e risultati di tutto l’ambito | ${formatSerie(pubblicazione)} | ${rapporto(pubblicazione)} |

I tre ambiti di esempio, per intero, su un archivio vuoto: ${(campioniMs / 1000).toLocaleString('it-IT', { maximumFractionDigits: 1 })} s.`);
} finally {
  await banco.stop();
}
