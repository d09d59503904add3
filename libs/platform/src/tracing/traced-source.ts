import type { DataSource, QueryRunner } from 'typeorm';
import { traced, type Told } from './traced.js';

type Query = (text: string, ...more: unknown[]) => Promise<unknown>;

/** What is asked of which table, without a word of what stands in the statement. */
function toldOf(text: string): Told {
  const [, verb = ''] = /^\s*(\w+)/.exec(text) ?? [];
  const [, table] = /\b(?:from|into|update)\s+"?(\w+)/i.exec(text) ?? [];
  return {
    'db.system.name': 'postgresql',
    'db.operation.name': verb.toUpperCase(),
    ...(table === undefined ? {} : { 'db.collection.name': table }),
  };
}

function tracedRunner(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner) as Query;
  const asked: Query = (text, ...more) => traced('db orm', toldOf(text), () => query(text, ...more));
  return Object.assign(runner, { query: asked });
}

/** Gives each statement of TypeORM a span, below the one that is open. @returns the source itself */
export function tracedSource(source: DataSource): DataSource {
  const create = source.createQueryRunner.bind(source);
  return Object.assign(source, { createQueryRunner: (...mode: Parameters<typeof create>) => tracedRunner(create(...mode)) });
}
