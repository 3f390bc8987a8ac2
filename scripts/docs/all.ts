// Every file that `npm run docs` writes.
import { COVERAGE_PAGE } from './coverage-page';
import type { GeneratedFile } from './generated-file';
import { IAM_POLICY_FILES } from './iam-policies';
import { METRICS_PAGE } from './metrics-page';
import { OPERATIONS_PAGE } from './operations-page';

export const GENERATED_FILES: readonly GeneratedFile[] = [
  COVERAGE_PAGE,
  METRICS_PAGE,
  OPERATIONS_PAGE,
  ...IAM_POLICY_FILES,
];
