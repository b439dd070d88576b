import { tidyName } from '#/platform/feel/embed.ts';
import { text } from '#/values/text.ts';

import { all, must, nameOf, one, placeOf, textIn, typeRef, variable } from './element.ts';
import { DmnFault } from './fault.ts';
import type { Decision, DecisionService, DmnModel, ItemDefinition, Knowledge } from './model.ts';
import { readBoxed } from './read-boxed.ts';
import { readXml } from './xml.ts';
import type { Element } from './xml.ts';

const NAMESPACE = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(MODEL\/?|dmn\.xsd)$/;

const CROWD_BOUND = 2000;
const crowded = new Set([
  'itemDefinition',
  'inputData',
  'decision',
  'businessKnowledgeModel',
  'decisionService',
]);

/** Reads a DMN file, version 1.1 to 1.5. Throws DmnFault with the place when it is none or is broken. */
export function readDmn(xml: string): DmnModel {
  const root = readXml(xml);
  if (root.name !== 'definitions' || !NAMESPACE.test(root.namespace)) {
    throw new DmnFault(text('Tệp không phải là mô hình DMN.', 'The file is no DMN model.'), {
      element: root.name,
      line: root.line,
      column: root.column,
    });
  }
  refuseOtherLanguages(root);
  refuseCrowds(root);
  return {
    name: nameOf(root),
    namespace: root.attributes['namespace'] ?? '',
    imports: all(root, 'import').map((element) => ({
      name: nameOf(element),
      namespace: must(element, 'namespace'),
      ...at(element),
    })),
    types: all(root, 'itemDefinition').map(readType),
    inputs: all(root, 'inputData').map((element) => ({ ...readHead(element) })),
    decisions: all(root, 'decision').map(readDecision),
    knowledge: all(root, 'businessKnowledgeModel').map(readKnowledge),
    services: all(root, 'decisionService').map(readService),
  };
}

/** Compiling goes from element to element by the stack, so their number has a bound. */
function refuseCrowds(root: Element): void {
  const named = root.children.filter(({ name }) => crowded.has(name));
  const first = named[CROWD_BOUND];
  if (first === undefined) return;
  throw new DmnFault(
    text(
      'Mô hình có quá nhiều quyết định hoặc kiểu.',
      'The model has too many decisions or types.',
    ),
    placeOf(first),
  );
}

/** Only FEEL is run: scripts in a model would be programs of strangers. */
function refuseOtherLanguages(element: Element): void {
  const language = element.attributes['expressionLanguage'] ?? 'FEEL';
  if (!/feel/i.test(language)) {
    throw new DmnFault(
      text(
        `Không dùng ngôn ngữ “${language}”, chỉ dùng FEEL.`,
        `“${language}” is not run, only FEEL is.`,
      ),
      placeOf(element),
    );
  }
  for (const child of element.children) refuseOtherLanguages(child);
}

function at({ line, column }: Element): { line: number; column: number } {
  return { line, column };
}

function readHead(element: Element): {
  id: string;
  name: string;
  type: string | undefined;
  line: number;
  column: number;
} {
  const own = one(element, 'variable');
  const name = nameOf(element) || (own === undefined ? '' : nameOf(own));
  return {
    id: element.attributes['id'] ?? '',
    name,
    type: own === undefined ? undefined : typeRef(own),
    ...at(element),
  };
}

function readDecision(element: Element): Decision {
  return {
    ...readHead(element),
    information: all(element, 'informationRequirement').flatMap((requirement) =>
      hrefs(requirement, 'requiredInput', 'requiredDecision'),
    ),
    knowledge: all(element, 'knowledgeRequirement').flatMap((requirement) =>
      hrefs(requirement, 'requiredKnowledge'),
    ),
    logic: readBoxed(element),
  };
}

function readKnowledge(element: Element): Knowledge {
  const logic = one(element, 'encapsulatedLogic');
  return {
    ...readHead(element),
    knowledge: all(element, 'knowledgeRequirement').flatMap((requirement) =>
      hrefs(requirement, 'requiredKnowledge'),
    ),
    logic:
      logic === undefined
        ? undefined
        : readBoxed({ ...element, children: [{ ...logic, name: 'functionDefinition' }] }),
  };
}

function readService(element: Element): DecisionService {
  return {
    ...readHead(element),
    outputs: hrefs(element, 'outputDecision'),
    inputDecisions: hrefs(element, 'inputDecision'),
    inputData: hrefs(element, 'inputData'),
  };
}

function hrefs(element: Element, ...names: readonly string[]): string[] {
  return names.flatMap((name) => all(element, name).map((found) => must(found, 'href')));
}

function readType(element: Element): ItemDefinition {
  const item = one(element, 'functionItem');
  return {
    name: nameOf(element),
    base: typeRef(element),
    isCollection: element.attributes['isCollection'] === 'true',
    members: all(element, 'itemComponent').map(readType),
    function:
      item === undefined
        ? undefined
        : { parameters: all(item, 'parameters').map(variable), result: outputType(item) },
    allowedValues: textIn(one(element, 'allowedValues')),
    typeConstraint: textIn(one(element, 'typeConstraint')),
    ...at(element),
  };
}

function outputType(item: Element): string | undefined {
  const named = item.attributes['outputTypeRef'];
  return named === undefined ? undefined : tidyName(named);
}
