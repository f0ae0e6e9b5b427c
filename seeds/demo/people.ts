/** The people of the demo book, one a role; the sales person owns every fifth customer and all prospects. */
import type pg from 'pg';
import type { Day } from '../../analytics/index.js';

const people = [
  { role: 'manager', name: 'Ruth Osei' },
  { role: 'finance', name: 'Piet Adler' },
  { role: 'sales', name: 'Nora Lind' },
  { role: 'auditor', name: 'Ivo Marek' },
  { role: 'admin', name: 'Lena Voss' },
];

export async function addPeople(client: pg.ClientBase, today: Day): Promise<void> {
  for (const { role, name } of people)
    await client.query(`insert into person (email, name, role, is_demo, created_at) values ($1, $2, $3, true, $4)`, [
      `${name.toLowerCase().replace(' ', '.')}@demo.example`,
      name,
      role,
      `${today}T00:00:00Z`,
    ]);
  await client.query(
    `update customer set owner_id = (select id from person where is_demo and role = 'sales')
      where id % 5 = 1 or stage = 'prospect'`,
  );
}
