import {
  compileProcess,
  drawProcess,
  ProcessFault,
  proveSound,
  stepList,
  type CompiledProcess,
} from '#/modules/process/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { Drawing, InsetText, Link, LinkButton, NotificationBanner, Table } from '#/ui/index.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import { readSteps } from '../../steps/read-steps.ts';
import { returnsTo, type StepList, type StepRow } from '../../steps/step-list.ts';
import { tellCondition } from '../../sentence/tell.ts';
import { framed } from '../frame.tsx';
import { ItemButtons } from '../list-deeds.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';
import { kindWords, roleWords, stepScope, unitWords, wordsFor } from './process-words.ts';

export const here = 'quy-trinh';

const words = {
  title: text('Quy trình', 'Process'),
  lead: text(
    'Các bước xử lý hồ sơ: ai làm, ở đâu, trong bao lâu, trả lại về bước nào, từ chối ở đâu.',
    'The steps of a case: who, where, how long, where it is sent back, where it is refused.',
  ),
  sound: text(
    'Chứng minh được: hồ sơ nào cũng đi đến kết thúc',
    'Proven: every case comes to an end',
  ),
  markings: text('Đã xét hết {n} tình huống có thể.', 'All {n} situations were looked at.'),
  unsound: text('Quy trình còn {n} chỗ sai', 'The process has {n} faults'),
  otherShape: text(
    'Quy trình này có nhánh song song hoặc phần tử khác thường, nên ở đây chỉ sửa được tên, vai trò, giờ của từng bước. Muốn đổi đường đi thì sửa văn bản gốc.',
    'This process has parallel branches or unusual elements: names, roles and hours of its steps can be edited here, its ways only in the text.',
  ),
  step: text('Bước', 'Step'),
  kind: text('Loại', 'Kind'),
  who: text('Ai làm', 'Who'),
  hours: text('Giờ làm việc', 'Working hours'),
  extended: text('{hours} (khi gia hạn, xác minh: {extended})', '{hours} (extended: {extended})'),
  ways: text('Đường đi', 'Ways'),
  back: text('Trả lại về “{step}”', 'May be sent back to “{step}”'),
  ends: text('Có thể kết thúc: {end}', 'May end: {end}'),
  onlyIf: text('Chỉ làm khi {condition}', 'Only when {condition}'),
  on: text('Sang bước sau', 'Goes on'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm bước', 'Add a step'),
  picture: text('Hình vẽ quy trình', 'Picture of the process'),
  draw: text('Sửa trên hình vẽ', 'Change the picture'),
  raw: text('Sửa thẳng văn bản process.bpmn', 'Edit the text of process.bpmn'),
  total: text('Tổng {hours} giờ làm việc', '{hours} working hours in all'),
} as const;

/** The process of a draft: its proof, its steps, its picture. */
export async function showProcess(visit: Visit, bench: Bench): Promise<Shown> {
  const { lang } = visit;
  const xml = bench.artefacts['process.bpmn'];
  const compiled = await compiledOf(xml);
  const list = readSteps(xml);
  const faults = bench.check.faults.filter(({ file }) => file === 'process.bpmn');
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {faults.length > 0 || compiled === undefined ? (
        <NotificationBanner
          lang={lang}
          tone="error"
          title={say(lang, fill(words.unsound, { n: String(faults.length) }))}
        >
          <ul>
            {faults.map(({ place, words: told }, at) => (
              <li key={at}>{place === '' ? told : `${place}: ${told}`}</li>
            ))}
          </ul>
        </NotificationBanner>
      ) : (
        <NotificationBanner lang={lang} tone="good" title={say(lang, words.sound)}>
          {say(lang, fill(words.markings, { n: String(proveSound(compiled).markings) }))}
        </NotificationBanner>
      )}
      {list === undefined && <InsetText>{say(lang, words.otherShape)}</InsetText>}
      {list === undefined ? (
        compiled !== undefined && <PlainSteps {...{ visit, bench, compiled }} />
      ) : (
        <>
          <Steps {...{ visit, bench, list }} />
          <LinkButton
            href={placeHref(bench.draft.id, `${here}/buoc/_moi`)}
            icon="plus"
            look="secondary"
          >
            {say(lang, words.add)}
          </LinkButton>
        </>
      )}
      {compiled !== undefined && (
        <>
          <h2>{say(lang, words.picture)}</h2>
          <Drawing
            svg={drawProcess(compiled, { active: [], done: [], lang })}
            label={say(lang, words.picture)}
          />
        </>
      )}
      <LinkButton href={placeHref(bench.draft.id, `${here}/ve`)} icon="pen-line" look="secondary">
        {say(lang, words.draw)}
      </LinkButton>
      <p>
        <Link href={placeHref(bench.draft.id, 'van-ban/process.bpmn')}>{say(lang, words.raw)}</Link>
      </p>
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

/** The process, when it can run at all. */
export async function compiledOf(xml: string): Promise<CompiledProcess | undefined> {
  try {
    return await compileProcess(xml);
  } catch (error) {
    if (error instanceof ProcessFault) return undefined;
    throw error;
  }
}

interface StepsProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly list: StepList;
}

function Steps({ visit, bench, list }: StepsProps) {
  const { lang } = visit;
  const path = ({ id }: StepRow) =>
    placeHref(bench.draft.id, `${here}/buoc/${encodeURIComponent(id)}`);
  const hours = list.steps.reduce((sum, step) => sum + (Number(step.hours) || 0), 0);
  return (
    <>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={list.steps.map((step, at) => ({ step, at }))}
        keyOf={({ step }) => step.id}
        columns={[
          {
            title: say(lang, words.step),
            heads: true,
            cell: ({ step, at }) => (
              <>
                {at + 1}. <Link href={path(step)}>{say(lang, step.name)}</Link>
              </>
            ),
          },
          {
            title: say(lang, words.kind),
            cell: ({ step }) => say(lang, wordsFor(kindWords, step.kind)),
          },
          { title: say(lang, words.who), cell: ({ step }) => whoOf(lang, step.role, step.unit) },
          {
            title: say(lang, words.hours),
            cell: ({ step }) => say(lang, hoursOf(step.hours, step.hoursExtended)),
          },
          {
            title: say(lang, words.ways),
            cell: ({ step }) => waysOf(lang, list, step).map((way) => <div key={way}>{way}</div>),
          },
          {
            title: say(lang, words.acts),
            cell: ({ step, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={path(step)}
                about={say(lang, step.name)}
                isFirst={at === 0}
                isLast={at === list.steps.length - 1}
              />
            ),
          },
        ]}
      />
      <p class="soft">{say(lang, fill(words.total, { hours: String(hours).replace('.', ',') }))}</p>
    </>
  );
}

/** Steps of a process of another shape, in the order in which a case comes to them. */
function PlainSteps({
  visit: { lang },
  bench,
  compiled,
}: Omit<StepsProps, 'list'> & { readonly compiled: CompiledProcess }) {
  const written = (value: number | null) => (value === null ? undefined : String(value));
  return (
    <Table
      caption={say(lang, words.title)}
      captionUnseen
      rows={stepList(compiled)}
      keyOf={({ id }) => id}
      columns={[
        {
          title: say(lang, words.step),
          heads: true,
          cell: ({ id, name }) => (
            <Link href={placeHref(bench.draft.id, `${here}/buoc/${encodeURIComponent(id)}`)}>
              {say(lang, name)}
            </Link>
          ),
        },
        {
          title: say(lang, words.kind),
          cell: ({ kind }) => say(lang, wordsFor(kindWords, kind ?? '')),
        },
        {
          title: say(lang, words.who),
          cell: ({ role, unit }) => whoOf(lang, role ?? '', unit ?? ''),
        },
        {
          title: say(lang, words.hours),
          cell: ({ hours, hoursExtended }) =>
            say(lang, hoursOf(written(hours), written(hoursExtended))),
        },
      ]}
    />
  );
}

function whoOf(lang: Lang, role: string | undefined, unit: string | undefined): string {
  const told = [wordsFor(roleWords, role), wordsFor(unitWords, unit)].map((one) => say(lang, one));
  return [...new Set(told)].filter((one) => one !== '').join(', ');
}

function hoursOf(hours: string | undefined, extended: string | undefined): Text {
  const plain = (hours ?? '').replace('.', ',');
  if (extended === undefined) return text(plain, plain);
  return fill(words.extended, { hours: plain, extended: extended.replace('.', ',') });
}

function waysOf(lang: Lang, list: StepList, step: StepRow): string[] {
  const nameOf = (id: string) => {
    const found = [...list.steps, ...list.ends].find((one) => one.id === id);
    return found === undefined ? id : say(lang, found.name);
  };
  const back = returnsTo(step);
  const ends = (step.gate?.ways ?? []).filter(({ to }) => list.ends.some(({ id }) => id === to));
  const told = [
    ...(step.onlyIf === undefined
      ? []
      : [
          say(
            lang,
            fill(words.onlyIf, {
              condition: tellCondition(step.onlyIf.feel, stepScope.subjects, lang),
            }),
          ),
        ]),
    ...(back === undefined ? [] : [say(lang, fill(words.back, { step: nameOf(back) }))]),
    ...ends.map(({ to }) => say(lang, fill(words.ends, { end: nameOf(to) }))),
  ];
  return told.length > 0 ? told : [say(lang, words.on)];
}
