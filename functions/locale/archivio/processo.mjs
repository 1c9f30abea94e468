// The embedded storage, alone in its process so that its work never holds up the server's. Plain JavaScript, because it is
// started by Node itself whatever runs its parent: tsx, the test runner or a bundle.
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import process from 'node:process';
import dynalite from 'dynalite';

const [cartella, porta, blocco, segno] = process.argv.slice(2);
const server = dynalite({ path: cartella, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

// Ctrl-C reaches the whole group: the parent decides when its storage goes, after the last write.
process.on('SIGINT', () => {});
process.on('SIGTERM', close);
// A parent that is killed cannot say so, but its channel closes.
process.on('disconnect', close);

// Data that another process still holds fail inside dynalite, where nobody listens: until they are open that is an answer, not a crash.
const onNonAperti = () => fail('DATI_NON_APERTI');
process.on('uncaughtException', onNonAperti);
server.on('error', (errore) => fail(errore.code ?? errore.message));
server.listen(Number(porta), '127.0.0.1', () => {
  const { port } = server.address();
  probe(port, (pronto) => {
    if (!pronto) return fail('DATI_NON_APERTI');
    if (!process.connected) return close();
    process.off('uncaughtException', onNonAperti);
    process.send({ pronto: true, porta: port });
  });
});

let chiuso = false;
function close() {
  if (chiuso) return;
  chiuso = true;
  server.closeAllConnections();
  server.close(() => finish(0));
  setTimeout(() => finish(1), 5_000).unref();
}

function finish(codice) {
  releaseBlocco();
  process.exit(codice);
}

/** After a parent that was killed, nobody else would. The lock of whoever took over meanwhile is left alone. */
function releaseBlocco() {
  try {
    if (JSON.parse(readFileSync(blocco, 'utf8')).segno === segno) rmSync(blocco);
  } catch {
    // Released already.
  }
}

function fail(codice) {
  if (!process.connected) process.exit(1);
  process.send({ pronto: false, codice }, () => process.exit(1));
}

/** LevelDB opens in the background: only an answered request tells that the data are there and nobody else holds them. */
function probe(port, then) {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': '20240101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=locale/20240101/eu-south-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  const richiesta = request({ host: '127.0.0.1', port, method: 'POST', headers, timeout: 5_000 }, (risposta) => {
    risposta.resume();
    risposta.on('end', () => then(risposta.statusCode === 200));
  });
  richiesta.on('timeout', () => richiesta.destroy());
  richiesta.on('error', () => then(false));
  richiesta.end('{}');
}
