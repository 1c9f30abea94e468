/** Runs a packed function as Lambda does: one process, nothing above the package, an event a line in, an answer a line out. */
import dns from 'node:dns';
import { createInterface } from 'node:readline';

// The client of the map puts the number of the account before the host that it is given: `123456789012.localhost`.
const { lookup } = dns;
dns.lookup = (nome, ...altro) => lookup(nome.endsWith('.localhost') ? '127.0.0.1' : nome, ...altro);

const [, , cartella] = process.argv;
const modulo = await import(`${cartella}/index.mjs`);
const say = (detto) => process.stdout.write(`\u0000${JSON.stringify(detto)}\n`);
for await (const riga of createInterface({ input: process.stdin })) {
  const { gestore, evento } = JSON.parse(riga);
  try {
    say({ esito: (await modulo[gestore](evento, { awsRequestId: 'prova' })) ?? null });
  } catch (errore) {
    say({ errore: `${errore.name}: ${errore.message}` });
  }
}
