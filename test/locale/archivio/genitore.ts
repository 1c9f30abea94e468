/** A server that starts the storage and then does nothing, to be ended in every way. Writes `<endpoint> <pid>`, or what went wrong. */
import { startArchivio } from '../../../functions/locale/archivio/avvia.ts';

const [cartella = ''] = process.argv.slice(2);
startArchivio({ cartella }).then(
  ({ endpoint, pid, stop }) => {
    process.once('SIGTERM', () => void stop());
    process.stdout.write(`${endpoint} ${pid}\n`);
  },
  ({ name, message }: Error) => process.stdout.write(`${name}: ${message}\n`),
);
