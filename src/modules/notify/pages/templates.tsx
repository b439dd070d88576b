import type { Tx } from '#/platform/db/index.ts';
import { noLookups, type Body, type Filled } from '#/platform/form/index.ts';
import {
  get,
  post,
  type Redirect,
  type Route,
  type Shown,
  type Visit,
} from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  AskAll,
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Link,
  Table,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Text } from '#/values/text.ts';
import { administrators } from '../access.ts';
import { changeTemplate } from '../change-template.ts';
import {
  findTemplate,
  listEventTemplates,
  listVersions,
  type KeptTemplate,
} from '../store/templates.ts';
import { faultsOf, ownFields, type Content, type TemplateFault } from '../write/template.ts';
import { framed, path } from './frame.tsx';
import { Preview } from './preview.tsx';
import { answersOf, contentOf, effectiveAt, templateForm } from './template-form.ts';
import { channelWords, faultWords } from './words.ts';

const here = `${path}/mau`;

/** Words of messages: administrators change them with a reason, from a day on. */
export function templateRoutes(): Route[] {
  return [
    get(here, administrators, showAll),
    get(`${here}/:id`, administrators, showOne),
    post(`${here}/:id`, administrators, submitOne),
  ];
}

async function showAll(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang, now } = visit;
  const templates = await listEventTemplates(tx, now);
  return framed(
    visit,
    words.title,
    here,
    <>
      <p>{say(lang, words.lead)}</p>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={templates.toSorted((a, b) => (a.event ?? '').localeCompare(b.event ?? ''))}
        keyOf={({ id }) => id}
        columns={[
          {
            title: say(lang, words.name),
            heads: true,
            cell: ({ id, name }) => <Link href={`${here}/${id}`}>{name}</Link>,
          },
          {
            title: say(lang, words.event),
            cell: ({ event }) => (event === '*' ? say(lang, words.every) : event),
          },
          {
            title: say(lang, words.channel),
            cell: ({ channel }) => say(lang, channelWords[channel]),
          },
          {
            title: say(lang, words.version),
            cell: ({ version, changedAt }) => `${version}, ${formatInstant(changedAt, lang)}`,
          },
        ]}
      />
    </>,
  );
}

async function showOne(tx: Tx, visit: Visit): Promise<Shown | Refusal> {
  const template = await templateAt(tx, visit);
  if (isRefusal(template)) return template;
  const filled = templateForm(template.channel).filledWith(answersOf(template.content));
  return asked(tx, visit, template, filled, template.content);
}

async function submitOne(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const template = await templateAt(tx, visit);
  if (isRefusal(template)) return template;
  const setting = { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
  const reading = templateForm(template.channel).read(body, setting);
  if (!reading.answers) return asked(tx, visit, template, reading, template.content, 422);
  const content = contentOf(reading.answers);
  const wrong = wrongOf(
    faultsOf(template.channel, content, template.serviceId === null ? ownFields : null),
  );
  if (Object.keys(wrong).length > 0)
    return asked(tx, visit, template, { typed: reading.typed, wrong }, template.content, 422);
  if (body['xem'] !== undefined) return asked(tx, visit, template, reading, content);
  const version = await changeTemplate(tx, visit.actor!, template, {
    content,
    reason: reading.answers.reason,
    effectiveAt: effectiveAt(reading.answers, visit.now),
  });
  if (isRefusal(version)) return version;
  return { goTo: `${here}/${template.id}`, notice: say(visit.lang, words.saved) };
}

/** At which question a fault is shown. */
export function wrongOf(faults: readonly TemplateFault[]): Record<string, Text> {
  return Object.fromEntries(
    faults.map((fault) => [
      fault.kind === 'no-subject' ? 'viSubject' : 'viBody',
      faultWords(fault),
    ]),
  );
}

/** The last version that was written, also when it begins later. */
async function templateAt(tx: Tx, { params }: Visit): Promise<KeptTemplate | Refusal> {
  const id = params['id'] ?? '';
  const last = isId(id) ? (await listVersions(tx, id))[0] : undefined;
  if (!last) return refuse('notify.no-such-template');
  return (
    (await findTemplate(tx, id, { version: last.version })) ?? refuse('notify.no-such-template')
  );
}

async function asked(
  tx: Tx,
  visit: Visit,
  template: KeptTemplate,
  filled: Filled,
  shown: Content,
  status?: 422,
): Promise<Shown> {
  const { lang, csrf } = visit;
  const versions = await listVersions(tx, template.id);
  const back = template.serviceId === null ? here : `${path}/dich-vu/${template.serviceId}`;
  const view = framed(
    visit,
    text(template.name, template.name),
    here,
    <>
      <BackLink lang={lang} href={back} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <Form csrf={csrf} lang={lang}>
        <AskAll
          questions={templateForm(template.channel).list}
          lang={lang}
          lookups={noLookups}
          {...filled}
        />
        <ButtonRow>
          <Button>{say(lang, words.save)}</Button>
          <Button look="secondary" name="xem" value="1">
            {say(lang, words.preview)}
          </Button>
        </ButtonRow>
      </Form>
      <Preview lang={lang} channel={template.channel} content={shown} />
      <Table
        caption={say(lang, words.versions)}
        rows={versions}
        keyOf={({ version }) => String(version)}
        columns={[
          { title: say(lang, words.version), heads: true, cell: ({ version }) => version },
          {
            title: say(lang, words.when),
            cell: ({ changedAt }) => formatInstant(changedAt, lang),
          },
          { title: say(lang, words.why), cell: ({ reason }) => reason },
        ]}
      />
    </>,
  );
  return { ...view, status };
}

const words = {
  title: text('Mẫu tin', 'Templates'),
  lead: text(
    'Lời của tin gửi đi. Mẫu khớp tên việc dài nhất được dùng; sửa mẫu cần ghi lý do, bản cũ được giữ.',
    'Words of messages. The template with the longest matching event is used; changes need a reason and old versions are kept.',
  ),
  name: text('Tên mẫu', 'Name'),
  event: text('Việc', 'Event'),
  every: text('Mọi việc khác', 'Everything else'),
  channel: text('Kênh', 'Channel'),
  version: text('Bản', 'Version'),
  versions: text('Các bản đã viết', 'Versions'),
  when: text('Lúc', 'At'),
  why: text('Lý do', 'Reason'),
  save: text('Lưu bản mới', 'Save a new version'),
  preview: text('Xem trước', 'Preview'),
  saved: text('Đã lưu bản mới của mẫu', 'The new version was saved'),
};
