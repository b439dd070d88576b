import { letterhead } from '#/modules/document/index.ts';
import { fault, type BundleFault, type CompiledProcedure } from '#/modules/procedure/index.ts';
import { PapersmithFault, qrSvg, type Papersmith } from '#/platform/papersmith/index.ts';
import { WorkshopLost, WorkshopTimeout } from '#/platform/workshop/index.ts';
import { partsOf, type Day } from '#/values/day.ts';
import { linesOfLoops } from '../template/loops.ts';

/** A paper printed with invented facts, or what is wrong with its template. */
export type SamplePaper =
  | { readonly pdf: Uint8Array }
  | { readonly fault: { readonly line: number | undefined; readonly words: string } };

/** Where samples lead; nothing is there. */
const verification = { code: 'MAU-XEM-THU', address: 'kiem-chung.invalid' };

/** Prints the result of a procedure with the answers of one of its examples (counted from 0). */
export async function printSample(
  papersmith: Papersmith,
  procedure: CompiledProcedure,
  template: string,
  exampleNo: number,
  isRefusal: boolean,
): Promise<SamplePaper> {
  try {
    const pdf = await papersmith.print({
      template,
      data: {
        ...sampleData(procedure, exampleNo),
        ...(isRefusal ? { refusal: { reason: 'Hồ sơ không đủ điều kiện (mẫu xem thử).' } } : {}),
      },
      assets: { 'letterhead.typ': letterhead, 'qr.svg': await qrSvg(verification.address) },
    });
    return { pdf };
  } catch (error) {
    return { fault: faultOf(error, template) };
  }
}

/** What is wrong with a template, by the line where it can be told. @throws what is no fault of the template */
function faultOf(error: unknown, template: string): { line: number | undefined; words: string } {
  if (error instanceof WorkshopLost) return stopped(template, 'tốn quá nhiều bộ nhớ nên bị dừng');
  if (!(error instanceof PapersmithFault)) throw error;
  if (error.cause instanceof WorkshopTimeout) return stopped(template, 'chạy quá lâu nên bị dừng');
  // Where on this machine the compiler looked for a file concerns nobody.
  const words = error.facts.message.replace(/ \(searched at [^)]*\)/g, '');
  if (error.asset !== undefined) return { line: undefined, words: `${error.asset}: ${words}` };
  return { line: error.line, words };
}

/** Of a template that was stopped nobody knows the line; it can only be where something is repeated. */
function stopped(template: string, how: string): { line: number | undefined; words: string } {
  const [line, ...more] = linesOfLoops(template);
  const others = more.length === 0 ? '' : `, hoặc ở dòng ${more.join(', ')}`;
  return {
    line,
    words: `${how}${line === undefined ? '' : `; vòng lặp nằm ở dòng này${others}`}`,
  };
}

/** What is wrong with the template when the first example is printed, granted and refused. */
export async function templateFaults(
  papersmith: Papersmith,
  procedure: CompiledProcedure,
): Promise<BundleFault[]> {
  for (const isRefusal of [false, true]) {
    const template = procedure.artefacts['result.typ'];
    const paper = await printSample(papersmith, procedure, template, 0, isRefusal);
    if ('pdf' in paper) continue;
    const { line, words } = paper.fault;
    return [fault('result.typ', line === undefined ? '' : `dòng ${line}`, words)];
  }
  return [];
}

/** The facts that a result is printed from, as dossiers give them. */
function sampleData(procedure: CompiledProcedure, exampleNo: number) {
  const example = procedure.examples[exampleNo] ?? procedure.examples[0];
  const on = example?.given.submittedOn ?? ('2026-07-15' as Day);
  const answers = example?.given.answers ?? {};
  const sections = procedure.form.describe(answers, 'vi', { today: on, demo: true });
  const rows = sections.flatMap((section) => section.rows).filter(({ value }) => value !== '');
  return {
    dossier: { code: 'H00.00-260715-0000', submittedAt: `9 giờ 00, 15/07/2026` },
    agency: {
      name: 'Ủy ban nhân dân phường Mẫu',
      parent: 'Ủy ban nhân dân tỉnh Mẫu',
      place: 'Mẫu',
    },
    number: '01/MAU',
    issuedOn: partsOf(on),
    answers,
    shown: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
    signer: { title: 'CHỦ TỊCH', prefix: 'TM. ỦY BAN NHÂN DÂN', name: 'Nguyễn Văn Mẫu' },
    fees: [],
    qr: verification.address,
    verification,
  };
}
