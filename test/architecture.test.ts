import { describe, expect, it } from 'vitest';
import { moduleOrder } from '#/app/order.ts';
import { importsOf, readFiles, type Edge } from './architecture/imports.ts';

const files = readFiles('src', ['.ts', '.tsx']);
const sources = files.filter(({ path }) => !path.includes('.test.'));
const edges = importsOf(sources);
const layers = ['values', 'platform', 'ui', 'modules', 'app'];

const layerOf = (path: string) => (path === 'src/main.ts' ? 'app' : (path.split('/')[1] ?? ''));
const moduleOf = (path: string) => (layerOf(path) === 'modules' ? path.split('/')[2] : undefined);
const shown = ({ from, to }: Edge) => `${from} → ${to}`;

describe('the house', () => {
  it('is really read: a checker that sees nothing would praise everything', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(edges.length).toBeGreaterThan(600);
    expect(new Set(edges.map(({ from }) => layerOf(from)))).toEqual(new Set(layers));
  });

  it('lets imports point left only: values, platform, ui, modules, app', () => {
    const wrong = edges.filter(
      ({ from, to }) => layers.indexOf(layerOf(to)) > layers.indexOf(layerOf(from)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('lets a module import only modules above it', () => {
    const place = (name: string | undefined) =>
      (moduleOrder as readonly string[]).indexOf(name ?? '');
    const wrong = edges.filter(({ from, to }) => {
      const [importer, imported] = [moduleOf(from), moduleOf(to)];
      return importer !== undefined && imported !== undefined && place(imported) > place(importer);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('lists every module that exists, and no other', () => {
    const found = new Set(
      sources.map(({ path }) => moduleOf(path)).filter((name) => name !== undefined),
    );
    expect([...found].toSorted()).toEqual([...moduleOrder].toSorted());
  });

  it('opens a module only by its front door, and its service entrance only to the application', () => {
    const wrong = edges.filter(({ from, to }) => {
      const imported = moduleOf(to);
      if (imported === undefined || moduleOf(from) === imported) return false;
      const door = to.slice(`src/modules/${imported}/`.length);
      return door === 'mount.ts' ? layerOf(from) !== 'app' : door !== 'index.ts';
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('shows at a glance where an import crosses a folder: # across, relative inside', () => {
    const area = (path: string) =>
      path
        .split('/')
        .slice(0, ['values', 'app'].includes(layerOf(path)) ? 2 : 3)
        .join('/');
    const wrong = edges.filter(({ from, to, specifier }) => {
      if (layerOf(from) === 'ui' && layerOf(to) === 'ui') return specifier.startsWith('#');
      if (layerOf(from) === 'platform' && layerOf(to) === 'platform') return false;
      const crosses = area(from) !== area(to);
      return crosses ? !specifier.startsWith('#/') : specifier.startsWith('#/');
    });
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|constants|types)(\/|\.tsx?$)/;
    expect(files.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
  });

  it('keeps files small enough to read', () => {
    const generated = new Set(['src/platform/db/tables.ts']);
    const long = files
      .filter(({ path }) => !generated.has(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (path.includes('.test.') ? 400 : 300));
    expect(long).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const wrong = files.filter(
      ({ path }) => !/^[a-z0-9-]+(\.test|\.d)?\.tsx?$/.test(path.split('/').at(-1)!),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const allowed = /^src\/platform\/(config|db\/embedded|workshop)\//;
    const wrong = sources.filter(
      ({ path, text }) => /process\.env\b/.test(text) && !allowed.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('keeps SQL in stores, and lets each module write its own tables only', () => {
    const modules = sources.filter(({ path }) => layerOf(path) === 'modules');
    const outside = modules.filter(
      ({ path, text }) =>
        /from 'kysely'/.test(text) && !/\/(store|store\/[\w-]+|desk\/[\w-]*store)\.ts$/.test(path),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
    const foreign = modules.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:insert into|update|delete from)\s+(\w+)\.\w+/g)]
        .filter(
          ([, schema]) =>
            (moduleOrder as readonly string[]).includes(schema!) && schema !== moduleOf(path),
        )
        .map(([statement]) => `${path}: ${statement}`),
    );
    expect(foreign).toEqual([]);
  });

  it('has one reviewed door for raw markup', () => {
    const raw = sources.filter(({ text }) => /dangerouslySetInnerHTML\s*[=:]/.test(text));
    expect(raw.map(({ path }) => path)).toEqual(['src/ui/drawing.tsx']);
  });

  it('holds no identification number that could belong to a person', () => {
    const everything = [
      ...files,
      ...readFiles('procedures', ['.json', '.dmn', '.bpmn', '.typ']),
      ...readFiles('test', ['.ts', '.tsx']),
    ];
    const real = everything.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\d.])(0(?!00)\d{2}[0-3]\d{8})(?!\d)/g)].map(
        ([number]) => `${path}: ${number}`,
      ),
    );
    expect(real).toEqual([]);
  });
});
