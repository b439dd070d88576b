import { optionsOf } from '#/platform/form/kinds/choice.ts';
import { noLookups } from '#/platform/form/question.ts';
import { say } from '#/values/text.ts';
import { GroupBox } from './ask-box.tsx';
import { type AskProps, nameOf, typedAt } from './ask-props.ts';

/** One choice of a few that are all in sight. */
export function AskChoice(props: AskProps) {
  const name = nameOf(props);
  const typed = typedAt(props);
  return (
    <GroupBox ask={props}>
      <div class="choices">
        {optionsOf(props.question, props.lookups ?? noLookups).map(
          ({ value, label, hint }, index) => {
            const id = index === 0 ? name : `${name}-${index}`;
            return (
              <div class="choice" key={value}>
                <input
                  type="radio"
                  id={id}
                  name={name}
                  value={value}
                  checked={value === typed}
                  aria-describedby={hint === undefined ? undefined : `${id}-about`}
                  data-refresh={props.refreshes === true ? '' : undefined}
                />
                <label for={id}>
                  {say(props.lang, label)}
                  {hint !== undefined && (
                    <span class="hint" id={`${id}-about`}>
                      {say(props.lang, hint)}
                    </span>
                  )}
                </label>
              </div>
            );
          },
        )}
      </div>
    </GroupBox>
  );
}
