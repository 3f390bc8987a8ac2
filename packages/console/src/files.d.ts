/** Types of the files that the bundlers import in addition to scripts. */

declare module '*.graphql' {
  const text: string;
  export default text;
}

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';
