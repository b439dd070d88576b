// node main.ts --name NAME --database FILE --log VKEY… [--host HOST] [--port PORT]
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { readKey } from './note.ts';
import { serve } from './server.ts';
import { openStore } from './store.ts';
import { createWitness } from './witness.ts';

const usage =
  'node main.ts --name NAME --database FILE --log VKEY [--log VKEY …] [--host 127.0.0.1] [--port 8085]';

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    database: { type: 'string' },
    log: { type: 'string', multiple: true },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8085' },
    help: { type: 'boolean' },
  },
});

const { name, database, log = [], host, port } = values;
if (values.help || !name || !database || log.length === 0 || /[\s+]/.test(name)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const store = openStore(database);
const witness = createWitness(name, log.map(readKey), store);
const server = serve(witness);
server.listen(Number(port), host, () => {
  const { address, port: taken } = server.address() as AddressInfo;
  const url = `http://${address}:${taken}`;
  // One line that a program reads, for whoever started this one.
  console.log(JSON.stringify({ name, vkey: witness.vkey, url }));
  process.send?.({ name, vkey: witness.vkey, url });
});

function stop(): void {
  server.close(() => {
    store.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Started by another program as its child: when that ends, so does this.
process.on('disconnect', stop);
