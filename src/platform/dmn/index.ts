/** DMN 1.1 to 1.5: models are read, compiled with FEEL and evaluated; the log tells which rules matched. */
export { DmnFault } from './fault.ts';
export { readDmn } from './read.ts';
export { compileDmn } from './compile.ts';
export type { CompiledDmn } from './compile.ts';
export type { DmnModel } from './model.ts';
/** The reader of XML underneath: bounded, without document types and entities. */
export { readXml, type Element as XmlElement } from './xml.ts';
