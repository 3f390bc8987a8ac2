// The committed files that `npm run docs` generates.
import { GENERATED_FILES } from '../../scripts/docs/all';
import { readDocument } from '../support/markdown';

test.each(GENERATED_FILES)('$path is up to date (npm run docs updates it)', ({ path, render }) => {
  const committed = readDocument(path);
  expect(committed).toBe(render(committed));
});
