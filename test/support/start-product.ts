import { loadDemoBook } from '../../api/cli/demo-book.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { startApi } from './product.js';

/** The product as a person finds it: the demo book loaded and scored, jobs worked on, the clock standing still. */
export async function startProduct({ withDemo = true } = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const product = await startApi();
  if (withDemo) await loadDemoBook(product.app, () => {});
  await product.get(Jobs).start();
  return { url: product.url, stop: product.close };
}
