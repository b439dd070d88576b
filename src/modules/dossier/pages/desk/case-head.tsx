import { Deadline, InsetText, StatusTag, Tag, WarningText } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { deadlineOf } from '../../deadline-of.ts';
import type { OpenEscalation } from '../../escalation/store.ts';
import type { OpenStep } from '../../steps.ts';
import { stateWords } from '../../state-words.ts';
import { levelWords } from '../ladder/ladder-words.ts';
import { caseWords as words } from './case-words.ts';
import { channelWords } from './channel-words.ts';
import type { CaseProps } from './dossier-view.tsx';
import { newsWords } from './news-words.ts';

/** What the dossier is, where it stands, who holds it, what is new. */
export function CaseHead({ visit, opened }: CaseProps) {
  const { lang } = visit;
  const { dossier, steps, news, escalations } = opened;
  const { name, tone } = stateWords[dossier.state];
  const deadline = deadlineOf(dossier, visit.now);
  return (
    <header class="case-head">
      <p class="caption figures">{dossier.code}</p>
      <h1>{dossier.abstract}</h1>
      <p class="case-tags">
        <StatusTag tone={tone}>{say(lang, name)}</StatusTag>
        <Tag>{say(lang, channelWords[dossier.channel])}</Tag>
        {news.map((event) => (
          <StatusTag key={event} tone={newsWords[event].tone}>
            {say(lang, newsWords[event].name)}
          </StatusTag>
        ))}
      </p>
      <p>
        <Deadline
          state={deadline.state}
          words={say(lang, deadline.words)}
          reason={say(lang, deadline.reason)}
        />
      </p>
      {steps.length > 0 && (
        <ul class="case-steps">
          {steps.map((step) => (
            <li key={step.taskId}>
              {holderLine(step, visit)}
              {toldOf(step, escalations, lang)}
            </li>
          ))}
        </ul>
      )}
      {dossier.proposal === 'refuse' && (
        <InsetText>
          <strong>{say(lang, words.proposesRefusal)}:</strong> {dossier.proposalWords}
        </InsetText>
      )}
      {dossier.reappointedAt && dossier.endedAt === null && (
        <WarningText lang={lang}>
          {say(lang, words.reappointed)}: {formatInstant(dossier.reappointedAt, lang)}
        </WarningText>
      )}
    </header>
  );
}

/** The highest level that was told of a step. */
function toldOf(step: OpenStep, escalations: readonly OpenEscalation[], lang: Lang) {
  const told = escalations.findLast(({ taskId }) => taskId === step.taskId);
  if (!told) return null;
  const who = say(lang, levelWords[told.tells]);
  const at = formatInstant(told.at, lang);
  return (
    <>
      {' '}
      <StatusTag tone={told.tells === 'holder' ? 'warning' : 'error'}>
        {say(lang, fill(words.told, { who, at }))}
      </StatusTag>
    </>
  );
}

function holderLine(step: OpenStep, { lang, actor }: CaseProps['visit']) {
  const absent = step.absentHolderName;
  const free = absent === null ? words.nobody : fill(words.away, { holder: absent });
  const holder = step.assigneeId === actor?.accountId ? words.you : step.assigneeName;
  const due = step.dueAt
    ? ` · ${say(lang, fill(words.stepDue, { at: formatInstant(step.dueAt, lang) }))}`
    : '';
  return (
    <>
      {step.name}:{' '}
      <strong>{typeof holder === 'string' ? holder : say(lang, holder ?? free)}</strong>
      <span class="soft">
        {due}
        {step.atDue === 'agree' && ` · ${say(lang, words.deemed)}`}
      </span>
    </>
  );
}
