import type { Unit } from '#/modules/agency/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import {
  BackLink,
  Button,
  ButtonRow,
  Form,
  Link,
  LinkButton,
  Panel,
  StatusTag,
  SummaryList,
} from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import type { Appointment, Service } from '../appointment.ts';
import { instantWords, stateWords } from './words.ts';

export interface AppointmentViewProps {
  readonly visit: Visit;
  readonly appointment: Appointment;
  readonly service: Service;
  readonly unit: Unit;
  /** The address of this appointment. */
  readonly path: string;
}

/** One appointment: the code to say on arrival first, then where and when, then how to change it. */
export function AppointmentView(props: AppointmentViewProps) {
  const { visit, appointment, service, unit, path } = props;
  const { lang, now } = visit;
  const isComing = appointment.state === 'BOOKED' && appointment.startsAt > now;
  const isGuest = appointment.personId === null;
  const standing = stateWords[appointment.state];
  return (
    <>
      {!isGuest && <BackLink lang={lang} href="/lich-hen" />}
      {isComing ? (
        <Panel title={instantWords(appointment.startsAt, lang)} code={appointment.code}>
          <p>{say(lang, words.code)}</p>
        </Panel>
      ) : (
        <>
          <h1>{instantWords(appointment.startsAt, lang)}</h1>
          <p>
            <StatusTag tone={standing.tone}>{say(lang, standing.words)}</StatusTag>
          </p>
        </>
      )}
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.what), value: say(lang, service.name) },
          { label: say(lang, words.where), value: `${say(lang, unit.name)}, ${unit.address}` },
          ...(appointment.dossierCode === null
            ? []
            : [{ label: say(lang, words.dossier), value: appointment.dossierCode }]),
        ]}
      />
      {appointment.procedureSlug !== null && (
        <p>
          <Link href={`/dich-vu/${appointment.procedureSlug}`}>{say(lang, words.bring)}</Link>
        </p>
      )}
      {isGuest && isComing && <p>{say(lang, words.keepAddress)}</p>}
      {isComing ? (
        <Form csrf={visit.csrf} lang={lang} action={`${path}/huy`}>
          <ButtonRow>
            <LinkButton href={`${path}/doi`} look="secondary">
              {say(lang, words.move)}
            </LinkButton>
            <Button look="danger">{say(lang, words.cancel)}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <p>
          <LinkButton href={`/dat-lich/${service.id}`}>{say(lang, words.again)}</LinkButton>
        </p>
      )}
    </>
  );
}

const words = {
  code: text(
    'Mã hẹn của bạn. Khi đến, bấm mã này ở máy lấy số hoặc đọc cho cán bộ.',
    'Your code. When you come, type it at the ticket machine or say it at a desk.',
  ),
  what: text('Việc', 'What for'),
  where: text('Nơi đến', 'Where'),
  dossier: text('Hồ sơ', 'Dossier'),
  bring: text('Xem cần mang giấy tờ gì', 'See which papers to bring'),
  keepAddress: text(
    'Hãy lưu địa chỉ của trang này: chỉ ai có nó mới đổi hay hủy được lịch hẹn.',
    'Keep the address of this page: only who has it can move or cancel the appointment.',
  ),
  move: text('Đổi giờ khác', 'Choose another time'),
  cancel: text('Hủy lịch hẹn', 'Cancel the appointment'),
  again: text('Đặt lịch mới', 'Book again'),
};
