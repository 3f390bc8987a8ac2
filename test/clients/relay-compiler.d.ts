// The package says where its program for this machine lies, and has no types.
declare module 'relay-compiler' {
  const path: string;
  export default path;
}
