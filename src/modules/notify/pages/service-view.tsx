import type { ComponentChildren } from 'preact';
import { noLookups, type Filled } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { AskAll, Button, Form, Link, SummaryList, Table, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text } from '#/values/text.ts';
import type { Service, ServiceKey } from '../store/services.ts';
import type { KeptTemplate } from '../store/templates.ts';
import { path } from './frame.tsx';
import { keyForm, newTemplateForm } from './service-forms.ts';
import { channelWords } from './words.ts';

export interface ServiceViewProps {
  readonly visit: Visit;
  readonly service: Service;
  readonly keys: readonly ServiceKey[];
  readonly templates: readonly KeptTemplate[];
  readonly forms: { readonly key: Filled; readonly template: Filled };
  /** What stands at the top, such as a key that is shown this once. */
  readonly children?: ComponentChildren;
}

/** A service with its keys and templates. */
export function ServiceView({
  visit,
  service,
  keys,
  templates,
  forms,
  children,
}: ServiceViewProps) {
  const { lang, csrf } = visit;
  const here = `${path}/dich-vu/${service.id}`;
  return (
    <>
      {children}
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.id), value: <code class="hash">{service.id}</code> },
          { label: say(lang, words.limit), value: service.dailyLimit.toLocaleString('vi-VN') },
          { label: say(lang, words.callback), value: service.callbackUrl ?? '–' },
          { label: say(lang, words.inbound), value: service.inboundNumber ?? '–' },
        ]}
      />
      <h2>{say(lang, words.keys)}</h2>
      <Table
        caption={say(lang, words.keys)}
        captionUnseen
        rows={keys}
        keyOf={({ id }) => id}
        empty={<p class="soft">{say(lang, words.noKeys)}</p>}
        columns={[
          { title: say(lang, words.name), heads: true, cell: ({ name }) => name },
          { title: say(lang, words.kind), cell: ({ kind }) => say(lang, words[kind]) },
          { title: say(lang, words.made), cell: ({ madeAt }) => formatInstant(madeAt, lang) },
          {
            title: say(lang, words.act),
            cell: ({ id, endedAt }) =>
              endedAt === null ? (
                <Form csrf={csrf} lang={lang} action={`${here}/khoa/${id}/thu-hoi`}>
                  <Button look="danger" small>
                    {say(lang, words.revoke)}
                  </Button>
                </Form>
              ) : (
                <Tag>{say(lang, words.revoked)}</Tag>
              ),
          },
        ]}
      />
      <Form csrf={csrf} lang={lang} action={`${here}/khoa`}>
        <AskAll questions={keyForm.list} lang={lang} lookups={noLookups} {...forms.key} />
        <Button>{say(lang, words.makeKey)}</Button>
      </Form>
      <h2>{say(lang, words.templates)}</h2>
      <Table
        caption={say(lang, words.templates)}
        captionUnseen
        rows={templates}
        keyOf={({ id }) => id}
        empty={<p class="soft">{say(lang, words.noTemplates)}</p>}
        columns={[
          {
            title: say(lang, words.name),
            heads: true,
            cell: ({ id, name }) => <Link href={`${path}/mau/${id}`}>{name}</Link>,
          },
          { title: say(lang, words.id), cell: ({ id }) => <code class="hash">{id}</code> },
          {
            title: say(lang, words.channel),
            cell: ({ channel }) => say(lang, channelWords[channel]),
          },
        ]}
      />
      <Form csrf={csrf} lang={lang} action={`${here}/mau`}>
        <AskAll
          questions={newTemplateForm.list}
          lang={lang}
          lookups={noLookups}
          {...forms.template}
        />
        <Button look="secondary">{say(lang, words.addTemplate)}</Button>
      </Form>
      <h2>{say(lang, words.endTitle)}</h2>
      <p>{say(lang, words.endHint)}</p>
      <Form csrf={csrf} lang={lang} action={`${here}/cham-dut`}>
        <Button look="danger">{say(lang, words.end)}</Button>
      </Form>
    </>
  );
}

const words = {
  id: text('Mã', 'Id'),
  limit: text('Tin một ngày', 'Messages a day'),
  callback: text('Nơi nhận báo kết quả', 'Told of deliveries'),
  inbound: text('Số nhận tin nhắn', 'Number for text messages'),
  keys: text('Khóa', 'Keys'),
  noKeys: text('Chưa có khóa nào', 'No keys yet'),
  name: text('Tên', 'Name'),
  kind: text('Loại', 'Kind'),
  normal: text('Gửi thật', 'Sends'),
  test: text('Chỉ thử', 'Tests only'),
  made: text('Cấp lúc', 'Made at'),
  act: text('Thao tác', 'Act'),
  revoke: text('Thu hồi', 'Revoke'),
  revoked: text('Đã thu hồi', 'Revoked'),
  makeKey: text('Cấp khóa', 'Make a key'),
  templates: text('Mẫu tin của dịch vụ', 'Templates of the service'),
  noTemplates: text('Chưa có mẫu nào', 'No templates yet'),
  channel: text('Kênh', 'Channel'),
  addTemplate: text('Thêm mẫu', 'Add a template'),
  endTitle: text('Chấm dứt', 'End'),
  endHint: text(
    'Mọi khóa thôi có hiệu lực ngay. Tin đã nhận vẫn được gửi.',
    'All keys stop at once. Messages that were accepted still go out.',
  ),
  end: text('Chấm dứt dịch vụ', 'End the service'),
};
