/**
 * A list in which neighbours that must not stand apart are made one, again and again, from the first to the last: pool
 * adjacent violators (Ayer et al. 1955); sure. An empty list gives an empty list.
 * Example: 3, 1, 2 pooled to their sum where the left is larger: 4 and 2 are pooled in turn, to 6.
 */
export function pooledNeighbours<Pool>(
  list: readonly Pool[],
  mustPool: (left: Pool, right: Pool) => boolean,
  pooled: (left: Pool, right: Pool) => Pool,
): Pool[] {
  const pools: Pool[] = [];
  for (let pool of list) {
    for (let left = pools.at(-1); left !== undefined && mustPool(left, pool); left = pools.at(-1)) {
      pools.pop();
      pool = pooled(left, pool);
    }
    pools.push(pool);
  }
  return pools;
}
