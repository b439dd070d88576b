declare module 'saxen' {
  interface PlaceInText {
    readonly line: number;
    readonly column: number;
  }
  type Where = () => PlaceInText;
  type Decode = (text: string) => string;

  export class Parser {
    on(
      event: 'openTag',
      see: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        closed: boolean,
        where: Where,
      ) => void,
    ): this;
    on(
      event: 'closeTag',
      see: (name: string, decode: Decode, closed: boolean, where: Where) => void,
    ): this;
    on(event: 'text', see: (text: string, decode: Decode, where: Where) => void): this;
    on(event: 'cdata', see: (text: string, where: Where) => void): this;
    on(event: 'attention', see: (text: string, decode: Decode, where: Where) => void): this;
    on(event: 'error' | 'warn', see: (fault: Error, where: Where) => void): this;
    stop(): void;
    parse(xml: string): this;
  }
}
