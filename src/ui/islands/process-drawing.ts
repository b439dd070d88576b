import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import modelerOfPackage from 'bpmn-js/lib/Modeler.js';
import { offerFacts, type Canvas, type Drawing } from './process-drawing-facts.ts';
import { translated } from './process-drawing-words.ts';

/** Width of the palette with the gaps beside it, in pixels. */
const palette = 140;

interface Props {
  readonly lang: 'vi' | 'en';
  /** What our procedures add to BPMN, so that a round trip loses nothing of it. */
  readonly schema: object;
  /** Facts that follow from the kind of a step. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly unsaved: string;
  readonly failed: string;
}

/** What is used of the modeller. The package calls itself CommonJS to the type checker, and is a module to the bundler. */
type Modeller = Drawing & {
  importXML(xml: string): Promise<unknown>;
  saveXML(how: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
};
const Modeler = modelerOfPackage as unknown as new (options: object) => Modeller;

/** Pictures of these menus carry styles of their own, which the page's policy forbids; people draw well without them. */
const withoutMenusOfAlignment = {
  alignElementsContextPadProvider: ['value', null],
  alignElementsMenuProvider: ['value', null],
  distributeElementsMenuProvider: ['value', null],
};

/**
 * Draws the process of a form's text with bpmn-js, whose watermark stays. The form posts the text as a text editor
 * would; without this island the page shows the still picture, and the step list edits the same.
 */
export default function start(form: HTMLElement, props: Record<string, unknown>): void {
  void draw(form as HTMLFormElement, props as unknown as Props);
}

async function draw(form: HTMLFormElement, props: Props): Promise<void> {
  const part = <E extends HTMLElement>(name: string) => form.querySelector<E>(`[data-${name}]`)!;
  const [text, canvas, state] = [
    part<HTMLTextAreaElement>('text'),
    part('canvas'),
    part('drawing-state'),
  ];
  for (const shown of form.querySelectorAll<HTMLElement>('[data-drawn]')) shown.hidden = false;
  const modeler = new Modeler({
    container: canvas,
    moddleExtensions: { cqs: props.schema },
    additionalModules: [withoutMenusOfAlignment, { translate: ['value', translated(props.lang)] }],
  });
  try {
    await modeler.importXML(text.value);
  } catch {
    for (const shown of form.querySelectorAll<HTMLElement>('[data-drawn]')) shown.hidden = true;
    state.textContent = props.failed;
    return;
  }
  part('still').hidden = true;
  lookAtStart(modeler.get('canvas'));
  const settle = offerFacts(form, modeler, props.kinds);
  let isSaved = true;
  modeler.on('commandStack.changed', () => {
    isSaved = false;
    state.textContent = props.unsaved;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!isSaved) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    settle();
    void modeler.saveXML({ format: true }).then(({ xml }) => {
      text.value = xml ?? text.value;
      isSaved = true;
      form.submit();
    });
  });
  form.dataset['ready'] = '';
}

/** Shows the start beside the palette, in a size at which names can be read; whoever wants the whole scrolls or zooms. */
function lookAtStart(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, Math.max(0.7, outer.width / (inner.width + palette)));
  canvas.viewbox({
    x: inner.x - palette / scale,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
