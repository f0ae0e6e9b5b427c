import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const tooLarge = {
  message:
    'The headers of the request are larger than 16 kB. Remove the cookies of this address, or send the key as it was given.',
  extensions: { code: 'HEADERS_TOO_LARGE' },
};
/** As Node answers where nobody listens. */
const plain: Record<string, string> = {
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is larger than Node reads never becomes a request; a key or cookie of that size is answered as one that is none. */
export function refuseLargeHeaders(server: Server): void {
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket: Socket) => {
    if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const body = code === 'HPE_HEADER_OVERFLOW' ? JSON.stringify({ errors: [tooLarge] }) : '';
    const status = body ? '401 Unauthorized' : (plain[code] ?? '400 Bad Request');
    const type = body && 'Content-Type: application/json; charset=utf-8\r\n';
    socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}
