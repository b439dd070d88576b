import { BpmnModdle, type ModdleElement, type ModdleWarning } from 'bpmn-moddle';
import { text } from '#/values/text.ts';
import cqs from './cqs.json' with { type: 'json' };
import { type Fault, ProcessFault } from './fault.ts';
import { guardXml } from './guard.ts';

const moddle = new BpmnModdle({ cqs });

/** Parses a BPMN file into its meta-model; whatever the parser did not understand is a fault. */
export async function readModel(xml: string): Promise<ModdleElement> {
  guardXml(xml);
  const reading = await moddle.fromXML(xml).catch((cause: Error) => {
    throw new ProcessFault([notUnderstood(null, cause.message)]);
  });
  const faults = reading.warnings.filter(matters).map(worded);
  if (faults.length > 0) throw new ProcessFault(faults);
  return reading.rootElement;
}

/**
 * Attributes of other tools and references inside the diagram do not change what the engine does; nor does the encoding
 * that a file declares, because what comes here is characters already.
 */
function matters(warning: ModdleWarning): boolean {
  if (warning.message.startsWith('unsupported document encoding')) return false;
  const foreign = /^(?!cqs:|bpmn:)[\w-]+:/.test(warning.property ?? '');
  const drawn = /^(bpmndi|di|dc):/.test(warning.element?.$type ?? '');
  return !drawn && !(foreign && warning.message.startsWith('unknown attribute'));
}

function worded(warning: ModdleWarning): Fault {
  const element = warning.element?.id ?? null;
  if (warning.message.startsWith('unresolved reference')) {
    return {
      element,
      words: text(
        `Trỏ tới phần tử không tồn tại: “${warning.value}”`,
        `Points to an element that does not exist: "${warning.value}"`,
      ),
    };
  }
  if (warning.message.startsWith('unknown attribute')) {
    return {
      element,
      words: text(
        `Thuộc tính không được biết: “${warning.property}”`,
        `Unknown attribute: "${warning.property}"`,
      ),
    };
  }
  return notUnderstood(element, warning.message);
}

function notUnderstood(element: string | null, message: string): Fault {
  const plain = message.replace(/\s+/g, ' ').slice(0, 300);
  return { element, words: text(`Không đọc được: ${plain}`, `Cannot be read: ${plain}`) };
}
