// bpmn-moddle ships no declaration for its entry point; this is the part that the compiler uses.
declare module 'bpmn-moddle' {
  /** An element of the BPMN meta-model; references to other elements are resolved in place. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly id?: string;
    get(property: string): unknown;
  }

  export interface ModdleWarning {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  }

  export interface ModdleReading {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly ModdleWarning[];
  }

  export class BpmnModdle {
    constructor(extensions?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<ModdleReading>;
  }
}
