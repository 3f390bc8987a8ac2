// Self-signed certificates for servers at 127.0.0.1, made with openssl.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithFile } from './cleanup';

export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

export function selfSignedCertificate(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  endWithFile(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  const options =
    '-x509 -newkey rsa:2048 -nodes -days 2000 -subj /CN=store -addext subjectAltName=IP:127.0.0.1';
  execFileSync('openssl', ['req', ...options.split(' '), '-keyout', files.key, '-out', files.certificate], {
    stdio: 'ignore',
  });
  return files;
}
