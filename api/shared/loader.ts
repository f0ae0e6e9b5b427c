import DataLoader from 'dataloader';

/**
 * Gathers what the fields of one request ask for into one query a kind. `Args` are what the field was asked with
 * (the day, say): keys asked with the same arguments go together.
 */
export abstract class Loader<Value, Args = undefined, Key = number> {
  private readonly perRequest = new WeakMap<object, Map<string, DataLoader<Key, Value, string>>>();

  /** Values in the order of `keys`. */
  protected abstract load(keys: readonly Key[], args: Args): Promise<Value[]>;

  of(request: object, id: Key, args: Args): Promise<Value> {
    let loaders = this.perRequest.get(request);
    if (!loaders) {
      loaders = new Map();
      this.perRequest.set(request, loaders);
    }
    const key = JSON.stringify(args ?? null);
    let loader = loaders.get(key);
    if (!loader) {
      loader = new DataLoader((keys) => this.load(keys, args), {
        maxBatchSize: 1000,
        cacheKeyFn: (each) => JSON.stringify(each),
      });
      loaders.set(key, loader);
    }
    return loader.load(id);
  }
}

/** Puts rows in the order of the ids that were asked for. */
export function inOrder<Row, Value>(
  ids: readonly number[],
  rows: readonly Row[],
  idOf: (row: Row) => number,
  value: (row: Row | undefined) => Value,
): Value[] {
  const byId = new Map(rows.map((row) => [Number(idOf(row)), row]));
  return ids.map((id) => value(byId.get(id)));
}

/** The same where an id may have many rows. */
export function grouped<Row>(ids: readonly number[], rows: readonly Row[], idOf: (row: Row) => number): Row[][] {
  const byId = new Map<number, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) byId.get(Number(idOf(row)))?.push(row);
  return ids.map((id) => byId.get(id) ?? []);
}
