/* eslint-disable -- GraphQL Code Generator wrote this file, and its code has the type any. */
export * from "./gql";