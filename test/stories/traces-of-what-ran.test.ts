import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { nobodyAt } from '../support/asker.js';
import { Authority } from '../support/certificates.js';
import { type Product, startApi } from '../support/product.js';

// Where a collector is named, it is told what ran, below what, and for how long, never with what; and the lines of the log.
interface Told {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string } }[];
  status: { code?: number };
}
let collector: Server;
let product: Product;
const bodies: string[] = [];
const logBodies: string[] = [];
interface Line {
  timeUnixNano: string;
  severityText: string;
  body: { stringValue: string };
  attributes: { key: string; value: { stringValue?: string } }[];
}
const logged = (): Line[] =>
  logBodies.flatMap((body) =>
    JSON.parse(body).resourceLogs.flatMap(({ scopeLogs }: { scopeLogs: { logRecords: Line[] }[] }) =>
      scopeLogs.flatMap((scope) => scope.logRecords),
    ),
  );
const spans = (): Told[] =>
  bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Told[] }[] }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const ABOVE = 'b7ad6b7169203331';

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body);
      if (request.url === '/v1/logs') logBodies.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  product = await startApi({ env: { LOG_LEVEL: 'info', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` } });
  await product.fetch('/graphql?secret=planted-in-the-address', {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${ABOVE}-01` },
    body: JSON.stringify({
      query: 'query Found($text: String!) { search(text: $text, first: 1) { totalCount } book { today } }',
      variables: { text: 'planted-in-a-variable' },
    }),
  });
  await product.gql(
    'mutation { setExchangeRate(input: { currency: "USD", validOn: "2026-11-22", rate: 1, source: "planted-in-the-text" }) { rate } }',
  );
  await nobodyAt(product.url).ask(
    'mutation { signIn(input: { email: "planted@firm.example", password: "planted-password" }) { permissions } }',
  );
  const jobs = product.get(Jobs);
  jobs.declare({
    id: 'of-this-story',
    description: 'A job of this story.',
    run: async () => {
      throw new Error('planted-in-an-error');
    },
  });
  await jobs.enqueue(null, 'of-this-story', { note: 'planted-in-a-job' });
  await product.work();
  await product.close(); // sends what is left
});
afterAll(() => {
  collector.closeAllConnections();
  collector.close();
});

const below = (above: Told | undefined) => spans().filter(({ parentSpanId }) => parentSpanId === above?.spanId);

test('a request goes on in the trace of who asks; below it is its operation, and below that its statements', () => {
  const request = spans().find(({ parentSpanId }) => parentSpanId === ABOVE);
  expect([request?.traceId, request?.name]).toEqual([TRACE, 'POST query']);
  const operation = below(request).find(({ name }) => name === 'query Found');
  expect(operation?.traceId).toBe(TRACE);
  const statements = below(operation);
  expect(statements.length).toBeGreaterThan(0);
  expect(new Set(statements.map(({ name }) => name))).toEqual(new Set(['select']));
});

test('the statements of a change are there in their order, by their text and without values', () => {
  const change = spans().find(({ name }) => name === 'mutation');
  const texts = below(change).flatMap(({ attributes }) =>
    attributes.filter(({ key }) => key === 'db.query.text').map(({ value }) => value.stringValue),
  );
  expect(texts[0]).toBeDefined();
  expect(texts).toEqual(
    expect.arrayContaining(['begin', expect.stringMatching(/^insert into exchange_rate .*\$1/s), 'commit']),
  );
});

test('a job is a trace of its own; one that fails says so, by the kind of its error alone', () => {
  const job = spans().find(({ name }) => name === 'job of-this-story');
  expect([job?.parentSpanId, job?.status]).toEqual([undefined, { code: 2, message: 'Error' }]);
});

test('the lines of the log are there too, with the request they belong to: what was refused says who and from where', () => {
  const of = (line: Line | undefined, name: string) =>
    line?.attributes.find(({ key }) => key === name)?.value.stringValue;
  const refused = logged().find(({ body }) => body.stringValue === 'SIGN_IN_REFUSED');
  expect([refused?.severityText, of(refused, 'who'), of(refused, 'from')]).toEqual([
    'WARN',
    'nobody',
    expect.stringMatching(/127\.0\.0\.1$/),
  ]);
  const answered = logged().find(
    (line) => of(line, 'request') === of(refused, 'request') && /^POST \/graphql 200/.test(line.body.stringValue),
  );
  expect(answered?.severityText).toEqual('INFO');
  const told = Number(answered?.timeUnixNano) / 1e6;
  expect(Math.abs(Date.now() - told)).toBeLessThan(600_000);
});

test('nothing that was typed, and no secret, is in any of it', () => {
  // Why a job failed stands in the log, and only there.
  const all = [...bodies, ...logBodies.map((body) => body.replaceAll('planted-in-an-error', ''))].join('');
  expect(all).toContain('goodstanding');
  expect(all.match(/planted[\w-]*/g)).toBeNull();
  expect(all).not.toContain(product.cookie.split('=')[1]);
});

test('a collector that cannot show that it is the one is told nothing', async () => {
  const others = await Authority.named('Authority of nobody we know');
  let asked = 0;
  const stranger = createTlsServer(await others.forServer('127.0.0.1'), (_request, response) => {
    asked++;
    response.end('{}');
  });
  let came = 0;
  stranger.on('connection', () => came++);
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  const told = await startApi({ env: { LOG_LEVEL: 'warn', OTEL_EXPORTER_OTLP_ENDPOINT: `https://127.0.0.1:${port}` } });
  await told.gql('{ book { today } }');
  await told.close();
  stranger.closeAllConnections();
  stranger.close();
  expect(came).toBeGreaterThan(0);
  expect(asked).toEqual(0);
});
