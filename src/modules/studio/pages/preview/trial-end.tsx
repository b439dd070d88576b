import type { PartialAssessment } from '#/modules/procedure/index.ts';
import type { Section } from '#/platform/form/index.ts';
import { NotificationBanner, SummaryList } from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';

const words = {
  may: text('Nộp được', 'One may apply'),
  mayNot: text('Chưa nộp được', 'One cannot apply'),
  law: text('Theo quy tắc của bản nháp', 'By the rules of the draft'),
  papers: text('Giấy tờ cần có', 'Papers'),
  fee: text('Phải nộp', 'To pay'),
  time: text('Thời hạn', 'Deadline'),
  unknown: text('chưa tính được', 'not known yet'),
} as const;

const units: Readonly<Record<string, Text>> = {
  WORKING_DAY: text('{n} ngày làm việc', '{n} working days'),
  DAY: text('{n} ngày', '{n} days'),
  WORKING_HOUR: text('{n} giờ làm việc', '{n} working hours'),
  HOUR: text('{n} giờ', '{n} hours'),
  MONTH: text('{n} tháng', '{n} months'),
};

interface TrialEndProps {
  readonly lang: Lang;
  readonly assessment: PartialAssessment;
  readonly sections: readonly Section[];
}

/** What the rules say of a trial, and what was answered. */
export function TrialEnd({ lang, assessment, sections }: TrialEndProps) {
  const { obstacles, papers, fees, deadline } = assessment;
  const isEligible = obstacles.length === 0;
  return (
    <>
      <NotificationBanner
        lang={lang}
        tone={isEligible ? 'good' : 'warning'}
        title={say(lang, isEligible ? words.may : words.mayNot)}
      >
        {obstacles.map(({ code, words: told }) => (
          <p key={code}>{say(lang, told)}</p>
        ))}
      </NotificationBanner>
      <h2>{say(lang, words.law)}</h2>
      <SummaryList
        lang={lang}
        rows={[
          {
            label: say(lang, words.papers),
            value: papers.map(({ paper }) => <div key={paper.code}>{say(lang, paper.name)}</div>),
          },
          {
            label: say(lang, words.fee),
            value: fees.total === null ? say(lang, words.unknown) : formatDong(fees.total),
          },
          {
            label: say(lang, words.time),
            value:
              deadline === null
                ? say(lang, words.unknown)
                : say(
                    lang,
                    fill(units[deadline.unit]!, { n: String(deadline.qty).replace('.', ',') }),
                  ),
          },
        ]}
      />
      {sections.map(({ title, rows }, at) => (
        <section key={at}>
          <h2>{title}</h2>
          <SummaryList lang={lang} rows={rows.map(({ label, value }) => ({ label, value }))} />
        </section>
      ))}
    </>
  );
}
