/** Types of the files that the bundler imports in addition to scripts. */

declare module '*.graphql' {
  const text: string;
  export default text;
}

declare module '*.css';
