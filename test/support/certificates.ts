import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/** An authority of one's own, such as a business has for the servers of its house. */
export class Authority {
  private constructor(private readonly own: Certificate) {}

  static async named(name: string): Promise<Authority> {
    const extensions = [
      { name: 'basicConstraints' as const, cA: true, critical: true },
      { name: 'keyUsage' as const, keyCertSign: true, cRLSign: true, critical: true },
    ];
    return new Authority(await made(name, { extensions }));
  }

  get cert(): string {
    return this.own.cert;
  }

  /** For a server under these addresses of this machine. */
  forServer(...addresses: string[]): Promise<Certificate> {
    const altNames = addresses.map((ip) =>
      /^[\d.]+$/.test(ip) ? { type: 7 as const, ip } : { type: 2 as const, value: ip },
    );
    const extensions = [
      { name: 'extKeyUsage' as const, serverAuth: true },
      { name: 'subjectAltName' as const, altNames },
    ];
    return made(addresses[0] ?? '', { extensions, ca: this.own });
  }

  /** For a program that enters by it under this name. */
  forProgram(name: string): Promise<Certificate> {
    return made(name, { extensions: [{ name: 'extKeyUsage', clientAuth: true }], ca: this.own });
  }
}

async function made(name: string, options: Parameters<typeof generate>[1]): Promise<Certificate> {
  const attributes = [{ name: 'commonName', value: name }];
  const { private: key, cert } = await generate(attributes, { keyType: 'ec', algorithm: 'sha256', ...options });
  return { key, cert };
}
