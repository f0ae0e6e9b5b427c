import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';

// Days stay 'YYYY-MM-DD'; bigint becomes a number where it is exact and is refused where it is not.
pg.types.setTypeParser(1082, (day) => day);
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the integers this program keeps exact`);
  return value;
});
pg.types.setTypeParser(1700, (text) => Number(text));

/** SQL written by hand: for questions about the whole book, and for transactions that write more than one row. */
@Injectable()
export class Sql {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  private get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(text, values)).rows as T[];
  }

  async one<T>(text: string, values: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(text, values))[0];
  }

  /** Runs `work` on one connection inside one transaction: all of it happens, or none. */
  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.connection(async (client) => {
      await client.query('begin');
      try {
        const result = await work(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    });
  }

  /** Lends one connection, for streams and for statements that cannot run in a transaction. */
  async connection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const remember = (error: Error) => {
      broken = error;
    };
    client.on('error', remember);
    try {
      return await work(client);
    } catch (error) {
      // A connection that died inside `work` must not go back to the pool.
      if (broken === undefined && isConnectionLoss(error)) broken = error as Error;
      throw error;
    } finally {
      client.off('error', remember);
      client.release(broken);
    }
  }
}

function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('08') || code.startsWith('57P') || ['ECONNRESET', 'EPIPE', 'ECONNREFUSED'].includes(code);
}
