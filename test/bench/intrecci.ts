/** What becomes of an ambito when several act on it at once, die, sleep or are not heard: counted, not timed. */
import {
  ATTORI,
  type Conto,
  countChiamate,
  createConto,
  drawIntreccio,
  listIntrecci,
  playGuasti,
  playIntreccio,
  setTavolo,
} from '../ingest/intrecci.ts';
import { startBanco } from '../store/banco.ts';

/** Of all the orders of the list, one in so many (an odd number: awake and asleep alternate): all of them are in `npm run lungo`. */
const UNO_OGNI = 5;
const A_CASO = 80;
const RETI = 25;

const n = (quanti: number): string => quanti.toLocaleString('it-IT');

const banco = await startBanco();
try {
  const tavolo = await setTavolo(banco);
  const tutti = listIntrecci(await countChiamate(tavolo));
  const scelti = tutti.filter((_, i) => i % UNO_OGNI === 0);
  const righe: { readonly nome: string; readonly prove: number; readonly conto: Conto }[] = [];
  const fermi = createConto();
  for (const intreccio of scelti) await playIntreccio(tavolo, intreccio, fermi);
  righe.push({
    nome: `uno fermo a ogni chiamata, un altro che fa tutto: uno su ${UNO_OGNI} dei ${n(tutti.length)}`,
    prove: scelti.length,
    conto: fermi,
  });
  const caso = createConto();
  for (let seme = 0; seme < A_CASO; seme++) await playIntreccio(tavolo, drawIntreccio(seme), caso);
  righe.push({ nome: 'in ordine sorteggiato', prove: A_CASO, conto: caso });
  const rete = { ...createConto(), limita: 0, 'perdi-risposta': 0, meta: 0 };
  for (let seme = 0; seme < RETI; seme++) await playGuasti(tavolo, seme, rete);
  righe.push({ nome: 'tutti insieme, su una rete guasta', prove: RETI, conto: rete });

  // What is torn, lost or stale stops the measure: who gets here counted none.
  console.log(`${ATTORI.length} alla volta sullo stesso ambito: tre che pubblicano tabelle diverse, un ripristino, la pulizia, chi legge piano.

| | prove | chiamate all’archivio | atti riusciti | 409: già cambiata | da riprovare, poi riusciti | letture intere | blocchi tolti |
|---|---|---|---|---|---|---|---|
${righe
  .map(
    ({ nome, prove, conto }) =>
      `| ${nome} | ${n(prove)} | ${n(conto.chiamate)} | ${n(conto.atti)} | ${n(conto.conflitti)} | ${n(conto.ritentati)} | ${n(conto.letture)} | ${n(conto.blocchiTolti)} |`,
  )
  .join('\n')}

Sulla rete guasta: ${n(rete.limita)} chiamate respinte, ${n(rete['perdi-risposta'])} risposte perse, ${n(rete.meta)} scritture prese a metà.
Letture strappate: 0. Atti confermati e persi: 0. Risultati di tabelle che non ci sono più: 0. Letture tornate indietro: 0.`);
} finally {
  await banco.stop();
}
