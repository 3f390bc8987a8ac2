/** What the bundler takes besides scripts. */

declare module '*.graphql' {
  const text: string;
  export default text;
}

declare module '*.css';
