import { noLookups, type Filled, type Question } from '#/platform/form/index.ts';
import {
  Ask,
  BackLink,
  Button,
  ButtonRow,
  DeskLayout,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  LinkButton,
  Table,
  Tag,
} from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { Client } from '../client.ts';
import type { ClientChange } from '../store/clients.ts';

const path = '/quan-tri/ung-dung';

/** All clients. */
export function ClientsView({
  lang,
  clients,
}: {
  readonly lang: Lang;
  readonly clients: readonly Client[];
}) {
  return (
    <DeskLayout lang={lang} wide>
      <h1>{say(lang, words.title)}</h1>
      <p>{say(lang, words.lead)}</p>
      <ButtonRow>
        <LinkButton href={`${path}/dang-ky?loai=site`}>{say(lang, words.newSite)}</LinkButton>
        <LinkButton href={`${path}/dang-ky?loai=program`} look="secondary">
          {say(lang, words.newProgram)}
        </LinkButton>
        <Link href={`${path}/khoa`}>{say(lang, words.keys)}</Link>
      </ButtonRow>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={clients}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.name),
            heads: true,
            cell: ({ id, name }) => <Link href={`${path}/${id}`}>{say(lang, name)}</Link>,
          },
          { title: say(lang, words.id), cell: ({ id }) => <code>{id}</code> },
          { title: say(lang, words.kind), cell: ({ kind }) => say(lang, words[kind]) },
          {
            title: say(lang, words.standing),
            cell: ({ endedAt }) =>
              endedAt === null ? (
                <Tag tone="good">{say(lang, words.active)}</Tag>
              ) : (
                <Tag>{say(lang, words.ended)}</Tag>
              ),
          },
        ]}
      />
    </DeskLayout>
  );
}

export interface ClientFormProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly title: Text;
  readonly action: string;
  readonly questions: readonly Question[];
  readonly filled: Filled;
  /** The client that is changed; undefined for a new one. */
  readonly client: Client | undefined;
  readonly changes: readonly ClientChange[];
}

/** The form of a client, and what was done to it. */
export function ClientFormView(props: ClientFormProps) {
  const { lang, csrf, title, action, questions, filled, client, changes } = props;
  const isOver = client !== undefined && client.endedAt !== null;
  return (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href={path} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{say(lang, title)}</h1>
      {isOver ? (
        <p>{say(lang, words.over)}</p>
      ) : (
        <Form csrf={csrf} lang={lang} action={action}>
          {questions.map((question) => (
            <Ask
              key={question.name}
              question={question}
              lang={lang}
              lookups={noLookups}
              {...filled}
            />
          ))}
          <Button>{say(lang, client === undefined ? words.register : words.save)}</Button>
        </Form>
      )}
      {client !== undefined && !isOver && (
        <>
          <h2>{say(lang, words.endTitle)}</h2>
          <p>{say(lang, words.endHint)}</p>
          <Form csrf={csrf} lang={lang} action={`${path}/${client.id}/cham-dut`}>
            <Button look="danger">{say(lang, words.end)}</Button>
          </Form>
        </>
      )}
      {changes.length > 0 && (
        <Table
          caption={say(lang, words.changes)}
          rows={changes}
          columns={[
            { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
            {
              title: say(lang, words.what),
              cell: ({ change }) => say(lang, changeWords[change as keyof typeof changeWords]),
            },
            { title: say(lang, words.who), cell: ({ byName }) => byName },
          ]}
        />
      )}
    </DeskLayout>
  );
}

const changeWords = {
  registered: text('Đăng ký', 'Registered'),
  changed: text('Thay đổi', 'Changed'),
  ended: text('Chấm dứt', 'Ended'),
};

const words = {
  title: text('Ứng dụng kết nối', 'Connected applications'),
  lead: text(
    'Trang web và chương trình của đối tác dùng tài khoản hoặc dữ liệu ở đây. Mỗi ứng dụng chứng minh mình bằng khóa riêng, không dùng mật khẩu chung.',
    'Sites and programs of partners that use accounts or data here. Each proves itself by a key of its own; there are no shared secrets.',
  ),
  newSite: text('Đăng ký trang web', 'Register a site'),
  newProgram: text('Đăng ký chương trình', 'Register a program'),
  keys: text('Khóa ký', 'Signing keys'),
  none: text('Chưa có ứng dụng nào', 'There are no applications yet'),
  noneHint: text(
    'Đăng ký ứng dụng đầu tiên bằng nút ở trên.',
    'Register the first with the buttons above.',
  ),
  name: text('Tên', 'Name'),
  id: text('Mã', 'Id'),
  kind: text('Loại', 'Kind'),
  site: text('Trang web', 'Site'),
  program: text('Chương trình', 'Program'),
  standing: text('Tình trạng', 'Standing'),
  active: text('Đang dùng', 'Active'),
  ended: text('Đã chấm dứt', 'Ended'),
  over: text(
    'Ứng dụng này đã bị chấm dứt và không mở lại được.',
    'This application has been ended for good.',
  ),
  register: text('Đăng ký', 'Register'),
  save: text('Lưu thay đổi', 'Save changes'),
  endTitle: text('Chấm dứt ứng dụng', 'End the application'),
  endHint: text(
    'Ứng dụng bị từ chối ngay, mọi sự đồng ý của người dân với nó mất hiệu lực. Không hoàn tác được.',
    'It is refused at once, and all that people granted it is gone. This cannot be undone.',
  ),
  end: text('Chấm dứt', 'End it'),
  changes: text('Lịch sử thay đổi', 'What was done'),
  when: text('Lúc', 'When'),
  what: text('Việc', 'What'),
  who: text('Người làm', 'Who'),
};
