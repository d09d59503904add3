import { ForwardOnly } from './forward-only.js';

/** A document about one organ closes that organ and those that lay below it; one without an organ is about every one. */
export class OrganClosings1795906100006 extends ForwardOnly {
  readonly name = 'OrganClosings1795906100006';
  protected readonly statements = [
    'ALTER TABLE calendar_import ADD organ_id uuid REFERENCES organ',
    'ALTER TABLE calendar_import ADD organs uuid[]',
    'ALTER TABLE calendar_import ADD CONSTRAINT calendar_import_whose CHECK ((organ_id IS NULL) = (organs IS NULL))',
  ];
}
