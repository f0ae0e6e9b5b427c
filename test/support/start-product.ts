import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { loadDemoBook } from '../../api/cli/demo-book.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import type { Asker } from './asker.js';
import { startApi, TODAY } from './product.js';

export interface StartedProduct {
  url: string;
  manager: Asker;
  admin: Asker;
  /** As the command does it. */
  addPerson(email: string, name: string, role?: PersonRole): Promise<{ link: string }>;
  stop(): Promise<void>;
}

/** The product as a person finds it: the demo book loaded and scored, jobs worked on, the clock standing still. */
export async function startProduct({
  withDemo = true,
  withModel = false,
  now = `${TODAY}T09:00:00Z`,
  env = {} as Record<string, string>,
} = {}): Promise<StartedProduct> {
  const product = await startApi({ offersDemoRoles: true, now, env });
  if (withDemo) await loadDemoBook(product.app, () => {});
  // Else it is trained beside what the story does.
  if (withModel) await product.work();
  await product.get(Jobs).start();
  return {
    url: product.url,
    manager: product,
    admin: await product.as(PersonRole.ADMIN),
    addPerson: (email, name, role = PersonRole.FINANCE) => product.get(People).add({ email, name, role }),
    stop: product.close,
  };
}
