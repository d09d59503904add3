import { ForwardOnly } from './forward-only.js';

/** Which sessions an identity provider vouched for: password and second step were its affair. */
export class SignedOn1795908000000 extends ForwardOnly {
  readonly name = 'SignedOn1795908000000';
  protected readonly statements = ['ALTER TABLE session ADD signed_on boolean NOT NULL DEFAULT false'];
}
