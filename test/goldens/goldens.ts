import type { Application } from '#/app/application.ts';
import { openApiDocument } from '#/app/openapi.ts';
import { moduleOrder } from '#/app/order.ts';
import { refusalTable } from '#/app/refusals.ts';
import type { Database } from '#/platform/db/index.ts';
import { listSettings } from '#/platform/config/index.ts';
import type { Route } from '#/platform/http/index.ts';
import { doors, promises, takes, type Step } from '#/platform/http/pipeline.ts';
import { importsOf, readFiles } from '../architecture/imports.ts';
import { actColumns, actRows } from './dossier-acts.ts';
import { describeSchema } from './schema.ts';

/** The generated documents: a reviewer sees a change of behaviour as a change of one of them. */
export async function makeGoldens(
  application: Application,
  database: Database,
): Promise<Record<string, string>> {
  return {
    'access.md': access(application.routes),
    'acts.md': page(
      'Acts',
      'Who may do what to a dossier in which state: a its applicant, o an official with the post of the step, u another official of its units, s the system.',
      actColumns,
      actRows(),
    ),
    'beyond.md': beyond(),
    'configuration.md': configuration(),
    'modules.md': modules(),
    'pipeline.md': pipelineTable(),
    'openapi.json': `${JSON.stringify(openApiDocument(application.routes), null, 2)}\n`,
    'refusals.md': refusals(application),
    'routes.md': routes(application.routes),
    'schema.md': await describeSchema(database),
  };
}

function byAddress(routes: readonly Route[]): Route[] {
  return routes.toSorted(
    (a, b) => a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method, 'en'),
  );
}

function routes(all: readonly Route[]): string {
  const rows = byAddress(all).map(({ method, path, kind, access: who }) => [
    method,
    path,
    kind,
    who.join(' '),
  ]);
  return page(
    'Routes',
    'Every address of the application, and who may use it.',
    ['Method', 'Path', 'Kind', 'Access'],
    rows,
  );
}

const columns = ['anyone', 'citizen', 'official', 'admin'] as const;

/** Role × route. A visitor is `anyone`; roles that a route names are listed in the last column. */
function access(all: readonly Route[]): string {
  const rows = byAddress(all).map(({ method, path, access: who }) => {
    const isOpen = who.includes('anyone');
    const cells = columns.map((column) => {
      const isIn =
        isOpen || who.includes(column) || (column !== 'anyone' && who.includes('signed-in'));
      const isAdminOfficial = column === 'admin' && who.includes('official');
      return isIn || isAdminOfficial ? '●' : '';
    });
    const roles = who.filter((audience) => audience === audience.toUpperCase());
    return [`${method} ${path}`, ...cells, roles.join(' ')];
  });
  return page(
    'Access',
    'Who may use which address. Which dossier a person may see is decided by use cases.',
    ['Route', ...columns, 'roles'],
    rows,
  );
}

/** Escaped, since a pipe would end the cell. */
const code = (value: string) => (value === '' ? '' : `\`${value.replaceAll('|', '\\|')}\``);

function configuration(): string {
  const rows = listSettings().map(({ name, fallback, allowed, meaning }) => [
    `\`${name}\``,
    code(fallback),
    code(allowed),
    meaning.vi,
    meaning.en,
  ]);
  return page(
    'Configuration',
    'Every environment variable that the system reads.',
    ['Variable', 'Default', 'Allowed', 'Ý nghĩa', 'Meaning'],
    rows,
  );
}

/** Step × door: for whom each step is taken. A visitor has no session; citizens and officials have one. */
function pipelineTable(): string {
  const rows = Object.entries(promises).map(([step, promise]) => [
    step.padEnd(11),
    ...doors.map((door) =>
      (['visitor', 'citizen', 'official'] as const)
        .map((who) => (takes(step as Step, door, who !== 'visitor') ? who[0]! : '·'))
        .join(' ')
        .padEnd(door.length),
    ),
    promise,
  ]);
  return page(
    'Pipeline',
    'The steps of a request in their order, by how it comes in: v is taken for visitors, c for citizens, o for officials.',
    ['Step'.padEnd(11), ...doors, 'Promise'],
    rows,
  );
}

function refusals(application: Application): string {
  const rows = Object.entries(refusalTable(application.mounts))
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([code, { status, words }]) => [`\`${code}\``, String(status), words.vi, words.en]);
  return page(
    'Refusals',
    'Every way in which a rule says no.',
    ['Code', 'Status', 'Tiếng Việt', 'English'],
    rows,
  );
}

/** Statements that do not keep to the rows of whoever asks: each is a door that a reviewer should know. */
function beyond(): string {
  const rows = readFiles('src', ['.ts', '.tsx'])
    .filter(({ path }) => !path.includes('.test.'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\/\* beyond: ([^*]+) \*\/\s*(\w+)/g)].map(([, why, what]) => [
        path,
        what!,
        why!,
      ]),
    );
  return page(
    'Beyond the line',
    'Row-level security shows a request only rows of whoever asks. These statements run for the office itself, and why.',
    ['File', 'Statement', 'Why'],
    rows.toSorted((a, b) => a.join().localeCompare(b.join(), 'en')),
  );
}

function modules(): string {
  const edges = importsOf(
    readFiles('src/modules', ['.ts', '.tsx']).filter(({ path }) => !path.includes('.test.')),
  );
  const rows = moduleOrder.map((name) => {
    const prefix = `src/modules/${name}/`;
    const used = edges
      .filter(
        ({ from, to }) =>
          from.startsWith(prefix) && to.startsWith('src/modules/') && !to.startsWith(prefix),
      )
      .map(({ to }) => to.split('/')[2]!);
    return [name, moduleOrder.filter((other) => used.includes(other)).join(', ')];
  });
  return page(
    'Modules',
    'In their one order; each may import only those above it.',
    ['Module', 'Imports'],
    rows,
  );
}

function page(
  title: string,
  intro: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map(() => '---|').join('')}`;
  return [
    `# ${title}`,
    '',
    `Generated by \`npm run goldens\`. ${intro}`,
    '',
    line(head),
    rule,
    ...rows.map(line),
    '',
  ].join('\n');
}
