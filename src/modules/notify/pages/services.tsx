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
  EmptyState,
  ErrorSummary,
  Form,
  InsetText,
  Link,
  Table,
  Tag,
} from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { isId } from '#/values/id.ts';
import { say, text } from '#/values/text.ts';
import { administrators } from '../access.ts';
import { addTemplate } from '../change-template.ts';
import { refusals } from '../refusals.ts';
import { endKey, endService, makeKey, openService, registerService } from '../register-service.ts';
import { listKeys, listServices } from '../store/services.ts';
import { listServiceTemplates } from '../store/templates.ts';
import { faultsOf } from '../write/template.ts';
import { framed, path } from './frame.tsx';
import { keyForm, newTemplateForm, serviceForm } from './service-forms.ts';
import { ServiceView } from './service-view.tsx';
import { wrongOf } from './templates.tsx';

const here = `${path}/dich-vu`;

/** Services of other agencies that send their messages through us. */
export function serviceRoutes(): Route[] {
  return [
    get(here, administrators, (tx, visit) => showAll(tx, visit, serviceForm.blank)),
    post(here, administrators, register),
    get(`${here}/:id`, administrators, (tx, visit) => showOne(tx, visit, {})),
    post(`${here}/:id/khoa`, administrators, submitKey),
    post(`${here}/:id/khoa/:key/thu-hoi`, administrators, async (tx, visit) => {
      const [id, key] = [visit.params['id'] ?? '', visit.params['key'] ?? ''];
      if (!isId(id) || !isId(key)) return refuse('notify.no-such-service');
      const refusal = await endKey(tx, visit.actor!, id, key);
      return refusal ?? { goTo: `${here}/${id}`, notice: say(visit.lang, words.revoked) };
    }),
    post(`${here}/:id/mau`, administrators, submitTemplate),
    post(`${here}/:id/cham-dut`, administrators, async (tx, visit) => {
      const id = visit.params['id'] ?? '';
      if (!isId(id)) return refuse('notify.no-such-service');
      const refusal = await endService(tx, visit.actor!, id);
      return refusal ?? { goTo: here, notice: say(visit.lang, words.ended) };
    }),
  ];
}

async function showAll(tx: Tx, visit: Visit, filled: Filled, status?: 422): Promise<Shown> {
  const { lang, csrf } = visit;
  const services = await listServices(tx);
  const view = framed(
    visit,
    words.title,
    here,
    <>
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <p>{say(lang, words.lead)}</p>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={services}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.name),
            heads: true,
            cell: ({ id, name, endedAt }) =>
              endedAt === null ? <Link href={`${here}/${id}`}>{name}</Link> : name,
          },
          {
            title: say(lang, words.limit),
            numeric: true,
            cell: ({ dailyLimit }) => dailyLimit.toLocaleString('vi-VN'),
          },
          {
            title: say(lang, words.standing),
            cell: ({ endedAt }) =>
              endedAt === null ? (
                <Tag tone="good">{say(lang, words.active)}</Tag>
              ) : (
                <Tag>{say(lang, words.over)}</Tag>
              ),
          },
        ]}
      />
      <h2>{say(lang, words.register)}</h2>
      <Form csrf={csrf} lang={lang}>
        <AskAll questions={serviceForm.list} lang={lang} lookups={noLookups} {...filled} />
        <Button>{say(lang, words.register)}</Button>
      </Form>
    </>,
  );
  return { ...view, status };
}

async function register(tx: Tx, visit: Visit, body: Body): Promise<Shown | Redirect | Refusal> {
  const reading = serviceForm.read(body, settingOf(visit));
  if (!reading.answers) return showAll(tx, visit, reading, 422);
  const { name, dailyLimit, callbackUrl, callbackToken, inboundNumber } = reading.answers;
  const id = await registerService(tx, visit.actor!, {
    name,
    dailyLimit,
    callbackUrl: callbackUrl ?? null,
    callbackToken: callbackToken ?? null,
    inboundNumber: inboundNumber ?? null,
  });
  if (!isRefusal(id)) return { goTo: `${here}/${id}`, notice: say(visit.lang, words.registered) };
  const at = id.refused === 'notify.bad-callback' ? 'callbackUrl' : 'name';
  const wrong = { [at]: refusals[id.refused as keyof typeof refusals].words };
  return showAll(tx, visit, { typed: reading.typed, wrong }, 422);
}

async function showOne(
  tx: Tx,
  visit: Visit,
  more: { key?: Filled; template?: Filled; secret?: string; status?: 422 },
): Promise<Shown | Refusal> {
  const id = visit.params['id'] ?? '';
  const service = isId(id) ? await openService(tx, id) : refuse('notify.no-such-service');
  if (isRefusal(service)) return service;
  const [keys, templates] = [await listKeys(tx, id), await listServiceTemplates(tx, id, visit.now)];
  const { key = keyForm.blank, template = newTemplateForm.blank, secret, status } = more;
  const { lang } = visit;
  const view = framed(
    visit,
    text(service.name, service.name),
    here,
    <ServiceView
      visit={visit}
      service={service}
      keys={keys}
      templates={templates}
      forms={{ key, template }}
    >
      <BackLink lang={lang} href={here} />
      <ErrorSummary lang={lang} wrong={{ ...key.wrong, ...template.wrong }} />
      {secret !== undefined && (
        <InsetText>
          <p>{say(lang, words.shownOnce)}</p>
          <p>
            <code class="hash">{secret}</code>
          </p>
        </InsetText>
      )}
    </ServiceView>,
  );
  return { ...view, status };
}

async function submitKey(tx: Tx, visit: Visit, body: Body): Promise<Shown | Refusal> {
  const reading = keyForm.read(body, settingOf(visit));
  if (!reading.answers) return showOne(tx, visit, { key: reading, status: 422 });
  const id = visit.params['id'] ?? '';
  if (!isId(id)) return refuse('notify.no-such-service');
  const secret = await makeKey(tx, visit.actor!, id, reading.answers);
  return isRefusal(secret) ? secret : showOne(tx, visit, { secret });
}

async function submitTemplate(
  tx: Tx,
  visit: Visit,
  body: Body,
): Promise<Shown | Redirect | Refusal> {
  const reading = newTemplateForm.read(body, settingOf(visit));
  if (!reading.answers) return showOne(tx, visit, { template: reading, status: 422 });
  const id = visit.params['id'] ?? '';
  const service = isId(id) ? await openService(tx, id) : refuse('notify.no-such-service');
  if (isRefusal(service)) return service;
  const { templateName, channel, viSubject, viBody } = reading.answers;
  const content = { vi: { subject: viSubject, body: viBody } };
  const wrong = wrongOf(faultsOf(channel, content, null));
  if (Object.keys(wrong).length > 0)
    return showOne(tx, visit, { template: { typed: reading.typed, wrong }, status: 422 });
  await addTemplate(
    tx,
    visit.actor!,
    { serviceId: id, channel, name: templateName },
    { content, reason: say('vi', words.firstVersion), effectiveAt: visit.now },
  );
  return { goTo: `${here}/${id}`, notice: say(visit.lang, words.templateAdded) };
}

function settingOf(visit: Visit) {
  return { today: dayOf(visit.now), demo: visit.isDemo, lookups: noLookups };
}

const words = {
  title: text('Dịch vụ kết nối', 'Connected services'),
  lead: text(
    'Cơ quan khác gửi thư và tin nhắn qua đây, bằng giao diện của GOV.UK Notify.',
    'Other agencies send mail and text messages through here, by the interface of GOV.UK Notify.',
  ),
  none: text('Chưa có dịch vụ nào', 'No services yet'),
  noneHint: text(
    'Đăng ký dịch vụ đầu tiên bằng biểu mẫu dưới đây.',
    'Register the first one by the form below.',
  ),
  name: text('Tên', 'Name'),
  limit: text('Tin một ngày', 'Messages a day'),
  standing: text('Tình trạng', 'Standing'),
  active: text('Đang dùng', 'In use'),
  over: text('Đã chấm dứt', 'Ended'),
  register: text('Đăng ký dịch vụ', 'Register a service'),
  registered: text(
    'Đã đăng ký. Hãy cấp khóa và thêm mẫu',
    'Registered. Make a key and add templates',
  ),
  shownOnce: text(
    'Khóa mới chỉ hiện một lần này. Hãy chép lại và gửi cho cơ quan bằng đường an toàn.',
    'The new key is shown this once. Copy it and give it to the agency by a safe way.',
  ),
  revoked: text('Đã thu hồi khóa', 'The key was revoked'),
  ended: text('Đã chấm dứt dịch vụ', 'The service has ended'),
  templateAdded: text('Đã thêm mẫu', 'The template was added'),
  firstVersion: text('Bản đầu', 'First version'),
};
