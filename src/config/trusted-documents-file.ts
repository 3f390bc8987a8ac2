/** The parser of the trusted documents manifest, in the format of the client preset of GraphQL Code Generator. */
import { z } from 'zod';
import type { TrustedDocumentsFile } from '../graphql/query-limits/settings';
import { readYamlFile } from './yaml-file';

const Manifest = z
  .record(z.string(), z.string('must be the text of a document'), 'must be an object of documents by hash')
  .refine((documents) => Object.keys(documents).length > 0, 'must contain at least one document');

/** The documents by hash. Throws ConfigError. */
export function readTrustedDocuments(path: string): TrustedDocumentsFile {
  const documents = readYamlFile('TRUSTED_DOCUMENTS', path, Manifest);
  return { path, documents: new Map(Object.entries(documents)) };
}
