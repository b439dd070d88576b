import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { findProcedureInForce } from '#/modules/procedure/index.ts';
import { slugs } from '../bundles/shipped.ts';
import { filled } from '../bundles/fill.ts';
import { demoOffice } from './office.ts';
const office = demoOffice();
const out: unknown[] = [];
test.each(slugs)('%s', async (slug) => {
  const on = {
    today: (slug.startsWith('lien') ? '2026-09-15' : '2026-07-14') as never,
    demo: true,
  };
  const found = await office().services.database.transaction((tx) =>
    findProcedureInForce(tx, slug, on.today),
  );
  const form = found!.procedure.form;
  const answers = filled(form, {}, on);
  out.push(
    slug,
    JSON.stringify(answers),
    JSON.stringify(form.problems(answers, on).map((p) => [p.name, p.words.vi])),
  );
  writeFileSync('/tmp/filled', out.join('\n'));
});
