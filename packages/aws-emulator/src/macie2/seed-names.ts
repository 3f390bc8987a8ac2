/** Names for seeded jobs and members. */

export const JOB_PURPOSES = [
  'pii-scan',
  'pci-audit',
  'gdpr-discovery',
  'secrets-sweep',
  'phi-inventory',
  'retention-check',
  'data-lake-baseline',
  'offboarding-review',
] as const;

export const DATA_SETS = [
  'finance-exports',
  'customer-uploads',
  'payroll-archive',
  'support-attachments',
  'analytics-raw',
  'ml-training-sets',
  'claims-intake',
  'crm-backups',
  'vendor-contracts',
  'app-logs',
  'hr-records',
  'clickstream',
] as const;

export const TEAMS = ['data-governance', 'privacy', 'cloud-security', 'finance-platform', 'audit'] as const;

export const ENVIRONMENTS = ['production', 'staging', 'sandbox'] as const;

export const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

export const MANAGED_IDENTIFIERS = [
  'AWS_CREDENTIALS',
  'CREDIT_CARD_NUMBER',
  'USA_SOCIAL_SECURITY_NUMBER',
  'OPENSSH_PRIVATE_KEY',
  'BANK_ACCOUNT_NUMBER',
] as const;
