/** An element of the picture, and what the model says of it. */
interface Element {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Model;
  readonly labelTarget?: Element;
}

interface Model {
  readonly id: string;
  readonly $type: string;
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
}

type Value = string | Model | undefined;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The sheet: its root, and the part of it that is seen. */
export interface Canvas {
  getRootElement(): Element;
  scrollToElement(element: Element): void;
  viewbox(box?: Box): { readonly inner: Box; readonly outer: Pick<Box, 'width' | 'height'> };
}

/** The services of the modeller that are used here. */
export interface Drawing {
  get(service: 'canvas'): Canvas;
  get(service: 'elementRegistry'): {
    get(id: string): Element | undefined;
    filter(fits: (element: Element) => boolean): Element[];
  };
  get(service: 'selection'): { select(element: Element): void };
  get(service: 'modeling'): {
    updateProperties(element: Element, values: Readonly<Record<string, Value>>): void;
    updateModdleProperties(
      element: Element,
      model: Model,
      values: Readonly<Record<string, Value>>,
    ): void;
  };
  get(service: 'bpmnFactory'): { create(type: string, values: object): Model };
  on(event: string, listen: (happening: { newSelection?: Element[] }) => void): void;
}

type Kinds = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Control = HTMLInputElement | HTMLSelectElement;

/**
 * The facts of whatever is chosen in the picture, in the page's own labelled boxes: by mouse one clicks on the picture,
 * by keyboard one chooses from the list of all parts. Gives a function that takes up what is still being typed.
 */
export function offerFacts(form: HTMLElement, drawing: Drawing, kinds: Kinds): () => void {
  const list = form.querySelector<HTMLSelectElement>('[data-parts]')!;
  const controls = [...form.querySelectorAll<Control>('[data-fact]')];
  let chosen = drawing.get('canvas').getRootElement();
  const settle = () => {
    for (const control of controls) take(control);
  };
  show();
  drawing.on('selection.changed', ({ newSelection = [] }) => {
    settle();
    const [first] = newSelection;
    chosen = first?.labelTarget ?? first ?? drawing.get('canvas').getRootElement();
    show();
  });
  drawing.on('commandStack.changed', show);
  list.addEventListener('change', () => {
    const element = drawing.get('elementRegistry').get(list.value);
    if (element === undefined) return;
    drawing.get('selection').select(element);
    if (element !== drawing.get('canvas').getRootElement())
      drawing.get('canvas').scrollToElement(element);
  });
  for (const control of controls) {
    control.addEventListener('change', () => take(control));
    control.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Enter') return;
      event.preventDefault();
      take(control);
    });
  }
  return settle;

  function show(): void {
    fillList(list, drawing, chosen);
    for (const control of controls) {
      const model = modelOf(chosen, control);
      control.closest<HTMLElement>('.ask')!.hidden = model === undefined;
      if (document.activeElement !== control) control.value = read(model, control);
    }
  }

  function take(control: Control): void {
    const model = modelOf(chosen, control);
    if (model === undefined || control.value.trim() === read(model, control)) return;
    write(drawing, chosen, model, control, kinds);
  }
}

function fillList(list: HTMLSelectElement, drawing: Drawing, chosen: Element): void {
  const parts = drawing
    .get('elementRegistry')
    .filter(({ type, labelTarget }) => type !== 'label' && labelTarget === undefined);
  list.replaceChildren(
    ...parts.map(({ id, businessObject }) => {
      const option = document.createElement('option');
      const kind = list.dataset[businessObject.$type.replace('bpmn:', 'type').toLowerCase()] ?? '';
      option.value = id;
      option.textContent = [kind, textOf(businessObject.get('name')) || id].join(' ').trim();
      return option;
    }),
  );
  list.value = chosen.id;
}

/** What of an element carries the fact of a box: itself, or the time that it waits for; undefined: no such fact. */
function modelOf({ businessObject }: Element, control: Control): Model | undefined {
  const types = (control.dataset['of'] ?? '').split(' ');
  const events = businessObject.get('eventDefinitions');
  const models = [businessObject, ...(Array.isArray(events) ? (events as Model[]) : [])];
  return models.find((model) => types.some((type) => model.$instanceOf(type)));
}

function read(model: Model | undefined, control: Control): string {
  const value = model?.get(control.dataset['fact']!);
  return textOf(typeof value === 'object' ? (value as Model | null)?.get('body') : value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function write(
  drawing: Drawing,
  element: Element,
  model: Model,
  control: Control,
  kinds: Kinds,
): void {
  const name = control.dataset['fact']!;
  const typed = control.value.trim() || undefined;
  const isCondition = name === 'conditionExpression' && typed !== undefined;
  const value = isCondition
    ? drawing.get('bpmnFactory').create('bpmn:FormalExpression', { body: typed })
    : typed;
  const more = name === 'cqs:kind' ? kinds[typed ?? ''] : {};
  const modeling = drawing.get('modeling');
  if (model === element.businessObject)
    modeling.updateProperties(element, { [name]: value, ...more });
  else modeling.updateModdleProperties(element, model, { [name]: value });
}
