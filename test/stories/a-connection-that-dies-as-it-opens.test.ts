import net from 'node:net';
import { DataSource } from 'typeorm';
import { poolOf } from '../../api/jobs/queue-place.js';
import { dataSourceOptions } from '../../api/shared/data-source.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { asOwner } from '../support/owner.js';

// The server says that it is ready and goes down, and a busy program hears both at once: it goes on.
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const keyOfBackend = Buffer.from([0x4b, 0, 0, 0, 12]);
const ready = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A way to the server on which the first `ready` of each connection arrives together with its end. */
async function deadlyWay(): Promise<{ url: string; close(): void }> {
  const { port, hostname } = new URL(database.url);
  const way = net.createServer((program) => {
    const server = net.connect(Number(port), hostname);
    program.pipe(server);
    let heard = Buffer.alloc(0);
    server.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      const key = heard.indexOf(keyOfBackend);
      if (key < 0 || heard.indexOf(ready, key) < 0) {
        program.write(heard);
        heard = Buffer.alloc(0);
      } else if (heard.indexOf(ready, key) + 6 === heard.length)
        void asOwner(database.url, `select pg_terminate_backend(${heard.readInt32BE(key + 5)})`);
    });
    server.on('end', () => program.end(heard));
    for (const end of [program, server]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const url = new URL(database.url);
  url.port = String((way.address() as net.AddressInfo).port);
  return { url: url.href, close: () => way.close() };
}

test('the program hears of it from what it asks, and does not end', async () => {
  const way = await deadlyWay();
  const lost = /not queryable/;
  const queue = poolOf(way.url);
  await expect(queue.connect().then((client) => client.query('select 1'))).rejects.toThrow(lost);
  await expect(new DataSource(dataSourceOptions(way.url)).initialize()).rejects.toThrow(lost);
  way.close();
});
