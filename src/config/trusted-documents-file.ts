/** The manifest of the operations that are accepted, as the client preset of GraphQL Code Generator makes it. */
import { z } from 'zod';
import type { TrustedDocumentsFile } from '../graphql/query-limits/settings';
import { readYamlFile } from './yaml-file';

const Manifest = z
  .record(
    z.string(),
    z.string('must be the text of a document'),
    'must be an object of documents by their hashes',
  )
  .refine((documents) => Object.keys(documents).length > 0, 'must hold at least one document');

/** Throws ConfigError. */
export function readTrustedDocuments(path: string): TrustedDocumentsFile {
  const documents = readYamlFile('TRUSTED_DOCUMENTS', path, Manifest);
  return { path, documents: new Map(Object.entries(documents)) };
}
