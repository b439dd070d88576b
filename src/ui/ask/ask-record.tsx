import { partsOf } from '#/platform/form/records.ts';
import type { Question } from '#/platform/form/question.ts';
import { text } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { GroupBox } from './ask-box.tsx';
import { type AskProps, partName, told, typedAt } from './ask-props.ts';
import { AskSelect } from './ask-select.tsx';
import { AskLeaf } from './ask-leaf.tsx';

/** A question whose answer has several parts: an address, an identity document, a civil record, … */
export function AskRecord(props: AskProps) {
  const parts = partsOf(props.question) ?? [];
  return (
    <GroupBox ask={props} big>
      {parts.map((part) => (
        <Part key={part.name} whole={props} part={part} followed={isFollowed(part, parts)} />
      ))}
    </GroupBox>
  );
}

interface PartProps {
  readonly whole: AskProps;
  readonly part: Question;
  /** Another part's choices depend on this one. */
  readonly followed: boolean;
}

function Part({ whole, part, followed }: PartProps) {
  const ask: AskProps = {
    question: part,
    name: partName(whole, part.name),
    typed: whole.typed,
    wrong: whole.wrong,
    lang: whole.lang,
    lookups: whole.lookups,
    inner: true,
    refreshes: followed,
  };
  if (part.optionsWithin !== undefined) {
    return <AskSelect {...ask} within={typedAt(whole, part.optionsWithin)} />;
  }
  if (!followed) return <AskLeaf {...ask} />;
  return (
    <>
      <AskSelect {...ask} />
      <div class="refresh">
        <Button
          look="secondary"
          small
          name="_do"
          value="refresh"
          about={told(whole, whole.question.label)}
        >
          {told(whole, text('Chọn tỉnh này', 'Use this province'))}
        </Button>
      </div>
    </>
  );
}

function isFollowed(part: Question, parts: readonly Question[]): boolean {
  return parts.some(({ optionsWithin }) => optionsWithin === part.name);
}
