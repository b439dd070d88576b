import { say, text, type Lang, type Text } from '#/values/text.ts';
import { kindWords, roleWords, unitWords } from './process-words.ts';

/** A fact of a part of the picture: its attribute in the model, and the types of part that have it. */
interface Fact {
  readonly name: string;
  readonly of: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly choices?: Readonly<Record<string, Text>>;
}

const step = 'bpmn:UserTask';

const facts: readonly Fact[] = [
  {
    name: 'name',
    of: 'bpmn:FlowElement bpmn:Process bpmn:Lane bpmn:Participant',
    label: text('Tên', 'Name'),
  },
  {
    name: 'cqs:nameEn',
    of: 'bpmn:FlowNode bpmn:Process',
    label: text('Tên tiếng Anh', 'Name in English'),
  },
  { name: 'cqs:kind', of: step, label: text('Loại bước', 'Kind of step'), choices: kindWords },
  { name: 'cqs:role', of: step, label: text('Ai làm?', 'Who does it?'), choices: roleWords },
  {
    name: 'cqs:unit',
    of: step,
    label: text('Ở đơn vị nào?', 'In which unit?'),
    choices: unitWords,
  },
  {
    name: 'cqs:hours',
    of: `${step} bpmn:TimerEventDefinition`,
    label: text('Giờ làm việc', 'Working hours'),
    hint: text('Ví dụ 8 hoặc 1.5', 'For example 8 or 1.5'),
  },
  {
    name: 'cqs:hoursExtended',
    of: step,
    label: text('Giờ khi gia hạn hoặc xác minh', 'Hours when extended'),
  },
  {
    name: 'cqs:outcomes',
    of: step,
    label: text('Kết quả của bước', 'Outcomes of the step'),
    hint: text('Mã, cách nhau một dấu cách', 'Codes, with a space between them'),
  },
  {
    name: 'cqs:due',
    of: step,
    label: text('Thời hạn theo luật', 'Time by law'),
    hint: text('Ví dụ 12 DAY hoặc 3 WORKING_DAY', 'For example 12 DAY or 3 WORKING_DAY'),
  },
  {
    name: 'cqs:atDue',
    of: step,
    label: text('Hết hạn mà im lặng thì coi là', 'Silence at the end of that time counts as'),
    hint: text(
      'Một trong các kết quả của bước; để trống là không coi là gì cả',
      'One of the outcomes of the step; empty when it counts as nothing',
    ),
  },
  { name: 'cqs:legalBasis', of: step, label: text('Căn cứ', 'Legal basis') },
  {
    name: 'cqs:job',
    of: 'bpmn:ServiceTask bpmn:SendTask bpmn:BusinessRuleTask',
    label: text('Việc của máy', 'Job of the machine'),
  },
  {
    name: 'conditionExpression',
    of: 'bpmn:SequenceFlow',
    label: text('Chỉ đi đường này khi (FEEL)', 'Taken only when (FEEL)'),
    hint: text('Ví dụ outcome = "refuse"', 'For example outcome = "refuse"'),
  },
];

const words = {
  title: text('Phần đang chọn', 'The chosen part'),
  parts: text('Chọn phần để sửa', 'Choose a part to change'),
  partsHint: text('Hoặc bấm vào phần đó trên hình vẽ', 'Or click on it in the picture'),
} as const;

/** What each type of part is called in the list of all parts; others go by their name alone. */
const types: Readonly<Record<string, Text>> = {
  typeStartEvent: text('Bắt đầu:', 'Start:'),
  typeEndEvent: text('Kết thúc:', 'End:'),
  typeUserTask: text('Bước:', 'Step:'),
  typeExclusiveGateway: text('Rẽ một đường:', 'Choice:'),
  typeParallelGateway: text('Rẽ mọi đường:', 'Split:'),
  typeInclusiveGateway: text('Rẽ nhiều đường:', 'Several ways:'),
  typeSequenceFlow: text('Đường đi:', 'Way:'),
  typeProcess: text('Cả quy trình:', 'Whole process:'),
};

/** The boxes in which the facts of the chosen part are changed; the island fills them, nothing of them is posted. */
export function DrawingFacts({ lang }: { readonly lang: Lang }) {
  const typeWords = Object.entries(types).map(([name, told]) => [
    `data-${name.toLowerCase()}`,
    say(lang, told),
  ]);
  return (
    <section class="drawing-facts" aria-labelledby="drawing-facts" data-drawn hidden>
      <h2 id="drawing-facts">{say(lang, words.title)}</h2>
      <div class="ask">
        <label class="label" for="drawing-part">
          {say(lang, words.parts)}
        </label>
        <p class="hint" id="drawing-part-hint">
          {say(lang, words.partsHint)}
        </p>
        <select
          class="select"
          id="drawing-part"
          aria-describedby="drawing-part-hint"
          data-parts
          {...(Object.fromEntries(typeWords) as object)}
        />
      </div>
      {facts.map((fact) => (
        <FactBox key={fact.name} lang={lang} fact={fact} />
      ))}
    </section>
  );
}

function FactBox({ lang, fact }: { readonly lang: Lang; readonly fact: Fact }) {
  const id = `drawing-${fact.name.replace(':', '-')}`;
  const hint = fact.hint === undefined ? undefined : `${id}-hint`;
  const binding = { 'data-fact': fact.name, 'data-of': fact.of, 'aria-describedby': hint };
  return (
    <div class="ask">
      <label class="label" for={id}>
        {say(lang, fact.label)}
      </label>
      {fact.hint !== undefined && (
        <p class="hint" id={hint}>
          {say(lang, fact.hint)}
        </p>
      )}
      {fact.choices === undefined ? (
        <input class="input" id={id} autocomplete="off" {...binding} />
      ) : (
        <select class="select" id={id} {...binding}>
          <option value="">–</option>
          {Object.entries(fact.choices).map(([value, label]) => (
            <option key={value} value={value}>
              {say(lang, label)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
