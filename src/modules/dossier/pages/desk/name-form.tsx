import { ask, form, type Filled } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { Ask, Button, Form } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import { deskWords as words } from './desk-words.ts';

/** Under which name a list is kept. */
export const nameForm = form({
  name: ask.text({
    label: words.saveName,
    hint: words.saveHint,
    required: true,
    maxLength: 60,
    missing: words.saveMissing,
  }),
});

interface NameFormProps {
  readonly visit: Visit;
  readonly action: string;
  /** What goes along unseen. */
  readonly fields?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly filled: Filled;
}

/** Asks for it. */
export function NameForm({ visit, action, fields = [], filled }: NameFormProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={action}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      <Ask
        question={nameForm.questions.name}
        typed={filled.typed}
        wrong={filled.wrong}
        lang={lang}
      />
      <Button look="secondary" small>
        {say(lang, words.saveDo)}
      </Button>
    </Form>
  );
}
