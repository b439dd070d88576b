import { Button, Icon } from '#/ui/index.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { TypedClause, TypedCondition } from '../sentence/condition-form.ts';
import { relationWords } from '../sentence/relation-words.ts';
import { relations, valuesOf, type Relation } from '../sentence/sentence.ts';
import { unknownSubject, type Subject } from '../sentence/subject.ts';

const words = {
  always: text('Luôn luôn', 'Always'),
  and: text('Chỉ khi mọi điều sau đều đúng', 'Only when all of these hold'),
  or: text('Chỉ khi có ít nhất một điều sau đúng', 'Only when any of these holds'),
  feel: text('Viết bằng FEEL (nâng cao)', 'Written in FEEL (advanced)'),
  feelHint: text(
    'Ngôn ngữ điều kiện của quy tắc; các tên dùng được: {names}',
    'The language of rules; names that may be used: {names}',
  ),
  formula: text('Điều kiện FEEL', 'FEEL condition'),
  clause: text('Điều {no}', 'Clause {no}'),
  subject: text('Câu hỏi', 'Question'),
  relation: text('So sánh', 'Comparison'),
  value: text('Giá trị', 'Value'),
  many: text('Các giá trị, cách nhau bởi dấu chấm phẩy', 'Values, separated by semicolons'),
  choose: text('— Chọn —', '— Choose —'),
  add: text('Thêm điều', 'Add a clause'),
  remove: text('Bỏ điều này', 'Take it away'),
} as const;

export interface ConditionFieldsProps {
  readonly lang: Lang;
  readonly prefix: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly typed: TypedCondition;
  readonly wrong: Readonly<Record<string, Text>>;
  readonly subjects: readonly Subject[];
  readonly names: readonly string[];
}

/** A condition as sentences: which question, how compared, with what; or FEEL for those who can. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { lang, prefix, label, hint, typed, wrong } = props;
  return (
    <fieldset class="ask" id={prefix} tabIndex={-1}>
      <legend class="label label--group">{say(lang, label)}</legend>
      {hint !== undefined && <p class="hint">{say(lang, hint)}</p>}
      <Message lang={lang} name={`${prefix}.mode`} wrong={wrong} />
      {(['always', 'and', 'or', 'feel'] as const).map((mode) => (
        <div class="choice" key={mode}>
          <input
            type="radio"
            id={mode === 'always' ? `${prefix}.mode` : `${prefix}.mode.${mode}`}
            name={`${prefix}.mode`}
            value={mode}
            checked={typed.mode === mode}
          />
          <label for={mode === 'always' ? `${prefix}.mode` : `${prefix}.mode.${mode}`}>
            {say(lang, words[mode])}
          </label>
        </div>
      ))}
      <div class="rows">
        {typed.clauses.map((clause, no) => (
          <Clause key={no} whole={props} clause={clause} no={no} />
        ))}
      </div>
      <Button
        look="secondary"
        small
        icon="plus"
        name="_do"
        value={`add:${prefix}`}
        about={say(lang, label)}
      >
        {say(lang, words.add)}
      </Button>
      <Feel {...props} />
    </fieldset>
  );
}

interface ClauseProps {
  readonly whole: ConditionFieldsProps;
  readonly clause: TypedClause;
  readonly no: number;
}

function Clause({ whole, clause, no }: ClauseProps) {
  const { lang, prefix, wrong } = whole;
  const title = say(lang, fill(words.clause, { no: String(no + 1) }));
  const at = `${prefix}.${no}`;
  const known = whole.subjects.some(({ path }) => path === clause.subject);
  const subjects =
    known || clause.subject === ''
      ? whole.subjects
      : [...whole.subjects, unknownSubject(clause.subject)];
  return (
    <fieldset class="row">
      <legend class="unseen">{title}</legend>
      <div class="row-head">
        <strong aria-hidden="true">{title}</strong>
        <Button look="quiet" small icon="trash-2" name="_do" value={`remove:${at}`} about={title}>
          {say(lang, words.remove)}
        </Button>
      </div>
      <Choice
        lang={lang}
        name={`${at}.subject`}
        label={words.subject}
        wrong={wrong}
        chosen={clause.subject}
        refreshes
        options={[
          { value: '', label: words.choose },
          ...subjects.map(({ path, label }) => ({ value: path, label })),
        ]}
      />
      <Choice
        lang={lang}
        name={`${at}.relation`}
        label={words.relation}
        wrong={wrong}
        chosen={clause.relation}
        refreshes
        options={relations.map((value) => ({ value, label: relationWords[value] }))}
      />
      <Value lang={lang} at={at} clause={clause} wrong={wrong} subjects={subjects} />
    </fieldset>
  );
}

interface ValueProps extends Pick<ConditionFieldsProps, 'lang' | 'wrong' | 'subjects'> {
  readonly at: string;
  readonly clause: TypedClause;
}

function Value({ lang, at, clause, wrong, subjects }: ValueProps) {
  const wanted = valuesOf(clause.relation as Relation);
  if (wanted === 'none') return null;
  const subject = subjects.find(({ path }) => path === clause.subject);
  const name = `${at}.value`;
  const options = subject?.options ?? [];
  if (options.length > 0 && wanted === 'many') {
    return (
      <fieldset class="ask ask--inner" id={name} tabIndex={-1}>
        <legend class="label">{say(lang, words.value)}</legend>
        <Message lang={lang} name={name} wrong={wrong} />
        {options.map((option, no) => (
          <div class="choice" key={option.value}>
            <input
              type="checkbox"
              id={`${name}.${no}`}
              name={name}
              value={option.value}
              checked={clause.values.includes(option.value)}
            />
            <label for={`${name}.${no}`}>{say(lang, option.label)}</label>
          </div>
        ))}
      </fieldset>
    );
  }
  if (options.length > 0) {
    const lost = clause.values.filter((one) => !options.some(({ value }) => value === one));
    return (
      <Choice
        lang={lang}
        name={name}
        label={words.value}
        wrong={wrong}
        chosen={clause.values[0] ?? ''}
        options={[
          { value: '', label: words.choose },
          ...options,
          ...lost.map((value) => ({ value, label: text(value, value) })),
        ]}
      />
    );
  }
  return (
    <div class="ask ask--inner">
      <label class="label" for={name}>
        {say(lang, wanted === 'many' ? words.many : words.value)}
      </label>
      <Message lang={lang} name={name} wrong={wrong} />
      <input class="input" type="text" id={name} name={name} value={clause.values.join('; ')} />
    </div>
  );
}

interface ChoiceProps extends Pick<ConditionFieldsProps, 'lang' | 'wrong'> {
  readonly name: string;
  readonly label: Text;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: Text }[];
  /** What stands beside depends on it. */
  readonly refreshes?: boolean | undefined;
}

function Choice({ lang, name, label, wrong, chosen, options, refreshes }: ChoiceProps) {
  return (
    <div class="ask ask--inner">
      <label class="label" for={name}>
        {say(lang, label)}
      </label>
      <Message lang={lang} name={name} wrong={wrong} />
      <select
        class="select"
        id={name}
        name={name}
        data-refresh={refreshes === true ? '' : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {say(lang, option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Feel({ lang, prefix, typed, wrong, names }: ConditionFieldsProps) {
  const name = `${prefix}.feel`;
  return (
    <details class="details" open={typed.mode === 'feel'}>
      <summary>{say(lang, words.feel)}</summary>
      <div class="details-body">
        <label class="label" for={name}>
          {say(lang, words.formula)}
        </label>
        <p class="hint">{say(lang, fill(words.feelHint, { names: names.join(', ') }))}</p>
        <Message lang={lang} name={name} wrong={wrong} />
        <textarea class="textarea code" id={name} name={name} rows={3} spellcheck={false}>
          {typed.feel}
        </textarea>
      </div>
    </details>
  );
}

/** What is wrong with a box, above it. */
export function Message({
  lang,
  name,
  wrong,
}: Pick<ConditionFieldsProps, 'lang' | 'wrong'> & { readonly name: string }) {
  const found = wrong[name];
  if (found === undefined) return null;
  return (
    <p class="message" id={`${name}-wrong`}>
      <Icon name="circle-alert" />
      <span>{say(lang, found)}</span>
    </p>
  );
}
