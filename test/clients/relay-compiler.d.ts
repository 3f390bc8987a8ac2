// The package says where its program for this machine lies, and has no types.
declare module 'relay-compiler' {
  /** null on a platform that it has no program for. */
  const path: string | null;
  export default path;
}
