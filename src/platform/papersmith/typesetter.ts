import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { basename, join } from 'node:path';
import { declareUa } from './declare-ua.ts';
import { PapersmithFault } from './fault.ts';
import { readFonts } from './fonts.ts';
import { nowhere } from './nowhere.ts';
import type { PressOrder } from './print-order.ts';

const main = join(nowhere, 'main.typ');

export type Typesetter = (order: PressOrder) => Promise<Uint8Array>;

/** Loads the fonts once; the returned function sets one paper after the other, in this thread, and throws PapersmithFault. */
export function createTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: readFonts() }],
  });
  return async function set(order) {
    compiler.resetShadow();
    compiler.mapShadow(main, Buffer.from(order.template));
    for (const [name, bytes] of Object.entries(order.assets))
      compiler.mapShadow(join(nowhere, plain(name)), Buffer.from(bytes));
    try {
      return await exported(compiler, compiled(compiler, order), order);
    } finally {
      compiler.evictCache(0);
    }
  };
}

function compiled(compiler: NodeCompiler, order: PressOrder): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath: main, inputs: { data: order.data } });
  if (outcome.result) return outcome.result;
  const diagnostics = outcome.takeDiagnostics();
  const all = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as Diagnostic[]) : [];
  const first = all.find((diagnostic) => diagnostic.severity === 1);
  throw new PapersmithFault({
    message: first?.message ?? 'The template could not be compiled.',
    asset: first === undefined || first.path === main ? undefined : basename(first.path),
    line: first?.range ? first.range.start.line + 1 : undefined,
  });
}

interface Diagnostic {
  readonly message: string;
  readonly path: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number } } | null;
}

async function exported(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  order: PressOrder,
): Promise<Uint8Array> {
  if (order.standard !== 'a-2a+ua-1') return exportAs(compiler, document, order.standard);
  exportAs(compiler, document, 'ua-1');
  return await declareUa(exportAs(compiler, document, 'a-2a'));
}

function exportAs(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  pdfStandard: string,
): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard });
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new PapersmithFault({ message: /message: "([^"]*)"/.exec(text)?.[1] ?? text }, { cause });
  }
}

function plain(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]*$/.test(name) && name !== 'main.typ') return name;
  throw new PapersmithFault({
    message: `An asset needs a plain name, not ${JSON.stringify(name)}`,
  });
}
