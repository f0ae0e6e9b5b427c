import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { caller } from './caller.js';
import { inRole, roles, withOption } from './database-roles.js';
import { outliveLoss } from './outlive-loss.js';
import { followStatements, tracedStatement } from './traces.js';

// Days stay 'YYYY-MM-DD'; bigint becomes a number where it is exact and is refused where it is not.
pg.types.setTypeParser(1082, (day) => day);
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the integers this program keeps exact`);
  return value;
});
pg.types.setTypeParser(1700, (text) => Number(text));

/** Whose rows are reached: everybody’s, or those of the customers that a person owns. */
interface Door {
  pool: pg.Pool;
  /** Null: nobody, who owns none. */
  person?: number | null;
}

/** The connection of a transaction that everything is read over, one question after the other. */
interface OneConnection extends Door {
  client: pg.ClientBase;
  answered: Promise<unknown>;
}
const oneConnection = new AsyncLocalStorage<OneConnection>();

/** Every connection keeps the plans of so many statements, about 50 KB each; what comes later is planned each time. */
const MOST_PREPARED = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `asked ${names.size}`);
  return names.get(text);
}

/** The way to the database for whatever the program does by itself: sign-in, health, measurements. */
@Injectable()
export class ProgramSql {
  constructor(@InjectDataSource() protected readonly dataSource: DataSource) {}

  protected door(): Door {
    return { pool: (this.dataSource.driver as unknown as { master: pg.Pool }).master };
  }

  rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.answer({ text, values });
  }

  /**
   * The same for what is asked about some customers again and again: each connection parses and plans it once, which
   * took longer than answering it. Not for the whole book: there the best plan hangs on the day that is asked for.
   */
  prepared<T>(text: string, values: unknown[]): Promise<T[]> {
    return this.answer({ name: nameOf(text), text, values }, this.plannedDoor());
  }

  protected plannedDoor(): Door {
    return this.door();
  }

  private async answer<T>(statement: pg.QueryConfig, door = this.door()): Promise<T[]> {
    const one = this.oneOpen();
    if (one) {
      const { text, values } = statement;
      const answer = one.answered.then(() => one.client.query(text, values as unknown[]));
      one.answered = answer.catch(() => {});
      return (await answer).rows as T[];
    }
    if (door.person === undefined)
      return (await tracedStatement(statement.text, () => door.pool.query(statement))).rows as T[];
    return this.connection(async (client) => (await client.query(statement)).rows as T[]);
  }

  /** The one that this is asked within, if it reaches the same rows. */
  private oneOpen(): OneConnection | null {
    const one = oneConnection.getStore();
    const { pool, person } = this.door();
    return one && one.pool === pool && one.person === person ? one : null;
  }

  /** The rows of an entity for which a condition holds. */
  find<T>(entity: Type<T>, where: string, values: unknown[]): Promise<T[]> {
    const { tableName, columns } = this.dataSource.getMetadata(entity);
    const read = columns.filter(({ isSelect }) => isSelect);
    const list = read.map(({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`);
    return this.prepared<T>(`select ${list.join(', ')} from ${tableName} where ${where}`, values);
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

  /**
   * The same, and whatever is asked meanwhile goes over that connection: as many acts at once as there are connections
   * would otherwise each wait for a second one that the others hold.
   */
  onOneConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.transaction((client) =>
      oneConnection.run({ ...this.door(), client, answered: Promise.resolve() }, () => work(client)),
    );
  }

  /** Lends one connection, for streams and for statements that cannot run in a transaction. */
  async connection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { pool, person } = this.door();
    const client = await pool.connect();
    let broken: Error | undefined;
    const remember = (error: Error) => {
      broken = error;
    };
    client.on('error', remember);
    const unfollow = followStatements(client);
    try {
      // Of whoever had it last it keeps nothing: each asker is named anew.
      if (person !== undefined)
        await client.query(`select set_config('goodstanding.person', $1, false)`, [String(person ?? '')]);
      return await work(client);
    } catch (error) {
      // A connection that died inside `work` must not go back to the pool.
      if (broken === undefined && isConnectionLoss(error)) broken = error as Error;
      throw error;
    } finally {
      unfollow();
      client.off('error', remember);
      client.release(broken);
    }
  }
}

/**
 * The way to the database for whatever somebody asks. Who sees only the customers they own enters in a role for which
 * the database hides the rest, whatever the query says.
 */
@Injectable()
export class Sql extends ProgramSql implements OnApplicationShutdown {
  private own?: pg.Pool;
  private planned?: pg.Pool;

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly config: Config,
  ) {
    super(dataSource);
  }

  protected override door(): Door {
    const { seesOnlyOwn, personId } = caller();
    if (!seesOnlyOwn) return super.door();
    this.own ??= this.openOwn();
    return { pool: this.own, person: personId };
  }

  protected override plannedDoor(): Door {
    if (caller().seesOnlyOwn) return this.door();
    this.planned ??= this.open(withOption(this.config.databaseUrl as string, 'plan_cache_mode=force_generic_plan'), 8);
    return { pool: this.planned };
  }

  private openOwn(): pg.Pool {
    return this.open(inRole(this.config.databaseUrl as string, roles.own), 6);
  }

  private open(connectionString: string, max: number): pg.Pool {
    // One that was lost while idle is replaced when it is needed.
    return new pg.Pool({
      connectionString,
      max,
      application_name: 'goodstanding',
      connectionTimeoutMillis: 20_000,
      onConnect: outliveLoss,
    }).on('error', () => {});
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.own?.end(), this.planned?.end()]);
  }
}

function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('08') || code.startsWith('57P') || ['ECONNRESET', 'EPIPE', 'ECONNREFUSED'].includes(code);
}
