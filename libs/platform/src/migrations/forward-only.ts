import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A step of the schema that is taken once and never back: the way out of a mistake is the next step. */
export abstract class ForwardOnly implements MigrationInterface {
  protected abstract readonly statements: readonly string[];

  /** Runs the statements in order. */
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  /** Refused: see above. */
  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one that mends what is wrong.'));
  }
}
