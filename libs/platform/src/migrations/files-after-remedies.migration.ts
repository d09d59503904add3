import { ForwardOnly } from './forward-only.js';

/** Whether an organ files a case only once nobody can challenge it any more; null: as the statute pack says for the installation. */
export class FilesAfterRemedies1795902600003 extends ForwardOnly {
  readonly name = 'FilesAfterRemedies1795902600003';
  protected readonly statements = ['ALTER TABLE organ ADD COLUMN files_after_remedies boolean'];
}
