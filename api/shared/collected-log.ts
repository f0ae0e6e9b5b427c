import { Writable } from 'node:stream';
import type { LoggerProvider } from '@opentelemetry/sdk-logs';

/** Of pino, and of OpenTelemetry. */
const SEVERITY: Record<number, [number, string]> = {
  10: [1, 'TRACE'],
  20: [5, 'DEBUG'],
  30: [9, 'INFO'],
  40: [13, 'WARN'],
  50: [17, 'ERROR'],
  60: [21, 'FATAL'],
};
let provider: LoggerProvider | undefined;

/**
 * The lines of the log for a collector that understands OTLP over HTTP, as they stand on standard error: there they
 * are safe from whoever gets into this machine. What is not configured is not loaded and costs nothing.
 */
export async function openCollectedLog(endpoint: string | undefined): Promise<Writable | undefined> {
  if (endpoint === undefined) return undefined;
  const [resources, sdk, { OTLPLogExporter }] = await Promise.all([
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-logs'),
    import('@opentelemetry/exporter-logs-otlp-http'),
  ]);
  const exporter = new OTLPLogExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/logs` });
  provider = new sdk.LoggerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'goodstanding' }),
    processors: [new sdk.BatchLogRecordProcessor({ exporter })],
  });
  const logger = provider.getLogger('goodstanding');
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      const { level, time, msg, pid, hostname, ...attributes } = JSON.parse(line);
      const [severityNumber, severityText] = SEVERITY[level] ?? [];
      logger.emit({ timestamp: time, severityNumber, severityText, body: msg, attributes });
      done();
    },
  });
}

/** Sends what is left. */
export async function closeCollectedLog(): Promise<void> {
  await provider?.shutdown();
  provider = undefined;
}
