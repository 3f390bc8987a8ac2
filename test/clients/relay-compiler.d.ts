// Types of relay-compiler, which exports the path of its program for this machine.
declare module 'relay-compiler' {
  /** null on a platform without a program. */
  const path: string | null;
  export default path;
}
