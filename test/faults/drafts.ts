import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { sealedDraft } from '#/modules/dossier/index.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { testVault } from '../database/vault.ts';
import { birth } from '../journeys/answers/dang-ky-khai-sinh.ts';
import { testApplication } from '../journeys/application.ts';
import { answer, begin, bringPapers } from '../journeys/apply.ts';
import { Person } from '../journeys/person.ts';

/** Makes complete applications, with a paper each, that only wait to be sent. Gives their ids. */
export async function completeDrafts(url: string, slug: string, count: number): Promise<string[]> {
  const template = await oneDraft(url, slug);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select gen_random_uuid() as id from generate_series(1, $1)`,
      [count],
    );
    const ids = rows.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      await copy(client, 'dossier.draft', 'id', template, { id, subject: `lần ${index}` });
      await copy(client, 'document.paper', 'owner', template, { owner: id });
      await copy(client, 'document.file', 'owner', template, { owner: id, id: randomUUID() });
    }
    await sealAs(url, template, ids);
    return ids;
  } finally {
    await client.end();
  }
}

/** What a row holds sealed opens in that row alone: each copy is sealed for itself. */
async function sealAs(url: string, template: string, ids: readonly string[]): Promise<void> {
  const database = openDatabase(url, 1, testVault());
  await database.transaction(async (tx) => {
    const { rows } = await sql<{
      answers: Record<string, unknown>;
      typed: Record<string, string>;
      keyOf: string;
    }>`
      select ${sql.raw(sealedDraft.definition.subject)} as "keyOf", ${sealedDraft.read('t')}
        from dossier.draft t where id = ${template}`.execute(tx);
    const { keyOf, ...content } = rows[0]!;
    for (const id of ids) {
      const sealed = await sealedDraft.seal(tx, keyOf, id, content);
      await sql`update dossier.draft set sealed = ${sealed} where id = ${id}`.execute(tx);
    }
  });
  await database.close();
}

/** Copies the rows of a table that belong to the template, with some columns changed. */
async function copy(
  client: pg.Client,
  table: string,
  key: string,
  template: string,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  await client.query(
    `insert into ${table}
     select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where t.${key} = $1`,
    [template, JSON.stringify(changed)],
  );
}

/** Fills one application as a person does, up to the page on which it is sent. */
async function oneDraft(url: string, slug: string): Promise<string> {
  const running = testApplication(url, new Date());
  const web = await running.application.web();
  try {
    const person = await new Person(web).signIn('cong-dan-1');
    await begin(person, slug);
    await answer(person, birth);
    await bringPapers(person);
    return person.path.split('/')[3]!;
  } finally {
    await web.close();
    await running.close();
  }
}
