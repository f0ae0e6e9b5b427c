import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Span, SpanKind, Tracer } from '@opentelemetry/api';
import type pg from 'pg';

type Attributes = Record<string, string | number>;

/** The libraries, loaded only where somebody wants traces. */
interface Tracing {
  tracer: Tracer;
  /** The context of who asks, by the header `traceparent`; a new trace without one. */
  parentOf(headers: Record<string, unknown>): Context;
  within(parent: Context, span: Span): Context;
  stop(): Promise<void>;
}
let tracing: Tracing | undefined;

/** Below which span one works; the operation of GraphQL takes the place of its request while it runs. */
const current = new AsyncLocalStorage<{ context: Context }>();
const ERROR = 2;

/** Sends spans to a collector that understands OTLP over HTTP. What is not configured is not loaded and costs nothing. */
export async function openTraces(endpoint: string | undefined): Promise<void> {
  if (endpoint === undefined) return;
  const [{ ROOT_CONTEXT, defaultTextMapGetter, trace }, core, resources, sdk, { OTLPTraceExporter }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'goodstanding' }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const propagator = new core.W3CTraceContextPropagator();
  tracing = {
    tracer: provider.getTracer('goodstanding'),
    parentOf: (headers) => propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter),
    within: (parent, span) => trace.setSpan(parent, span),
    stop: () => provider.shutdown(),
  };
}

export async function closeTraces(): Promise<void> {
  await tracing?.stop();
  tracing = undefined;
}

/** Of a span nothing but its name, kind and a few attributes: no variable, no value of a row, no header, no message of an error. */
function begin(name: string, kind: SpanKind, attributes: Attributes, parent: Context, with_: Tracing) {
  const span = with_.tracer.startSpan(name, { kind, attributes }, parent);
  return { span, context: with_.within(parent, span) };
}

function end(span: Span, error?: unknown): void {
  if (error !== undefined)
    span.setStatus({ code: ERROR, message: error instanceof Error ? error.name : 'not an error' });
  span.end();
}

const [INTERNAL, SERVER, CLIENT] = [0, 1, 2] as const satisfies SpanKind[];

/** A request over HTTP; whatever it sets off is below it. `ended` names it once it is known what it was. */
export function tracedRequest(
  headers: Record<string, unknown>,
  work: (ended: (name: string, attributes: Attributes, failed: boolean) => void) => void,
): void {
  if (!tracing) {
    work(() => {});
    return;
  }
  const { span, context } = begin('request', SERVER, {}, tracing.parentOf(headers), tracing);
  current.run({ context }, () =>
    work((name, attributes, failed) => {
      span.updateName(name).setAttributes(attributes);
      end(span, failed ? new Error() : undefined);
    }),
  );
}

/** A part of what runs: returns how to end it. What runs meanwhile is below it. */
export function beginPart(name: string, attributes: Attributes): () => void {
  const place = current.getStore();
  if (!tracing || !place) return () => {};
  const before = place.context;
  const { span, context } = begin(name, INTERNAL, attributes, before, tracing);
  place.context = context;
  return () => {
    place.context = before;
    end(span);
  };
}

/** Work that nobody asks for: a trace of its own. */
export async function tracedWork<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!tracing) return work();
  const { span, context } = begin(name, INTERNAL, {}, tracing.parentOf({}), tracing);
  return ended(span, () => current.run({ context }, work));
}

/** A statement by its text, in which values are places such as $1. */
export async function tracedStatement<T>(text: string, work: () => Promise<T>): Promise<T> {
  const place = current.getStore();
  if (!tracing || !place) return work();
  const name = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 4_000) };
  return ended(begin(name, CLIENT, attributes, place.context, tracing).span, work);
}

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    end(span);
    return result;
  } catch (error) {
    end(span, error);
    throw error;
  }
}

/** Follows the statements of a borrowed connection; returns how to stop. Streams are not followed. */
export function followStatements(client: pg.ClientBase): () => void {
  if (!tracing || !current.getStore()) return () => {};
  const query = client.query.bind(client) as (...all: unknown[]) => unknown;
  client.query = ((...all: unknown[]) => {
    const [first] = all;
    const text = typeof first === 'string' ? first : (first as { text?: unknown }).text;
    const isStream = typeof (first as { submit?: unknown }).submit === 'function';
    if (typeof text !== 'string' || isStream) return query(...all);
    return tracedStatement(text, () => query(...all) as Promise<unknown>);
  }) as typeof client.query;
  return () => {
    delete (client as { query?: unknown }).query; // that of its class again
  };
}
