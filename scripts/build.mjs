// Installs and builds what is missing, without starting anything: for images and releases.
import { prepare, requireNode } from './launch/prepare.mjs';
import { PlainError } from './launch/progress.mjs';

try {
  requireNode();
  await prepare();
} catch (error) {
  console.error(error instanceof PlainError ? `\n${error.message}` : error);
  process.exit(1);
}
