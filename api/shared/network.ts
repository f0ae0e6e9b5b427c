import net from 'node:net';

/** Whoever has one address of IPv6 has the 2⁶⁴ around it. */
export function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!net.isIPv6(address)) return address;
  const [head = '', tail] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  if (tail === undefined) return [...head].slice(0, 4).join(':');
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/** Whether a host, or the folder of a socket, is this machine itself: what is said there leaves it for nobody. */
export const isThisMachine = (host: string) =>
  host === 'localhost' || host === '::1' || host.startsWith('/') || (net.isIPv4(host) && host.startsWith('127.'));
