/** Vite gives the address under which it has put the file. */
declare module '*.wasm?url' {
  const address: string;
  export default address;
}
